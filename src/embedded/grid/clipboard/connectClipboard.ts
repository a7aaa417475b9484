import { SheetsSelectionsService } from '@univerjs/sheets';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { CopyCommand, CutCommand, SheetPasteShortKeyCommandName } from '@univerjs/ui';
import type { Injector } from '@univerjs/core';
import type { LiveWorkbook } from '../../live/liveWorkbook';
import type { Sheet } from '../../model/book';
import { intersection, usedArea, WHOLE_SHEET } from '../../host/cells/areas';
import type { Area } from '../../../plan/a1';
import { areaOf } from '../gridSelection';
import type { Type } from '../gridTyping';
import type { GridCommands } from '../univer/gridCommands';
import { copyArea, pasteCells, type Copied } from './copied';
import { readTabText } from './tabText';

/** More cells are not pasted at once. */
const MOST_CELLS = 100_000;

export interface ClipboardInput {
  readonly injector: Injector;
  readonly commands: GridCommands;
  readonly live: LiveWorkbook;
  readonly type: Type;
  readonly tell: (words: string) => void;
}

/** Copying from and pasting into the grid, also from and to Excel: values and formulas, not looks. */
export function connectClipboard({ injector, commands, live, type, tell }: ClipboardInput): void {
  let last: Copied | undefined;
  const editing = (): boolean => injector.get(IEditorBridgeService).isVisible().visible;
  const selected = (): { sheet: Sheet; area: Area } | undefined => {
    const sheet = live.book.sheets[live.book.activeSheet];
    const range = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    return sheet && range ? { sheet, area: areaOf(range) } : undefined;
  };
  commands.handlers.set(CopyCommand.id, () => {
    if (editing()) return undefined;
    const place = selected();
    const area = place && bounded(place.sheet, place.area);
    if (!place || !area) return true;
    last = copyArea(live.book, place.sheet, area);
    void put(last).catch(() => tell('クリップボードにコピーできませんでした。ブラウザーの設定でこのページのクリップボードの使用を許可してください。'));
    return true;
  });
  commands.handlers.set(CutCommand.id, () => {
    if (editing()) return undefined;
    // A move must carry the references of other cells along.
    tell('この画面では切り取りは使えません。コピーして貼り付けてから、元のセルを消してください。');
    return true;
  });
  commands.handlers.set(SheetPasteShortKeyCommandName, (params) => {
    const { textContent } = params as { textContent?: string };
    const place = selected();
    if (!place || !textContent) return true;
    const own = last && lines(last.text) === lines(textContent) ? last : undefined;
    const cells = pasteCells(own ? own.contents : readTabText(textContent), bounded(place.sheet, place.area) ?? place.area, own);
    if (cells.length > MOST_CELLS) tell('貼り付けるセルが多すぎます。範囲を分けて貼り付けてください。');
    else type(place.sheet, cells);
    return true;
  });
}

/** Whole rows and columns end where the sheet's contents end. */
function bounded(sheet: Sheet, area: Area): Area | null {
  if (area.rows < WHOLE_SHEET.rows && area.columns < WHOLE_SHEET.columns) return area;
  const used = usedArea(sheet, WHOLE_SHEET, false);
  return used && intersection(area, { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns });
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n$/, '');

async function put({ text, html }: Copied): Promise<void> {
  const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) };
  await navigator.clipboard.write([new ClipboardItem(parts)]);
}
