import type { YearlyBook, YearlyFigure } from '../domain/actual';
import type { YearlyDefinition } from '../domain/definitions';
import { FIGURE_STATES } from '../domain/figureState';
import type { SeedYearly } from '../domain/figures';
import { seriesKey } from '../domain/series';
import { cellA1 } from '../plan/a1';
import type { CellInput } from '../plan/workbookPlan';
import { LineReader, readableLines, type CellProblem } from './cellReading';
import type { PlanBuilder } from './planBuilder';
import { layoutRecordSheet, type RecordPlace, type RecordSheetSpec, type RecordTable } from './recordTable';

/** 「実績値」: figures that exist once a year, with their own numerator, denominator and 時点. A line a measure and year. */

const TEXT = '@';
export type YearlySheetKey =
  | 'id' | 'item' | 'label' | 'year' | 'numeratorLabel' | 'numerator' | 'denominatorLabel' | 'denominator' | 'typedRate' | 'rate' | 'asOf' | 'state' | 'previous' | 'format' | 'note';

export const YEARLY_SHEET: RecordSheetSpec<YearlySheetKey> = {
  title: '実績値（年1回の数値）',
  notes: ['率は「率（入力）」があればその値、なければ 分子÷分母 です。時点は R7.7 のように入力します。計画の見込数は分母に入れないでください。'],
  headerRow: 4,
  required: ['id', 'label', 'year', 'numerator', 'denominator', 'typedRate', 'rate'],
  freezeColumns: 3,
  paper: 'A4',
  spareRows: 12,
  lineHeight: 32,
  columns: [
    { key: 'id', header: 'ID', points: 48, format: TEXT },
    { key: 'item', header: '項番', points: 36, style: { horizontal: 'Center' } },
    { key: 'label', header: '指標', points: 230, format: TEXT, style: { wrap: true } },
    { key: 'year', header: '年度', points: 44, format: '0', style: { horizontal: 'Center' } },
    { key: 'numeratorLabel', header: '分子の名称', points: 110, format: TEXT, style: { wrap: true } },
    { key: 'numerator', header: '分子', points: 66, format: '#,##0' },
    { key: 'denominatorLabel', header: '分母の名称', points: 110, format: TEXT, style: { wrap: true } },
    { key: 'denominator', header: '分母', points: 66, format: '#,##0' },
    { key: 'typedRate', header: '率（入力）', points: 60 },
    { key: 'rate', header: '率', points: 60, derived: true },
    { key: 'asOf', header: '時点', points: 56, format: TEXT },
    { key: 'state', header: '区分', points: 44, choices: FIGURE_STATES, style: { horizontal: 'Center' } },
    { key: 'previous', header: '前年度の率', points: 62 },
    { key: 'format', header: '表示形式', points: 56, format: TEXT },
    { key: 'note', header: '備考', points: 160, format: TEXT, style: { wrap: true } },
  ],
};

export function layoutYearlySheet(builder: PlanBuilder, sheet: string, place: RecordPlace<YearlySheetKey>, yearly: readonly YearlyDefinition[], figures: readonly SeedYearly[], fiscalYear: number): void {
  const records = yearly.map((definition, index): Partial<Record<YearlySheetKey, CellInput>> => {
    const figure = figures.find((one) => one.id === definition.id && one.year === fiscalYear);
    const before = figures.find((one) => one.id === definition.id && one.year === fiscalYear - 1);
    const formula = rateFormula(place, YEARLY_SHEET.headerRow + 1 + index);
    return {
      id: definition.id,
      item: definition.item,
      label: definition.label,
      year: fiscalYear,
      numeratorLabel: definition.numeratorLabel,
      numerator: figure?.numerator ?? null,
      denominatorLabel: definition.denominatorLabel,
      denominator: figure?.denominator ?? null,
      // A printed rate is typed only where its own numerator and denominator cannot give it.
      typedRate: figure && figure.numerator !== null && figure.denominator !== null ? null : (figure?.rate ?? null),
      rate: formula === null ? null : { formula },
      asOf: figure?.asOf ?? null,
      previous: before?.rate ?? null,
      format: definition.format,
    };
  });
  layoutRecordSheet(builder, sheet, YEARLY_SHEET, records);
  yearly.forEach((definition, index) => {
    for (const key of ['typedRate', 'rate', 'previous'] as const) {
      const column = place.columns.get(key);
      if (column !== undefined) builder.add({ kind: 'numberFormat', sheet, area: { row: YEARLY_SHEET.headerRow + 1 + index, column, rows: 1, columns: 1 }, format: definition.format });
    }
  });
}

/** 率: the typed rate, or else numerator ÷ denominator. null where a column is missing. */
export function rateFormula(place: RecordPlace<YearlySheetKey>, row: number): string | null {
  const cell = (key: YearlySheetKey): string | null => {
    const column = place.columns.get(key);
    return column === undefined ? null : cellA1(row, column);
  };
  const [typed, numerator, denominator] = [cell('typedRate'), cell('numerator'), cell('denominator')];
  if (typed === null || numerator === null || denominator === null) return null;
  return `=IF(ISNUMBER(${typed}),${typed},IF(COUNT(${numerator},${denominator})=2,IF(${denominator}<>0,${numerator}/${denominator},""),""))`;
}

export interface YearlySheetContent {
  readonly definitions: readonly YearlyDefinition[];
  readonly figures: YearlyBook;
  /** Row of each measure and year. */
  readonly rows: ReadonlyMap<ReturnType<typeof seriesKey>, number>;
  readonly problems: readonly CellProblem[];
}

export function readYearlySheet(table: RecordTable<YearlySheetKey>): YearlySheetContent {
  const problems: CellProblem[] = [];
  const definitions = new Map<string, YearlyDefinition>();
  const figures = new Map<ReturnType<typeof seriesKey>, YearlyFigure>();
  const rows = new Map<ReturnType<typeof seriesKey>, number>();
  for (const line of readableLines(table, 'id', problems)) {
    const reader = new LineReader(table.sheet, line, problems);
    const id = reader.lookedUp('id', 'ID');
    const label = reader.required('label', '指標');
    const year = reader.number('year', '年度');
    if (year === null || !Number.isInteger(year) || year < 1900 || year > 2200) reader.refuse('year', '年度は西暦で入力してください（例 2024）');
    if (!reader.usable || year === null) continue;
    const key = seriesKey(id, year);
    if (rows.has(key)) reader.refuse('id', `「${id}」の${year}年度の行が2つあります`);
    if (!reader.usable) continue;
    rows.set(key, line.row);
    definitions.set(id, {
      id, label, item: reader.number('item', '項番') ?? 0,
      numeratorLabel: reader.text('numeratorLabel'), denominatorLabel: reader.text('denominatorLabel'), format: reader.format('format', '表示形式', '0.0%'),
    });
    figures.set(key, { rate: rateOf(line.value('rate')), asOf: reader.optional('asOf'), state: reader.oneOf('state', '区分', FIGURE_STATES) });
    const before = seriesKey(id, year - 1);
    const previous = rateOf(line.value('previous'));
    if (previous !== null && !figures.has(before)) figures.set(before, { rate: previous, asOf: null, state: null });
  }
  return { definitions: [...definitions.values()], figures, rows, problems };
}

const rateOf = (value: string | number | boolean): number | null => (typeof value === 'number' ? value : null);
