import {
  ARRANGEMENTS, SERIES_KINDS, TOTAL_RULES, type Definitions, type RowDefinition, type TableDefinition, type TotalRule,
} from '../domain/definitions';
import { fiscalYearLabel } from '../domain/fiscalYear';
import { normalizeLabel } from '../domain/labels';
import type { CellInput } from '../plan/workbookPlan';
import { LineReader, type CellProblem } from './cellReading';
import type { NameStems } from './names';
import type { PlanBuilder } from './planBuilder';
import { layoutRecordSheet, type RecordSheetSpec, type RecordTable } from './recordTable';
import { writeSettings } from './settings';

/** 「表定義」: every table, and below it its rows. Staff edit it; the jobs read it. */

const TEXT = '@';
export type TableSheetKey =
  | 'tableId' | 'rowId' | 'label' | 'group' | 'arrangement' | 'totalLabel' | 'firstMonthLabel' | 'heading' | 'kind' | 'unit' | 'format' | 'totalFormat'
  | 'formula' | 'asTyped' | 'total' | 'years' | 'lag' | 'endsAt' | 'mergedInto' | 'min' | 'max' | 'mayFall' | 'follows' | 'printed' | 'aliases' | 'note' | 'stem';

const MAY_FALL = ['する', 'しない'] as const;
const PRINTED = ['原本', '独自'] as const;
const AS_TYPED = ['計算式', '入力のまま'] as const;
const BETWEEN_ALIASES = '｜';

export const TABLE_SHEET: RecordSheetSpec<TableSheetKey> = {
  title: '表定義',
  notes: ['月次表の定義です。行IDが空の行は表、その下の行は表の項目です。IDと名前は変えないでください。', '計算式は [項目] や [表名.項目]、前の年度は [項目:前年度] と書きます。'],
  headerRow: 7,
  required: ['tableId', 'rowId', 'label', 'group', 'kind', 'format', 'formula', 'total', 'years'],
  freezeColumns: 3,
  paper: 'A3',
  spareRows: 20,
  lineHeight: 30,
  columns: [
    { key: 'tableId', header: '表ID', points: 40, format: TEXT },
    { key: 'rowId', header: '行ID', points: 48, format: TEXT },
    { key: 'label', header: '表名・項目名', points: 150, format: TEXT },
    { key: 'group', header: 'グループ', points: 66, format: TEXT },
    { key: 'arrangement', header: '配置', points: 76, choices: ARRANGEMENTS },
    { key: 'totalLabel', header: '計の見出し', points: 48, format: TEXT },
    { key: 'firstMonthLabel', header: '最初の月', points: 52, format: TEXT },
    { key: 'heading', header: '見出し', points: 76, format: TEXT },
    { key: 'kind', header: '種類', points: 54, choices: SERIES_KINDS },
    { key: 'unit', header: '単位', points: 44, format: TEXT },
    { key: 'format', header: '表示形式', points: 96, format: TEXT },
    { key: 'totalFormat', header: '計の表示形式', points: 66, format: TEXT },
    { key: 'formula', header: '計算式', points: 330, format: TEXT, style: { wrap: true } },
    { key: 'asTyped', header: '計算式の欄', points: 60, choices: AS_TYPED },
    { key: 'total', header: '計の規則', points: 120, format: TEXT, style: { wrap: true } },
    { key: 'years', header: '年数', points: 36 },
    { key: 'lag', header: '遅れ（月）', points: 44 },
    { key: 'endsAt', header: '終了月', points: 54, format: TEXT },
    { key: 'mergedInto', header: '統合先', points: 90, format: TEXT },
    { key: 'min', header: '下限', points: 44 },
    { key: 'max', header: '上限', points: 44 },
    { key: 'mayFall', header: '減少', points: 44, choices: MAY_FALL },
    { key: 'follows', header: '積み上げの元', points: 110, format: TEXT },
    { key: 'printed', header: '出典', points: 40, choices: PRINTED },
    { key: 'aliases', header: '別名', points: 130, format: TEXT, style: { wrap: true } },
    { key: 'note', header: '備考', points: 220, format: TEXT, style: { wrap: true } },
    { key: 'stem', header: '名前', points: 240, format: TEXT, derived: true },
  ],
};

