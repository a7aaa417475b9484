import {
  ARRANGEMENTS, SERIES_KINDS, TOTAL_RULES, type Definitions, type RowDefinition, type TableDefinition, type TotalRule,
} from '../domain/definitions';
import { spoiledKey, type Spoiled } from '../domain/catalog';
import { fiscalYearLabel } from '../domain/fiscalYear';
import { normalizeLabel } from '../domain/labels';
import type { CellInput } from '../plan/workbookPlan';
import { LineReader, readableLines, type CellProblem } from './cellReading';
import { canNameSheet, foldName, isOurName, namePart, type NameStems } from './names';
import type { PlanBuilder } from './planBuilder';
import { layoutRecordSheet, type RecordLine, type RecordSheetSpec, type RecordTable } from './recordTable';
import { findSetting, writeSettings } from './settings';
import { labelsOfTables, TakenLabels } from './takenLabels';

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

const YEAR = '年度';
/** The cell that says of which fiscal year the workbook is; null where the setting was removed. */
export const yearCell = <K extends string>({ grid, headerRow }: RecordTable<K>): ReturnType<typeof findSetting> => findSetting(grid, YEAR, headerRow);

export function layoutTableSheet(builder: PlanBuilder, sheet: string, definitions: Definitions, stems: NameStems, fiscalYear: number, branch: string): void {
  const records = definitions.tables.flatMap((table) => [tableRecord(table, stems), ...table.rows.map((row) => rowRecord(table, row, stems))]);
  layoutRecordSheet(builder, sheet, TABLE_SHEET, records);
  writeSettings(builder, sheet, [
    { key: '様式の版', value: definitions.schemaVersion, note: '' },
    { key: YEAR, value: fiscalYear, note: fiscalYearLabel(fiscalYear) },
    { key: '支部', value: branch, note: '' },
  ], 3);
  for (let index = 0, row = TABLE_SHEET.headerRow + 1; index < records.length; index++, row++) {
    if (records[index]?.rowId === undefined) {
      builder.add({ kind: 'style', sheet, area: { row, column: 0, rows: 1, columns: TABLE_SHEET.columns.length - 1 }, style: { bold: true, fill: '#EEF3FA' } });
    }
  }
}

