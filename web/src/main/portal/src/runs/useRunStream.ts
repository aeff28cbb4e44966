import { useEffect, useState } from 'react';
import { Problem } from '../server/problem';
import { request } from '../server/request';
import { hasEnded, NOTHING_YET, type RunView, withEvent } from './journal';
import type { Run } from './runs';
import { type Connection, RunStream } from './stream';

export interface WatchedRun {
  view: RunView;
  connection: Connection;
  /** Set when the run cannot be watched at all: unknown, or nobody is signed in any more. */
  problem?: Problem;
}

/**
 * Watches a run from its first event, whether it is still at work or long finished: both come from the same journal.
 * Reconnects without gap or repeat after a broken connection, a restart of the server or a reload of the page.
 * Several viewers of one run do not disturb each other. `undefined` watches nothing.
 */
export function useRunStream(run: string | undefined): WatchedRun {
  const [watched, setWatched] = useState<WatchedRun>({ view: NOTHING_YET, connection: 'closed' });

  useEffect(() => {
    setWatched({ view: NOTHING_YET, connection: run ? 'connecting' : 'closed' });
    if (!run) {
      return;
    }
    let view = NOTHING_YET;
    const stream = new RunStream(run, {
      onEvent: (event) => {
        view = withEvent(view, event);
        setWatched((before) => ({ ...before, view }));
      },
      onConnection: (connection) => setWatched((before) => ({ ...before, connection })),
      mayResume: async () => {
        try {
          const journal = await request<Run>(`/api/runs/${encodeURIComponent(run)}`);
          return journal.status === 'RUNNING' || journal.lastSequence > view.lastSequence || !hasEnded(view);
        } catch (failure) {
          const gone = failure instanceof Problem && [401, 403, 404].includes(failure.status);
          if (gone) {
            setWatched((before) => ({ ...before, problem: failure }));
          }
          return !gone;
        }
      },
    });
    return () => stream.close();
  }, [run]);

  return watched;
}
