/** The colours of the theme that is on, for what is drawn on a canvas and cannot use CSS itself. */
export interface Palette {
  ground: string;
  text: string;
  line: string;
  gain: string;
  loss: string;
  accent: string;
  accentSoft: string;
  second: string;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: colour('--mg-ground'),
    text: colour('--mg-axis'),
    line: colour('--mg-grid'),
    gain: colour('--mg-gain'),
    loss: colour('--mg-loss'),
    accent: colour('--mg-accent'),
    accentSoft: colour('--mg-accent-soft'),
    second: colour('--mg-second'),
  };
}