export function layoutTableSheet(builder: PlanBuilder, sheet: string, definitions: Definitions, stems: NameStems, fiscalYear: number, branch: string): void {
  const records = definitions.tables.flatMap((table) => [tableRecord(table, stems), ...table.rows.map((row) => rowRecord(table, row, stems))]);
  layoutRecordSheet(builder, sheet, TABLE_SHEET, records);
  writeSettings(builder, sheet, [
    { key: '様式の版', value: definitions.schemaVersion, note: '' },
    { key: '年度', value: fiscalYear, note: fiscalYearLabel(fiscalYear) },
    { key: '支部', value: branch, note: '' },
  ], 3);
  for (let index = 0, row = TABLE_SHEET.headerRow + 1; index < records.length; index++, row++) {
    if (records[index]?.rowId === undefined) {
      builder.add({ kind: 'style', sheet, area: { row, column: 0, rows: 1, columns: TABLE_SHEET.columns.length - 1 }, style: { bold: true, fill: '#EEF3FA' } });
    }
  }
}

function tableRecord(table: TableDefinition, stems: NameStems): Partial<Record<TableSheetKey, CellInput>> {
  return {
    tableId: table.id,
    label: table.name,
    group: table.group,
    arrangement: table.arrangement,
    totalLabel: table.totalLabel,
    firstMonthLabel: table.firstMonthLabel,
    aliases: table.aliases.join(BETWEEN_ALIASES),
    note: table.note,
    stem: stems.get(table.id) ?? '',
  };
}

function rowRecord(table: TableDefinition, row: RowDefinition, stems: NameStems): Partial<Record<TableSheetKey, CellInput>> {
  return {
    tableId: table.id,
    rowId: row.id,
    label: row.label,
    heading: row.heading,
    kind: row.kind,
    unit: row.unit,
    format: row.format,
    totalFormat: row.totalFormat,
    formula: row.formula,
    asTyped: row.asTyped ? '入力のまま' : null,
    total: row.total,
    years: row.years,
    lag: row.lag === 0 ? null : row.lag,
    endsAt: row.endsAt,
    mergedInto: row.mergedInto,
    min: row.min,
    max: row.max,
    mayFall: row.mayFall === null ? null : row.mayFall ? 'する' : 'しない',
    follows: row.follows,
    printed: row.printed ? '原本' : '独自',
    aliases: row.aliases.join(BETWEEN_ALIASES),
    stem: stems.get(row.id) ?? '',
  };
}

/** Tables as the sheet defines them, the stored name stems, and every cell that could not be used. */
export interface TableSheetContent {
  readonly tables: readonly TableDefinition[];
  readonly stems: NameStems;
  readonly problems: readonly CellProblem[];
}

export function readTableSheet(table: RecordTable<TableSheetKey>): TableSheetContent {
  const problems: CellProblem[] = [];
  const stems = new Map<string, string>();
  const seen = new Set<string>();
  const tables: { head: Omit<TableDefinition, 'rows'>; rows: RowDefinition[] }[] = [];
  for (const line of table.lines) {
    const reader = new LineReader(table.sheet, line, problems);
    const isRow = reader.text('rowId') !== '';
    const key = isRow ? 'rowId' : 'tableId';
    const id = reader.required(key, isRow ? '行ID' : '表ID');
    if (id !== '' && seen.has(id)) reader.refuse(key, `ID「${id}」が重複しています`);
    seen.add(id);
    const owner = tables.find((one) => one.head.id === reader.text('tableId'));
    if (!isRow) {
      const head = readTable(reader, id, tables.map((one) => one.head));
      if (reader.usable) tables.push({ head, rows: [] });
    } else if (!owner) reader.refuse('tableId', `表「${reader.text('tableId')}」の定義がこの行より上にありません`);
    else {
      const others = table.lines.filter((other) => other !== line && other.text('tableId') === owner.head.id && other.text('rowId') !== '');
      const row = readRow(reader, id, owner.rows, others.map((other) => other.text('label')));
      if (reader.usable) owner.rows.push(row);
    }
    if (reader.usable && reader.text('stem') !== '') stems.set(id, reader.text('stem'));
  }
  return { tables: tables.map(({ head, rows }) => ({ ...head, rows })), stems, problems };
}

