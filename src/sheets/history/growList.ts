import { readSheetArea } from '../../plan/sheetReference';
import type { WorkbookSnapshot } from '../../plan/snapshot';
import { ANCHORS, foldName, freeSheetName, type HistoryKey } from '../names';
import type { PlanBuilder } from '../planBuilder';
import { lineHeight } from './lineHeight';
import { addLines, anchorAction, lastRow, layoutRecordSheet, plannedPlace, type RecordContents, type RecordPlace, type RecordSheetSpec, type RecordTable } from '../recordTable';

/** Lines of one sheet; then a new sheet goes on, and the full one stays: no record is ever dropped. */
export const MOST_LINES = 2_000;
const TAB = '#7F7F7F';

/** Where lines went. `kept`: the name under which a full sheet stays. */
export interface Grown {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly kept: string | null;
}

/** A line to be added; `formats` are the number formats of its figures. */
export interface NewLine<K extends string> {
  readonly contents: RecordContents<K>;
  readonly formats: Partial<Record<K, string>>;
}

/** Adds lines to a list of the history, on a new sheet where there is none or it is full; `carried` are the lines a new sheet begins with. */
export function growList<K extends string>(
  builder: PlanBuilder, key: HistoryKey, spec: RecordSheetSpec<K>, found: RecordTable<K> | null, snapshot: WorkbookSnapshot, lines: readonly NewLine<K>[], carried: readonly NewLine<K>[] = [],
): Grown {
  if (found && found.lines.length + lines.length <= MOST_LINES) {
    keepAnchor(builder, key, found, snapshot);
    const row = lastRow(found) + 1;
    addLines(builder, spec, found, row, lines.map((line) => line.contents));
    formatFigures(builder, found, row, lines);
    setHeights(builder, spec, found.sheet, row, lines);
    return { sheet: found.sheet, isNew: false, kept: null };
  }
  const usual = ANCHORS[key].sheet;
  let kept = found?.sheet ?? null;
  if (found && foldName(found.sheet) === foldName(usual)) {
    kept = freeSheetName(`${usual}（旧）`, snapshot.sheets);
    builder.add({ kind: 'renameSheet', sheet: found.sheet, to: kept });
  }
  const sheet = freeSheetName(usual, snapshot.sheets.filter((one) => one.name !== found?.sheet));
  builder.add({ kind: 'addSheet', sheet, tabColor: TAB });
  const all = [...carried, ...lines];
  const place = plannedPlace(sheet, spec);
  layoutRecordSheet(builder, sheet, spec, all.map((line) => line.contents));
  formatFigures(builder, place, spec.headerRow + 1, all);
  setHeights(builder, spec, sheet, spec.headerRow + 1, all);
  builder.add(anchorAction(key, place));
  return { sheet, isNew: true, kept };
}

/** Gives the figures of new lines their number formats; `first` is the row of the first. */
export function formatFigures<K extends string>(builder: PlanBuilder, { sheet, columns }: RecordPlace<K>, first: number, lines: readonly NewLine<K>[]): void {
  lines.forEach(({ formats }, index) => {
    for (const [key, column] of columns) {
      const format = formats[key];
      if (format !== undefined) builder.add({ kind: 'numberFormat', sheet, area: { row: first + index, column, rows: 1, columns: 1 }, format });
    }
  });
}

function setHeights<K extends string>(builder: PlanBuilder, spec: RecordSheetSpec<K>, sheet: string, first: number, lines: readonly NewLine<K>[]): void {
  lines.forEach(({ contents }, index) => builder.add({ kind: 'rowHeight', sheet, row: first + index, rows: 1, points: lineHeight(spec, contents) }));
}

/** Gives a list its name again where it was lost or points elsewhere. */
export function keepAnchor<K extends string>(builder: PlanBuilder, key: HistoryKey, found: RecordTable<K>, snapshot: WorkbookSnapshot): void {
  const name = snapshot.names.find((one) => foldName(one.name) === foldName(ANCHORS[key].name));
  const at = name && readSheetArea(name.refersTo);
  if (at?.sheet !== found.sheet || at.area.row !== found.headerRow) builder.add(anchorAction(key, found));
}
