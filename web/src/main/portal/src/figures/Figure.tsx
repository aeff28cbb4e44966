import { Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Term } from './Term';

interface Props {
  label: string;
  /** What the figure means, shown on hover and focus of its label. */
  explanation?: string;
  children: ReactNode;
  /** Under the figure, smaller. */
  note?: ReactNode;
  loading?: boolean;
}

/** One figure with its name. */
export function Figure({ label, explanation, children, note, loading = false }: Props) {
  return (
    <div className="mg-figure">
      <dt>{explanation ? <Term explanation={explanation}>{label}</Term> : label}</dt>
      <dd>
        <span className="mg-figure__value">{loading ? <Skeleton width="6rem" screenreaderText={`Loading ${label}`} /> : children}</span>
        {note && !loading && <span className="mg-figure__note">{note}</span>}
      </dd>
    </div>
  );
}
