import type { PlanRowDefinition } from '../domain/definitions';
import type { SeedFigures } from '../domain/figures';
import { readMark, STATUS_MARKS, type StatusMark } from '../domain/marks';
import { cellA1 } from '../plan/a1';
import type { CellInput } from '../plan/workbookPlan';
import { LineReader, readableLines, type CellProblem } from './cellReading';
import type { KpiSheetKey } from './kpiSheet';
import { COLORS, markRules } from './palette';
import type { PlanBuilder } from './planBuilder';
import { columnRange, layoutRecordSheet, type RecordPlace, type RecordSheetSpec, type RecordTable } from './recordTable';

/** 「事業計画」: all rows of the plan. Texts and manual marks belong to people, 実施状況 is a formula over both marks. */

const TEXT = '@';
export type PlanSheetKey =
  | 'rowId' | 'item' | 'branch' | 'project' | 'label' | 'automatic' | 'manual' | 'manualReason' | 'effective' | 'rank' | 'progress'
  | 'owner' | 'others' | 'tags' | 'kpi' | 'counted' | 'notice' | 'judgedText' | 'textAsOf' | 'judgedAsOf';

const COUNTED = '対象';
const NOT_COUNTED = '対象外';
const TOP = { vertical: 'Top', wrap: true } as const;
const MARK = { horizontal: 'Center', vertical: 'Top', fontSize: 12 } as const;
const QUIET = { vertical: 'Top', color: COLORS.quiet } as const;
const PERSON = { ...TOP, fill: COLORS.personFill } as const;

export const PLAN_SHEET: RecordSheetSpec<PlanSheetKey> = {
  title: '事業計画',
  notes: ['実施状況は、判定（手動）があればその印、なければ判定（自動）です。判定（自動）を手動で変えるときは理由を入力してください。', '◎ 目標を上回る　○ 目標達成（計画通り）　△ 目標未達　× 未実施　□ 未実施（これから実施）　－ 評価対象外・実績未確定'],
  headerRow: 4,
  required: ['rowId', 'automatic', 'manual', 'manualReason', 'effective', 'rank', 'kpi', 'counted', 'notice'],
  freezeColumns: 5,
  paper: 'A3',
  spareRows: 10,
  printColumns: 16,
  columns: [
    { key: 'rowId', header: '行ID', points: 52, format: TEXT, style: { vertical: 'Top', color: COLORS.quiet } },
    { key: 'item', header: '項番', points: 34, style: { horizontal: 'Center', vertical: 'Top' } },
    { key: 'branch', header: '枝番', points: 70, format: TEXT, style: TOP },
    { key: 'project', header: '事業', points: 150, format: TEXT, style: TOP },
    { key: 'label', header: '実施概要', points: 190, format: TEXT, style: TOP },
    { key: 'automatic', header: '判定（自動）', points: 58, derived: true, style: MARK },
    { key: 'manual', header: '判定（手動）', points: 58, choices: STATUS_MARKS, style: { ...MARK, fill: COLORS.personFill } },
    { key: 'manualReason', header: '手動の理由', points: 110, format: TEXT, style: PERSON },
    { key: 'effective', header: '実施状況', points: 54, derived: true, style: { ...MARK, bold: true } },
    { key: 'rank', header: '全国順位', points: 52, format: '0"位"', style: { horizontal: 'Center', vertical: 'Top' } },
    { key: 'progress', header: '進捗状況（計画を下回る場合は、今後改善すべき点等）', points: 270, format: TEXT, style: PERSON },
    { key: 'owner', header: '主担当', points: 66, format: TEXT, style: TOP },
    { key: 'others', header: '関係', points: 70, format: TEXT, style: TOP },
    { key: 'tags', header: 'タグ', points: 190, format: TEXT, style: TOP },
    { key: 'kpi', header: 'KPI', points: 38, format: TEXT, style: { horizontal: 'Center', vertical: 'Top' } },
    { key: 'counted', header: '集計', points: 44, choices: [COUNTED, NOT_COUNTED], style: { horizontal: 'Center', vertical: 'Top' } },
    // In one line: a row does not grow with what a formula says. It is for those who write, and not printed.
    { key: 'notice', header: '注意', points: 320, derived: true, style: { vertical: 'Top', color: '#9C2A10' } },
    // What the evaluation met in 進捗状況, and of which month that text is: a text of an earlier month is a draft.
    { key: 'judgedText', header: '評価時の進捗状況', points: 80, format: TEXT, derived: true, style: QUIET },
    { key: 'textAsOf', header: '進捗状況の時点', points: 74, format: TEXT, derived: true, style: QUIET },
    { key: 'judgedAsOf', header: '評価の時点', points: 74, format: TEXT, derived: true, style: QUIET },
  ],
};

