import { cellKey, type Book, type Scalar, type Sheet } from '../../../src/embedded/model/book';
import { changeFormulas } from '../../../src/embedded/model/bookFormulas';
import { loseSheetIn, renameSheetIn } from '../../../src/embedded/model/references';
import { copySheetIn } from '../../../src/embedded/model/sheetCopy';
import { changeLines } from '../../../src/embedded/model/structure';
import { cellA1, columnLetters } from '../../../src/plan/a1';
import { filledCells, pick, said, textOf, typeInto, usedArea, type Filled } from './cells';
import { cutPaste, moveRows } from './cutPaste';
import { addTableRow, markKept, typeOnList, typeRecord } from './listEdits';
import { sortRows } from './sortRows';

/** What people do to a workbook. */
export const EDIT_KINDS = [
  'insertRows', 'deleteRows', 'insertColumn', 'renameSheet', 'renameLabel', 'retype', 'typeText', 'typeOverFormula', 'typeFormula', 'deleteFormula', 'sortRows', 'cutPaste', 'moveRows', 'copySheet', 'deleteSheet',
  'deleteName', 'addTableRow', 'typeOnList', 'typeRecord', 'markKept',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** An edit before it is known what stands in the workbook: numbers pick among what is there. */
export interface Edit {
  readonly kind: EditKind;
  readonly sheet: number;
  readonly at: number;
  readonly more: number;
  readonly content: Scalar;
}

/** Formulas of people bear a number that no formula of the add-in has, so that they are known again. */
export const HAND_MADE = 987_000;
export const isHandMade = (formula: string): boolean => /\b987\d{3}\b/.test(formula);

/** Does the edit and says it; null: there is nothing to do it to. */
export function applyEdit(book: Book, edit: Edit): string | null {
  const sheet = pickSheet(book, edit.sheet);
  return sheet ? HANDS[edit.kind](book, sheet, edit) : null;
}

/** Sheets of months three times as often: there people work. */
function pickSheet(book: Book, number: number): Sheet | undefined {
  const visible = book.sheets.filter((sheet) => sheet.visibility === 'Visible');
  const monthly = visible.filter((sheet) => book.names.some((name) => name.scope === undefined && name.name.startsWith('月次_') && name.refersTo.startsWith(`${sheet.name}!`)));
  return pick([...visible, ...monthly, ...monthly, ...monthly], number);
}

type Hand = (book: Book, sheet: Sheet, edit: Edit) => string | null;

/** A cell of a kind, and what is done to it; where the sheet has none, on the next that has. */
const onCell = (isMeant: (one: Filled) => boolean, act: (sheet: Sheet, one: Filled, edit: Edit) => void): Hand => (book, first, edit) => {
  const at = book.sheets.indexOf(first);
  for (const sheet of [...book.sheets.slice(at), ...book.sheets.slice(0, at)]) {
    const found = sheet.visibility === 'Visible' ? pick(filledCells(sheet).filter(isMeant), edit.at) : undefined;
    if (!found) continue;
    const [place, before] = [`${sheet.name}!${cellA1(found.row, found.column)}`, said(found.cell)];
    act(sheet, found, edit);
    return `${place}: ${before} → ${said(sheet.cells.get(found.key))}`;
  }
  return null;
};

const isLabel = ({ column, cell }: Filled): boolean => column < 2 && cell.formula === undefined && typeof cell.value === 'string';
const isFigure = ({ cell }: Filled): boolean => cell.formula === undefined && typeof cell.value === 'number';
const isFormula = ({ cell }: Filled): boolean => cell.formula !== undefined;
const write = (sheet: Sheet, { key }: Filled, { content }: Edit): void => typeInto(sheet, key, content === '' ? undefined : { value: content });

const HANDS: Readonly<Record<EditKind, Hand>> = {
  insertRows: (book, sheet, { at, more }) => {
    const [row, count] = [at % ((usedArea(sheet)?.rows ?? 0) + 1), 1 + (more % 3)];
    changeLines(book, sheet, { axis: 'rows', at: row, count });
    return `${count} rows into ${sheet.name} before row ${row + 1}`;
  },
  deleteRows: (book, sheet, { at, more }) => {
    const used = usedArea(sheet);
    if (!used) return null;
    const [row, count] = [at % used.rows, 1 + (more % 2)];
    changeLines(book, sheet, { axis: 'rows', at: row, count: -count });
    return `${count} rows of ${sheet.name} deleted from row ${row + 1}`;
  },
  insertColumn: (book, sheet, { at }) => {
    const column = at % ((usedArea(sheet)?.columns ?? 0) + 1);
    changeLines(book, sheet, { axis: 'columns', at: column, count: 1 });
    return `a column into ${sheet.name} before ${columnLetters(column)}`;
  },
  renameSheet: (book, sheet, { more }) => {
    const name = freeName(book, `${sheet.name.slice(0, 20)}${pick(['改', '（最新）', ' R6', '2'], more) ?? ''}`);
    const before = sheet.name;
    sheet.name = name;
    changeFormulas(book, (formula) => renameSheetIn(formula, before, name));
    return `sheet ${before} renamed ${name}`;
  },
  renameLabel: onCell(isLabel, (sheet, { key, cell }, { more }) => typeInto(sheet, key, { value: `${textOf(cell)}${pick(['（改）', ' ', '２'], more) ?? ''}` })),
  retype: onCell((one) => isFigure(one) && one.column > 0, write),
  // Where a figure stands or could stand: beside a figure.
  typeText: onCell((one) => isFigure(one) && one.column > 0, (sheet, one, edit) => typeInto(sheet, one.key + (edit.more % 2), { value: pick(['未定', '3.46', '１２３', '△16', '-', '約50', '1,234件'], edit.more) ?? '' })),
  typeOverFormula: onCell(isFormula, write),
  typeFormula: onCell(isFormula, (sheet, { key, row, column }, { more }) => typeInto(sheet, key, { formula: `${cellA1(row, Math.max(0, column - 1))}*0+${HAND_MADE + (more % 1000)}` })),
  deleteFormula: onCell(isFormula, (sheet, { key }) => typeInto(sheet, key, undefined)),
  sortRows: (_, sheet, { at, more }) => {
    const used = usedArea(sheet);
    if (!used || used.rows < 2) return null;
    const row = at % (used.rows - 1);
    const area = { row, column: 0, rows: Math.min(2 + (more % 5), used.rows - row), columns: used.columns };
    const by = Math.floor(more / 5) % used.columns;
    sortRows(sheet, area, by, more % 2 === 1);
    return `rows ${row + 1}–${row + area.rows} of ${sheet.name} sorted by ${columnLetters(by)}${more % 2 === 1 ? ', descending' : ''}`;
  },
  cutPaste: (book, sheet, { at, more }) => {
    const [used, first] = [usedArea(sheet), pick(filledCells(sheet), at)];
    const to = pickSheet(book, more);
    if (!used || !first || !to) return null;
    const area = { row: first.row, column: first.column, rows: 1 + (more % 2), columns: 1 + (Math.floor(more / 2) % Math.max(1, used.columns - first.column)) };
    // Mostly below what stands on the sheet, now and then over it.
    const target = more % 3 === 0 ? to : sheet;
    const rows = usedArea(target)?.rows ?? 0;
    const row = more % 4 === 0 ? at % (rows + 3) : rows + 1 + (more % 3);
    cutPaste(book, { from: sheet, area, to: target, row, column: area.column });
    return `${sheet.name}!${cellA1(area.row, area.column)}, ${area.rows} × ${area.columns} cells, cut to ${target.name}!${cellA1(row, area.column)}`;
  },
  moveRows: (book, sheet, { at, more }) => {
    const used = usedArea(sheet);
    if (!used) return null;
    const [first, count, before] = [at % used.rows, 1 + (more % 2), more % (used.rows + 1)];
    if (before >= first && before <= first + count) return null;
    moveRows(book, sheet, first, count, before);
    return `${count} rows of ${sheet.name} from row ${first + 1} cut and put in before row ${before + 1}`;
  },
  copySheet: (book, sheet) => {
    const copy = copySheetIn(book, sheet, freeName(book, `${sheet.name.slice(0, 20)} (2)`), book.sheets.indexOf(sheet) + 1);
    return `sheet ${sheet.name} copied as ${copy.name}`;
  },
  deleteSheet: (book, sheet) => {
    if (book.sheets.filter((one) => one.visibility === 'Visible').length < 2) return null;
    book.sheets.splice(book.sheets.indexOf(sheet), 1);
    const scoped = book.names.filter((name) => name.scope !== sheet.id);
    book.names.splice(0, book.names.length, ...scoped);
    book.activeSheet = 0;
    changeFormulas(book, (formula) => loseSheetIn(formula, sheet.name));
    return `sheet ${sheet.name} deleted`;
  },
  deleteName: (book, _, { at }) => {
    const name = pick(book.names, at);
    if (!name) return null;
    book.names.splice(book.names.indexOf(name), 1);
    return `name ${name.name} deleted`;
  },
  addTableRow: (book, _, edit) => addTableRow(book, edit.at, edit.more),
  typeOnList: (book, _, edit) => typeOnList(book, edit.at, edit.more, edit.content),
  typeRecord: (book, _, edit) => typeRecord(book, edit.at, edit.more),
  markKept: (book, _, edit) => markKept(book, edit.at),
};

function freeName(book: Book, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (book.sheets.every((sheet) => sheet.name.normalize('NFKC').toLowerCase() !== name.normalize('NFKC').toLowerCase())) return name;
  }
}

