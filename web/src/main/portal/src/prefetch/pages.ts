import { matchRoutes, type RouteObject } from 'react-router';

/** The pages that may be recorded and loaded ahead: the server's list, which a test holds equal to this one. */
export const PAGES = [
  '/',
  '/portfolios',
  '/portfolios/:id',
  '/risk',
  '/import',
  '/recommendations',
  '/options',
  '/taxes',
  '/alerts',
  '/runs',
  '/runs/:run',
  '/market',
  '/market/:symbol',
  '/calendar',
  '/account',
  '/about',
  '/my-data',
  '/admin/market-data',
  '/admin/cache',
  '/admin/prefetch',
  '/admin/recommendations',
  '/admin/accounts',
  '/admin/audit',
] as const;

export type Route = (typeof PAGES)[number];

const WORDS: Record<Route, string> = {
  '/': 'Dashboard',
  '/portfolios': 'Portfolios',
  '/portfolios/:id': 'A portfolio',
  '/risk': 'Risk',
  '/import': 'Import',
  '/recommendations': 'Recommendations',
  '/options': 'Options',
  '/taxes': 'Taxes',
  '/alerts': 'Alerts',
  '/runs': 'Analyses',
  '/runs/:run': 'An analysis',
  '/market': 'Symbols',
  '/market/:symbol': 'A symbol',
  '/calendar': 'Calendar',
  '/account': 'Account and tokens',
  '/about': 'About Magnus',
  '/my-data': 'My data',
  '/admin/market-data': 'Market data and clock',
  '/admin/cache': 'Cache',
  '/admin/prefetch': 'Predictions',
  '/admin/recommendations': 'How recommendations fare',
  '/admin/accounts': 'Accounts',
  '/admin/audit': 'Audit log',
};

// the server's own, which a test holds equal to this one
const SYMBOL = /^(?=.{1,40}$)\^?[A-Z0-9][A-Z0-9._\-=$+^]*(?:\/[A-Z0-9][A-Z0-9._\-=$+^]*)?$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A page of the portal: its route, and the one that it is about where the route names one. */
export interface KnownPage {
  route: Route;
  instance: string;
  /** Decoded, without a query: as the server knows it. */
  path: string;
}

/** Whether that may be a symbol. */
export function isSymbol(text: string): boolean {
  return SYMBOL.test(text);
}

export function isId(text: string): boolean {
  return ID.test(text);
}

/** The page at an address; undefined where the portal has none, so that nothing else is ever told. */
export function knownPage(pathname: string): KnownPage | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname.replace(/[?#].*$/, ''));
  } catch {
    return undefined;
  }
  const exact = PAGES.find((route) => route === path && !route.includes(':'));
  if (exact) {
    return { route: exact, instance: '', path };
  }
  for (const route of PAGES) {
    const colon = route.indexOf(':');
    if (colon > 0 && path.startsWith(route.slice(0, colon))) {
      const instance = path.slice(colon);
      if (route.endsWith(':symbol') ? isSymbol(instance) : isId(instance)) {
        return { route, instance, path };
      }
    }
  }
  return undefined;
}

/** The address of a page, for a link. */
export function hrefOf(page: KnownPage): string {
  return page.instance ? page.route.slice(0, page.route.indexOf(':')) + encodeURIComponent(page.instance) : page.path;
}

/** A page in words; a symbol is itself. */
export function pageWords(path: string): string {
  const page = knownPage(path);
  if (!page) {
    return path;
  }
  return page.route === '/market/:symbol' ? page.instance : WORDS[page.route];
}

let known: RouteObject[] = [];

/** Names the routes whose code {@link loadCode} loads. */
export function registerRoutes(routes: RouteObject[]): void {
  known = routes;
}

/** Loads the code of a page, as opening it would; whatever has come already is not loaded again. */
export async function loadCode(path: string): Promise<void> {
  const matches = matchRoutes(known, path) ?? [];
  await Promise.all(matches.map(({ route }) => (typeof route.lazy === 'function' ? route.lazy() : undefined)));
}
