import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { type Portfolio, usePortfolios } from './portfolios';

const KEY = 'magnus.portfolio';

/** The portfolio that was looked at last in this browser, whosever it was. */
export function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * Of the portfolios there are: the address's, else the one looked at last, else the first. An address that names none of
 * them chooses nothing, rather than showing another portfolio under it.
 */
export function choice(portfolios: Portfolio[], asked: string | null, last: string | null): Portfolio | undefined {
  const find = (id: string | null) => portfolios.find((portfolio) => portfolio.id === id);
  return asked ? find(asked) : (find(last) ?? portfolios[0]);
}

/** The portfolio that pages are about; `unknown` where the address names one that is not the reader's. */
export function useChosenPortfolio() {
  const [search, setSearch] = useSearchParams();
  const { data: portfolios, isPending, isFetching, error, refetch } = usePortfolios();
  const asked = search.get('portfolio');
  const chosen = portfolios && choice(portfolios, asked, remembered());
  // one that was just made is in the list only when that has come again
  const unknown = Boolean(asked) && portfolios !== undefined && !chosen && !isFetching;
  const choose = useCallback(
    (id: string) => {
      try {
        localStorage.setItem(KEY, id);
      } catch {
        // the address remembers it
      }
      setSearch({ portfolio: id });
    },
    [setSearch],
  );
  return { portfolios, chosen, unknown, choose, isPending, error, refetch };
}
