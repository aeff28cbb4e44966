import { money, percent, type Decimal } from '../figures/amounts';

interface Props {
  items: { sector: string; value: Decimal; weight: number; symbols?: string[] }[];
  currency: string;
}

/** Shares of the whole as bars from a common zero; a short sector goes the other way and is hatched. */
export function SectorBars({ items, currency }: Props) {
  const widest = Math.max(...items.map((item) => Math.abs(item.weight)), 0.0001);
  return (
    <ul className="mg-bars">
      {[...items]
        .sort((one, other) => other.weight - one.weight)
        .map((item) => (
          <li key={item.sector}>
            <span className="mg-bars__name" title={item.symbols?.join(', ')}>
              {item.sector}
            </span>
            <span className="mg-bars__track" aria-hidden="true">
              <span
                className={`mg-bars__bar ${item.weight < 0 ? 'mg-bars__bar--short' : ''}`}
                style={{ inlineSize: `${(Math.abs(item.weight) / widest) * 100}%` }}
              />
            </span>
            <span className="mg-bars__figure">{percent(item.weight, 1)}</span>
            <span className="mg-bars__money">{money(item.value, currency)}</span>
          </li>
        ))}
    </ul>
  );
}
