import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { choice, remembered } from '../portfolio/chosen';
import type { Portfolio } from '../portfolio/portfolios';
import { onAnswer } from '../server/request';
import { Beacon, type LookAction, type Visit, type VisitAction } from './beacon';
import { queriesOf } from './pageQueries';
import { isSymbol, type KnownPage, knownPage } from './pages';
import { type Opening, PageWatch } from './watch';
import { forgetLoadedAhead, takeLoadedAhead } from './warmth';

let client: QueryClient | undefined;
let referrer: string | undefined;
/** Whether no page of this window has been looked at yet, the one for signing in among them. */
let first = true;
const warm = new Map<string, boolean>();
const stands = new Set<(path: string) => void>();

export const beacon = new Beacon(() => void client?.invalidateQueries({ queryKey: ['behavior'] }));
export const watch = new PageWatch(tell, (path) => stands.forEach((listener) => listener(path)));

/** Calls back whenever a page's content has been painted; returns how to stop that. */
export function onPageStands(listener: (path: string) => void): () => void {
  stands.add(listener);
  return () => stands.delete(listener);
}

/** The portfolio that the user has chosen, if it is one of his. */
function chosenPortfolio(): string | undefined {
  const page = knownPage(window.location.pathname);
  if (page?.route === '/portfolios/:id') {
    return page.instance;
  }
  const own = client?.getQueryData<Portfolio[]>(['portfolio']);
  return own && choice(own, new URLSearchParams(window.location.search).get('portfolio'), remembered())?.id;
}

function tell(opening: Opening): void {
  const page = knownPage(opening.path);
  if (!page) {
    return;
  }
  const from = opening.from && knownPage(opening.from)?.path;
  const portfolio = page.route === '/portfolios/:id' ? page.instance : chosenPortfolio();
  const visit: Visit = {
    page: page.path,
    ...(from ? { from } : {}),
    action: opening.action,
    at: opening.at,
    ...(opening.durationMillis === undefined || !from ? {} : { durationMillis: opening.durationMillis }),
    ...(opening.loadMillis === undefined ? {} : { loadMillis: opening.loadMillis }),
    warm: warm.get(opening.path) ?? false,
    ...sourceCalls(page, opening),
    ...(portfolio ? { portfolio } : {}),
    ...(referrer ? { referrer } : {}),
  };
  warm.delete(opening.path);
  referrer = undefined;
  beacon.visit(visit);
}

/** None where the browser had all; nothing is told where the answers were of no shelf. */
function sourceCalls(page: KnownPage, { answers }: Opening): { sourceCalls?: number } {
  const fromBrowser = answers.all === 0 && client !== undefined && queriesOf(page, client).length > 0;
  return answers.ofShelves > 0 || fromBrowser ? { sourceCalls: answers.calls } : {};
}

/** A look at a symbol, if the user agreed that such are recorded. */
export function look(symbol: string, action: LookAction): void {
  if (isSymbol(symbol)) {
    const page = knownPage(window.location.pathname);
    const portfolio = chosenPortfolio();
    beacon.look({
      symbol,
      ...(page ? { page: page.path } : {}),
      action,
      at: new Date().toISOString(),
      ...(portfolio ? { portfolio } : {}),
    });
  }
}

/** A look at a symbol as soon as it is known, once for each; on a page just loaded, as soon as it is known whether he agreed. */
export function useLook(symbol: string | undefined, action: LookAction): void {
  useEffect(() => (symbol ? beacon.whenAllowed(() => look(symbol, action)) : undefined), [symbol, action]);
}

/** A page was put into the document: by the browser itself, where it is the first of this window, else by the router. */
export function arrived(path: string, action: VisitAction): void {
  if (path === watch.path) {
    return;
  }
  const isFirst = first;
  first = false;
  if (client) {
    warm.set(path, takeLoadedAhead(path, client));
  }
  watch.arrived(path, isFirst ? firstAction() : action, isFirst ? firstStart() : undefined);
}

/** Nobody is signed in any more, or another. */
export function stopRecording(): void {
  beacon.allow(false);
  watch.left();
  warm.clear();
  forgetLoadedAhead();
}

/** How the first page of this window was come by. */
function firstAction(): VisitAction {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload' ? 'RELOAD' : entry?.type === 'back_forward' ? 'BACK' : 'OPEN';
}

/** When the browser began to load this window, on the clock of `performance.now()`. */
function firstStart(): number | undefined {
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { activationStart?: number })[];
  return entry && Math.max(entry.startTime, entry.activationStart ?? 0);
}

interface Router {
  state: RouterState;
  subscribe(listener: (state: RouterState) => void): unknown;
}

interface RouterState {
  location: { pathname: string };
  navigation: { state: string; location?: { pathname: string } | undefined };
}

/** Begins to watch the router and the window; once for each window. */
export function record(router: Router, queries: QueryClient): void {
  client = queries;
  watch.over(queries.getQueryCache());
  onAnswer((cacheStatus) => watch.heard(cacheStatus));
  first = knownPage(router.state.location.pathname) !== undefined;
  let event: number | undefined;
  const asks = ({ timeStamp }: Event) => {
    event = timeStamp;
    // what starts later was not started by this event
    setTimeout(() => (event = undefined));
  };
  window.addEventListener('click', asks, true);
  window.addEventListener('popstate', asks, true);
  router.subscribe(({ location, navigation }) => {
    const to = navigation.state === 'idle' ? location.pathname : navigation.location?.pathname;
    if (to !== undefined) {
      watch.begin(to, event ?? performance.now());
    }
    first &&= knownPage(location.pathname) !== undefined;
    if (navigation.state === 'idle') {
      watch.settled(location.pathname);
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      watch.hidden();
      void beacon.flush(true);
    }
  });
  window.addEventListener('pagehide', () => {
    watch.left();
    void beacon.flush(true);
  });
  if (document.referrer && URL.canParse(document.referrer)) {
    const { origin } = new URL(document.referrer);
    referrer = origin !== window.location.origin && origin !== 'null' ? origin.slice(0, 200) : undefined;
  }
}
