import type { Book, Chart, Sheet } from '../../model/book';
import { chartFigures } from '../charts/chartFigures';
import { lineChart } from '../charts/lineChart';
import { pixelsOf } from '../view/pixels';
import type { Box, Layout } from './geometry';

type Frozen = Parameters<Layout['place']>[1];

/** The parts of the sheet that scroll on their own; a chart over a frozen edge is cut at it, as cells are. */
const PARTS: readonly Frozen[] = [{ rows: false, columns: false }, { rows: false, columns: true }, { rows: true, columns: false }, { rows: true, columns: true }];

interface Drawn {
  readonly chart: Chart;
  /** One for each part. */
  readonly boxes: readonly HTMLElement[];
  drawing: string;
}

/** The charts of the sheet in front, laid over its cells; they scroll and zoom with them. */
export class ChartLayer {
  private readonly clips = PARTS.map(() => document.createElement('div'));
  private drawn: Drawn[] = [];

  constructor(layer: HTMLElement, private readonly book: Book) {
    this.clips.forEach((clip, index) => {
      clip.className = 'grid-charts';
      // Read once, though it may be seen in parts.
      clip.ariaHidden = index === 0 ? null : 'true';
    });
    layer.append(...this.clips);
  }

  /** Draws anew what differs. */
  draw(sheet: Sheet | undefined): void {
    const charts = sheet?.charts ?? [];
    for (const gone of this.drawn.filter(({ chart }) => !charts.includes(chart))) gone.boxes.forEach((box) => box.remove());
    this.drawn = charts.map((chart) => this.drawn.find((one) => one.chart === chart) ?? this.add(chart));
    for (const one of this.drawn) this.fill(one);
  }

  move(layout: Layout): void {
    PARTS.forEach((frozen, index) => {
      const clip = clipOf(layout, frozen);
      const element = this.clips[index];
      if (element) position(element, clip);
      for (const { boxes, chart } of this.drawn) {
        const box = boxes[index];
        const place = layout.place(boxOf(chart), frozen);
        if (box) position(box, { ...place, left: place.left - clip.left, top: place.top - clip.top });
      }
    });
  }

  private add(chart: Chart): Drawn {
    const boxes = this.clips.map((clip) => {
      const box = document.createElement('div');
      box.className = 'grid-chart';
      clip.append(box);
      return box;
    });
    return { chart, boxes, drawing: '' };
  }

  private fill(one: Drawn): void {
    const { width, height } = boxOf(one.chart);
    const figures = chartFigures(this.book, one.chart);
    const drawing = JSON.stringify([figures, width, height]);
    if (drawing === one.drawing) return;
    one.drawing = drawing;
    for (const box of one.boxes) box.replaceChildren(/^Line/.test(one.chart.type) ? lineChart(this.book, figures, width, height) : other(figures.title));
  }
}

function clipOf({ cells, moving }: Layout, frozen: Frozen): Box {
  const [left, width] = frozen.columns ? [cells.left, moving.left - cells.left] : [moving.left, moving.width];
  const [top, height] = frozen.rows ? [cells.top, moving.top - cells.top] : [moving.top, moving.height];
  return { left, top, width, height };
}

/** Only lines are drawn; the file keeps the chart as it is. */
function other(title: string): HTMLElement {
  const words = document.createElement('p');
  words.textContent = `グラフ「${title}」はこの画面には表示されません。ファイルにはそのまま残ります。`;
  return words;
}

function boxOf({ left, top, width, height }: Chart): Box {
  return { left: pixelsOf(left), top: pixelsOf(top), width: pixelsOf(width), height: pixelsOf(height) };
}

export function position(element: HTMLElement, { left, top, width, height }: Box): void {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${Math.max(0, width)}px`, height: `${Math.max(0, height)}px` });
}
