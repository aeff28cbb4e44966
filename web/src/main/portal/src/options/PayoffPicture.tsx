import { useRef } from 'react';
import { useSize } from '../charts/useSize';
import { roundMoney } from '../figures/amounts';
import type { PayoffPoint } from './options';
import { ticksBetween } from './ticks';

interface Props {
  payoff: PayoffPoint[];
  spot: number;
  breakEvens: number[];
  index: number | undefined;
  onIndex(index: number | undefined): void;
}

const EDGE = { left: 60, right: 16, top: 12, bottom: 40 };

/** Price across, profit up; what earns and what loses are filled on their side of zero. */
export function PayoffPicture({ payoff, spot, breakEvens, index, onIndex }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(element);
  const low = payoff[0]?.price ?? 0;
  const high = payoff.at(-1)?.price ?? 1;
  const profits = payoff.map((point) => point.profit);
  const top = Math.max(0, ...profits);
  const bottom = Math.min(0, ...profits);
  const room = 0.06 * (top - bottom);
  const x = (price: number) => EDGE.left + ((width - EDGE.left - EDGE.right) * (price - low)) / (high - low);
  const y = (profit: number) => EDGE.top + ((height - EDGE.top - EDGE.bottom) * (top + room - profit)) / (top - bottom + 2 * room);
  const line = payoff.map((point) => `${x(point.price).toFixed(1)},${y(point.profit).toFixed(1)}`).join(' ');
  const side = (clip: (profit: number) => number) =>
    `${x(low)},${y(0)} ${payoff.map((point) => `${x(point.price).toFixed(1)},${y(clip(point.profit)).toFixed(1)}`).join(' ')} ${x(high)},${y(0)}`;
  const chosen = index === undefined ? undefined : payoff[index];

  const nearest = (event: React.PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const away = payoff.map((point) => Math.abs(x(point.price) - at));
    onIndex(away.indexOf(Math.min(...away)));
  };

  return (
    <div ref={element} className="mg-frontier">
      {width > 0 && height > 0 && (
        <svg width={width} height={height} aria-hidden="true" onPointerMove={nearest} onPointerLeave={() => onIndex(undefined)}>
          {ticksBetween(low, high, width < 500 ? 4 : 8).map((tick) => (
            <g key={tick}>
              <line className="mg-frontier__grid" x1={x(tick)} y1={EDGE.top} x2={x(tick)} y2={height - EDGE.bottom} />
              <text x={x(tick)} y={height - EDGE.bottom + 16} textAnchor="middle">
                {tick}
              </text>
            </g>
          ))}
          {ticksBetween(bottom - room, top + room, 5).map((tick) => (
            <g key={tick}>
              <line className="mg-frontier__grid" x1={EDGE.left} y1={y(tick)} x2={width - EDGE.right} y2={y(tick)} />
              <text x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
                {roundMoney(tick)}
              </text>
            </g>
          ))}
          <polygon className="mg-payoff__gain" points={side((profit) => Math.max(0, profit))} />
          <polygon className="mg-payoff__loss" points={side((profit) => Math.min(0, profit))} />
          <line className="mg-payoff__zero" x1={EDGE.left} y1={y(0)} x2={width - EDGE.right} y2={y(0)} />
          <line className="mg-payoff__spot" x1={x(spot)} y1={EDGE.top} x2={x(spot)} y2={height - EDGE.bottom} />
          <polyline className="mg-frontier__curve" points={line} />
          {breakEvens
            .filter((price) => price >= low && price <= high)
            .map((price) => (
              <circle key={price} className="mg-payoff__even" cx={x(price)} cy={y(0)} r="4.5" />
            ))}
          {chosen && <circle className="mg-frontier__mark--bounded" cx={x(chosen.price)} cy={y(chosen.profit)} r="4" />}
          <text x={(EDGE.left + width - EDGE.right) / 2} y={height - 6} textAnchor="middle">
            price of the underlying
          </text>
        </svg>
      )}
    </div>
  );
}
