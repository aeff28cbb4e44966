import { describe, expect, it } from 'vitest';
import { choice } from './chosen';
import type { Portfolio } from './portfolios';

const one: Portfolio = { id: '1', name: 'One', currency: 'USD', lotMethod: 'FIFO', taxTreatment: 'TAXABLE' };
const two: Portfolio = { ...one, id: '2', name: 'Two' };

describe('the portfolio of a page', () => {
  it('is the one of the address, else the last one, else the first', () => {
    expect(choice([one, two], '2', '1')).toBe(two);
    expect(choice([one, two], null, '2')).toBe(two);
    expect(choice([one, two], null, 'deleted')).toBe(one);
    expect(choice([], null, null)).toBeUndefined();
  });

  it('is none where the address names an unknown one', () => {
    expect(choice([one, two], 'of somebody else', '1')).toBeUndefined();
  });
});
