import { areaA1, cellA1, type Area } from '../plan/a1';
import type { CellInput, CellStyle, ConditionalRule, PageSetup, PlanAction, WorkbookPlan } from '../plan/workbookPlan';
import { addLineChart } from './lineChart';
import { literalText } from './literal';

/** Puts a plan's steps on the batch, in order; nothing is sent here. */
export function enqueuePlan(context: Excel.RequestContext, plan: WorkbookPlan): void {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  const sheets = new Map<string, Excel.Worksheet>();
  const sheetOf = (name: string): Excel.Worksheet => {
    const sheet = sheets.get(name) ?? context.workbook.worksheets.getItem(name);
    sheets.set(name, sheet);
    return sheet;
  };
  for (const action of plan.actions) enqueue(context, action, sheetOf, sheets);
}

function enqueue(context: Excel.RequestContext, action: PlanAction, sheetOf: (name: string) => Excel.Worksheet, sheets: Map<string, Excel.Worksheet>): void {
  const rangeOf = (sheet: string, area: Area): Excel.Range => sheetOf(sheet).getRange(areaA1(area));
  switch (action.kind) {
    case 'addSheet': {
      const sheet = context.workbook.worksheets.add(action.sheet);
      if (action.tabColor !== undefined) sheet.tabColor = action.tabColor;
      if (action.position !== undefined) sheet.position = action.position;
      sheets.set(action.sheet, sheet);
      return;
    }
    case 'renameSheet': {
      const sheet = sheetOf(action.sheet);
      sheet.name = action.to;
      sheets.delete(action.sheet);
      sheets.set(action.to, sheet);
      return;
    }
    case 'deleteSheet': {
      const sheet = sheetOf(action.sheet);
      // A very hidden sheet cannot be deleted; for any other this changes nothing that stays.
      sheet.visibility = 'Visible';
      sheet.delete();
      sheets.delete(action.sheet);
      return;
    }
    case 'copySheet': {
      const copy = sheetOf(action.sheet).copy('End');
      copy.name = action.to;
      if (action.tabColor !== undefined) copy.tabColor = action.tabColor;
      sheets.set(action.to, copy);
      return;
    }
    case 'deleteColumns':
      rangeOf(action.sheet, { row: 0, column: action.column, rows: 1, columns: action.columns }).getEntireColumn().delete('Left');
      return;
    case 'hideSheet':
      sheetOf(action.sheet).visibility = 'Hidden';
      return;
    case 'showSheet':
      sheetOf(action.sheet).visibility = 'Visible';
      return;
    case 'write': {
      const area = { row: action.row, column: action.column, rows: action.cells.length, columns: action.cells[0]?.length ?? 0 };
      rangeOf(action.sheet, area).formulas = action.cells.map((row) => row.map(toWire));
      return;
    }
    case 'numberFormat':
      rangeOf(action.sheet, action.area).numberFormat = Array.from({ length: action.area.rows }, () => Array<string>(action.area.columns).fill(action.format));
      return;
    case 'style':
      applyStyle(rangeOf(action.sheet, action.area), action.style, action.area);
      return;
    case 'columnWidth':
      rangeOf(action.sheet, { row: 0, column: action.column, rows: 1, columns: action.columns }).format.columnWidth = action.points;
      return;
    case 'rowHeight':
      rangeOf(action.sheet, { row: action.row, column: 0, rows: action.rows, columns: 1 }).format.rowHeight = action.points;
      return;
    case 'fitRows':
      rangeOf(action.sheet, { row: action.row, column: 0, rows: action.rows, columns: 1 }).getEntireRow().format.autofitRows();
      return;
    case 'conditionalFormats':
      applyRules(rangeOf(action.sheet, action.area), action.rules);
      return;
    case 'listValidation': {
      const { dataValidation } = rangeOf(action.sheet, action.area);
      const { choices } = action;
      const source = 'area' in choices ? rangeOf(choices.sheet, choices.area) : choices.join(',');
      dataValidation.rule = { list: { inCellDropDown: true, source } };
      dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '入力できません', message: action.message };
      return;
    }
    case 'autoFilter':
      sheetOf(action.sheet).autoFilter.apply(rangeOf(action.sheet, action.area));
      return;
    case 'freeze':
      applyFreeze(sheetOf(action.sheet), action.rows, action.columns);
      return;
    case 'pageSetup':
      applyPageSetup(sheetOf(action.sheet), action.setup);
      return;
    case 'gridlines':
      sheetOf(action.sheet).showGridlines = action.visible;
      return;
    case 'lineChart':
      addLineChart(sheetOf(action.sheet), action.chart);
      return;
    case 'defineName':
      if (action.replaces) context.workbook.names.getItemOrNullObject(action.name).delete();
      // A Range, never a formula text: that form misbehaves on the web (office-js 2283).
      context.workbook.names.add(action.name, rangeOf(action.sheet, action.area), action.comment);
      return;
    case 'restoreName': {
      const { names } = action.sheet === undefined ? context.workbook : sheetOf(action.sheet);
      names.getItemOrNullObject(action.name).delete();
      names.add(action.name, action.refersTo, action.comment);
      return;
    }
    case 'copyLooks':
      rangeOf(action.sheet, action.area).copyFrom(rangeOf(action.from, action.area), 'Formats');
      return;
    case 'clearLooks': {
      const range = rangeOf(action.sheet, action.area);
      range.clear('Formats');
      range.conditionalFormats.clearAll();
      range.dataValidation.clear();
      return;
    }
    case 'deleteName': {
      const { names } = action.sheet === undefined ? context.workbook : sheetOf(action.sheet);
      names.getItemOrNullObject(action.name).delete();
      return;
    }
  }
}

