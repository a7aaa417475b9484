import { fiscalYearLabel, fiscalYearLabelFull } from '../../domain/fiscalYear';
import { cellA1 } from '../../plan/a1';
import { differenceFormat, KPI_SHEET, type KpiSheetKey } from '../kpiSheet';
import { freeSheetName, yearSheetName } from '../names';
import { COLORS, markRules, STYLES } from '../palette';
import { PLAN_SHEET, type PlanSheetKey } from '../planSheet';
import { lastRow, LIST_FOOT, type RecordSheetSpec, type RecordTable } from '../recordTable';
import { heightOf } from './rowHeights';
import type { Turn } from './turn';

/** Lists that begin the new year anew are kept as values first: 「KPI_2024」, 「事業計画_2024」. Gives the sheets' names. */
export function freezeLists(turn: Turn): string[] {
  const { kpis, planRows } = turn.state.lists;
  return [
    ...(planRows ? [freezePlan(turn, planRows.table)] : []),
    ...(kpis ? [freezeKpis(turn, kpis.table)] : []),
  ];
}

function freezePlan(turn: Turn, table: RecordTable<PlanSheetKey>): string {
  return freezeList(turn, table, PLAN_SHEET, ['automatic', 'manual', 'effective']);
}

const FIGURES = ['target', 'actual', 'previous', 'targetUpper', 'excellent', 'judgedActual', 'judgedTarget'] as const satisfies readonly KpiSheetKey[];

function freezeKpis(turn: Turn, table: RecordTable<KpiSheetKey>): string {
  const sheet = freezeList(turn, table, KPI_SHEET, ['conditionMark', 'automatic', 'effective']);
  for (const { kpi, lines } of turn.state.lists.kpis?.content.kpis ?? []) {
    kpi.conditions.forEach(({ format }, index) => {
      const row = lines[index]?.row;
      if (row === undefined) return;
      const set = (key: KpiSheetKey, text: string): void => {
        const column = table.columns.get(key);
        if (column !== undefined) turn.builder.add({ kind: 'numberFormat', sheet, area: { row, column, rows: 1, columns: 1 }, format: text });
      };
      for (const key of FIGURES) set(key, format);
      set('difference', differenceFormat(format));
    });
  }
  return sheet;
}

/** Every cell of the list's sheet as a value at its own place, looking as such a list does. Gives the new sheet's name. */
export function freezeList<K extends string>({ builder, sheets, ended, to }: Turn, table: RecordTable<K>, spec: RecordSheetSpec<K>, marks: readonly K[]): string {
  const { grid, headerRow, columns } = table;
  const sheet = freeSheetName(yearSheetName(grid.name, ended), sheets);
  sheets.push({ name: sheet });
  builder.add({ kind: 'addSheet', sheet, tabColor: COLORS.quiet });
  copyValues(builder, sheet, table, spec, [`（${fiscalYearLabelFull(ended)}の控え）`, `${fiscalYearLabel(to)}への年度更新のときに残した値です。計算式は含みません。`]);
  const [rows, width] = [Math.max(grid.endRow, headerRow + 2), grid.endColumn];
  const first = headerRow + 1;
  const last = lastRow(table);
  const body = { row: first, column: 0, rows: Math.max(1, last - headerRow), columns: width };
  builder.add(
    { kind: 'gridlines', sheet, visible: false },
    { kind: 'style', sheet, area: { row: 0, column: 0, rows, columns: width }, style: STYLES.base },
    { kind: 'style', sheet, area: { row: 0, column: 0, rows: 1, columns: 1 }, style: STYLES.title },
    { kind: 'rowHeight', sheet, row: 0, rows: 1, points: 26 },
    { kind: 'style', sheet, area: { row: 1, column: 0, rows: spec.notes.length, columns: 1 }, style: STYLES.note },
    { kind: 'style', sheet, area: { row: headerRow, column: 0, rows: 1, columns: width }, style: STYLES.header },
    { kind: 'rowHeight', sheet, row: headerRow, rows: 1, points: 32 },
    { kind: 'style', sheet, area: body, style: STYLES.body },
    { kind: 'freeze', sheet, rows: headerRow + 1, columns: spec.freezeColumns },
    {
      kind: 'pageSetup', sheet,
      setup: { orientation: 'Landscape', paper: spec.paper, pagesWide: 1, printArea: { row: 0, column: 0, rows: last + 1, columns: spec.printColumns ?? width }, titleRows: { first: headerRow, last: headerRow }, ...LIST_FOOT },
    },
  );
  if (spec.lineHeight !== undefined) builder.add({ kind: 'rowHeight', sheet, row: first, rows: body.rows, points: spec.lineHeight });
  for (const line of table.lines) {
    const height = heightOf(spec.columns.flatMap((column) => (column.style?.wrap === true && columns.has(column.key) ? [{ text: line.text(column.key), points: column.points }] : [])));
    if (height !== null && height > (spec.lineHeight ?? 0)) builder.add({ kind: 'rowHeight', sheet, row: line.row, rows: 1, points: height });
  }
  for (const column of spec.columns) {
    const at = columns.get(column.key);
    if (at === undefined) continue;
    const area = { ...body, column: at, columns: 1 };
    builder.add({ kind: 'columnWidth', sheet, column: at, columns: 1, points: column.points });
    if (column.format !== undefined) builder.add({ kind: 'numberFormat', sheet, area, format: column.format });
    if (column.style) builder.add({ kind: 'style', sheet, area, style: { ...column.style, fill: COLORS.inputFill } });
    if (marks.includes(column.key)) builder.add({ kind: 'conditionalFormats', sheet, area, rules: markRules(cellA1(first, at)) });
  }
  return sheet;
}

/** `words`: what stands behind the title, and in the place of the note on how the list is filled. */
function copyValues<K extends string>(builder: Turn['builder'], sheet: string, { grid, headerRow }: RecordTable<K>, { title, notes }: RecordSheetSpec<K>, [behind, note]: readonly [string, string]): void {
  for (let row = 0; row < grid.endRow; row++) {
    for (let column = 0; column < grid.endColumn; column++) {
      const value = grid.value(row, column);
      if (value === '') continue;
      const isOurs = (text: string | undefined): boolean => row < headerRow && column === 0 && value === text;
      builder.put(sheet, row, column, isOurs(title) ? `${title}${behind}` : isOurs(notes[0]) ? note : value);
    }
  }
}
