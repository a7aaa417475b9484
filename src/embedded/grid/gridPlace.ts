import { IUniverInstanceService, type Injector, type Nullable, type Workbook } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { ScrollCommand, SheetScrollManagerService } from '@univerjs/sheets-ui';
import type { GridCommands } from './univer/gridCommands';
import { UNIT } from './view/univerData';

/** How a person looks at the sheets, kept when the grid is built anew. */
export interface Place {
  /** By sheet id; 1 is 100 %. */
  readonly zooms: ReadonlyMap<string, number>;
  readonly front: string | undefined;
  readonly scroll: object | undefined;
}

const workbookOf = (injector: Injector): Nullable<Workbook> => injector.get(IUniverInstanceService).getUniverSheetInstance(UNIT);

export function placeNow(injector: Injector): Place {
  const workbook = workbookOf(injector);
  const scrolls = injector.get(IRenderManagerService).getRenderUnitById(UNIT)?.with(SheetScrollManagerService);
  return {
    zooms: new Map(workbook?.getSheets().map((sheet) => [sheet.getSheetId(), sheet.getZoomRatio()])),
    front: workbook?.getActiveSheet().getSheetId(),
    scroll: scrolls && { ...scrolls.getCurrentScrollState() },
  };
}

/** Scrolls to where the sheet in front was, if it is the same. */
export function scrollBack(injector: Injector, commands: GridCommands, { front, scroll }: Place): void {
  if (scroll && workbookOf(injector)?.getActiveSheet().getSheetId() === front) void commands.executeCommand(ScrollCommand.id, scroll);
}

/** Univer scrolls a sheet with frozen cells to its start at every step of the zoom; a person wants to see the same cells. */
export function keepPlaceWhenZooming(injector: Injector, commands: GridCommands): void {
  const seen = new Map<string, number>();
  commands.handlers.set(ScrollCommand.id, (params) => {
    const sheet = workbookOf(injector)?.getActiveSheet();
    if (!sheet) return undefined;
    const zoom = sheet.getZoomRatio();
    const zoomed = (seen.get(sheet.getSheetId()) ?? 1) !== zoom;
    seen.set(sheet.getSheetId(), zoom);
    return zoomed && isStart(params) ? false : undefined;
  });
}

function isStart(params: unknown): boolean {
  const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = { sheetViewStartRow: 0, sheetViewStartColumn: 0, offsetX: 0, offsetY: 0, ...(params as object) };
  return sheetViewStartRow === 0 && sheetViewStartColumn === 0 && offsetX === 0 && offsetY === 0;
}
