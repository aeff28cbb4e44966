import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { LoadingAhead } from './ahead';
import { onLinkSign } from './linkSigns';
import { onPageStands } from './recording';

const LATEST = 2_000;

/** Calls when the browser has nothing else to do; returns how to give that up. */
export function whenIdle(what: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(what, { timeout: LATEST });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(what, 200);
  return () => clearTimeout(timer);
}

/**
 * Loads ahead what the user will probably open next, once the page in sight stands and the browser is idle, and the page of
 * a link as soon as that shows a sign of being opened; gives it up when he goes elsewhere. Does nothing for users who have not agreed to be recorded, nor for those who save data.
 *
 * @param page the path in sight
 * @param agreed whether the user agreed
 */
export function usePredictiveLoading(page: string, agreed: boolean): void {
  const client = useQueryClient();
  const ahead = useRef<LoadingAhead>(undefined);
  useEffect(() => {
    if (!agreed) {
      return undefined;
    }
    ahead.current ??= new LoadingAhead(client);
    const loading = ahead.current;
    loading.leave(page);
    let giveUp = () => {};
    const stop = onPageStands((stands) => {
      if (stands === page) {
        giveUp();
        giveUp = whenIdle(() => void loading.from(page));
      }
    });
    const stopSigns = onLinkSign((to, sign) => void loading.link(page, to, sign));
    return () => {
      stop();
      stopSigns();
      giveUp();
    };
  }, [client, page, agreed]);
  // signed out, or no longer agreed
  useEffect(() => () => ahead.current?.leave(''), [agreed]);
}