function readTable(reader: LineReader<TableSheetKey>, id: string, before: readonly { readonly name: string }[]): Omit<TableDefinition, 'rows'> {
  const name = reader.required('label', '表名');
  if (before.some((table) => normalizeLabel(table.name) === normalizeLabel(name))) reader.refuse('label', `表名「${name}」が重複しています`);
  return {
    id,
    name,
    aliases: readAliases(reader),
    group: reader.required('group', 'グループ'),
    arrangement: reader.choice('arrangement', '配置', ARRANGEMENTS, '年度ごとの表'),
    totalLabel: reader.optional('totalLabel'),
    firstMonthLabel: reader.optional('firstMonthLabel'),
    note: reader.optional('note'),
  };
}

function readRow(reader: LineReader<TableSheetKey>, id: string, before: readonly RowDefinition[], otherLabels: readonly string[]): RowDefinition {
  const label = reader.required('label', '項目名');
  if (before.some((row) => normalizeLabel(row.label) === normalizeLabel(label))) reader.refuse('label', `項目名「${label}」が表の中で重複しています`);
  const endsAt = reader.optional('endsAt');
  if (endsAt !== null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(endsAt)) reader.refuse('endsAt', '終了月は 2024-11 の形で入力してください');
  return {
    id,
    label,
    aliases: readAliases(reader, [...otherLabels, ...before.flatMap((row) => row.aliases)]),
    asTyped: reader.choice('asTyped', '計算式の欄', AS_TYPED, '計算式') === '入力のまま',
    heading: reader.optional('heading'),
    kind: reader.choice('kind', '種類', SERIES_KINDS, '単月'),
    unit: reader.text('unit'),
    format: reader.optional('format') ?? '#,##0',
    totalFormat: reader.optional('totalFormat'),
    formula: reader.optional('formula'),
    total: readTotalRule(reader),
    years: reader.whole('years', '年数', 2, 1, 10),
    min: reader.number('min', '下限'),
    max: reader.number('max', '上限'),
    mayFall: reader.text('mayFall') === '' ? null : reader.choice('mayFall', '減少', MAY_FALL, 'する') === 'する',
    follows: reader.optional('follows'),
    lag: reader.whole('lag', '遅れ', 0, 0, 11),
    endsAt,
    mergedInto: reader.optional('mergedInto'),
    printed: reader.choice('printed', '出典', PRINTED, '独自') === '原本',
  };
}

/** Other spellings, several in a cell; none may be what another row is called. */
function readAliases(reader: LineReader<TableSheetKey>, others: readonly string[] = []): string[] {
  const aliases = reader.text('aliases').split(/[｜|\r\n]/).map((alias) => alias.trim()).filter((alias) => alias !== '');
  const taken = new Set(others.map(normalizeLabel));
  const clash = aliases.find((alias) => taken.has(normalizeLabel(alias)));
  if (clash !== undefined) reader.refuse('aliases', `別名「${clash}」は、表の中の別の項目の名前か別名です`);
  return aliases;
}

function readTotalRule(reader: LineReader<TableSheetKey>): TotalRule {
  const text = reader.text('total');
  return text.startsWith('=') ? `=${text.slice(1)}` : reader.choice('total', '計の規則', TOTAL_RULES, 'なし');
}
