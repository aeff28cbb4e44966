import { lazy, useState } from 'react';
import { shortDate } from '../figures/dates';
import { ChartFrame } from './ChartFrame';
import type { Line } from './lines';

const LineCanvas = lazy(() => import('./LineCanvas'));

interface Props {
  /** What the lines are, without dates. */
  subject: string;
  dates: string[];
  lines: Line[];
  /** Writes a value; must be the same function on every render, or the chart is drawn anew. */
  write(value: number): string;
  controls?: React.ReactNode;
  size?: 'small' | 'medium' | 'large';
}

/** Lines over dates, with a legend that follows the pointer. */
export function LineChart({ subject, dates, lines, write, controls, size }: Props) {
  const [index, setIndex] = useState<number>();
  const from = dates[0];
  const to = dates.at(-1);
  const value = (line: Line, place: number) => {
    const number = line.values[place];
    return number === undefined ? '–' : write(number);
  };
  const ends = lines.map((line) => `${line.name} ${value(line, dates.length - 1)}`).join(', ');
  return (
    <ChartFrame
      description={from && to ? `${subject} from ${shortDate(from)} to ${shortDate(to)}; at the end ${ends}.` : `${subject}: nothing yet.`}
      count={dates.length}
      index={index}
      onIndex={setIndex}
      controls={controls}
      {...(size ? { size } : {})}
      columns={[
        { name: 'Date', cell: (place) => shortDate(dates[place] as string) },
        ...lines.map((line) => ({ name: line.name, cell: (place: number) => value(line, place) })),
      ]}
      legend={(place) => (
        <>
          <span>{shortDate(dates[place] as string)}</span>
          {lines.map((line, order) => (
            <span key={line.name}>
              <span aria-hidden="true" className={`mg-key mg-key--${line.colour} ${order > 0 ? 'mg-key--dashed' : ''}`} />
              {line.name} <strong>{value(line, place)}</strong>
            </span>
          ))}
        </>
      )}
    >
      <LineCanvas dates={dates} lines={lines} write={write} index={index} onIndex={setIndex} />
    </ChartFrame>
  );
}
