import { useEffect } from 'react';

/** Names the page in the browser's tab, history and to a screen reader. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · Magnus`;
  }, [page]);
}
