import { ColorType, createChart, CrosshairMode, type IChartApi } from 'lightweight-charts';
import type { Palette } from './palette';

/** A chart that fills its element and looks like the portal. The attribution stands on the About page. */
export function chartIn(element: HTMLElement, colours: Palette): IChartApi {
  const chart = createChart(element, {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: colours.ground },
      textColor: colours.text,
      fontFamily: '"Red Hat Text", sans-serif',
      fontSize: 11,
      // it would add an inline style element, which the content security policy forbids
      attributionLogo: false,
    },
    grid: { vertLines: { visible: false }, horzLines: { color: colours.line } },
    crosshair: { mode: CrosshairMode.Magnet },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderColor: colours.line, fixLeftEdge: true, fixRightEdge: true },
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false },
    localization: { locale: 'en-US', dateFormat: 'dd MMM yyyy' },
  });
  // a card beside it that comes later takes half of the width: without this, half of the days would go with it
  let width = element.clientWidth;
  // and until someone drags it, an axis that grows with its labels must not push the last days out either
  let touched = false;
  element.addEventListener('pointerdown', () => {
    touched = true;
  });
  chart.timeScale().subscribeSizeChange(() => {
    if (!touched || element.clientWidth !== width) {
      width = element.clientWidth;
      chart.timeScale().fitContent();
    }
  });
  return chart;
}
