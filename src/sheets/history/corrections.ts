import { measuresOf, type Measure } from '../../domain/measures';
import { monthLabel } from '../../domain/fiscalYear';
import type { KpiDefinition } from '../../domain/definitions';
import { YEARLY_TABLE } from '../../domain/catalog';
import { cellA1 } from '../../plan/a1';
import type { CellContent } from '../../plan/snapshot';
import { monthCell, totalCell, type SheetCell } from '../blockPlace';
import type { RecordLine } from '../recordTable';
import type { WorkbookState } from '../workbookState';
import { EMPTIED } from './columns';
import type { CorrectionKey } from './correctionSheet';
import type { NewLine } from './growList';
import { FIGURE_KEYS, judgedLines, type FigureKey, type JudgedKey } from './judgedSheet';
import type { HistoryList } from './findHistory';

/** What is to be written of the figures that were evaluated. */
export interface FigureChanges {
  readonly corrections: readonly NewLine<Exclude<CorrectionKey, 'number' | 'at'>>[];
  /** The first correction in words; "" for none. */
  readonly firstWords: string;
  /** Cells of lines that are there. */
  readonly updates: readonly { readonly line: RecordLine<JudgedKey>; readonly key: FigureKey; readonly content: CellContent }[];
  readonly added: readonly NewLine<JudgedKey>[];
}

/** A figure of a measure as it stands. */
interface Standing {
  readonly key: FigureKey;
  /** 4月 …, 計 or 年1回. */
  readonly word: string;
  readonly format: string;
  readonly cell: SheetCell | null;
  readonly value: number | null;
}

/**
 * Holds the figures behind the KPIs against what they were when they were evaluated. A figure that was blank then comes late and
 * is no correction; one that is another now is, and so is one that was taken away. Months after the one judged are left for later.
 */
export function figureChanges(state: WorkbookState, kpis: readonly KpiDefinition[], judged: HistoryList<JudgedKey>['table'], year: number, asOf: number): FigureChanges {
  const lines = judged ? judgedLines(judged) : new Map<Measure['key'], RecordLine<JudgedKey>>();
  const corrections: NewLine<Exclude<CorrectionKey, 'number' | 'at'>>[] = [];
  const updates: FigureChanges['updates'][number][] = [];
  const added: NewLine<JudgedKey>[] = [];
  let firstWords = '';
  for (const measure of measuresOf(kpis, state.catalog, year)) {
    const standing = standingOf(state, measure);
    if (!standing) continue;
    const line = lines.get(measure.key);
    const reached = (key: FigureKey): boolean => measure.year < year || FIGURE_KEYS.indexOf(key) <= asOf || key === 'total';
    if (!line) {
      const known = standing.figures.filter(({ key, value }) => value !== null && reached(key));
      if (known.length > 0) added.push(newLine(measure, standing, known));
      continue;
    }
    for (const figure of standing.figures) {
      const before = line.value(figure.key);
      const change = changeOf(before, figure.value, reached(figure.key));
      if (change === null) continue;
      updates.push({ line, key: figure.key, content: figure.value ?? EMPTIED });
      if (change === 'late') continue;
      corrections.push(correctionLine(measure, standing, figure, before));
      if (firstWords === '') firstWords = `${standing.table}／${standing.label} ${measure.year}年度${figure.word}`;
    }
  }
  return { corrections, firstWords, updates, added };
}

/** late: there was no figure, and there is one. null: nothing is to be written. */
function changeOf(before: CellContent, now: number | null, reached: boolean): 'late' | 'corrected' | null {
  if (typeof before === 'number') return now !== null && alike(before, now) ? null : 'corrected';
  if (now === null) return null;
  if (before === EMPTIED) return 'corrected';
  return reached ? 'late' : null;
}

/** Other programs store fewer digits than we do. */
const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a));

interface MeasureStanding {
  readonly table: string;
  readonly label: string;
  readonly figures: readonly Standing[];
}

/** null: the measure has no cells in the workbook, so that nothing can be said of its figures. */
function standingOf(state: WorkbookState, measure: Measure): MeasureStanding | null {
  return measure.kind === 'row' ? rowStanding(state, measure) : yearlyStanding(state, measure);
}

function rowStanding({ map, catalog, figures }: WorkbookState, { key, id }: Measure): MeasureStanding | null {
  const place = map.series.get(key);
  const row = catalog.rows.get(id);
  if (!place || !row) return null;
  const { table, definition, total } = row;
  const series = figures.series.get(key);
  const hasTotal = definition.asTyped || total.kind === 'typed';
  const hasOwnMonths = definition.asTyped || row.monthly === null;
  return {
    table: table.name, label: definition.label,
    figures: FIGURE_KEYS.flatMap((figure, month): Standing[] => {
      if (figure === 'total') {
        return hasTotal ? [{ key: figure, word: table.totalLabel ?? '計', format: definition.totalFormat ?? definition.format, cell: totalCell(place), value: series?.total ?? null }] : [];
      }
      return hasOwnMonths ? [{ key: figure, word: monthLabel(month), format: definition.format, cell: monthCell(place, month), value: series?.months[month] ?? null }] : [];
    }),
  };
}

function yearlyStanding({ lists, figures, definitions }: WorkbookState, { key, id }: Measure): MeasureStanding | null {
  const definition = definitions.yearly.find((one) => one.id === id);
  const row = lists.yearly?.content.rows.get(key);
  if (!definition || !lists.yearly || row === undefined) return null;
  const column = lists.yearly.table.columns.get('rate') ?? 0;
  return {
    table: YEARLY_TABLE, label: definition.label,
    figures: [{ key: 'total', word: '年1回', format: definition.format, cell: { sheet: lists.yearly.table.sheet, row, column }, value: figures.yearly.get(key)?.rate ?? null }],
  };
}

function newLine({ id, year }: Measure, { table, label, figures: all }: MeasureStanding, known: readonly Standing[]): NewLine<JudgedKey> {
  const figures = Object.fromEntries(known.map(({ key, value }) => [key, value]));
  const formats = Object.fromEntries(all.map(({ key, format }) => [key, format]));
  return { contents: { rowId: id, table, label, year, ...figures }, formats };
}

function correctionLine({ id, year, kpis }: Measure, { table, label }: MeasureStanding, { word, format, cell, value }: Standing, before: CellContent): NewLine<Exclude<CorrectionKey, 'number' | 'at'>> {
  return {
    contents: {
      table, label, year, month: word, before, after: value ?? EMPTIED, sheet: cell?.sheet ?? '', cell: cell ? cellA1(cell.row, cell.column) : '', kpis: kpis.join('、'), rowId: id,
    },
    formats: { ...(typeof before === 'number' ? { before: format } : {}), ...(value === null ? {} : { after: format }) },
  };
}
