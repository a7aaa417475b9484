import { isCellError, type Book, type Cell, type Scalar } from '../../src/embedded/model/book';
import { cellA1 } from '../../src/plan/a1';
import { keyColumn, keyRow } from '../../src/embedded/model/book';
import { said } from './hand/cells';

/** What a workbook says at a moment: cells without their looks, names and sheets. */
export interface SheetContents {
  readonly id: string;
  readonly name: string;
  readonly cells: ReadonlyMap<number, Cell>;
}
export interface Contents {
  /** By ID: a sheet stays itself under another name. */
  readonly sheets: ReadonlyMap<string, SheetContents>;
  readonly names: readonly string[];
}

export const sameScalar = (a: Scalar | undefined, b: Scalar | undefined): boolean => (isCellError(a) && isCellError(b) ? a.error === b.error : a === b);
export const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean => a?.formula === b?.formula && (a?.formula !== undefined || sameScalar(a?.value, b?.value));
export const placeOf = (sheet: string, key: number): string => `${sheet}!${cellA1(keyRow(key), keyColumn(key))}`;

export function contentsOf(book: Book): Contents {
  return {
    sheets: new Map(book.sheets.map((sheet) => [sheet.id, {
      id: sheet.id, name: sheet.name,
      cells: new Map([...sheet.cells].flatMap(([key, { value, formula }]) => (value === undefined && formula === undefined ? [] : [[key, { ...(value === undefined ? {} : { value }), ...(formula === undefined ? {} : { formula }) }]]))),
    }])),
    names: book.names.map(({ name, scope, refersTo, comment }) => JSON.stringify([name, scope ?? null, refersTo, comment])).sort(),
  };
}

/** What differs between two moments, a few sentences of it; results of formulas do not count. */
export function differences(before: Contents, after: Contents): string[] {
  const sheets = [...before.sheets.values()].flatMap((sheet) => {
    const now = after.sheets.get(sheet.id);
    if (!now) return [`sheet ${sheet.name} is gone`];
    const keys = new Set([...sheet.cells.keys(), ...now.cells.keys()]);
    const cells = [...keys].filter((key) => !sameCell(sheet.cells.get(key), now.cells.get(key))).map((key) => `${placeOf(now.name, key)}: ${said(sheet.cells.get(key))} → ${said(now.cells.get(key))}`);
    return [...(now.name === sheet.name ? [] : [`sheet ${sheet.name} is called ${now.name}`]), ...cells];
  });
  const added = [...after.sheets.values()].filter((sheet) => !before.sheets.has(sheet.id)).map((sheet) => `sheet ${sheet.name} is new`);
  const [was, is] = [new Set(before.names), new Set(after.names)];
  const names = [...before.names.filter((name) => !is.has(name)).map((name) => `name gone: ${name}`), ...after.names.filter((name) => !was.has(name)).map((name) => `name new: ${name}`)];
  return [...sheets, ...added, ...names];
}
