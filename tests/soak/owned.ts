import { cellKey, keyColumn, keyRow, type Book, type Cell } from '../../src/embedded/model/book';
import type { Task, TaskKind } from '../../src/jobs/task';
import { readSheetArea } from '../../src/plan/sheetReference';
import { ANCHORS, type AnchorKey } from '../../src/sheets/names';
import { isRestoreSheet } from '../../src/sheets/restore/restoreRecord';
import { sameCell, sameScalar, type Contents, type SheetContents } from './contents';
import { filledCells, textOf } from './hand/cells';
import { listsOf, sheetsOf, type StandingList } from './lists';
import type { Writing } from './writing';

/**
 * What a typed content may give way to, job by job: nothing but the add-in's own cells, what was asked for by name, and – at the turn of the
 * year – what is kept on a sheet of the year that is over. Everything else must stand where it stood.
 */

/** Cells that a person asked to have written: sheet ID → cells. */
export type Asked = ReadonlyMap<string, ReadonlySet<number>>;

/** What a person wanted of a job: cells to be replaced, and the writing to be taken back. */
export interface Wanted {
  readonly asked: Asked;
  readonly undone: Writing | null;
}
interface Moments extends Wanted {
  readonly before: Contents;
  readonly after: Contents;
}

export interface Replaced {
  readonly sheet: SheetContents;
  readonly key: number;
  readonly before: Cell;
  /** Undefined: emptied, or gone with its sheet. */
  readonly after: Cell | undefined;
}

/** Lists that people type in; every other list of the add-in is a record of its own. */
const PEOPLES: ReadonlySet<AnchorKey> = new Set<AnchorKey>(['tables', 'kpis', 'indicators', 'yearly', 'planRows', 'summary', 'records']);
const RECORDS = (Object.keys(ANCHORS) as AnchorKey[]).filter((key) => !PEOPLES.has(key));

/** Columns that the evaluation fills with figures and sentences of its own. */
const JUDGED: Readonly<Partial<Record<AnchorKey, readonly string[]>>> = {
  kpis: ['条件の判定', '判定（自動）', '時点', '判定理由', '3月の見通し（判定には使いません）', '評価時の実績値', '評価時の目標値'],
  planRows: ['評価時の進捗状況', '進捗状況の時点', '評価の時点'],
  indicators: ['時点', '説明', '評価時の今年度', '評価時の前年度'],
};
/** Columns in which the evaluation keeps formulas: a figure typed there stays, another formula is brought up to the month. */
const LIVE: Readonly<Partial<Record<AnchorKey, readonly string[]>>> = {
  kpis: ['実績値', '差', '実施状況', '評価後の変更', '前年度実績'],
  indicators: ['値', '今年度', '前年度', '増減', '前年度比', '前年度末', 'KPIの目標値', '実施状況', '評価後の変更'],
};
const JUDGED_SETTINGS = ['判定月', '最終評価', '直近の結果'];
const RANK_COLUMNS = ['全国順位', '順位の時点', '順位の区分'];
const PROGRESS = '進捗状況（計画を下回る場合は、今後改善すべき点等）';
/** Lists that a new year begins anew, once they are kept as values. */
const OF_A_YEAR: readonly AnchorKey[] = ['kpis', 'planRows', 'indicators'];

/** The workbook before a job, as far as the rules ask. */
export interface Standing {
  /** Records of the add-in: nobody's figures. */
  readonly records: ReadonlySet<string>;
  readonly published: ReadonlySet<string>;
  readonly submitted: ReadonlySet<string>;
  readonly summaries: ReadonlySet<string>;
  readonly lists: ReadonlyMap<AnchorKey, readonly StandingList[]>;
  /** Texts that were drafted for 進捗状況, by the ID of the plan's row. */
  readonly drafts: ReadonlyMap<string, string>;
}

