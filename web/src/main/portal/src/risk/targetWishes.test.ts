import { describe, expect, it } from 'vitest';
import { atTheLimit, MIDDLE, targetWishOf, viewsIn } from './targetWishes';

describe('wishes of target weights', () => {
  it('reads views as they are written', () => {
    expect(viewsIn('aapl 12, sure 60; MSFT over IBM -3.5%\nKO 4 sure 99%')).toEqual([
      { symbol: 'AAPL', annualReturn: 0.12, confidence: 0.6 },
      { symbol: 'MSFT', over: 'IBM', annualReturn: -0.035, confidence: 0.5 },
      { symbol: 'KO', annualReturn: 0.04, confidence: 0.99 },
    ]);
    expect(viewsIn('')).toEqual([]);
    for (const wrong of ['AAPL', 'AAPL up', 'AAPL 12 sure 100', 'AAPL -120', 'AAPL over 3']) {
      expect(viewsIn(wrong), wrong).toBeUndefined();
    }
  });

  it('sends views with the one method that has them', () => {
    expect(targetWishOf({ ...MIDDLE, views: 'nonsense' })).toEqual({
      wish: { method: 'MINIMUM_VOLATILITY', mostWeight: 0.25, mostTurnover: 1 },
    });
    expect(targetWishOf({ ...MIDDLE, method: 'BLACK_LITTERMAN', views: 'nonsense' })).toHaveProperty('fault');
    expect(targetWishOf({ ...MIDDLE, method: 'BLACK_LITTERMAN', views: 'SPY 7', symbols: 'bnd, gld', keep: 'AAPL' })).toEqual({
      wish: {
        method: 'BLACK_LITTERMAN',
        mostWeight: 0.25,
        mostTurnover: 1,
        symbols: ['BND', 'GLD'],
        keep: ['AAPL'],
        views: [{ symbol: 'SPY', annualReturn: 0.07, confidence: 0.5 }],
      },
    });
  });

  it('says what cannot be read', () => {
    expect(targetWishOf({ ...MIDDLE, mostWeight: '0' })).toHaveProperty('fault');
    expect(targetWishOf({ ...MIDDLE, mostWeight: '' })).toHaveProperty('fault');
    expect(targetWishOf({ ...MIDDLE, mostTurnover: '201' })).toHaveProperty('fault');
  });

  it('counts what stands at its limit', () => {
    expect(atTheLimit([0.25, 0.24999, 0.2], 0.25)).toBe(2);
    expect(atTheLimit([1], 1)).toBe(0);
  });
});
