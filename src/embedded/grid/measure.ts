import type { FullStyle } from './view/cellStyle';
import type { Measure } from './view/sheetView';

const PIXELS_A_POINT = 4 / 3;

/** Measures with the browser's own fonts; remembers, because a refresh asks thousands of times. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, style) => {
    const font = fontOf(style);
    const key = `${font} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (!context) return 0;
    context.font = font;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

function fontOf({ bl, it, fs, ff }: FullStyle): string {
  return `${it ? 'italic ' : ''}${bl ? 'bold ' : ''}${(fs ?? 11) * PIXELS_A_POINT}px ${ff ?? 'sans-serif'}`;
}
