import { describe, expect, it } from 'vitest';
import { draftOf, type Entry, faultsByField, plainNumber } from './entries';
import { Problem } from '../server/problem';

const EMPTY: Entry = { type: 'BUY', date: '2025-03-03', symbol: '', quantity: '', price: '', fees: '', amount: '', ratio: '', note: '' };

describe('a transaction entered by hand', () => {
  it('sends what its type uses and leaves the rest out', () => {
    expect(draftOf({ ...EMPTY, symbol: ' AAPL ', quantity: '1,000', price: '$12.50', ratio: '4', note: ' first ' })).toEqual({
      type: 'BUY',
      date: '2025-03-03',
      symbol: 'AAPL',
      quantity: '1000',
      price: '12.50',
      note: 'first',
    });
    expect(draftOf({ ...EMPTY, type: 'SPLIT', symbol: 'AAPL', ratio: '4', amount: '7' })).toEqual({
      type: 'SPLIT',
      date: '2025-03-03',
      symbol: 'AAPL',
      ratio: '4',
    });
  });

  it('gives what is paid a minus, however it was typed', () => {
    for (const amount of ['250', '-250', '+250', '−250']) {
      expect(draftOf({ ...EMPTY, type: 'WITHDRAWAL', amount }).amount).toBe('-250');
    }
    expect(draftOf({ ...EMPTY, type: 'DEPOSIT', amount: '250' }).amount).toBe('250');
    expect(draftOf({ ...EMPTY, type: 'INTEREST', amount: '-3.10' }).amount).toBe('-3.10');
  });

  it('never guesses what a comma means', () => {
    expect(plainNumber('1,234,567.89')).toBe('1234567.89');
    expect(plainNumber('12,50')).toBe('12,50');
    expect(plainNumber('ten')).toBe('ten');
  });

  it('finds the first fault of each field', () => {
    const problem = new Problem({
      type: '/problems/unacceptable-transactions',
      title: 'Not acceptable',
      status: 422,
      errors: [
        { field: 'quantity', value: '0', expected: 'a positive quantity' },
        { field: 'quantity', value: '0', expected: 'something else' },
        { field: 'symbol', expected: 'the symbol that the buy is of' },
      ],
    });
    expect(faultsByField(problem).quantity?.expected).toBe('a positive quantity');
    expect(faultsByField(problem).symbol?.expected).toBe('the symbol that the buy is of');
    expect(faultsByField(new Error('lost'))).toEqual({});
  });
});
