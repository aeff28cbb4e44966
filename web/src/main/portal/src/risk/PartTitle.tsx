import { CardTitle } from '@patternfly/react-core';
import { createContext, type ReactNode, useContext } from 'react';

/** Under which heading the parts of an analysis stand: `h2` on a page of their own, `h3` inside a card. */
export const PartLevel = createContext<'h2' | 'h3'>('h3');

/** The title of one part of an analysis. */
export function PartTitle({ children }: { children: ReactNode }) {
  return <CardTitle component={useContext(PartLevel)}>{children}</CardTitle>;
}
