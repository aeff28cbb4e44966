import { Tooltip } from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** A word that explains itself on hover and on keyboard focus. */
export function Term({ explanation, children }: { explanation: string; children: ReactNode }) {
  return (
    <Tooltip content={explanation} maxWidth="22rem" isContentLeftAligned>
      <button type="button" className="mg-term">
        {children}
      </button>
    </Tooltip>
  );
}
