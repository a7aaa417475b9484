import type { Sheet } from './book';

/** An empty sheet as Excel makes one with a Japanese standard font. `id` must be unique in its book, see `sheetIdText`. */
export function blankSheet(id: string, name: string): Sheet {
  return {
    id,
    name,
    visibility: 'Visible',
    tabColor: '',
    cells: new Map(),
    columns: new Map(),
    rows: new Map(),
    defaultColumnWidth: 9,
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

/** 3 → "{00000003-0001-0000-0000-000000000000}". */
export function sheetIdText(number: number): string {
  return `{${number.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`;
}
