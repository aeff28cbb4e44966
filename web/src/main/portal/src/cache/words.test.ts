import { describe, expect, it } from 'vitest';
import { type Shelf } from './cache';
import { bytes, counted, effect, ingredient, span, together } from './words';

describe('words about the cache', () => {
  it('tells spans in two units at most', () => {
    expect(span(4.25)).toBe('4.3 s');
    expect(span(5)).toBe('5 s');
    expect(span(59.9)).toBe('60 s');
    expect(span(120)).toBe('2 min');
    expect(span(5_400)).toBe('1 h 30 min');
    expect(span(345_600)).toBe('4 d');
    expect(span(93_600)).toBe('1 d 2 h');
  });

  it('counts one thing as one', () => {
    expect(counted(1, 'call')).toBe('1 call');
    expect(counted(0, 'call')).toBe('0 calls');
    expect(counted(1, 'entry', 'entries')).toBe('1 entry');
    expect(counted(2, 'entry', 'entries')).toBe('2 entries');
  });

  it('tells sizes', () => {
    expect(bytes(0)).toBe('0 B');
    expect(bytes(3_400)).toBe('3.4 KB');
    expect(bytes(12_000_000)).toBe('12 MB');
  });

  it('tells ingredients and effects as people say them', () => {
    expect(ingredient('SYMBOL:AAPL')).toBe('AAPL');
    expect(ingredient('MARKET:*')).toBe('the whole market');
    expect(ingredient('PORTFOLIO:1-2')).toBe('portfolio 1-2');
    expect(ingredient('PORTFOLIO:68719bb3-d26a-41a3-ba80-e33c0d66f6c9')).toBe('portfolio 68719bb3…');
    expect(ingredient('PORTFOLIO:of:d2501974-2c53-406b-8d23-91d8f801ef6c')).toBe('portfolios of d2501974…');
    expect(ingredient('and 12 more')).toBe('and 12 more');
    expect(effect('= PT5S')).toBe('= 5 s');
    expect(effect('at most PT1H30M')).toBe('at most 1 h 30 min');
    expect(effect('× 0.5')).toBe('× 0.5');
  });

  it('counts all shelves as one, and knows no hit rate before the first call', () => {
    const counts = { hits: 0, staleServed: 0, staleOnError: 0, misses: 0, failuresRemembered: 0, loads: 0, savedLoads: 0, savedMillis: 0, dropped: 0 };
    const shelf = (change: object) => ({ entries: 2, bytes: 10, counts: { ...counts, ...change } }) as unknown as Shelf;
    expect(together([shelf({})]).hitRate).toBeUndefined();
    const both = together([shelf({ hits: 6, staleServed: 1, misses: 2 }), shelf({ staleOnError: 1 })]);
    expect(both.hitRate).toBeCloseTo(0.8);
    expect(both.entries).toBe(4);
  });
});
