import { type Fault, Problem } from '../server/problem';

/** Which way a type moves cash; `either` leaves the sign to whoever enters it, `none` moves no cash. */
type CashDirection = 'in' | 'out' | 'either' | 'none';

export type Field = 'date' | 'symbol' | 'quantity' | 'price' | 'fees' | 'amount' | 'ratio' | 'note';

interface EntryType {
  label: string;
  cash: CashDirection;
  fields: Field[];
}

const TRADE: Field[] = ['symbol', 'quantity', 'price', 'fees', 'amount'];
const DELIVERY: Field[] = ['symbol', 'quantity'];

/** What can be entered by hand, by group. Exchanges of currencies and journals come with a broker's file. */
export const ENTRY_TYPES: Record<string, Record<string, EntryType>> = {
  Shares: {
    BUY: { label: 'Buy', cash: 'out', fields: TRADE },
    SELL: { label: 'Sell', cash: 'in', fields: TRADE },
    SELL_SHORT: { label: 'Sell short', cash: 'in', fields: TRADE },
    BUY_TO_COVER: { label: 'Buy to cover', cash: 'out', fields: TRADE },
    REINVEST: { label: 'Reinvest a dividend', cash: 'out', fields: TRADE },
    SPLIT: { label: 'Split', cash: 'none', fields: ['symbol', 'ratio'] },
  },
  Options: {
    BUY_TO_OPEN: { label: 'Buy to open', cash: 'out', fields: TRADE },
    SELL_TO_OPEN: { label: 'Sell to open', cash: 'in', fields: TRADE },
    BUY_TO_CLOSE: { label: 'Buy to close', cash: 'out', fields: TRADE },
    SELL_TO_CLOSE: { label: 'Sell to close', cash: 'in', fields: TRADE },
    EXPIRE: { label: 'Expired', cash: 'none', fields: DELIVERY },
    ASSIGN: { label: 'Assigned', cash: 'none', fields: DELIVERY },
    EXERCISE: { label: 'Exercised', cash: 'none', fields: DELIVERY },
  },
  Income: {
    DIVIDEND: { label: 'Dividend', cash: 'in', fields: ['symbol', 'amount'] },
    INTEREST: { label: 'Interest', cash: 'either', fields: ['amount'] },
    RETURN_OF_CAPITAL: { label: 'Return of capital', cash: 'in', fields: ['symbol', 'amount'] },
  },
  Cash: {
    DEPOSIT: { label: 'Deposit', cash: 'in', fields: ['amount'] },
    WITHDRAWAL: { label: 'Withdrawal', cash: 'out', fields: ['amount'] },
    FEE: { label: 'Fee', cash: 'out', fields: ['amount'] },
    TAX: { label: 'Tax withheld', cash: 'out', fields: ['symbol', 'amount'] },
  },
};

/** What the form holds; all as typed. */
export type Entry = { type: string } & Record<Field, string>;

/** What `POST …/transactions` takes. */
export type TransactionDraft = { type: string } & Partial<Record<Field, string>>;

export function entryType(type: string): EntryType {
  const found = Object.values(ENTRY_TYPES).find((group) => group[type])?.[type];
  return found ?? { label: type, cash: 'either', fields: TRADE };
}

/** Whether the amount may stay empty, since quantity, price and fees give it. */
export function amountIsComputed(type: string): boolean {
  return entryType(type).fields.includes('price');
}

/** A number as people write it, without what only groups its digits: `$1,234.50` is `1234.50`. All else is left to the server to refuse. */
export function plainNumber(typed: string): string {
  const text = typed.trim().replace(/^([+-−]?)\s*[$€£]\s*/, '$1').replace('−', '-');
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;
}

/** The request for an entry: only what its type uses, and the amount with the sign that its type has. */
export function draftOf(entry: Entry): TransactionDraft {
  const { cash, fields } = entryType(entry.type);
  const draft: TransactionDraft = { type: entry.type, date: entry.date };
  for (const field of fields) {
    const typed = field === 'symbol' ? entry.symbol.trim() : plainNumber(entry[field]);
    if (typed) {
      draft[field] = field === 'amount' && cash === 'out' ? `-${typed.replace(/^[+-]/, '')}` : typed;
    }
  }
  if (entry.note.trim()) {
    draft.note = entry.note.trim();
  }
  return draft;
}

/** What the server expected, by field; of a field's faults the first. */
export function faultsByField(failure: unknown): Partial<Record<string, Fault>> {
  const faults = failure instanceof Problem ? (failure.details.errors ?? []) : [];
  return Object.fromEntries([...faults].reverse().map((fault) => [fault.field, fault]));
}
