import { AreaSeries, type IChartApi, type ISeriesApi, LineSeries, LineStyle, LineType } from 'lightweight-charts';
import { useEffect, useRef } from 'react';
import { useDark } from '../shell/theme';
import { chartIn } from './canvas';
import type { Line } from './lines';
import { palette } from './palette';

interface Props {
  dates: string[];
  lines: Line[];
  write(value: number): string;
  index: number | undefined;
  onIndex(index: number | undefined): void;
}

/** Values over time; the first line may be an area, further ones are dashed so that they differ without colour. */
export default function LineCanvas({ dates, lines, write, index, onIndex }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<IChartApi>(undefined);
  const first = useRef<ISeriesApi<'Area' | 'Line'>>(undefined);
  const dark = useDark();

  useEffect(() => {
    if (!element.current) {
      return;
    }
    const colours = palette();
    const made = chartIn(element.current, colours);
    first.current = undefined;
    for (const line of lines) {
      const colour = colours[line.colour];
      const shared = {
        lineWidth: 2 as const,
        priceLineVisible: false,
        lineType: line.steps ? LineType.WithSteps : LineType.Simple,
        priceFormat: { type: 'custom' as const, formatter: write, minMove: 0.0001 },
      };
      const series = line.area
        ? made.addSeries(AreaSeries, {
            ...shared,
            lineColor: colour,
            topColor: `${colour}40`,
            bottomColor: `${colour}05`,
            invertFilledArea: line.area === 'above',
          })
        : made.addSeries(LineSeries, { ...shared, color: colour, lineStyle: first.current ? LineStyle.Dashed : LineStyle.Solid });
      series.setData(
        dates.flatMap((date, place) => {
          const value = line.values[place];
          return value === undefined || !Number.isFinite(value) ? [] : [{ time: date, value }];
        }),
      );
      first.current ??= series as ISeriesApi<'Area' | 'Line'>;
    }
    made.timeScale().fitContent();
    const places = new Map(dates.map((date, place) => [date, place]));
    made.subscribeCrosshairMove((move) => onIndex(typeof move.time === 'string' ? places.get(move.time) : undefined));
    chart.current = made;
    return () => made.remove();
  }, [dates, lines, write, dark, onIndex]);

  useEffect(() => {
    const date = index === undefined ? undefined : dates[index];
    const value = index === undefined ? undefined : lines[0]?.values[index];
    if (date && value !== undefined && first.current) {
      chart.current?.setCrosshairPosition(value, date, first.current);
    }
  }, [index, dates, lines]);

  return <div ref={element} className="mg-canvas" />;
}