export function standingOf(book: Book): Standing {
  const outputs = (start: string): ReadonlySet<string> => new Set(book.names.filter((name) => name.scope === undefined && name.name.startsWith(start))
    .flatMap((name) => book.sheets.filter((sheet) => sheet.name === readSheetArea(`=${name.refersTo}`)?.sheet)).map((sheet) => sheet.id));
  const ids = (keys: readonly AnchorKey[]): ReadonlySet<string> => new Set(keys.flatMap((key) => sheetsOf(book, key)).map((sheet) => sheet.id));
  const drafts = listsOf(book, 'drafts')[0];
  const text = (row: number, heading: string): string => textOf(drafts?.sheet.cells.get(cellKey(row, drafts.columns.get(heading) ?? 0)));
  const rows = new Set(drafts ? filledCells(drafts.sheet).map((one) => one.row).filter((row) => row > drafts.headerRow) : []);
  return {
    records: new Set([...ids(RECORDS), ...book.sheets.filter(({ name }) => isRestoreSheet(name)).map((sheet) => sheet.id)]),
    published: outputs('事業計画_公表_'), submitted: outputs('事業計画_提出_'), summaries: ids(['summary']),
    lists: new Map([...PEOPLES].map((key) => [key, listsOf(book, key)])),
    drafts: new Map([...rows].map((row) => [text(row, '行ID'), text(row, '書き込んだ下書き')])),
  };
}

/** Why a typed content may have given way; null: it may not. */
export function excuse(task: Task, standing: Standing, replaced: Replaced, now: Moments): string | null {
  return RULES[task.kind]?.(standing, replaced, now, task) ?? null;
}

type Rule = (standing: Standing, replaced: Replaced, now: Moments, task: Task) => string | null;

/** The heading over a cell below the headings of a list, and whether the cell is a setting above them. */
function headingOf({ headerRow, columns }: StandingList, key: number): string | null {
  return keyRow(key) > headerRow ? ([...columns].find(([, column]) => column === keyColumn(key))?.[0] ?? null) : null;
}
const on = (standing: Standing, key: AnchorKey, id: string): StandingList | undefined => standing.lists.get(key)?.find((list) => list.sheet.id === id);

/** The value of a setting, or the note beside it. */
function isSetting(list: StandingList, sheet: SheetContents, key: number, settings: readonly string[]): boolean {
  if (keyRow(key) >= list.headerRow) return false;
  return [0, 1, 2].some((column) => column < keyColumn(key) && settings.includes(textOf(sheet.cells.get(cellKey(keyRow(key), column)))));
}

const askedFor: Rule = (_, { sheet, key }, { asked }) => (asked.get(sheet.id)?.has(key) ? 'asked for' : null);

