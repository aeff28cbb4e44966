import { useRef } from 'react';
import { useSize } from '../charts/useSize';
import { type Mark, scaleTo } from './frontier';

interface Props {
  marks: Mark[];
  index: number;
  onIndex(index: number | undefined): void;
}

const EDGE = { left: 48, right: 14, top: 14, bottom: 42 };

/** Calls of the source across, error up: the nearer a policy lies to the corner at 0, the better. */
export function FrontierPicture({ marks, index, onIndex }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(element);
  const across = scaleTo(Math.max(...marks.map(({ point }) => point.callsOfFixed)));
  const up = scaleTo(Math.max(...marks.map(({ point }) => point.meanErrorBp)) * 1.02);
  const x = (calls: number) => EDGE.left + ((width - EDGE.left - EDGE.right) * calls) / across.most;
  const y = (error: number) => height - EDGE.bottom - ((height - EDGE.top - EDGE.bottom) * error) / up.most;
  const at = (mark: Mark) => [x(mark.point.callsOfFixed), y(mark.point.meanErrorBp)] as const;
  const bounded = marks.filter((mark) => mark.kind === 'bounded');

  const nearest = (event: React.PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const distances = marks.map((mark) => {
      const [right, down] = at(mark);
      return Math.hypot(event.clientX - box.left - right, event.clientY - box.top - down);
    });
    onIndex(distances.indexOf(Math.min(...distances)));
  };

  return (
    <div ref={element} className="mg-frontier">
      {width > 0 && height > 0 && (
        <svg width={width} height={height} aria-hidden="true" onPointerMove={nearest} onPointerLeave={() => onIndex(undefined)}>
          {across.ticks.map((tick) => (
            <g key={tick}>
              <line className="mg-frontier__grid" x1={x(tick)} y1={EDGE.top} x2={x(tick)} y2={height - EDGE.bottom} />
              <text x={x(tick)} y={height - EDGE.bottom + 16} textAnchor="middle">
                {tick}
              </text>
            </g>
          ))}
          {up.ticks.map((tick) => (
            <g key={tick}>
              <line className="mg-frontier__grid" x1={EDGE.left} y1={y(tick)} x2={width - EDGE.right} y2={y(tick)} />
              <text x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
          <text x={(EDGE.left + width - EDGE.right) / 2} y={height - 6} textAnchor="middle">
            calls of the source, fixed lifespans = 1
          </text>
          <text transform={`translate(12 ${(EDGE.top + height - EDGE.bottom) / 2}) rotate(-90)`} textAnchor="middle">
            mean error, bp
          </text>
          <polyline className="mg-frontier__curve" points={bounded.map((mark) => at(mark).map((place) => place.toFixed(1)).join(',')).join(' ')} />
          {marks.map((mark, order) => (
            <Dot key={mark.name} mark={mark} place={at(mark)} chosen={order === index} />
          ))}
        </svg>
      )}
    </div>
  );
}

/** Told apart by shape, not by colour alone: squares are fixed lifespans, a diamond the rule, circles the bounds. */
function Dot({ mark, place: [right, down], chosen }: { mark: Mark; place: readonly [number, number]; chosen: boolean }) {
  const radius = mark.shipped ? 6.5 : 4.5;
  // The curve falls to the right: what is written above it and to the right does not cross it.
  const bounded = mark.kind === 'bounded';
  const atEdge = mark.point.callsOfFixed > 0.8;
  return (
    <g className={`mg-frontier__mark mg-frontier__mark--${mark.kind}`}>
      {chosen && <circle className="mg-frontier__chosen" cx={right} cy={down} r={radius + 5} />}
      {mark.kind === 'fixed' && <rect x={right - 4.5} y={down - 4.5} width="9" height="9" />}
      {mark.kind === 'rule' && <path d={`M${right} ${down - 6}l6 6l-6 6l-6 -6z`} />}
      {bounded && <circle cx={right} cy={down} r={radius} />}
      {bounded ? (
        <text x={right + radius + 3} y={down - 5} className={mark.shipped ? 'mg-frontier__shipped' : ''}>
          {mark.name}
          {mark.shipped ? ', shipped' : ''}
        </text>
      ) : (
        <text
          x={atEdge ? right : right + 9}
          y={atEdge ? (mark.kind === 'rule' ? down + 20 : down - 11) : down + 4}
          textAnchor={atEdge ? 'end' : 'start'}
        >
          {mark.name}
        </text>
      )}
    </g>
  );
}
