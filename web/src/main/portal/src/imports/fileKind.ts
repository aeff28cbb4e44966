/** What a file seems to be, from how it begins; nothing where that does not tell. */
export type FileKind = 'broker' | 'market' | 'packed';

const BEGINNING_BYTES = 8192;
const HEADER_WITHIN_LINES = 20;
const BROKER_MARKS = /<OFX\b|OFXHEADER|<FlexQueryResponse|"BrokerageTransactions"|"activities"/i;
const DEAL = ['action', 'type', 'transactiontype', 'buysell'];
const SIZE = ['quantity', 'qty', 'amount', 'withdrawal', 'proceeds'];

function cells(line: string): string[] {
  return line.split(/[,;\t|]/).map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/** Judges the header of a text file, or the marks of a format that has none. */
export function kindOfText(text: string): FileKind | undefined {
  if (BROKER_MARKS.test(text)) {
    return 'broker';
  }
  for (const line of text.split(/\r?\n/).slice(0, HEADER_WITHIN_LINES)) {
    const names = cells(line);
    const has = (name: string) => names.includes(name);
    if (DEAL.some(has) && SIZE.some(has)) {
      return 'broker';
    }
    const bars = has('close') && (has('date') || has('symbol'));
    const listed = has('symbol') && (has('gicssector') || has('sector') || has('reportdate'));
    const chain = has('strike') && (has('expiration') || has('expiry') || has('expirationdate'));
    // a column of closes for each symbol
    const wide = has('date') && names.length > 2 && /^date(,[A-Z][A-Z.]{0,5}){2,}$/i.test(line) && line.slice(4) === line.slice(4).toUpperCase();
    if (bars || listed || chain || wide) {
      return 'market';
    }
  }
  return undefined;
}

/** Looks into the beginning of a file. */
export async function kindOf(file: Blob): Promise<FileKind | undefined> {
  const bytes = new Uint8Array(await file.slice(0, BEGINNING_BYTES).arrayBuffer());
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return gzip || zip ? 'packed' : kindOfText(new TextDecoder().decode(bytes));
}
