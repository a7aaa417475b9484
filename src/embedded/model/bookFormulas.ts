import type { Book, Chart, ConditionalFormat, Opaque, Sheet, Validation } from './book';

/** Rewrites one formula; `home` is the sheet it stands on, undefined for a name of the whole workbook. */
export type FormulaChange = (formula: string, home: Sheet | undefined) => string;

/**
 * Passes every formula of the workbook through `change`: cells, defined names, conditional formats, list sources and
 * chart ranges. Marks what became different for the saver. Says whether anything did.
 */
export function changeFormulas(book: Book, change: FormulaChange): boolean {
  let any = changeNames(book, change);
  for (const sheet of book.sheets) {
    any = changeCells(sheet, change) || any;
    any = changeRules(sheet, change) || any;
    any = changeCharts(sheet, change) || any;
  }
  return any;
}

function changeCells(sheet: Sheet, change: FormulaChange): boolean {
  let any = false;
  for (const [key, cell] of sheet.cells) {
    if (cell.formula === undefined) continue;
    const formula = change(cell.formula, sheet);
    if (formula === cell.formula) continue;
    cell.formula = formula;
    sheet.changedCells.add(key);
    sheet.changed.add('cells');
    any = true;
  }
  return any;
}

function changeNames(book: Book, change: FormulaChange): boolean {
  let any = false;
  for (const name of book.names) {
    const refersTo = change(name.refersTo, book.sheets.find((sheet) => sheet.id === name.scope));
    if (refersTo === name.refersTo) continue;
    name.refersTo = refersTo;
    book.namesChanged = true;
    any = true;
  }
  return any;
}

function changeRules(sheet: Sheet, change: FormulaChange): boolean {
  const formats = sheet.conditionalFormats.map((rule) => changedFormat(rule, sheet, change));
  const validations = sheet.validations.map((rule) => changedValidation(rule, sheet, change));
  const newFormats = formats.some((rule, index) => rule !== sheet.conditionalFormats[index]);
  const newValidations = validations.some((rule, index) => rule !== sheet.validations[index]);
  if (newFormats) {
    sheet.conditionalFormats = formats;
    sheet.changed.add('conditionalFormats');
  }
  if (newValidations) {
    sheet.validations = validations;
    sheet.changed.add('validations');
  }
  return newFormats || newValidations;
}

function changedFormat(rule: ConditionalFormat | Opaque, sheet: Sheet, change: FormulaChange): ConditionalFormat | Opaque {
  if ('opaque' in rule) return rule;
  const formula = change(rule.formula, sheet);
  return formula === rule.formula ? rule : { ...rule, formula };
}

function changedValidation(rule: Validation | Opaque, sheet: Sheet, change: FormulaChange): Validation | Opaque {
  if ('opaque' in rule || !rule.source.startsWith('=')) return rule;
  const source = `=${change(rule.source.slice(1), sheet)}`;
  return source === rule.source ? rule : { ...rule, source };
}

function changeCharts(sheet: Sheet, change: FormulaChange): boolean {
  let any = false;
  for (const chart of sheet.charts) any = changeChart(chart, sheet, change) || any;
  if (any) sheet.changed.add('charts');
  return any;
}

function changeChart(chart: Chart, sheet: Sheet, change: FormulaChange): boolean {
  let any = false;
  for (const series of chart.series) {
    const values = change(series.values, sheet);
    const categories = series.categories === undefined ? undefined : change(series.categories, sheet);
    if (values === series.values && categories === series.categories) continue;
    series.values = values;
    if (categories !== undefined) series.categories = categories;
    any = true;
  }
  return any;
}
