import { describe, expect, it } from 'vitest';
import { gaps, isGap, weekdays } from './gaps';

describe('gaps in daily prices', () => {
  it('are named by their first and last day without a price', () => {
    expect(gaps(['2016-06-29', '2016-06-30', '2025-01-02', '2025-01-03'])).toEqual([{ from: '2016-07-01', to: '2025-01-01' }]);
  });

  it('are not weekends, holidays or the week of September 2001', () => {
    expect(gaps(['2001-09-10', '2001-09-17', '2001-09-18', '2001-09-21', '2001-09-24'])).toEqual([]);
    expect(isGap(undefined, '2001-09-10')).toBe(false);
  });

  it('keep the width of their weekdays', () => {
    expect(weekdays({ from: '2024-01-05', to: '2024-01-09' })).toEqual(['2024-01-05', '2024-01-08', '2024-01-09']);
  });
});