const RULES: Readonly<Partial<Record<TaskKind, Rule>>> = {
  evaluate: (standing, { sheet, key, before }) => {
    const isOf = (columns: typeof JUDGED): boolean => (Object.entries(columns) as [AnchorKey, readonly string[]][]).some(([list, headings]) => {
      const found = on(standing, list, sheet.id);
      return found !== undefined && headings.includes(headingOf(found, key) ?? '');
    });
    if (isOf(JUDGED) || (before.formula !== undefined && isOf(LIVE))) return 'written by the evaluation';
    const kpis = on(standing, 'kpis', sheet.id);
    return kpis && isSetting(kpis, sheet, key, JUDGED_SETTINGS) ? 'the evaluation itself' : null;
  },
  // Its headings, labels and formulas are the add-in's; remarks, and figures that stand where a formula belongs, are not.
  summary: (standing, { sheet, key, before, after }) => {
    if (!standing.summaries.has(sheet.id) || isRemark(sheet, key)) return null;
    if (before.formula !== undefined) return 'a formula of the summary';
    return after?.formula === undefined && after?.value !== undefined ? 'a label of the summary' : null;
  },
  publish: (standing, { sheet }) => (standing.published.has(sheet.id) ? 'a sheet to publish, made anew' : null),
  submit: (standing, { sheet }) => (standing.submitted.has(sheet.id) ? 'a copy to submit, made anew' : null),
  release: (standing, { sheet }, { after }) => (!after.sheets.has(sheet.id) && on(standing, 'tables', sheet.id) ? 'the definitions go with the names' : null),
  recompute: (_, { before, after, sheet, key }, { after: now, asked }) => {
    if (!asked.get(sheet.id)?.has(key) || after?.formula === undefined) return null;
    return isRecorded(now, before.formula === undefined ? before.value : `=${before.formula}`, sheet.name, key) ? 'put back and recorded' : null;
  },
  fix: (_, { before, after, sheet, key }, { after: now, asked }) => {
    if (!asked.get(sheet.id)?.has(key)) return null;
    return after?.formula === undefined || isRecorded(now, before.formula === undefined ? before.value : `=${before.formula}`, sheet.name, key) ? 'set right as asked' : null;
  },
  // Only what that writing changed, and only to what it had found.
  restore: (_, { before, after, sheet, key }, { undone }) => {
    const cell = (contents: Contents): Cell | undefined => contents.sheets.get(sheet.id)?.cells.get(key);
    return undone && sameCell(cell(undone.after), before) && sameCell(cell(undone.before), after) ? 'as that writing found it' : null;
  },
  adopt: askedFor,
  import: askedFor,
  enter: askedFor,
  rank: (standing, { sheet, key }, _, task) => {
    const kpis = on(standing, 'kpis', sheet.id);
    const id = kpis && textOf(sheet.cells.get(cellKey(keyRow(key), kpis.columns.get('KPI ID') ?? 0)));
    return kpis && task.kind === 'rank' && id === task.kpi && RANK_COLUMNS.includes(headingOf(kpis, key) ?? '') ? 'the rank that was asked for' : null;
  },
  progress: (standing, { sheet, key, before, after }, _, task) => {
    const records = on(standing, 'records', sheet.id);
    if (records && isSetting(records, sheet, key, ['年度'])) return 'the year of the records';
    const plan = on(standing, 'planRows', sheet.id);
    if (!plan || headingOf(plan, key) !== PROGRESS || task.kind !== 'progress') return null;
    const id = textOf(sheet.cells.get(cellKey(keyRow(key), plan.columns.get('行ID') ?? 0)));
    const left = withoutDraft(textOf(before), standing.drafts.get(id) ?? '');
    if (left.length === 0) return 'a draft of its own';
    return task.choice.rows !== 'usual' && task.choice.rows.includes(id) && left.every((line) => linesOf(textOf(after)).includes(line)) ? 'the text stands, with the draft that was asked for' : null;
  },
  rollover: (standing, { sheet, key, before, after: cell }, { after, before: was }) => {
    if (standing.records.has(sheet.id)) return 'a record';
    if (standing.summaries.has(sheet.id) && before.formula !== undefined && cell?.formula === undefined && sameScalar(before.value, cell?.value)) return 'the summary of the year that is over, in values';
    const tables = on(standing, 'tables', sheet.id);
    if (tables && (isSetting(tables, sheet, key, ['年度']) || (headingOf(tables, key) === '年数' && before.value === 1))) return 'the year of the definitions';
    if (!OF_A_YEAR.some((list) => on(standing, list, sheet.id))) return null;
    const kept = [...after.sheets.values()].some((one) => !was.sheets.has(one.id) && textOf(one.cells.get(key)) === textOf(before));
    return kept ? 'kept on a sheet of the year that is over' : null;
  },
};

/** A cell under the heading 備考 of a summary, as far as the heading reaches: to the end of the sheet. */
function isRemark(sheet: SheetContents, key: number): boolean {
  return [...sheet.cells].some(([at, { value }]) => value === '備考' && keyColumn(at) === keyColumn(key) && keyRow(at) < keyRow(key)) && sheet.cells.get(key)?.value !== '備考';
}

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');

/** The lines of a text that are no draft of last time. */
function withoutDraft(text: string, draft: string): string[] {
  const former = linesOf(draft);
  return linesOf(text).filter((line) => !former.includes(line));
}

/** Whether the record of overwritten figures has a line with the content, for the cell. */
function isRecorded(after: Contents, content: Cell['value'], sheet: string, key: number): boolean {
  const place = `${letters(keyColumn(key))}${keyRow(key) + 1}`;
  return [...after.sheets.values()].some(({ cells }) => {
    const rows = new Set([...cells].filter(([, { value }]) => value === place).map(([at]) => keyRow(at)));
    const says = (row: number, wanted: Cell['value']): boolean => [...cells].some(([at, { value }]) => keyRow(at) === row && sameScalar(value, wanted));
    return [...rows].some((row) => says(row, sheet) && says(row, content));
  });
}

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}
