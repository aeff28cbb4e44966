/** A number as the wire has it: money and quantities are decimal strings, model values are numbers. */
export type Decimal = string | number;

const formats = new Map<string, Intl.NumberFormat>();

function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat('en-US', options);
    formats.set(key, made);
  }
  return made;
}

/** Formats the decimal string itself where the engine can, so that no digit of a large amount is lost. */
function written(formatter: Intl.NumberFormat, value: Decimal): string {
  // a typographic minus has a digit's width; the hyphen has not
  return (formatter.format as (value: Decimal) => string)(value).replace('-', '−');
}

/** Whether there is a number to show. */
export function isNumber(value: Decimal | null | undefined): value is Decimal {
  return value !== null && value !== undefined && value !== '' && Number.isFinite(Number(value));
}

const NONE = '–';

/** An amount with its currency, to the cent: `$1,234.50`. */
export function money(value: Decimal | null | undefined, currency = 'USD'): string {
  return isNumber(value) ? written(format(`m${currency}`, { style: 'currency', currency }), value) : NONE;
}

/** As {@link money}, always signed: `+$12.00`, `−$3.10`. */
export function signedMoney(value: Decimal | null | undefined, currency = 'USD'): string {
  return isNumber(value)
    ? written(format(`s${currency}`, { style: 'currency', currency, signDisplay: 'exceptZero' }), value)
    : NONE;
}

/** A large amount in few digits: `$1.2M`. */
export function roundMoney(value: Decimal | null | undefined, currency = 'USD'): string {
  const options: Intl.NumberFormatOptions = { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 };
  return isNumber(value) ? written(format(`r${currency}`, options), value) : NONE;
}

/** A fraction as a percentage: `0.1234` is `12.34%`. */
export function percent(fraction: Decimal | null | undefined, digits = 2): string {
  const options: Intl.NumberFormatOptions = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits };
  return isNumber(fraction) ? written(format(`p${digits}`, options), fraction) : NONE;
}

/** As {@link percent}, always signed. */
export function signedPercent(fraction: Decimal | null | undefined, digits = 2): string {
  const options: Intl.NumberFormatOptions = {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  };
  return isNumber(fraction) ? written(format(`sp${digits}`, options), fraction) : NONE;
}

/** A plain number with as many decimals as it needs, at most `digits`: shares, contracts. */
export function quantity(value: Decimal | null | undefined, digits = 6): string {
  return isNumber(value) ? written(format(`q${digits}`, { maximumFractionDigits: digits }), value) : NONE;
}

/** A ratio with a fixed number of decimals: beta, Sharpe. */
export function ratio(value: Decimal | null | undefined, digits = 2): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return isNumber(value) ? written(format(`x${digits}`, options), value) : NONE;
}

/** A count in few digits: `1.2M`. */
export function roundCount(value: Decimal | null | undefined): string {
  return isNumber(value) ? written(format('c', { notation: 'compact', maximumSignificantDigits: 3 }), value) : NONE;
}

/** How many of something, in words: `1 row`, `2,515 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${quantity(count)} ${count === 1 ? one : many}`;
}

/** −1, 0 or 1: which way a figure went. */
export function direction(value: Decimal | null | undefined): -1 | 0 | 1 {
  return isNumber(value) ? (Math.sign(Number(value)) as -1 | 0 | 1) : 0;
}

/** Percent points (members called `…Percent`) signed: `1.25` is `+1.25%`. */
export function signedPoints(points: Decimal | null | undefined, digits = 2): string {
  return signedPercent(isNumber(points) ? Number(points) / 100 : undefined, digits);
}