const TAG_SEPARATOR = '、';

/** `asOf`: formula of the 時点, which stands above the list. */
export function layoutPlanSheet(
  builder: PlanBuilder, sheet: string, place: RecordPlace<PlanSheetKey>, kpiPlace: RecordPlace<KpiSheetKey>, rows: readonly PlanRowDefinition[], marks: SeedFigures['marks'], asOf: string | null,
): void {
  const ordered = [...rows].sort((a, b) => a.order - b.order);
  const records = ordered.map((row, index): Partial<Record<PlanSheetKey, CellInput>> => ({
    rowId: row.id,
    item: row.item,
    branch: row.branch,
    project: row.project,
    label: row.label,
    manual: marks.find((mark) => mark.planRow === row.id)?.mark ?? null,
    owner: row.owner,
    others: row.others.join(TAG_SEPARATOR),
    tags: row.tags.join(TAG_SEPARATOR),
    kpi: row.kpi,
    counted: row.counted ? COUNTED : NOT_COUNTED,
    ...planFormulas(place, kpiPlace, PLAN_SHEET.headerRow + 1 + index, row.kpi !== null),
  }));
  layoutRecordSheet(builder, sheet, PLAN_SHEET, records);
  if (asOf !== null) {
    const above = PLAN_SHEET.headerRow - 1;
    builder.put(sheet, above, 0, { formula: asOf });
    builder.add({ kind: 'style', sheet, area: { row: above, column: 0, rows: 1, columns: 1 }, style: { bold: true } });
  }
  const first = PLAN_SHEET.headerRow + 1;
  for (const key of ['automatic', 'manual', 'effective'] as const) {
    const column = place.columns.get(key) ?? 0;
    builder.add({
      kind: 'conditionalFormats', sheet, area: { row: first, column, rows: records.length + PLAN_SHEET.spareRows, columns: 1 }, rules: markRules(cellA1(first, column)),
    });
  }
}

/** The live cells of one plan row. Look-ups go by the KPI's ID in the same row, so sorting does no harm. */
export function planFormulas(place: RecordPlace<PlanSheetKey>, kpiPlace: RecordPlace<KpiSheetKey>, row: number, hasKpi: boolean): Partial<Record<PlanSheetKey, CellInput>> {
  const cell = (key: PlanSheetKey): string => cellA1(row, place.columns.get(key) ?? 0);
  const effective = { formula: `=IF(${cell('manual')}<>"",${cell('manual')},${cell('automatic')}&"")` };
  const needsReason = `IF(AND(${cell('manual')}<>"",${cell('automatic')}<>"",${cell('manualReason')}=""),"手動で判定を変更するには、理由を入力してください。","")`;
  const needsPlan = place.columns.has('progress') ? `&IF(AND(OR(${cell('effective')}="△",${cell('effective')}="×"),${cell('progress')}=""),"今後改善すべき点を入力してください。","")${draftNotice(place, cell)}` : '';
  if (!hasKpi) return { effective, ...(needsPlan === '' ? {} : { notice: { formula: `=${needsPlan.slice(1)}` } }) };
  const found = (key: KpiSheetKey): string => lookUp(kpiPlace, key, cell('kpi'));
  return {
    automatic: { formula: `=IFERROR(${found('automatic')}&"","")` },
    effective,
    rank: { formula: `=IFERROR(IF(ISNUMBER(${found('rank')}),${found('rank')},""),"")` },
    notice: { formula: `=IFERROR(${found('stale')}&"","")&${needsReason}${needsPlan}` },
  };
}

const DRAFT_KEYS = ['judgedText', 'textAsOf', 'judgedAsOf'] as const satisfies readonly PlanSheetKey[];

