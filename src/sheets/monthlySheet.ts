import type { Catalog } from '../domain/catalog';
import type { SeedFigure, SeedFigures } from '../domain/figures';
import { fiscalYearLabelFull, monthLabel, serialOfDate } from '../domain/fiscalYear';
import type { CellInput } from '../plan/workbookPlan';
import { cellArea } from '../plan/a1';
import { monthCell, monthsArea, totalCell, type BlockPlace, type SeriesPlace, type SheetCell } from './blockPlace';
import type { Block } from './blocks';
import type { NameStems } from './names';
import { pageBreaks, PAGE_ROWS } from './pagination';
import { STYLES } from './palette';
import type { PlanBuilder } from './planBuilder';
import { defineAction, headerNameOf, seriesNamesOf } from './seriesNames';

/** The monthly sheet of a group: its tables one below the other, twelve months across. */

const LABEL = 0;
const UNIT = 1;
const FIRST_MONTH = 2;
const TOTAL = 14;
const WIDTH = 15;
/** For whoever types there. */
export const ENTRY_GUIDE = '白い欄に数値を入力します。灰色の欄は計算式です。';
const GUIDE_ROW = 2;
const FIRST_TABLE_ROW = 4;

/** A new block as it will stand. */
export interface PlannedBlock {
  readonly place: BlockPlace;
  readonly series: readonly SeriesPlace[];
  /** Row of the table's title where this block is its first; null otherwise. */
  readonly titleRow: number | null;
}

/** Places blocks one below the other from `startRow`; blocks of one table share a title. */
export function planBlocks(sheet: string, blocks: readonly Block[], startRow: number): PlannedBlock[] {
  let row = startRow;
  let tableId: string | null = null;
  return blocks.map((block) => {
    const titleRow = block.table.id === tableId ? null : row;
    if (titleRow !== null) row += block.table.note === null ? 1 : 2;
    tableId = block.table.id;
    const place: BlockPlace = {
      block, axis: 'across', sheet, headerLine: row, labels: { from: LABEL, to: UNIT },
      monthPositions: Array.from({ length: 12 }, (_, month) => FIRST_MONTH + month),
      totalPosition: block.totalLabel === null ? null : TOTAL,
    };
    const series = block.lines.map((line, index) => ({ line, block: place, at: row + 1 + index }));
    row += block.lines.length + 2;
    return { place, series, titleRow };
  });
}

export const firstTableRow = FIRST_TABLE_ROW;
export const MONTHLY_TAB = '#5B9BD5';

/** Title, guide row, widths and print set-up of a new monthly sheet that bears the planned blocks. */
export function layoutMonthlySheet(builder: PlanBuilder, sheet: string, group: string, fiscalYear: number, planned: readonly PlannedBlock[]): void {
  const units = planned.map(({ place, series, titleRow }) => ({ start: titleRow ?? place.headerLine, end: place.headerLine + series.length + 1 }));
  const lastRow = units.at(-1)?.end ?? firstTableRow;
  builder.put(sheet, 0, 0, `${group}${group.endsWith('グループ') ? '' : 'グループ'}　月次実績　${fiscalYearLabelFull(fiscalYear)}`);
  builder.put(sheet, 1, 0, ENTRY_GUIDE);
  builder.put(sheet, GUIDE_ROW, LABEL, '項目');
  builder.put(sheet, GUIDE_ROW, UNIT, '単位');
  for (let month = 0; month < 12; month++) builder.put(sheet, GUIDE_ROW, FIRST_MONTH + month, monthLabel(month));
  builder.put(sheet, GUIDE_ROW, TOTAL, '計');
  const whole = { row: 0, column: 0, rows: lastRow + 1, columns: WIDTH };
  builder.add(
    { kind: 'gridlines', sheet, visible: false },
    { kind: 'style', sheet, area: whole, style: STYLES.base },
    { kind: 'style', sheet, area: { row: 0, column: 0, rows: 1, columns: 1 }, style: STYLES.title },
    { kind: 'rowHeight', sheet, row: 0, rows: 1, points: 26 },
    { kind: 'style', sheet, area: { row: 1, column: 0, rows: 1, columns: 1 }, style: STYLES.note },
    { kind: 'style', sheet, area: { row: GUIDE_ROW, column: 0, rows: 1, columns: WIDTH }, style: STYLES.header },
    { kind: 'columnWidth', sheet, column: LABEL, columns: 1, points: 178 },
    { kind: 'columnWidth', sheet, column: UNIT, columns: 1, points: 46 },
    { kind: 'columnWidth', sheet, column: FIRST_MONTH, columns: 12, points: 66 },
    { kind: 'columnWidth', sheet, column: TOTAL, columns: 1, points: 78 },
    { kind: 'freeze', sheet, rows: GUIDE_ROW + 1, columns: FIRST_MONTH },
    {
      kind: 'pageSetup', sheet,
      setup: {
        orientation: 'Landscape', paper: 'A4', pagesWide: 1, printArea: whole, rowBreaks: pageBreaks(units, PAGE_ROWS.A4),
        titleRows: { first: GUIDE_ROW, last: GUIDE_ROW }, footerCenter: '&A　&P / &N',
      },
    },
  );
}

