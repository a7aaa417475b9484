import { shownValue } from '../../host/cells/shownText';
import type { Book } from '../../model/book';
import { axisOf, type Axis } from './axis';
import type { ChartFigures, DrawnSeries } from './chartFigures';
import { svg } from './svg';

/** Colours Excel gives to series without one. */
const ACCENTS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];
const INK = '#595959';
const LINE = '#D9D9D9';
const SMALL = 12;
const POINT = 4 / 3;
const DASHES: Readonly<Record<string, string>> = { Dash: '8 5', Dot: '2 3', DashDot: '8 4 2 4', DashDotDot: '8 4 2 4 2 4', SquareDot: '3 3', RoundDot: '2 4', LongDash: '12 5' };

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly axis: Axis;
  readonly count: number;
}

/** Draws a chart as lines, `width` × `height` pixels at 100 %. */
export function lineChart(book: Book, figures: ChartFigures, width: number, height: number): SVGElement {
  const axis = axisOf(figures.series.flatMap(({ values }) => values.filter((value) => value !== null)));
  const labels = axis.lines.map((line) => shownValue(book, line, figures.valueFormat));
  const left = 20 + Math.max(...labels.map((label) => textWidth(label)));
  const top = figures.title === '' ? 16 : 42;
  const plot: Plot = { left, top, width: width - left - 20, height: height - top - 30 - (figures.legend ? 26 : 0), axis, count: figures.categories.length };
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, width: '100%', height: '100%', role: 'img', 'aria-label': figures.title || 'グラフ', 'font-size': SMALL, fill: INK },
    svg('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: '#FFFFFF', stroke: LINE }),
    svg('text', { x: width / 2, y: 26, 'text-anchor': 'middle', 'font-size': 16, 'font-weight': 'bold' }, figures.title),
    ...axis.lines.map((line) => svg('line', { x1: left, x2: left + plot.width, y1: yOf(plot, line), y2: yOf(plot, line), stroke: line === 0 ? '#BFBFBF' : LINE })),
    ...axis.lines.map((line, index) => svg('text', { x: left - 8, y: yOf(plot, line) + 4, 'text-anchor': 'end' }, labels[index] ?? '')),
    ...figures.categories.flatMap((label, index) => (index % labelStep(figures, plot) === 0 ? [svg('text', { x: xOf(plot, index), y: top + plot.height + 20, 'text-anchor': 'middle' }, label)] : [])),
    ...figures.series.flatMap((series, index) => seriesLines(series, index, plot, figures.joinGaps)),
    ...(figures.legend ? legend(figures.series, width, height - 14) : []));
}

/** Each point stands in the middle of its share of the width. */
const xOf = (plot: Plot, index: number): number => plot.left + ((index + 0.5) * plot.width) / Math.max(1, plot.count);
const yOf = ({ top, height, axis }: Plot, value: number): number => top + height * (1 - (value - axis.lowest) / (axis.highest - axis.lowest));

/** Every so many labels are written so that they do not run into each other. */
function labelStep({ categories }: ChartFigures, plot: Plot): number {
  const widest = Math.max(1, ...categories.map(textWidth)) + 8;
  return Math.max(1, Math.ceil(widest / (plot.width / Math.max(1, plot.count))));
}

function seriesLines({ values, look }: DrawnSeries, index: number, plot: Plot, joinGaps: boolean): SVGElement[] {
  const color = look.color ?? ACCENTS[index % ACCENTS.length] ?? INK;
  const points = values.map((value, at) => (value === null ? null : { x: xOf(plot, at), y: yOf(plot, value) }));
  let pen = false;
  const path = points.map((point) => {
    if (!point) {
      pen &&= joinGaps;
      return '';
    }
    const step = `${pen ? 'L' : 'M'}${point.x.toFixed(2)} ${point.y.toFixed(2)}`;
    pen = true;
    return step;
  }).join('');
  const marks = look.marker === 'None' ? [] : points.flatMap((point) => (point ? [svg('circle', { cx: point.x, cy: point.y, r: 3.5, fill: color })] : []));
  return [svg('path', { d: path, ...stroke(look, color) }), ...marks];
}

function stroke(look: DrawnSeries['look'], color: string): Record<string, string | number> {
  return { fill: 'none', stroke: color, 'stroke-width': (look.weight ?? 2.25) * POINT, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...(DASHES[look.dash ?? ''] ? { 'stroke-dasharray': DASHES[look.dash ?? ''] ?? '' } : {}) };
}

function legend(series: readonly DrawnSeries[], width: number, y: number): SVGElement[] {
  const sizes = series.map(({ name }) => 34 + textWidth(name) + 16);
  let x = (width - sizes.reduce((sum, size) => sum + size, 0)) / 2;
  return series.flatMap(({ name, look }, index) => {
    const color = look.color ?? ACCENTS[index % ACCENTS.length] ?? INK;
    const at = x;
    x += sizes[index] ?? 0;
    return [svg('line', { x1: at, x2: at + 28, y1: y - 4, y2: y - 4, ...stroke(look, color) }), svg('text', { x: at + 34, y }, name)];
  });
}

/** Near enough to leave room: full-width letters are as wide as they are high. */
function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u0000-\u00ff]/.test(letter) ? 0.6 : 1), 0) * SMALL;
}
