import { describe, expect, it } from 'vitest';
import { direction, money, percent, quantity, roundMoney, signedMoney, signedPercent } from './amounts';

describe('amounts', () => {
  it('groups and rounds money to the cent', () => {
    expect(money('1234567.891')).toBe('$1,234,567.89');
    expect(money('12.5', 'EUR')).toBe('€12.50');
  });

  it('loses no digit of a large decimal string', () => {
    expect(money('12345678901234567.89')).toBe('$12,345,678,901,234,567.89');
  });

  it('signs changes, but not nothing', () => {
    expect(signedMoney('3.1')).toBe('+$3.10');
    expect(signedMoney('-3.1')).toBe('−$3.10');
    expect(signedMoney(0)).toBe('$0.00');
    expect(signedPercent(0.0123)).toBe('+1.23%');
    expect(signedPercent(-0.5, 0)).toBe('−50%');
  });

  it('says a dash where there is no figure', () => {
    expect(money(undefined)).toBe('–');
    expect(percent(null)).toBe('–');
    expect(percent(Number.NaN)).toBe('–');
  });

  it('shows as many decimals of a quantity as there are', () => {
    expect(quantity('100')).toBe('100');
    expect(quantity('0.123456')).toBe('0.123456');
    expect(quantity('-2')).toBe('−2');
  });

  it('rounds where there is little room', () => {
    expect(roundMoney('1234567')).toBe('$1.23M');
  });

  it('knows which way a figure went', () => {
    expect([direction('-0.01'), direction(0), direction('5'), direction(undefined)]).toEqual([-1, 0, 1, 0]);
  });
});
