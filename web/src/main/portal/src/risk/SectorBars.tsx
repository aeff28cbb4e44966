import { money, percent } from '../figures/amounts';
import type { SectorItem } from './results';

interface Props {
  items: SectorItem[];
  currency: string;
}

/** With options by their delta equivalent, where that is known. */
function weightOf(item: SectorItem): number {
  return item.exposureWeight ?? item.weight ?? 0;
}

/** Shares of the whole as bars from a common zero; a short sector goes the other way and is hatched. */
export function SectorBars({ items, currency }: Props) {
  const widest = Math.max(...items.map((item) => Math.abs(weightOf(item))), 0.0001);
  return (
    <ul className="mg-bars">
      {[...items]
        .sort((one, other) => weightOf(other) - weightOf(one))
        .map((item) => (
          <li key={item.sector}>
            <span className="mg-bars__name" title={item.symbols?.join(', ')}>
              {item.sector}
            </span>
            <span className="mg-bars__track" aria-hidden="true">
              <span
                className={`mg-bars__bar ${weightOf(item) < 0 ? 'mg-bars__bar--short' : ''}`}
                style={{ inlineSize: `${(Math.abs(weightOf(item)) / widest) * 100}%` }}
              />
            </span>
            <span className="mg-bars__figure">{percent(weightOf(item), 1)}</span>
            <span className="mg-bars__money">{money(item.value, currency)}</span>
          </li>
        ))}
    </ul>
  );
}
