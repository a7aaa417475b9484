import type { Book, Chart, Sheet } from '../../model/book';
import { chartFigures } from '../charts/chartFigures';
import { lineChart } from '../charts/lineChart';
import { pixelsOf } from '../view/pixels';
import type { Layout } from './geometry';

interface Drawn {
  readonly box: HTMLElement;
  readonly chart: Chart;
  drawing: string;
}

/** The charts of the sheet in front, laid over its cells; they scroll and zoom with them. */
export class ChartLayer {
  private readonly clip = document.createElement('div');
  private drawn: Drawn[] = [];

  constructor(layer: HTMLElement, private readonly book: Book) {
    this.clip.className = 'grid-charts';
    layer.append(this.clip);
  }

  /** Draws anew what differs. */
  draw(sheet: Sheet | undefined): void {
    const charts = sheet?.charts ?? [];
    for (const gone of this.drawn.filter(({ chart }) => !charts.includes(chart))) gone.box.remove();
    this.drawn = charts.map((chart) => this.drawn.find((one) => one.chart === chart) ?? this.add(chart));
    for (const one of this.drawn) this.fill(one);
  }

  move(layout: Layout): void {
    position(this.clip, layout.moving);
    for (const { box, chart } of this.drawn) {
      const place = layout.place(boxOf(chart), { rows: false, columns: false });
      position(box, { ...place, left: place.left - layout.moving.left, top: place.top - layout.moving.top });
    }
  }

  private add(chart: Chart): Drawn {
    const box = document.createElement('div');
    box.className = 'grid-chart';
    this.clip.append(box);
    return { box, chart, drawing: '' };
  }

  private fill(one: Drawn): void {
    const { width, height } = boxOf(one.chart);
    const figures = chartFigures(this.book, one.chart);
    const drawing = JSON.stringify([figures, width, height]);
    if (drawing === one.drawing) return;
    one.drawing = drawing;
    one.box.replaceChildren(/^Line/.test(one.chart.type) ? lineChart(this.book, figures, width, height) : other(figures.title));
  }
}

/** Only lines are drawn; the file keeps the chart as it is. */
function other(title: string): HTMLElement {
  const words = document.createElement('p');
  words.textContent = `グラフ「${title}」はこの画面には表示されません。ファイルにはそのまま残ります。`;
  return words;
}

function boxOf({ left, top, width, height }: Chart): { left: number; top: number; width: number; height: number } {
  return { left: pixelsOf(left), top: pixelsOf(top), width: pixelsOf(width), height: pixelsOf(height) };
}

export function position(element: HTMLElement, { left, top, width, height }: { left: number; top: number; width: number; height: number }): void {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${Math.max(0, width)}px`, height: `${Math.max(0, height)}px` });
}
