import { describe, expect, it } from 'vitest';
import { filtered, formatWords, type Preview, type PreviewRow, verdict } from './imports';

function preview(counts: Partial<Preview>): Preview {
  return { format: 'schwab', rows: [], new: 0, duplicates: 0, ignored: 0, errors: 0, ...counts };
}

describe('the verdict on a previewed file', () => {
  it('stores new transactions and names those that stay', () => {
    expect(verdict(preview({ new: 12, duplicates: 3 }))).toEqual({
      storable: true,
      words: '12 transactions will be added; 3 are here already and stay as they are.',
    });
  });

  it('refuses the whole file for one bad row', () => {
    const refused = verdict(preview({ new: 12, errors: 1 }));
    expect(refused.storable).toBe(false);
    expect(refused.words).toContain('One row cannot be read');
  });

  it('does not import the same file twice', () => {
    expect(verdict(preview({ duplicates: 12 }))).toEqual({
      storable: false,
      words: 'All of its transactions are in this portfolio already.',
    });
  });
});

describe('a format', () => {
  it('is told in words', () => {
    expect(formatWords('schwab-csv')).toBe('Schwab (CSV)');
    expect(formatWords('newer-csv')).toBe('newer-csv');
  });
});

describe('the rows of a preview', () => {
  const row = (line: number, status: PreviewRow['status']): PreviewRow => ({ line, status, action: 'Buy' });
  const rows = [row(2, 'NEW'), row(3, 'ERROR'), row(1, 'DUPLICATE'), row(9, 'ERROR')];

  it('show faults first, then by line', () => {
    expect(filtered(rows, 'ALL').map((one) => one.line)).toEqual([3, 9, 1, 2]);
  });

  it('can be narrowed to one status', () => {
    expect(filtered(rows, 'NEW').map((one) => one.line)).toEqual([2]);
  });
});