/** A text of an earlier month beside △ or × is a draft until somebody changes it. */
function draftNotice(place: RecordPlace<PlanSheetKey>, cell: (key: PlanSheetKey) => string): string {
  if (!DRAFT_KEYS.every((key) => place.columns.has(key))) return '';
  const [text, of, now] = DRAFT_KEYS.map(cell);
  const isDraft = `OR(${cell('effective')}="△",${cell('effective')}="×"),${cell('progress')}<>"",${cell('progress')}=${text ?? ''},${now ?? ''}<>"",${of ?? ''}<>${now ?? ''}`;
  // "令和7年2月末" → "2月末": the note fits its column.
  const short = (label: string): string => `MID(${label},IFERROR(FIND("年",${label}),0)+1,9)`;
  return `&IF(AND(${isDraft}),${short(of ?? '')}&"時点の文です。"&${short(now ?? '')}&"の内容に直してください。","")`;
}

function lookUp(kpiPlace: RecordPlace<KpiSheetKey>, key: KpiSheetKey, id: string): string {
  return `INDEX(${columnRange(kpiPlace, key) ?? ''},MATCH(${id},${columnRange(kpiPlace, 'kpiId') ?? ''},0))`;
}

/** 実施状況 of a KPI, looked up in the plan by its ID; for the KPI sheet. */
export function effectiveLookup(place: RecordPlace<PlanSheetKey>, idCell: string, fallback: string): string {
  return `=IFERROR(INDEX(${columnRange(place, 'effective') ?? ''},MATCH(${idCell},${columnRange(place, 'kpi') ?? ''},0))&"",${fallback}&"")`;
}

/** A row of the plan with what people set there. */
export interface PlanLine {
  readonly definition: PlanRowDefinition;
  readonly row: number;
  readonly manual: StatusMark | null;
  readonly manualReason: string;
}

export interface PlanSheetContent {
  readonly lines: readonly PlanLine[];
  readonly problems: readonly CellProblem[];
}

export function readPlanSheet(table: RecordTable<PlanSheetKey>): PlanSheetContent {
  const problems: CellProblem[] = [];
  const lines: PlanLine[] = [];
  const seen = new Set<string>();
  for (const line of readableLines(table, 'rowId', problems)) {
    const reader = new LineReader(table.sheet, line, problems);
    const id = reader.lookedUp('rowId', '行ID');
    if (seen.has(id)) reader.refuse('rowId', `行ID「${id}」が重複しています`);
    seen.add(id);
    const typed = reader.text('manual');
    const manual = readMark(typed);
    // The sheet's own tally counts the very characters: a look-alike would be counted here and not there.
    if (typed !== (manual ?? '')) reader.refuse('manual', `判定（手動）「${typed}」は使えません（${STATUS_MARKS.join('、')}）`);
    const item = reader.number('item', '項番');
    if (!reader.usable) continue;
    lines.push({
      row: line.row,
      manual,
      manualReason: reader.text('manualReason'),
      definition: {
        id, item,
        order: lines.length + 1,
        branch: reader.text('branch'),
        project: reader.text('project'),
        label: reader.text('label'),
        owner: reader.text('owner'),
        others: split(reader.text('others')),
        tags: tagsOf(reader),
        kpi: reader.optional('kpi'),
        counted: reader.text('counted') !== NOT_COUNTED,
      },
    });
  }
  return { lines, problems };
}

/** Formulas look for a tag as they say it, and Excel takes no longer text in a formula. */
const LONGEST_TAG = 100;

function tagsOf(reader: LineReader<PlanSheetKey>): string[] {
  const tags = split(reader.text('tags'));
  const used = tags.filter((tag) => tag.length <= LONGEST_TAG);
  if (used.length < tags.length) reader.note('tags', `区分が長すぎます（1つ${LONGEST_TAG}文字まで）`, '長い区分は使っていません。');
  return used;
}

const split = (text: string): string[] => text.split(/[、,，]/).map((part) => part.trim()).filter((part) => part !== '');

type CountedKey = 'effective' | 'counted' | 'kpi' | 'progress' | 'manual' | 'manualReason' | (typeof DRAFT_KEYS)[number];

/** Ranges of 実施状況, 集計 and KPI, for counting; what else is counted has "" where its column is gone. */
export function tallyRanges(place: RecordPlace<PlanSheetKey>): Readonly<Record<CountedKey | 'countedWord', string>> {
  const range = (key: PlanSheetKey): string => columnRange(place, key) ?? '';
  return {
    effective: range('effective'), counted: range('counted'), kpi: range('kpi'), countedWord: COUNTED, progress: range('progress'), manual: range('manual'), manualReason: range('manualReason'),
    judgedText: range('judgedText'), textAsOf: range('textAsOf'), judgedAsOf: range('judgedAsOf'),
  };
}
