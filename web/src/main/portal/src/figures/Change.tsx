import { type Decimal, direction } from './amounts';

interface Props {
  /** Decides arrow and colour. */
  of: Decimal | null | undefined;
  /** The figure itself, already written with its sign. */
  children: string;
  /** Further text after it, in the same colour. */
  and?: string;
}

const ARROWS = { '-1': '▼', 0: '', 1: '▲' } as const;

/** A gain or a loss: told by sign, arrow and colour, so that colour alone never carries it. */
export function Change({ of, children, and }: Props) {
  const way = direction(of);
  const tone = way > 0 ? 'mg-gain' : way < 0 ? 'mg-loss' : 'mg-flat';
  return (
    <span className={`mg-change ${tone}`}>
      {way !== 0 && (
        <span aria-hidden="true" className="mg-change__arrow">
          {ARROWS[way]}
        </span>
      )}
      {children}
      {and ? ` ${and}` : ''}
    </span>
  );
}
