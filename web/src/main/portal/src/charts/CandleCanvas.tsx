import { CandlestickSeries, HistogramSeries, type IChartApi, type ISeriesApi } from 'lightweight-charts';
import { useEffect, useRef } from 'react';
import type { Bar } from '../market/market';
import { useDark } from '../shell/theme';
import { ratio } from '../figures/amounts';
import { chartIn } from './canvas';
import { gaps, weekdays } from './gaps';
import { palette } from './palette';

interface Props {
  bars: Bar[];
  /** Which bar the crosshair stands on. */
  index: number | undefined;
  onIndex(index: number | undefined): void;
}

/** Candles with volume: hollow when the day closed higher, filled when lower, so that colour is not needed. */
export default function CandleCanvas({ bars, index, onIndex }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<IChartApi>(undefined);
  const candles = useRef<ISeriesApi<'Candlestick'>>(undefined);
  const dark = useDark();

  useEffect(() => {
    if (!element.current) {
      return;
    }
    const colours = palette();
    const made = chartIn(element.current, colours);
    const series = made.addSeries(CandlestickSeries, {
      upColor: colours.ground,
      borderUpColor: colours.gain,
      wickUpColor: colours.gain,
      downColor: colours.loss,
      borderDownColor: colours.loss,
      wickDownColor: colours.loss,
      // the room for the volume reaches below zero, where no price is
      priceFormat: { type: 'custom', formatter: (price: number) => (price < 0 ? '' : ratio(price)), minMove: 0.01 },
    });
    const volume = made.addSeries(HistogramSeries, {
      color: colours.line,
      priceFormat: { type: 'volume' },
      priceScaleId: '',
      lastValueVisible: false,
      priceLineVisible: false,
    });
    volume.priceScale().applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
    series.priceScale().applyOptions({ scaleMargins: { top: 0.06, bottom: 0.2 } });
    const without = gaps(bars.map((bar) => bar.date)).flatMap(weekdays);
    const candle = ({ date, open, high, low, close }: Bar) => ({ time: date, open, high, low, close });
    series.setData(
      [...bars.map(candle), ...without.map((time) => ({ time }))].sort((one, other) => one.time.localeCompare(other.time)),
    );
    volume.setData(bars.map((bar) => ({ time: bar.date, value: bar.volume ?? 0 })));
    made.timeScale().fitContent();
    const places = new Map(bars.map((bar, place) => [bar.date, place]));
    made.subscribeCrosshairMove((move) => onIndex(typeof move.time === 'string' ? places.get(move.time) : undefined));
    chart.current = made;
    candles.current = series;
    return () => made.remove();
  }, [bars, dark, onIndex]);

  useEffect(() => {
    const bar = index === undefined ? undefined : bars[index];
    if (bar && candles.current) {
      chart.current?.setCrosshairPosition(bar.close, bar.date, candles.current);
    }
  }, [index, bars]);

  return <div ref={element} className="mg-canvas" />;
}
