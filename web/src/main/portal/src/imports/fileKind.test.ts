import { describe, expect, it } from 'vitest';
import { kindOf, kindOfText } from './fileKind';

describe('the kind of a file', () => {
  it('is a broker’s export by its header, also below a title', () => {
    expect(kindOfText('"Transactions for account"\n"Date","Action","Symbol","Quantity","Price","Fees & Comm","Amount"')).toBe('broker');
    expect(kindOfText(',,,\n,,,\nRun Date,Action,Symbol,Security Type,Quantity,Amount ($)')).toBe('broker');
    expect(kindOfText('"CurrencyPrimary","Symbol","TransactionType","Quantity","Buy/Sell"')).toBe('broker');
    expect(kindOfText('<OFX>\n<SIGNONMSGSRSV1>')).toBe('broker');
  });

  it('is market data by its header', () => {
    expect(kindOfText('symbol,date,open,high,low,close,volume\nAAPL,2025-01-02,1,1,1,1,1')).toBe('market');
    expect(kindOfText('Date,EEM,EWG,TIP\n2008-01-02,49.2,35.3,106.6')).toBe('market');
    expect(kindOfText('Symbol,Security,GICS Sector,GICS Sub-Industry')).toBe('market');
  });

  it('is left open where nothing tells', () => {
    expect(kindOfText('hello')).toBeUndefined();
    expect(kindOfText('Date,Note,Text\n')).toBeUndefined();
  });

  it('is packed by its first bytes', async () => {
    expect(await kindOf(new Blob([new Uint8Array([0x1f, 0x8b, 8, 0])]))).toBe('packed');
  });
});
