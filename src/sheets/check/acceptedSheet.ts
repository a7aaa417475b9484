import { readMonthsId } from '../../domain/checks/monthsId';
import { areaA1 } from '../../plan/a1';
import type { CellInput } from '../../plan/workbookPlan';
import { ownList, type OwnList } from '../ownList';
import { COLORS } from '../palette';
import type { PlanBuilder } from '../planBuilder';
import { openList, prepareLines, type RecordSheetSpec, type RecordTable } from '../recordTable';
import type { WorkbookState } from '../workbookState';
import type { CheckFinding } from './finding';

/** 「点検の記録」: what people looked at and found right, and why. Made when the first finding is accepted. */

const TEXT = '@';
const TOP = { vertical: 'Top', wrap: true } as const;
const QUIET = { ...TOP, color: COLORS.quiet } as const;
export type AcceptedKey = 'at' | 'sheet' | 'cell' | 'text' | 'reason' | 'treatment' | 'id' | 'seen';
const IN_FORCE = '確認済み';
export const TAKEN_BACK = '取り消し';

export const ACCEPTED_SHEET: RecordSheetSpec<AcceptedKey> = {
  title: '点検の記録',
  notes: ['点検で「確認済み」にした内容と理由です。「数値」が同じあいだは、点検で知らせません。扱いを「取り消し」にした行は、また知らせます。'],
  headerRow: 3,
  required: ['reason', 'id', 'seen'],
  freezeColumns: 0,
  paper: 'A4',
  spareRows: 1,
  printsAll: true,
  columns: [
    { key: 'at', header: '日時', points: 100, format: TEXT, style: TOP },
    { key: 'sheet', header: 'シート', points: 64, format: TEXT, style: TOP },
    { key: 'cell', header: 'セル', points: 52, format: TEXT, style: TOP },
    { key: 'text', header: '内容', points: 260, format: TEXT, style: TOP },
    { key: 'reason', header: '理由', points: 180, format: TEXT, style: TOP },
    { key: 'treatment', header: '扱い', points: 64, choices: [IN_FORCE, TAKEN_BACK], style: { vertical: 'Top' } },
    { key: 'id', header: 'ID', points: 110, format: TEXT, style: QUIET },
    { key: 'seen', header: '数値', points: 110, format: TEXT, style: QUIET },
  ],
};

/** A finding that somebody accepted, or one of its months, as it stands in a line of the list. */
export interface Acceptance {
  readonly at: string;
  readonly reason: string;
  /** The figures it was accepted with. */
  readonly seen: string;
  readonly row: number;
}

type Accepted = Pick<CheckFinding, 'id' | 'seen'>;

/** Acceptances that nobody took back, by the ID of a finding of one month, in the order they were written. */
export type Acceptances = ReadonlyMap<string, readonly Acceptance[]>;

export const acceptedList = (state: Pick<WorkbookState, 'snapshot' | 'grids'>): OwnList<AcceptedKey> => ownList(state, 'accepted', ACCEPTED_SHEET);

export function readAcceptances(table: RecordTable<AcceptedKey> | null): Acceptances {
  const byId = new Map<string, Acceptance[]>();
  for (const line of table?.lines ?? []) {
    if (line.text('id') === '' || line.text('treatment') === TAKEN_BACK) continue;
    for (const { id, seen } of monthly({ id: line.text('id'), seen: line.text('seen') })) {
      byId.set(id, [...(byId.get(id) ?? []), { at: line.text('at'), reason: line.text('reason'), seen, row: line.row }]);
    }
  }
  return byId;
}

/**
 * A finding over several months as one a month: "follows T13-02@2024 6月,9月" over "5/6 8/9" is that of 6月 over "5/6" and of 9月 over
 * "8/9". What was accepted of a month holds however many months the finding tells of later. Where the figures cannot be told apart it stays whole.
 */
function monthly({ id, seen }: Accepted): Accepted[] {
  const whole = { id: id.trim(), seen: seen.trim() };
  const told = readMonthsId(whole.id);
  const figures = whole.seen.split(' ');
  if (told === null || told.months.length === 1 || (figures.length !== 1 && figures.length !== told.months.length)) return [whole];
  return told.months.map((month, index) => ({ id: `${told.about} ${month}`, seen: figures[index] ?? whole.seen }));
}

/** The acceptances that keep a finding quiet: made over the very figures that each of its months rests on now. Empty: it speaks. */
export function inForce(finding: Accepted, acceptances: Acceptances): readonly Acceptance[] {
  const byMonth = monthly(finding).map(({ id, seen }) => (acceptances.get(id) ?? []).filter((one) => one.seen === seen));
  return byMonth.every((lines) => lines.length > 0) ? byRow(byMonth.flat()) : [];
}

/** The last acceptance of a finding that speaks, over figures that have changed since or over some of its months; null: there was none. */
export const earlierAcceptance = (finding: Accepted, acceptances: Acceptances): Acceptance | null =>
  (inForce(finding, acceptances).length > 0 ? null : (byRow(monthly(finding).flatMap(({ id }) => acceptances.get(id) ?? [])).at(-1) ?? null));

/** A line each, in the order they were written. */
const byRow = (acceptances: readonly Acceptance[]): Acceptance[] => [...new Map(acceptances.map((one) => [one.row, one])).values()].sort((a, b) => a.row - b.row);

export interface NewAcceptance {
  readonly finding: CheckFinding;
  readonly reason: string;
}

/** Adds lines to the list, laying the sheet out first where there is none; `taken` are the sheets there are. `at` is the time as shown to people. */
export function recordAcceptances(builder: PlanBuilder, found: RecordTable<AcceptedKey> | null, taken: readonly { readonly name: string }[], accepted: readonly NewAcceptance[], at: string): void {
  const { place, next } = openList(builder, 'accepted', ACCEPTED_SHEET, found, taken);
  accepted.forEach((one, index) => {
    const record = recordOf(one, at);
    prepareLines(builder, place, ACCEPTED_SHEET, next + index, 1);
    for (const [key, column] of place.columns) builder.put(place.sheet, next + index, column, record[key]);
  });
  builder.add({ kind: 'fitRows', sheet: place.sheet, row: next, rows: accepted.length });
}

const recordOf = ({ finding: { id, place, text, seen }, reason }: NewAcceptance, at: string): Record<AcceptedKey, CellInput> => ({
  at, sheet: place?.sheet ?? '', cell: place ? areaA1(place.area) : '', text, reason, treatment: IN_FORCE, id, seen,
});
