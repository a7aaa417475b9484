import type { Book, Chart, Sheet } from './book';
import { foldName } from './folding';
import { freeSheetId } from './newBook';
import { renameSheetIn } from './references';

/**
 * Puts a copy of a sheet, called `name`, into the workbook at a place counted from 0: cells, looks, rules, print set-up, protection and charts.
 * What speaks of the sheet itself speaks of the copy there, and every name that points into the sheet stands a second time as the copy's own.
 */
export function copySheetIn(book: Book, sheet: Sheet, name: string, at: number): Sheet {
  const own = (formula: string): string => renameSheetIn(formula, sheet.name, name);
  const copy: Sheet = {
    ...sheet,
    id: freeSheetId(book), name,
    cells: new Map([...sheet.cells].map(([key, cell]) => [key, { ...cell, ...(cell.formula === undefined ? {} : { formula: own(cell.formula) }) }])),
    columns: new Map([...sheet.columns].map(([column, look]) => [column, { ...look }])),
    rows: new Map([...sheet.rows].map(([row, look]) => [row, { ...look }])),
    merges: [...sheet.merges], freeze: { ...sheet.freeze }, page: { ...sheet.page },
    conditionalFormats: [...sheet.conditionalFormats], validations: [...sheet.validations],
    charts: sheet.charts.map((chart) => copyChart(chart, own)),
    changed: new Set(), changedCells: new Set(),
  };
  const active = book.sheets[book.activeSheet];
  book.sheets.splice(at, 0, copy);
  if (active) book.activeSheet = book.sheets.indexOf(active);
  doubleNames(book, sheet, copy, own);
  book.sheetsChanged = true;
  return copy;
}

/** Drawn anew when the file is saved. */
function copyChart(chart: Chart, own: (formula: string) => string): Chart {
  const copy: Omit<Chart, 'kept'> & { kept?: boolean } = {
    ...chart,
    series: chart.series.map((series) => ({ ...series, values: own(series.values), ...(series.categories === undefined ? {} : { categories: own(series.categories) }) })),
  };
  delete copy.kept;
  return copy;
}

function doubleNames(book: Book, sheet: Sheet, copy: Sheet, own: (formula: string) => string): void {
  const ofSheet = book.names.filter((name) => name.scope === sheet.id);
  const known = new Set(ofSheet.map((name) => foldName(name.name)));
  const pointing = book.names.filter((name) => name.scope === undefined && !known.has(foldName(name.name)) && own(name.refersTo) !== name.refersTo);
  const doubled = [...ofSheet, ...pointing].map((name) => ({ ...name, scope: copy.id, refersTo: own(name.refersTo) }));
  book.names.push(...doubled);
  if (doubled.length > 0) book.namesChanged = true;
}
