import { DisposableCollection, toDisposable, type IDisposable, type Injector } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SetWorksheetActiveOperation } from '@univerjs/sheets';
import { SetZoomRatioOperation } from '@univerjs/sheets-ui';
import type { LiveWorkbook } from '../../live/liveWorkbook';
import type { GridCommands } from '../univer/gridCommands';
import { UNIT } from '../view/univerData';
import { ChartLayer, position } from './chartLayer';
import { layoutNow, onScroll, type Layout } from './geometry';

/** Something laid over the cells. */
export interface Overlay {
  move(layout: Layout): void;
}

/** Keeps what lies over the cells in its place. */
export class Overlays {
  private readonly layer = document.createElement('div');
  private readonly charts: ChartLayer;
  private readonly others: Overlay[] = [];
  private readonly disposables = new DisposableCollection();
  private scrolling: IDisposable = toDisposable(() => undefined);
  private readonly resized = new ResizeObserver(() => this.soon());
  private asked = 0;

  constructor(private readonly frame: HTMLElement, private readonly injector: Injector, commands: GridCommands, private readonly live: LiveWorkbook) {
    this.layer.className = 'grid-overlays';
    frame.append(this.layer);
    this.charts = new ChartLayer(this.layer, live.book);
    this.resized.observe(frame);
    this.disposables.add(commands.onCommandExecuted(({ id }) => {
      if (id === SetZoomRatioOperation.id || id === SetWorksheetActiveOperation.id) this.refresh();
    }));
  }

  /** @param make builds an overlay inside the layer; `settle` moves it to where it belongs at this moment */
  add(make: (layer: HTMLElement, settle: () => void) => Overlay): void {
    this.others.push(make(this.layer, () => this.move()));
    this.soon();
  }

  /** After the workbook or what is in front changed. */
  refresh(): void {
    this.scrolling.dispose();
    this.scrolling = onScroll(this.injector, () => this.move());
    this.soon();
  }

  dispose(): void {
    cancelAnimationFrame(this.asked);
    this.scrolling.dispose();
    this.resized.disconnect();
    this.disposables.dispose();
    this.layer.remove();
  }

  /** After Univer has laid itself out. */
  private soon(): void {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => {
      this.charts.draw(this.live.book.sheets[this.live.book.activeSheet]);
      this.move();
    });
  }

  private move(): void {
    const layout = layoutNow(this.injector);
    const canvas = this.injector.get(IRenderManagerService).getRenderUnitById(UNIT)?.engine.getCanvasElement().getBoundingClientRect();
    if (!layout || !canvas) return;
    const frame = this.frame.getBoundingClientRect();
    position(this.layer, { left: canvas.left - frame.left, top: canvas.top - frame.top, width: canvas.width, height: canvas.height });
    this.charts.move(layout);
    for (const overlay of this.others) overlay.move(layout);
  }
}