function toWire(cell: CellInput): string | number | boolean | null {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return typeof cell === 'string' ? literalText(cell) : cell.formula;
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

function applyStyle(range: Excel.Range, style: CellStyle, area: Area): void {
  const { format } = range;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  const { borders } = style;
  if (!borders) return;
  const set = (edge: 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical', line: NonNullable<typeof borders.outline>): void => {
    const border = format.borders.getItem(edge);
    border.style = line === 'none' ? 'None' : 'Continuous';
    if (line === 'none') return;
    border.weight = line === 'hair' ? 'Hairline' : line === 'medium' ? 'Medium' : 'Thin';
    if (borders.color !== undefined) border.color = borders.color;
  };
  if (borders.outline) for (const edge of EDGES) if (edge !== 'EdgeTop' || borders.joinsAbove !== true) set(edge, borders.outline);
  if (borders.inside && area.rows > 1) set('InsideHorizontal', borders.inside);
  if (borders.inside && area.columns > 1) set('InsideVertical', borders.inside);
}

/** Conditional formats are never edited: our own range is cleared and gets its rules again (office-js 6827). */
function applyRules(range: Excel.Range, rules: readonly ConditionalRule[]): void {
  range.conditionalFormats.clearAll();
  for (const rule of rules) {
    const conditional = range.conditionalFormats.add('Custom');
    conditional.custom.rule.formula = rule.formula;
    if (rule.fill !== undefined) conditional.custom.format.fill.color = rule.fill;
    if (rule.color !== undefined) conditional.custom.format.font.color = rule.color;
    if (rule.bold !== undefined) conditional.custom.format.font.bold = rule.bold;
    if (rule.stopIfTrue !== undefined) conditional.stopIfTrue = rule.stopIfTrue;
  }
}

function applyFreeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRange(areaA1({ row: 0, column: 0, rows, columns })));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function applyPageSetup(sheet: Excel.Worksheet, setup: PageSetup): void {
  const { pageLayout } = sheet;
  if (setup.orientation !== undefined) pageLayout.orientation = setup.orientation;
  if (setup.paper !== undefined) pageLayout.paperSize = setup.paper;
  if (setup.pagesWide !== undefined) pageLayout.zoom = { horizontalFitToPages: setup.pagesWide };
  if (setup.printArea) pageLayout.setPrintArea(areaA1(setup.printArea));
  if (setup.titleRows) pageLayout.setPrintTitleRows(`$${setup.titleRows.first + 1}:$${setup.titleRows.last + 1}`);
  for (const row of setup.rowBreaks ?? []) sheet.horizontalPageBreaks.add(sheet.getRange(cellA1(row, 0)));
  if (setup.footerCenter !== undefined) pageLayout.headersFooters.defaultForAllPages.centerFooter = setup.footerCenter;
  if (setup.footerRight !== undefined) pageLayout.headersFooters.defaultForAllPages.rightFooter = setup.footerRight;
  if (setup.margins) {
    pageLayout.topMargin = setup.margins.top;
    pageLayout.bottomMargin = setup.margins.bottom;
    pageLayout.leftMargin = setup.margins.left;
    pageLayout.rightMargin = setup.margins.right;
  }
}
