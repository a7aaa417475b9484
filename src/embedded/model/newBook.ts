import type { Book, Sheet } from './book';

let sheetsMade = 0;

/** An empty sheet with the measures of a new Excel sheet (游ゴシック 11: 8.38 characters, 18.75 pt). */
export function newSheet(name: string): Sheet {
  sheetsMade++;
  return {
    id: `{${sheetsMade.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`,
    name,
    visibility: 'Visible',
    tabColor: '',
    cells: new Map(),
    columns: new Map(),
    rows: new Map(),
    defaultColumnWidth: 8.38,
    defaultRowHeight: 18.75,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    gridlines: true,
    conditionalFormats: [],
    validations: [],
    page: {},
    charts: [],
    protected: false,
    changed: new Set(),
    changedCells: new Set(),
  };
}

/** A workbook with empty sheets of the given names. */
export function newBook(name: string, sheetNames: readonly string[] = ['Sheet1']): Book {
  return {
    name,
    readOnly: false,
    sheets: sheetNames.map(newSheet),
    names: [],
    defaultFont: { name: '游ゴシック', size: 11 },
    activeSheet: 0,
    namesChanged: false,
    sheetsChanged: false,
  };
}
