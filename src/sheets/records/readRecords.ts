import { plainFigureText } from '../../domain/figureText';
import { readFigure } from '../../domain/readFigure';
import { readDay } from '../../domain/records/day';
import { withoutDoubles } from '../../domain/records/doubles';
import { RECORD_CATEGORIES, type ActivityRecord, type RecordCategory } from '../../domain/records/record';
import { LineReader, type CellProblem } from '../cellReading';
import { foldName } from '../names';
import type { RecordLine, RecordTable } from '../recordTable';
import type { ActivityKey } from './activitySheet';

/** A record with the line it stands in. */
export interface SheetRecord extends ActivityRecord {
  readonly line: RecordLine<ActivityKey>;
}

export interface RecordReading {
  /** What was done by the day asked for, each once. */
  readonly done: readonly SheetRecord[];
  /** What is noted for later days. */
  readonly planned: number;
  /** The last row with something typed; the heading's where there is none. */
  readonly lastRow: number;
  readonly problems: readonly CellProblem[];
}

const UNUSED = 'この記録は使っていません。';
const TYPED = ['day', 'planRow', 'category', 'subject', 'count', 'bidders', 'note'] as const satisfies readonly ActivityKey[];

/** Reads 実施記録. `planRows`: IDs of the plan; `today`: date serial. A record with a fault is told with its cell, the others go on. */
export function readRecords(table: RecordTable<ActivityKey>, planRows: readonly string[], fiscalYear: number, today: number): RecordReading {
  const problems: CellProblem[] = [];
  const ids = new Map(planRows.map((id) => [foldName(id), id]));
  // The prepared lines bear formulas of ours.
  const lines = table.lines.filter((line) => TYPED.some((key) => line.text(key) !== ''));
  const records = lines.flatMap((line) => readLine(new LineReader(table.sheet, line, problems), ids, fiscalYear) ?? []);
  const { used, doubled } = withoutDoubles(records.filter((one) => one.day <= today));
  for (const { record, of } of doubled) {
    const other = record.bidders === of.bidders ? '' : `。応札者数は ${of.line.cell('bidders')} の${of.bidders === null ? '空欄' : `${of.bidders}者`}としました`;
    problems.push({ sheet: table.sheet, cell: record.line.cell('day'), message: `${of.line.row + 1}行目と同じ記録です${other}`, effect: UNUSED });
  }
  return { done: used, planned: records.length - used.length - doubled.length, lastRow: Math.max(table.headerRow, ...lines.map((line) => line.row)), problems };
}

function readLine(reader: LineReader<ActivityKey>, ids: ReadonlyMap<string, string>, fiscalYear: number): SheetRecord | null {
  const { line } = reader;
  const category = readCategory(reader);
  const day = readDay(line.value('day'), fiscalYear, category);
  if (!day.ok) reader.refuse('day', day.reason, UNUSED);
  else if (day.note !== null) reader.note('day', day.note, '日付のとおりに読みました。');
  const written = reader.text('planRow');
  const planRow = ids.get(foldName(written));
  if (planRow === undefined) reader.refuse('planRow', written === '' ? '行IDが空です' : `行ID「${written}」は、シート「事業計画」にありません`, UNUSED);
  const subject = reader.text('subject');
  if (subject === '') reader.refuse('subject', '件名が空です', UNUSED);
  if (!reader.usable || category === null || !day.ok || planRow === undefined) return null;
  return {
    line, day: day.day, planRow, category, subject, note: reader.text('note'),
    count: readCount(reader, 'count', '件', '件数は下書きに入れていません。'),
    bidders: category === '調達' ? readCount(reader, 'bidders', '者', '入札の件数に数えていません。') : null,
  };
}

function readCategory(reader: LineReader<ActivityKey>): RecordCategory | null {
  const written = reader.text('category');
  const category = RECORD_CATEGORIES.find((one) => one === written.normalize('NFKC'));
  if (category === undefined) reader.refuse('category', written === '' ? '区分が空です' : `区分「${written}」は使えません（${RECORD_CATEGORIES.join('、')}）`, UNUSED);
  return category ?? null;
}

/** A whole number with or without its unit; what is none is told, and the record goes on without it. */
function readCount(reader: LineReader<ActivityKey>, key: 'count' | 'bidders', unit: string, effect: string): number | null {
  const value = reader.line.value(key);
  const reading = typeof value === 'number' ? { ok: true as const, value } : readFigure(String(value), { form: 'number', unit, fiscalYear: 0 });
  const reason = !reading.ok ? reading.reason : reading.value !== null && !(Number.isInteger(reading.value) && reading.value >= 0) ? `「${plainFigureText(String(value))}」は件数ではありません` : null;
  if (reason !== null) reader.note(key, reason, effect);
  return reading.ok && reason === null ? reading.value : null;
}