/** A sheet of a person's own, with figures, texts and formulas that speak of ours. */
export function addOwnSheet(book: Book, sheet: Sheet): void {
  const contents: readonly (readonly [string, { readonly value: Scalar } | { readonly formula: string }])[] = [
    ['A1', { value: '私の控え' }], ['A2', { value: '4月' }], ['B2', { value: 12345 }], ['C2', { value: '△16' }], ['A3', { value: '5月' }], ['B3', { value: -0.5 }],
    ['A5', { formula: `業務!C6*2+${HAND_MADE}` }], ['A6', { formula: `SUM(業務!C6:N6)+${HAND_MADE + 1}` }], ['A7', { formula: `SUM(月次_郵送化率_郵送件数_2024)+${HAND_MADE + 2}` }],
    ['A8', { formula: `IF(KPI!E8="",0,1)+${HAND_MADE + 3}` }], ['A9', { formula: `SUM(B2:B3)+${HAND_MADE + 4}` }],
  ];
  for (const [address, content] of contents) {
    const [letters = 'A', digits = '1'] = [address.replace(/\d/g, ''), address.replace(/\D/g, '')];
    typeInto(sheet, cellKey(Number(digits) - 1, letters.charCodeAt(0) - 65), content);
  }
  book.sheets.push(sheet);
}