/** What new blocks show: title, header, labels, units, typed figures of the seed, looks and names; no formulas. */
export function drawBlocks(builder: PlanBuilder, planned: readonly PlannedBlock[], catalog: Catalog, stems: NameStems, seed: SeedFigures | null): void {
  for (const { place, series, titleRow } of planned) {
    const { sheet, block, headerLine: headerRow } = place;
    if (titleRow !== null) writeTitle(builder, place, titleRow);
    const width = place.totalPosition === null ? TOTAL : WIDTH;
    builder.put(sheet, headerRow, LABEL, block.headerLabel);
    builder.put(sheet, headerRow, UNIT, '単位');
    block.monthLabels.forEach((label, month) => builder.put(sheet, headerRow, FIRST_MONTH + month, label));
    if (block.totalLabel !== null) builder.put(sheet, headerRow, TOTAL, block.totalLabel);
    builder.add(
      { kind: 'style', sheet, area: { row: headerRow, column: 0, rows: 1, columns: width }, style: STYLES.header },
      { kind: 'style', sheet, area: { row: headerRow + 1, column: 0, rows: series.length, columns: width }, style: STYLES.body },
      { kind: 'style', sheet, area: { row: headerRow + 1, column: UNIT, rows: series.length, columns: 1 }, style: STYLES.centered },
      defineAction(headerNameOf(place)),
    );
    for (const one of series) {
      writeSeries(builder, one, catalog, seed);
      for (const name of seriesNamesOf(one, stems)) builder.add(defineAction(name));
    }
  }
}

function writeTitle(builder: PlanBuilder, place: BlockPlace, titleRow: number): void {
  const { sheet, block } = place;
  builder.put(sheet, titleRow, LABEL, block.table.name);
  builder.add({ kind: 'style', sheet, area: { row: titleRow, column: LABEL, rows: 1, columns: 1 }, style: STYLES.tableTitle });
  if (block.table.note === null) return;
  builder.put(sheet, titleRow + 1, LABEL, block.table.note);
  builder.add({ kind: 'style', sheet, area: { row: titleRow + 1, column: LABEL, rows: 1, columns: 1 }, style: STYLES.note });
}

function writeSeries(builder: PlanBuilder, place: SeriesPlace, catalog: Catalog, seed: SeedFigures | null): void {
  const { sheet } = place.block;
  const definition = place.line.row;
  const row = catalog.rows.get(definition.id);
  builder.put(sheet, place.at, LABEL, place.line.label);
  builder.put(sheet, place.at, UNIT, definition.unit);
  const months = monthsArea(place);
  builder.add({ kind: 'numberFormat', sheet, area: months, format: definition.format });
  const isDerived = !definition.asTyped && row?.monthly != null;
  const isTotalDerived = !definition.asTyped && row !== undefined && row.total.kind !== 'typed';
  if (isDerived) builder.add({ kind: 'style', sheet, area: months, style: STYLES.derived });
  const total = totalCell(place);
  if (total && definition.total !== 'なし') {
    const area = cellArea(total);
    builder.add({ kind: 'numberFormat', sheet, area, format: definition.totalFormat ?? definition.format });
    if (isTotalDerived) builder.add({ kind: 'style', sheet, area, style: STYLES.derived });
  }
  const figures = seed?.series.find((one) => one.row === definition.id && one.year === place.line.year);
  if (!figures) return;
  if (!isDerived) figures.months.forEach((figure, month) => putFigure(builder, monthCell(place, month), figure));
  if (!isTotalDerived && definition.total !== 'なし') putFigure(builder, total, figures.total);
}

function putFigure(builder: PlanBuilder, cell: SheetCell | null, figure: SeedFigure): void {
  const content = figureContent(figure);
  if (cell && content !== null) builder.put(cell.sheet, cell.row, cell.column, content);
}

/** A seed's figure as a cell holds it: durations as a part of a day, dates as serials; null for none. */
export function figureContent(figure: SeedFigure): CellInput {
  if (figure === null || typeof figure === 'number') return figure;
  const time = /^(\d+):([0-5]\d)$/.exec(figure);
  if (time) return (Number(time[1]) * 60 + Number(time[2])) / 1440;
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(figure);
  if (date) return serialOfDate(Number(date[1]), Number(date[2]), Number(date[3]));
  throw new Error(`seed figure ${figure} is neither a time nor a date`);
}
