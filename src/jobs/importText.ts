import type { Definitions } from '../domain/definitions';
import { readText, yearOfText } from '../domain/text/readText';
import type { TextReading } from '../domain/text/textReading';
import { listedLines } from '../sheets/adopt/listedLines';
import { defineFromText } from '../sheets/adopt/textDefinitions';
import { thinkImport, type ImportThought } from '../sheets/importPlan';
import type { DerivedId } from '../sheets/overwrittenSheet';
import type { WorkbookState } from '../sheets/workbookState';
import { checkPlan } from './checkPlan';
import { openWorkbook, type JobContext, type JobReport } from './job';
import { runJob, warningsOf } from './runJob';

/** A pasted text, and what a person decided over it. */
export interface ImportRequest {
  readonly text: string;
  /** IDs of the tables to be taken over; known: those that the workbook's definitions are for; all: also those it gets definitions for. */
  readonly tables: 'known' | 'all' | readonly string[];
  /** Figures that may take the place of another one; see ImportFigure.id. */
  readonly correct: readonly DerivedId[];
}

export interface TextThought extends ImportThought {
  readonly reading: TextReading;
}

export interface ImportReport extends JobReport, Pick<TextThought, 'reading' | 'preview'> {}

/** The fiscal year of a workbook that names none: the text's latest, else `year`. */
export const importYear = (text: string, standard: Definitions, year: number): number => yearOfText(text, standard) ?? year;

/** Takes the figures of a text over into the workbook, laying out the tables it lacks. `year`: of a workbook that names none. */
export async function importText(context: JobContext, request: ImportRequest, year: number): Promise<ImportReport> {
  const { report, thought } = await runJob('import', context, year, importThinker(request, year));
  return { ...report, reading: thought.reading, preview: thought.preview };
}

/** What the text says and what would become of it; nothing is written. Throws GatewayError, also where the plan could not be written. */
export async function previewText(context: JobContext, request: ImportRequest, year: number): Promise<Pick<TextThought, 'reading' | 'preview'> & { readonly warnings: readonly string[] }> {
  const state = await openWorkbook(context, year);
  const thought = importThinker(request, year)(state);
  checkPlan(thought.plan, state.snapshot);
  return { reading: thought.reading, preview: thought.preview, warnings: warningsOf(thought, state) };
}

/** The thinking of an import; the text is read by the workbook's own definitions. */
export function importThinker({ text, tables, correct }: ImportRequest, year: number): (state: WorkbookState) => TextThought {
  const decisions = { tables: typeof tables === 'string' ? tables : new Set(tables), correct: new Set(correct) };
  return (state) => {
    const reading = readForImport(text, state, year);
    return { ...thinkImport(state, reading, decisions, state.fiscalYear ?? year), reading };
  };
}

/** Reads a text by the workbook's definitions, and tables that none is for by such as they could get. `year`: of a workbook that names none. */
export function readForImport(text: string, state: WorkbookState, year: number): TextReading {
  const fiscalYear = state.fiscalYear ?? year;
  return readText(text, state.definitions, fiscalYear, (tables) => defineFromText(tables, state.definitions, fiscalYear, listedLines(state)));
}
