import { describe, expect, it } from 'vitest';
import { counted } from '../figures/amounts';
import { importedWords } from './marketData';

describe('what an import brought', () => {
  it('names only what there is', () => {
    expect(importedWords({ id: '1', kind: 'constituents', rows: 503, symbols: 503, seconds: 0.02 })).toBe('503 symbols');
    expect(importedWords({ id: '1', kind: 'vix', rows: 2, symbols: 1, from: '2025-01-02', to: '2025-01-03', seconds: 0.3 })).toBe(
      '1 symbol, Jan 2, 2025 – Jan 3, 2025, in 0.3 s',
    );
  });

  it('is counted as one or many', () => {
    expect(counted(1, 'transaction')).toBe('1 transaction');
    expect(counted(2515, 'row')).toBe('2,515 rows');
  });
});
