import { toDisposable, type IDisposable, type Injector } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY, type Viewport } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { UNIT } from '../view/univerData';

/** A rectangle in screen pixels from the drawing area's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How the sheet in front lies on the screen. */
export interface Layout {
  readonly sheetId: string;
  /** Screen pixels a sheet pixel at 100 %. */
  readonly scale: number;
  /** Where cells scroll: without headers and frozen rows and columns. */
  readonly moving: Box;
  /** All cells, frozen ones included. */
  readonly cells: Box;
  /** A rectangle of the sheet (pixels at 100 %, from cell A1) on the screen, where `frozen` says which axes do not scroll. */
  place(box: Box, frozen: { readonly rows: boolean; readonly columns: boolean }): Box;
}

/** undefined before the first picture. */
export function layoutNow(injector: Injector): Layout | undefined {
  const render = injector.get(IRenderManagerService).getRenderUnitById(UNIT);
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const param = render?.with(SheetSkeletonManagerService).getCurrentParam();
  if (!render || !main || !param) return undefined;
  const { skeleton, sheetId } = param;
  const scale = render.scene.getAncestorScale().scaleX;
  const header = { x: skeleton.rowHeaderWidthAndMarginLeft, y: skeleton.columnHeaderHeightAndMarginTop };
  const width = render.engine.width;
  const height = render.engine.height;
  const cells = { left: header.x * scale, top: header.y * scale, width: width - header.x * scale, height: height - header.y * scale };
  return { sheetId, scale, cells, moving: movingBox(main, width, height), place: placer(main, header, scale) };
}

function movingBox(main: Viewport, width: number, height: number): Box {
  return { left: main.left, top: main.top, width: width - main.left, height: height - main.top };
}

function placer(main: Viewport, header: { x: number; y: number }, scale: number): Layout['place'] {
  return (box, frozen) => ({
    left: (box.left + header.x - (frozen.columns ? 0 : main.viewportScrollX)) * scale,
    top: (box.top + header.y - (frozen.rows ? 0 : main.viewportScrollY)) * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
}

/** Calls back when the sheet in front is scrolled, from now until another workbook is built. */
export function onScroll(injector: Injector, moved: () => void): IDisposable {
  const main = injector.get(IRenderManagerService).getRenderUnitById(UNIT)?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const subscription = main?.onScrollAfter$.subscribeEvent(moved);
  return toDisposable(() => subscription?.unsubscribe());
}
