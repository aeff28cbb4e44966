import { expect, it } from 'vitest';
import { isHelped } from './assist';

it('helps on pages that show data, and on no others', () => {
  expect(isHelped('/')).toBe(true);
  expect(isHelped('/market/AAPL')).toBe(true);
  expect(isHelped('/portfolios/3f2504e0-4f89-41d3-9a0c-0305e82c3301')).toBe(true);
  expect(isHelped('/portfolios')).toBe(false);
  expect(isHelped('/admin/cache')).toBe(false);
  expect(isHelped('/recommendations')).toBe(false);
});
