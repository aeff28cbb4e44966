import type { FetchQueryOptions, FetchInfiniteQueryOptions, QueryClient } from '@tanstack/react-query';
import { importsQuery } from '../imports/imports';
import { calendarRange, clockQuery, FIRST_DAYS_AHEAD } from '../market/clock';
import { firstBars } from '../market/pricing';
import { actionsQuery, calendarQuery, chainQuery, quoteQuery, quotesQuery, symbolQuery, symbolsQuery } from '../market/market';
import { choice, remembered } from '../portfolio/chosen';
import { chartedFirst, holdingsQuery, portfolioQuery, portfoliosQuery, transactionsQuery, valueHistoryQuery } from '../portfolio/portfolios';
import { riskQuery } from '../risk/reports';
import { runsQuery } from '../runs/runs';
import { behaviorLogQuery, consentQuery, patternsQuery } from './behavior';
import type { KnownPage } from './pages';

/** A query as its hook asks it. */
// each has its own type of answer, which nobody here looks at
export type AnyQuery = (FetchQueryOptions<any, any, any, any> | FetchInfiniteQueryOptions<any, any, any, any, any>) & {
  enabled?: unknown;
};

/**
 * What a page asks the server for first, made of the very queries that its hooks ask. Some depend on others' answers: the
 * list is asked for again when those have come, until it grows no more.
 */
export function queriesOf({ route, instance }: KnownPage, client: QueryClient): AnyQuery[] {
  switch (route) {
    case '/':
      return dashboard(client);
    case '/portfolios':
      return [portfoliosQuery()];
    case '/portfolios/:id':
      return [portfolioQuery(instance), transactionsQuery(instance)];
    case '/import': {
      const chosen = chosenOf(client);
      return [portfoliosQuery(), ...(chosen ? [importsQuery(chosen)] : [])];
    }
    case '/risk': {
      const chosen = chosenOf(client);
      return [portfoliosQuery(), ...(chosen ? [riskQuery(chosen, 'var'), riskQuery(chosen, 'stress'), riskQuery(chosen, 'projection')] : [])];
    }
    case '/runs':
      return [runsQuery(), portfoliosQuery()];
    case '/market':
      return market(client);
    case '/market/:symbol':
      return [quoteQuery(instance), chainQuery(instance), actionsQuery(instance), ...prices(instance, client)];
    case '/calendar':
      return [clockQuery(), calendarQuery(...calendarRange(client.getQueryData(clockQuery().queryKey), FIRST_DAYS_AHEAD))];
    case '/my-data':
      return [consentQuery(), patternsQuery(), behaviorLogQuery()];
    default:
      return [];
  }
}

/** The portfolio that pages about a chosen one show, once their list is known. */
export function chosenOf(client: QueryClient): string | undefined {
  return choice(client.getQueryData(portfoliosQuery().queryKey) ?? [], null, remembered())?.id;
}

function dashboard(client: QueryClient): AnyQuery[] {
  const id = chosenOf(client);
  const items = id ? client.getQueryData(holdingsQuery(id).queryKey)?.items : undefined;
  const charted = items && chartedFirst(items);
  return [
    portfoliosQuery(),
    runsQuery(),
    ...(id ? [holdingsQuery(id), valueHistoryQuery(id)] : []),
    ...(charted ? prices(charted, client) : []),
  ];
}

function market(client: QueryClient): AnyQuery[] {
  const list = symbolsQuery('');
  const symbols = client.getQueryData(list.queryKey)?.pages[0]?.items.map((one) => one.symbol);
  return [list, ...(symbols && symbols.length > 0 ? [quotesQuery(symbols)] : [])];
}

function prices(symbol: string, client: QueryClient): AnyQuery[] {
  const instrument = client.getQueryData(symbolQuery(symbol).queryKey);
  const clock = client.getQueryData(clockQuery().queryKey);
  return [clockQuery(), symbolQuery(symbol), ...(instrument && clock ? [firstBars(symbol, instrument, clock)] : [])];
}
