import { monthLabel } from '../../domain/fiscalYear';
import { unitOf } from '../../domain/judgement';
import { monthsOf } from '../../domain/series';
import { findTarget } from '../../domain/targets';
import { markOf, textWantedOf } from '../planTexts';
import type { PlanLine } from '../planSheet';
import type { RecordPlace } from '../recordTable';
import { missingFigures, type MissingRow } from '../view/entryForm';
import { cellPlace, type Place } from '../view/place';
import type { WorkbookState } from '../workbookState';
import type { CheckFinding } from './finding';

/** Something still to be written or typed: nothing is wrong. */
export interface Reminder {
  readonly id: string;
  /** Heading under which it is listed: the sheet, or the group of the table. */
  readonly group: string;
  /** One Japanese sentence. */
  readonly text: string;
  /** The first cell to fill. */
  readonly place: Place | null;
}

/** What is not written yet: texts of the plan, targets, figures of months that have ended. Ranks come late: they are none. `latest`: see dueOf. */
export function reminders(state: WorkbookState, latest: number): Reminder[] {
  return [...planReminders(state), ...targetReminders(state), ...figureReminders(state, latest)];
}

function planReminders(state: WorkbookState): Reminder[] {
  const { planRows, kpis } = state.lists;
  if (!planRows) return [];
  const { table, content } = planRows;
  return content.lines.flatMap((line): Reminder[] => {
    const mark = markOf(state, line);
    const wanted = textWantedOf(planRows, line, mark);
    const automatic = kpis?.content.kpis.find((one) => one.kpi.id === line.definition.kpi)?.automatic ?? null;
    const base = (kind: string) => ({ id: `${kind} ${line.definition.id}`, group: table.sheet });
    const at = (key: 'progress' | 'manualReason'): Place | null => columnPlace(table, line.row, key);
    return [
      ...(line.manual !== null && automatic !== null && line.manualReason === '' ? [{ ...base('reason'), text: `${titleOf(line)}の判定（手動）に、理由がまだありません。`, place: at('manualReason') }] : []),
      ...(wanted === 'missing' ? [{ ...base('text'), text: `${titleOf(line)}（${mark ?? ''}）に、今後改善すべき点がまだありません。`, place: at('progress') }] : []),
      ...(wanted !== null && wanted !== 'missing' ? [{ ...base('text'), text: `${titleOf(line)}（${mark ?? ''}）の進捗状況は、${wanted.of}時点の文のままです（判定は${wanted.now}）。`, place: at('progress') }] : []),
    ];
  });
}

const columnPlace = <K extends string>({ sheet, columns }: RecordPlace<K>, row: number, key: K): Place | null => {
  const column = columns.get(key);
  return column === undefined ? null : cellPlace({ sheet, row, column });
};

const titleOf = ({ definition: { item, branch, label } }: PlanLine): string => `「${[item ?? '', branch, label].filter((part) => part !== '').join(' ')}」`;

function targetReminders({ lists: { kpis }, catalog, figures, fiscalYear }: WorkbookState): Reminder[] {
  if (!kpis || fiscalYear === null) return [];
  return kpis.content.kpis.filter((one) => one.readable).flatMap(({ kpi, lines }) => kpi.conditions.flatMap((condition, index): Reminder[] => {
    const { value, why } = findTarget(condition, unitOf(condition, catalog), catalog, figures, fiscalYear);
    const row = lines[index]?.row;
    return value !== null || row === undefined ? [] : [{ id: `target ${condition.id}`, group: kpis.table.sheet, text: `「${condition.label}」: ${why}`, place: columnPlace(kpis.table, row, 'target') }];
  }));
}

function figureReminders(state: WorkbookState, latest: number): Reminder[] {
  return missingFigures(state, latest, latest).flatMap(({ group, rows }) => rows.filter((row) => isNext(state, row)).map(({ rowId, table, label, months, place }): Reminder => (
    { id: `figures ${rowId}`, group, text: `${table}／${label}の${months.length > FEW ? `${months.slice(0, FEW).map(monthLabel).join('・')}など${months.length}か月分` : months.map(monthLabel).join('・')}が、まだ入力されていません。`, place })));
}
const FEW = 3;

/** Whether the figures missing are those that come next, or lie before the row's first one at all. A month left out between others is odd: that is a finding. */
function isNext({ figures, fiscalYear }: WorkbookState, { rowId, months }: MissingRow): boolean {
  const of = (year: number): number[] => monthsOf(figures.series, rowId, year).flatMap((figure, month) => (figure === null ? [] : [month]));
  const [filled, isNew] = [of(fiscalYear ?? 0), of((fiscalYear ?? 0) - 1).length === 0];
  const [first = 0, last = -1] = [filled[0], filled.at(-1)];
  return months.every((month) => month > last || (isNew && month < first));
}

/** Findings without the months that are merely still to be typed, of which a reminder tells. */
export const withoutReminded = (found: readonly CheckFinding[], reminded: readonly Reminder[]): readonly CheckFinding[] =>
  found.filter(({ kind, place }) => kind !== 'monthMissing' || place === null || !reminded.some((one) => one.place !== null && isSamePlace(one.place, place)));

const isSamePlace = (one: Place, other: Place): boolean => one.sheet === other.sheet && one.area.row === other.area.row && one.area.column === other.area.column;
