import { listsBy } from '../domain/listsBy';
import { figureName, shown, standing } from '../sheets/import/compare';
import type { ImportFigure, ImportKind } from '../sheets/import/figures';
import { keptWords, thinkImport } from '../sheets/importPlan';
import type { DerivedId } from '../sheets/overwrittenSheet';
import type { Place } from '../sheets/view/place';
import { cellArea } from '../plan/a1';
import { importYear, readForImport } from './importText';
import { openWorkbook, type JobContext } from './job';

/** How many figures become what; see ImportKind. */
export type FigureCounts = Readonly<Record<ImportKind, number>>;

/** A row in a year as the text gives it. */
export interface TextRow {
  /** Of the text, from 1. */
  readonly line: number;
  readonly label: string;
  readonly year: number;
  readonly counts: FigureCounts;
  /** What was read otherwise than written, in sentences. */
  readonly notes: readonly string[];
}

/** A figure that differs from the one in the workbook. */
export interface TextCorrection {
  readonly id: DerivedId;
  /** The line, the row, the year and the month. */
  readonly name: string;
  readonly place: Place | null;
  readonly before: string;
  readonly after: string;
}

export interface TextTablePreview {
  readonly id: string;
  readonly name: string;
  /** No definition is for it: taken over, it gets one and is laid out. */
  readonly own: boolean;
  /** What was inferred of such a table, in sentences. */
  readonly notes: readonly string[];
  readonly rows: readonly TextRow[];
  readonly counts: FigureCounts;
  readonly corrections: readonly TextCorrection[];
  /** Figures that have no cell to go to, and why, in sentences. */
  readonly kept: readonly string[];
}

/** What a text says and what would become of it. Sentences name the line of the text. */
export interface TextPreview {
  readonly tables: readonly TextTablePreview[];
  readonly oddities: readonly string[];
  readonly unread: readonly string[];
  /** Tables and lines that no definition is for. */
  readonly strangers: readonly string[];
  /** Worked out otherwise in the workbook. */
  readonly mismatches: readonly string[];
  /** What was not looked at, because there was too much of it, and what to do. */
  readonly cut: readonly string[];
  /** What was assumed, and why nothing was found. */
  readonly notes: readonly string[];
}

/** Reads a text against the workbook; nothing is written. `year`: of a workbook that names none and a text that names none. Throws GatewayError. */
export async function readPastedText(context: JobContext, text: string, year: number): Promise<TextPreview> {
  const fallback = importYear(text, context.standard, year);
  const state = await openWorkbook(context, fallback);
  const fiscalYear = state.fiscalYear ?? fallback;
  if (state.damaged.length > 0) return { tables: [], oddities: [], unread: [], strangers: [], mismatches: [], cut: [], notes: state.damaged };
  const reading = readForImport(text, state, fiscalYear);
  const { preview } = thinkImport(state, reading, { tables: 'all', correct: new Set() }, fiscalYear);
  const byTable = listsBy(preview.figures, (figure) => figure.row.table.id);
  const bySeries = listsBy(preview.figures, (figure) => figure.series);
  const own = new Set(reading.tables.filter((table) => table.own).flatMap((table) => table.headers));
  return {
    tables: reading.tables.map(({ definition, series, own: isOwn, notes }): TextTablePreview => {
      const figures = byTable.get(definition.id) ?? [];
      const labels = new Map(definition.rows.map((row) => [row.id, row.label]));
      return {
        id: definition.id, name: definition.name, own: isOwn, notes, counts: countsOf(figures), kept: keptWords(figures),
        rows: series.map((one) => ({
          line: one.line, label: labels.get(one.rowId) ?? one.rowId, year: one.year, counts: countsOf(bySeries.get(one) ?? []), notes: one.notes,
        })),
        corrections: figures.filter((figure) => figure.kind === 'differs').map((figure) => ({
          id: figure.id, name: figureName(figure), place: figure.cell && { sheet: figure.cell.sheet, area: cellArea(figure.cell) }, before: standing(figure), after: shown(figure, figure.value),
        })),
      };
    }),
    oddities: reading.oddities.map((one) => one.text), unread: reading.unread.map((one) => one.text), strangers: reading.strangers.filter((one) => one.kind === 'line' || !own.has(one.line)).map((one) => one.text),
    mismatches: preview.mismatches.map((one) => one.text), cut: reading.cut, notes: reading.notes,
  };
}

function countsOf(figures: readonly ImportFigure[]): FigureCounts {
  const counts = { new: 0, fill: 0, differs: 0, same: 0, kept: 0, derived: 0 };
  for (const figure of figures) counts[figure.kind]++;
  return counts;
}
