import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { type Portfolio, usePortfolios } from './portfolios';

const KEY = 'magnus.portfolio';

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The portfolio that pages are about: the address's, else the one looked at last, else the first. */
export function useChosenPortfolio() {
  const [search, setSearch] = useSearchParams();
  const { data: portfolios, isPending, error, refetch } = usePortfolios();
  const wanted = search.get('portfolio') ?? remembered();
  const chosen: Portfolio | undefined = portfolios?.find((portfolio) => portfolio.id === wanted) ?? portfolios?.[0];
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
  return { portfolios, chosen, choose, isPending, error, refetch };
}