export function tableRecord(table: TableDefinition, stems: NameStems): Partial<Record<TableSheetKey, CellInput>> {
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

export function rowRecord(table: TableDefinition, row: RowDefinition, stems: NameStems): Partial<Record<TableSheetKey, CellInput>> {
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
  /** The line of each table and row, by ID. */
  readonly lines: ReadonlyMap<string, RecordLine<TableSheetKey>>;
  /** Tables and rows that are written down but cannot be used. */
  readonly spoiled: Spoiled;
  readonly problems: readonly CellProblem[];
}

export function readTableSheet(table: RecordTable<TableSheetKey>): TableSheetContent {
  const problems: CellProblem[] = [];
  const stems = new Map<string, string>();
  const stemCells = new Map<string, string>();
  const lines = new Map<string, RecordLine<TableSheetKey>>();
  const spoiled = new Set<string>();
  const spoiledTables = new Map<string, string>();
  const tables = new Map<string, { head: Omit<TableDefinition, 'rows'>; rows: RowDefinition[]; taken: TakenLabels }>();
  const tableNames = new Set<string>();
  const read = readableLines(table, 'tableId', problems);
  const labels = labelsOfTables(read);
  for (const line of read) {
    const reader = new LineReader(table.sheet, line, problems);
    const tableId = reader.text('tableId');
    const owner = tables.get(tableId);
    const known = owner?.head.name ?? spoiledTables.get(tableId);
    // A line of a table that is there already, without a group of its own, is a row somebody added.
    const isRow = reader.text('rowId') !== '' || (known !== undefined && reader.text('group') === '');
    const id = isRow ? rowIdOf(reader, known ?? tableId) : reader.required('tableId', '表ID');
    const twin = id === '' ? undefined : lines.get(id);
    if (twin) reader.refuse(isRow ? 'rowId' : 'tableId', `ID「${id}」が${twin.row + 1}行目と重複しています`);
    else if (id !== '') lines.set(id, line);
    // A line without an ID has no names, whatever is left of it.
    const stem = id === '' ? '' : readStem(reader, stemCells);
    if (!isRow) {
      const head = readTable(reader, id, tableNames);
      if (reader.usable) {
        tables.set(id, { head, rows: [], taken: new TakenLabels(labels.get(id) ?? new Map()) });
        tableNames.add(normalizeLabel(head.name));
      } else if (!twin) {
        spoiledTables.set(id, head.name);
        spoiled.add(spoiledKey(head.name, null));
      }
    } else if (owner) {
      const row = readRow(reader, id, owner.taken);
      if (reader.usable) {
        owner.rows.push(row);
        owner.taken.add(row);
      } else spoiled.add(spoiledKey(owner.head.name, row.label));
    } else if (known === undefined && reader.usable) {
      reader.refuse('tableId', tableId === '' ? '表IDが空です' : `表「${tableId}」の定義がこの行より上にありません`);
    }
    // A line that cannot be used keeps its names: no other line may take them over.
    if (stem !== '' && !twin) stems.set(id, stem);
  }
  // What still stands once is not spoiled by a copy of it.
  for (const { head, rows } of tables.values()) {
    spoiled.delete(spoiledKey(head.name, null));
    for (const row of rows) spoiled.delete(spoiledKey(head.name, row.label));
  }
  return { tables: [...tables.values()].map(({ head, rows }) => ({ ...head, rows })), stems, lines, spoiled, problems };
}

function rowIdOf(reader: LineReader<TableSheetKey>, table: string): string {
  const id = reader.text('rowId');
  if (id === '') reader.refuse('rowId', `行IDが空です。表「${table}」に項目を足すときは、ほかの行と重ならない行IDを入力してください`);
  return id;
}

/** The stored stem of a line's names, "" where it cannot be used; two lines must not share one, as a copied line does. */
function readStem(reader: LineReader<TableSheetKey>, cells: Map<string, string>): string {
  const stem = reader.text('stem');
  if (stem === '') return '';
  const twin = cells.get(foldName(stem));
  if (!isOurName(stem) || namePart(stem.replaceAll('_', '')) !== stem.normalize('NFKC').replaceAll('_', '')) reader.refuse('stem', `名前「${stem}」は使えません。この欄を空にすると、次の処理で名前を付けます`);
  else if (twin !== undefined) reader.refuse('stem', `名前「${stem}」が ${twin} と重複しています。この欄を空にすると、次の処理で名前を付けます`);
  else {
    cells.set(foldName(stem), reader.line.cell('stem'));
    return stem;
  }
  return '';
}

function readTable(reader: LineReader<TableSheetKey>, id: string, before: ReadonlySet<string>): Omit<TableDefinition, 'rows'> {
  const name = reader.required('label', '表名');
  if (before.has(normalizeLabel(name))) reader.refuse('label', `表名「${name}」が重複しています`);
  return {
    id,
    name,
    aliases: readAliases(reader),
    group: readGroup(reader),
    arrangement: reader.choice('arrangement', '配置', ARRANGEMENTS, '年度ごとの表'),
    totalLabel: reader.optional('totalLabel'),
    firstMonthLabel: reader.optional('firstMonthLabel'),
    note: reader.optional('note'),
  };
}

/** The group's sheet bears its name, so it must be one Excel takes. */
function readGroup(reader: LineReader<TableSheetKey>): string {
  const group = reader.required('group', 'グループ');
  if (!canNameSheet(group)) reader.refuse('group', `グループ「${group}」はシート名に使えません（31文字まで。: \\ / ? * [ ] は使えません）`);
  return group;
}

function readRow(reader: LineReader<TableSheetKey>, id: string, taken: TakenLabels): RowDefinition {
  const label = reader.required('label', '項目名');
  if (taken.hasLabel(label)) reader.refuse('label', `項目名「${label}」が表の中で重複しています`);
  const endsAt = reader.optional('endsAt');
  if (endsAt !== null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(endsAt)) reader.refuse('endsAt', '終了月は 2024-11 の形で入力してください');
  const formula = reader.optional('formula');
  const total = readTotalRule(reader);
  if (total === '計算式' && formula === null) reader.note('total', '計の規則が「計算式」ですが、計算式の欄が空です', 'この項目の計は計算していません。');
  return {
    id,
    label,
    aliases: readAliases(reader, (alias) => taken.isClash(alias, label)),
    asTyped: reader.choice('asTyped', '計算式の欄', AS_TYPED, '計算式') === '入力のまま',
    heading: reader.optional('heading'),
    kind: reader.choice('kind', '種類', SERIES_KINDS, '単月'),
    unit: reader.text('unit'),
    format: reader.format('format', '表示形式', '#,##0'),
    totalFormat: reader.format('totalFormat', '計の表示形式', null),
    formula,
    total,
    years: reader.whole('years', '年数', 2, 1, 10),
    ...readBounds(reader),
    mayFall: reader.text('mayFall') === '' ? null : reader.choice('mayFall', '減少', MAY_FALL, 'する') === 'する',
    follows: reader.optional('follows'),
    lag: reader.whole('lag', '遅れ', 0, 0, 11),
    endsAt,
    mergedInto: reader.optional('mergedInto'),
    printed: reader.choice('printed', '出典', PRINTED, '独自') === '原本',
  };
}

/** Other spellings, several in a cell; none may be what another row is called. */
function readAliases(reader: LineReader<TableSheetKey>, isTaken: (alias: string) => boolean = () => false): string[] {
  const aliases = reader.text('aliases').split(/[｜|\r\n]/).map((alias) => alias.trim()).filter((alias) => alias !== '');
  const clash = aliases.find(isTaken);
  if (clash !== undefined) reader.refuse('aliases', `別名「${clash}」は、表の中の別の項目の名前か別名です`);
  return aliases;
}

function readBounds(reader: LineReader<TableSheetKey>): { readonly min: number | null; readonly max: number | null } {
  const [min, max] = [reader.number('min', '下限'), reader.number('max', '上限')];
  if (min === null || max === null || min <= max) return { min, max };
  reader.note('min', `下限 ${min} が上限 ${max} より大きくなっています`, 'この項目の下限と上限は使っていません。');
  return { min: null, max: null };
}

function readTotalRule(reader: LineReader<TableSheetKey>): TotalRule {
  const text = reader.text('total');
  return text.startsWith('=') ? `=${text.slice(1)}` : reader.choice('total', '計の規則', TOTAL_RULES, 'なし');
}
