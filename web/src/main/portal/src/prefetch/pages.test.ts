import { describe, expect, it } from 'vitest';
import { hrefOf, knownPage, PAGES, pageWords } from './pages';

describe('pages that may be told', () => {
  it('are those of the portal, without a query', () => {
    const id = '0b0e2f6e-6a3c-4c8e-9d43-0d7d7e0a3f11';
    expect(knownPage('/')).toEqual({ route: '/', instance: '', path: '/' });
    expect(knownPage('/market/BRK.B?range=1Y')).toEqual({ route: '/market/:symbol', instance: 'BRK.B', path: '/market/BRK.B' });
    expect(knownPage(`/portfolios/${id}`)?.route).toBe('/portfolios/:id');
    expect(knownPage(`/runs/${id}#top`)?.route).toBe('/runs/:run');
    expect(knownPage('/market/%5EVIX')).toMatchObject({ instance: '^VIX', path: '/market/^VIX' });
    expect(hrefOf(knownPage('/market/BTC%2FUSD')!)).toBe('/market/BTC%2FUSD');
    expect(knownPage('/market/ES%3DF')).toMatchObject({ instance: 'ES=F', path: '/market/ES=F' });
  });

  it('are no others', () => {
    for (const path of ['', '/sign-in', '/nowhere', '/market/', '/market/:symbol', '/market/aapl', '/portfolios/1', '/market/AAPL/x', '/%', '//x']) {
      expect(knownPage(path), path).toBeUndefined();
    }
  });

  it('have words and addresses', () => {
    expect(pageWords('/market/SPY')).toBe('SPY');
    expect(PAGES.filter((route) => pageWords(route).includes('/'))).toEqual(PAGES.filter((route) => route.includes(':')));
    expect(hrefOf(knownPage('/market/ES=F')!)).toBe('/market/ES%3DF');
  });
});
