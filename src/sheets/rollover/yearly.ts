import { fiscalYearLabel } from '../../domain/fiscalYear';
import { seriesKey } from '../../domain/series';
import { cellA1 } from '../../plan/a1';
import type { CellInput } from '../../plan/workbookPlan';
import { lastRow, prepareLines, type RecordLine, type RecordTable } from '../recordTable';
import { rateFormula, YEARLY_SHEET, type YearlySheetKey } from '../yearlySheet';
import { oldYearTexts, type OldYearText } from './oldYears';
import type { Told, Turn } from './turn';

/** What a measure is called goes on; figures, 時点 and remarks are those of their year. */
const CARRIED = ['id', 'item', 'label', 'numeratorLabel', 'denominatorLabel', 'format'] as const satisfies readonly YearlySheetKey[];

/** 「実績値」: a line a measure for the new year below the last one; 前年度の率 shows the old line's. Gives the carried texts that name old years. */
export function addYearlyLines(turn: Turn): { readonly told: Told; readonly texts: readonly OldYearText[] } {
  const yearly = turn.state.lists.yearly;
  if (!yearly) return { told: {}, texts: [] };
  const { builder, to, ended } = turn;
  const { table, content } = yearly;
  const { sheet, columns } = table;
  const texts: OldYearText[] = [];
  const lines = content.definitions.flatMap(({ id }) => (content.rows.has(seriesKey(id, to)) ? [] : (lastLine(table.lines, id) ?? [])));
  const first = lastRow(table) + 1;
  lines.forEach((line, index) => {
    const row = first + index;
    const put = (key: YearlySheetKey, cell: CellInput): void => {
      const column = columns.get(key);
      if (column !== undefined && cell !== '') builder.put(sheet, row, column, cell);
    };
    for (const key of CARRIED) put(key, line.value(key));
    put('year', to);
    const rate = rateFormula(table, row);
    if (rate !== null) put('rate', { formula: rate });
    const before = columns.get('rate');
    const old = content.rows.get(seriesKey(line.text('id'), ended));
    if (before !== undefined && old !== undefined) put('previous', { formula: `=IF(ISNUMBER(${cellA1(old, before)}),${cellA1(old, before)},"")` });
    for (const key of ['typedRate', 'rate', 'previous'] as const) format(turn, sheet, row, columns.get(key), line.text('format') || '0.0%');
    for (const key of ['label', 'numeratorLabel', 'denominatorLabel'] as const) {
      texts.push(...oldYearTexts(line.text(key), ended, sheet, { row, column: columns.get(key) ?? 0 }));
    }
  });
  if (lines.length > 0) prepare(turn, table, first, lines.length);
  return {
    texts,
    told: lines.length === 0 ? {} : { renewed: [`実績値 ${lines.length}件: ${fiscalYearLabel(to)}の行を下に追加する。${fiscalYearLabel(ended)}の行は残り、前年度の率になる`] },
  };
}

const lastLine = (lines: readonly RecordLine<YearlySheetKey>[], id: string): RecordLine<YearlySheetKey> | null =>
  lines.filter((line) => line.text('id') === id).sort((a, b) => Number(a.value('year')) - Number(b.value('year'))).at(-1) ?? null;

function format({ builder }: Turn, sheet: string, row: number, column: number | undefined, text: string): void {
  if (column !== undefined) builder.add({ kind: 'numberFormat', sheet, area: { row, column, rows: 1, columns: 1 }, format: text });
}

/** The looks of new lines, which may lie below those that were prepared, and the print area over them. */
function prepare({ builder }: Turn, table: RecordTable<YearlySheetKey>, row: number, rows: number): void {
  prepareLines(builder, table, YEARLY_SHEET, row, rows);
  builder.add({ kind: 'pageSetup', sheet: table.sheet, setup: { printArea: { row: 0, column: 0, rows: row + rows, columns: Math.max(...table.columns.values()) + 1 } } });
}
