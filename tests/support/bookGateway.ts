import { cellKey, isCellError, keyColumn, keyRow, type Book, type CalculationEngine, type Cell, type Sheet, type Style } from '../../src/embedded/model/book';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { changeFormulas } from '../../src/embedded/model/bookFormulas';
import { fitRow } from '../../src/embedded/host/cells/fitRow';
import { loseSheetIn } from '../../src/embedded/model/references';
import { copySheetIn } from '../../src/embedded/model/sheetCopy';
import { changeLines } from '../../src/embedded/model/structure';
import { contains, type Area } from '../../src/plan/a1';
import type { WorkbookGateway } from '../../src/plan/gateway';
import { writeSheetArea, type SheetArea } from '../../src/plan/sheetReference';
import type { CellContent, NameSnapshot, ReadBlock, WorkbookSnapshot } from '../../src/plan/snapshot';
import type { CellInput, CellStyle, PlanAction, WorkbookPlan } from '../../src/plan/workbookPlan';

/**
 * A workbook for tests of what the jobs think: plans go straight into the model, without Office.js.
 * What Office.js does on the way is tested through the real library elsewhere; the two must agree.
 */
export class BookGateway implements WorkbookGateway {
  requests = 0;

  constructor(readonly book: Book, private readonly engine: CalculationEngine) {}

  readIndex(sheets: readonly string[], areas: readonly SheetArea[] = []): Promise<WorkbookSnapshot> {
    const snapshot: WorkbookSnapshot = {
      readOnly: this.book.readOnly,
      structureProtected: this.book.structureProtected === true,
      sheets: this.book.sheets.map((sheet) => ({ name: sheet.name, visible: sheet.visibility === 'Visible', protected: sheet.protected, ownNames: this.namesOf(sheet.id) })),
      names: this.namesOf(undefined),
    };
    this.requests++;
    return Promise.resolve(this.withCells(this.withSheets(snapshot, sheets), areas));
  }

  readSheets(snapshot: WorkbookSnapshot, sheets: readonly string[]): Promise<WorkbookSnapshot> {
    if (sheets.length === 0) return Promise.resolve(snapshot);
    this.requests++;
    return Promise.resolve(this.withSheets(snapshot, sheets));
  }

  private withSheets(snapshot: WorkbookSnapshot, sheets: readonly string[]): WorkbookSnapshot {
    const wanted = new Set(sheets.map((sheet) => sheet.toLowerCase()));
    const sheetsRead = snapshot.sheets.map((one) => {
      const sheet = this.find(one.name);
      return sheet && wanted.has(one.name.toLowerCase()) ? { ...one, used: usedBlock(sheet), charts: sheet.charts.map((chart) => chart.name) } : one;
    });
    return { ...snapshot, sheets: sheetsRead };
  }

  readExtents(snapshot: WorkbookSnapshot): Promise<WorkbookSnapshot> {
    this.requests++;
    return Promise.resolve({ ...snapshot, sheets: snapshot.sheets.map((one) => ({ ...one, extent: usedBlock(this.sheet(one.name))?.area ?? null })) });
  }

  readCells(snapshot: WorkbookSnapshot, areas: readonly SheetArea[]): Promise<WorkbookSnapshot> {
    if (areas.length === 0) return Promise.resolve(snapshot);
    this.requests++;
    return Promise.resolve(this.withCells(snapshot, areas));
  }

  private withCells(snapshot: WorkbookSnapshot, areas: readonly SheetArea[]): WorkbookSnapshot {
    const byName = new Map(areas.map((at) => [at.sheet, at.area]));
    return { ...snapshot, sheets: snapshot.sheets.map((one) => {
      const area = byName.get(one.name);
      return area ? { ...one, used: readBlock(this.sheet(one.name), area, true), printArea: this.sheet(one.name).page.printArea ?? null, charts: this.sheet(one.name).charts.map((chart) => chart.name) } : one;
    }) };
  }

  async apply(plan: WorkbookPlan): Promise<void> {
    if (plan.actions.length === 0) return;
    this.requests++;
    for (const action of plan.actions) this.perform(action);
    await this.engine.recalculate(this.book);
  }

  async applyAfterReading(plan: WorkbookPlan, sheets: readonly string[], areas: readonly SheetArea[]): Promise<WorkbookSnapshot> {
    const snapshot = await this.readIndex(sheets, areas);
    await this.apply(plan);
    this.requests--;
    return snapshot;
  }

  private namesOf(scope: string | undefined): NameSnapshot[] {
    return this.book.names.filter((name) => name.scope === scope).map((name) => ({ name: name.name, refersTo: `=${name.refersTo}`, comment: name.comment }));
  }

  private nameAt(name: string, scope?: string): number {
    return this.book.names.findIndex((one) => one.name === name && one.scope === scope);
  }

  private find(name: string): Sheet | undefined {
    return this.book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  private sheet(name: string): Sheet {
    const sheet = this.find(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private perform(action: PlanAction): void {
    switch (action.kind) {
      case 'addSheet': {
        if (this.find(action.sheet)) throw new Error(`sheet ${action.sheet} exists`);
        const sheet = blankSheet(sheetIdText(1000 + this.book.sheets.length), action.sheet);
        sheet.tabColor = action.tabColor ?? '';
        this.book.sheets.push(sheet);
        return;
      }
      case 'copySheet': {
        const copy = copySheetIn(this.book, this.sheet(action.sheet), action.to, this.book.sheets.length);
        copy.tabColor = action.tabColor ?? copy.tabColor;
        return;
      }
      case 'deleteColumns':
        changeLines(this.book, this.sheet(action.sheet), { axis: 'columns', at: action.column, count: -action.columns });
        return;
      case 'renameSheet':
        this.sheet(action.sheet).name = action.to;
        return;
      case 'write':
        action.cells.forEach((row, r) => row.forEach((content, c) => setCell(this.sheet(action.sheet), action.row + r, action.column + c, content)));
        return;
      case 'numberFormat':
        restyle(this.sheet(action.sheet), action.area, () => ({ numberFormat: action.format }));
        return;
      case 'style':
        restyle(this.sheet(action.sheet), action.area, (row, column) => toStyle(action.style, action.area, row, column));
        return;
      case 'columnWidth':
        for (let c = 0; c < action.columns; c++) this.sheet(action.sheet).columns.set(action.column + c, { width: action.points / 5.6 });
        this.sheet(action.sheet).changed.add('columns');
        return;
      case 'rowHeight':
        for (let r = 0; r < action.rows; r++) this.sheet(action.sheet).rows.set(action.row + r, { height: action.points });
        this.sheet(action.sheet).changed.add('rows');
        return;
      case 'fitRows':
        for (let row = action.row; row < action.row + action.rows; row++) fitRow(this.book, this.sheet(action.sheet), row);
        this.sheet(action.sheet).changed.add('rows');
        return;
      case 'conditionalFormats':
        this.sheet(action.sheet).conditionalFormats.push(...action.rules.map((rule) => ({ ...rule, areas: [action.area], type: 'custom' as const, formula: rule.formula.replace(/^=/, '') })));
        this.sheet(action.sheet).changed.add('conditionalFormats');
        return;
      case 'listValidation':
        this.sheet(action.sheet).validations.push({ areas: [action.area], type: 'list', source: 'area' in action.choices ? writeSheetArea(action.choices) : action.choices.join(','), errorMessage: action.message });
        this.sheet(action.sheet).changed.add('validations');
        return;
      case 'autoFilter':
        this.sheet(action.sheet).autoFilter = action.area;
        this.sheet(action.sheet).changed.add('filter');
        return;
      case 'freeze':
        this.sheet(action.sheet).freeze = { rows: action.rows, columns: action.columns };
        this.sheet(action.sheet).changed.add('view');
        return;
      case 'gridlines':
        this.sheet(action.sheet).gridlines = action.visible;
        return;
      case 'pageSetup': {
        const { setup } = action;
        this.sheet(action.sheet).page = {
          ...this.sheet(action.sheet).page,
          ...(setup.orientation ? { orientation: setup.orientation === 'Landscape' ? 'landscape' : 'portrait' } : {}), ...(setup.paper ? { paperSize: setup.paper === 'A3' ? 8 : 9 } : {}),
          ...(setup.pagesWide !== undefined ? { fitToWidth: setup.pagesWide, fitToHeight: 0 } : {}),
          ...(setup.printArea ? { printArea: setup.printArea } : {}), ...(setup.titleRows ? { titleRows: { ...setup.titleRows } } : {}),
          ...(setup.rowBreaks ? { rowBreaks: setup.rowBreaks } : {}),
          ...(setup.footerCenter ? { footer: { center: setup.footerCenter } } : {}),
        };
        this.sheet(action.sheet).changed.add('page');
        return;
      }
      case 'lineChart': {
        const { chart } = action;
        const ref = (area: Area): string => writeSheetArea({ sheet: action.sheet, area }).slice(1);
        this.sheet(action.sheet).charts.push({
          name: chart.name, type: 'Line', title: chart.title, legendPosition: 'Bottom', valueFormat: chart.valueFormat,
          series: chart.series.map((one) => ({ name: one.name, values: ref(one.values), categories: ref(chart.categories), color: one.color, weight: one.weight, dash: one.dash, marker: one.marker })),
          left: 62 + (chart.place.column > 1 ? 750 : 0), top: chart.place.row * 18, width: 640, height: 260,
        });
        this.sheet(action.sheet).changed.add('charts');
        return;
      }
      case 'defineName': {
        const at = this.nameAt(action.name);
        if (at >= 0 && !action.replaces) throw new Error(`name ${action.name} exists`);
        if (at >= 0) this.book.names.splice(at, 1);
        this.book.names.push({ name: action.name, refersTo: writeSheetArea(action).slice(1), comment: action.comment, visible: true });
        this.book.namesChanged = true;
        return;
      }
      case 'deleteName':
        {
          const at = this.nameAt(action.name, action.sheet === undefined ? undefined : this.sheet(action.sheet).id);
          if (at >= 0) this.book.names.splice(at, 1);
        }
        return;
      case 'hideSheet':
      case 'showSheet':
        this.sheet(action.sheet).visibility = action.kind === 'hideSheet' ? 'Hidden' : 'Visible';
        return;
      case 'copyLooks':
        for (let row = action.area.row; row < action.area.row + action.area.rows; row++) for (let column = action.area.column; column < action.area.column + action.area.columns; column++) {
          const [key, sheet] = [cellKey(row, column), this.sheet(action.sheet)];
          sheet.cells.set(key, { ...sheet.cells.get(key), style: this.sheet(action.from).cells.get(key)?.style ?? {} });
        }
        return;
      case 'clearLooks': {
        const sheet = this.sheet(action.sheet);
        for (const [key, cell] of sheet.cells) if (contains(action.area, keyRow(key), keyColumn(key))) sheet.cells.set(key, { ...cell, style: {} });
        sheet.conditionalFormats = clearedOf(sheet.conditionalFormats, action.area);
        sheet.validations = clearedOf(sheet.validations, action.area);
        return;
      }
      case 'restoreName': {
        const scope = action.sheet === undefined ? undefined : this.sheet(action.sheet).id;
        const at = this.nameAt(action.name, scope);
        if (at >= 0) this.book.names.splice(at, 1);
        this.book.names.push({ name: action.name, refersTo: action.refersTo.slice(1), comment: action.comment, visible: true, ...(scope === undefined ? {} : { scope }) });
        return;
      }
      case 'deleteSheet': {
        const sheet = this.sheet(action.sheet);
        this.book.sheets.splice(this.book.sheets.indexOf(sheet), 1);
        this.book.names.splice(0, this.book.names.length, ...this.book.names.filter((name) => name.scope !== sheet.id));
        changeFormulas(this.book, (formula) => loseSheetIn(formula, sheet.name));
        return;
      }
    }
  }
}

/** Rules but for those that lie wholly in an area: what jobs clear they have set themselves. */
const clearedOf = <T extends { readonly areas: readonly Area[] }>(rules: readonly T[], area: Area): T[] =>
  rules.filter((rule) => !rule.areas.every((one) => contains(area, one.row, one.column) && contains(area, one.row + one.rows - 1, one.column + one.columns - 1)));

function usedBlock(sheet: Sheet): ReadBlock | null {
  const keys = [...sheet.cells].filter(([, cell]) => cell.value !== undefined || cell.formula !== undefined).map(([key]) => key);
  if (keys.length === 0) return null;
  const rows = keys.map(keyRow);
  const columns = keys.map(keyColumn);
  const area = { row: Math.min(...rows), column: Math.min(...columns), rows: Math.max(...rows) - Math.min(...rows) + 1, columns: Math.max(...columns) - Math.min(...columns) + 1 };
  return readBlock(sheet, area, false);
}

function readBlock(sheet: Sheet, area: Area, formats: boolean): ReadBlock {
  const grid = <T>(pick: (cell: Cell | undefined) => T): T[][] =>
    Array.from({ length: area.rows }, (_, r) => Array.from({ length: area.columns }, (_unused, c) => pick(sheet.cells.get(cellKey(area.row + r, area.column + c)))));
  const shown = (cell: Cell | undefined): CellContent => (cell?.value === undefined ? '' : isCellError(cell.value) ? cell.value.error : cell.value);
  return {
    area, values: grid(shown), formulas: grid((cell) => (cell?.formula === undefined ? shown(cell) : `=${cell.formula}`)),
    ...(formats ? { formats: grid((cell) => cell?.style?.numberFormat ?? 'General') } : {}),
  };
}

function setCell(sheet: Sheet, row: number, column: number, content: CellInput): void {
  if (content === null) return;
  const key = cellKey(row, column);
  const style = sheet.cells.get(key)?.style;
  const look = style ? { style } : {};
  const formula = (text: string): Cell => (style?.numberFormat === '@' ? { value: text } : { formula: text.slice(1) });
  sheet.cells.set(key, typeof content === 'object' ? { ...look, ...formula(content.formula) } : content === '' ? look : { ...look, value: content });
  sheet.changedCells.add(key);
  sheet.changed.add('cells');
}

function restyle(sheet: Sheet, area: Area, look: (row: number, column: number) => Style): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const key = cellKey(row, column);
      const cell = sheet.cells.get(key) ?? {};
      sheet.cells.set(key, { ...cell, style: { ...cell.style, ...look(row, column) } });
      sheet.changedCells.add(key);
    }
  }
  sheet.changed.add('cells');
}

function toStyle(style: CellStyle, area: Area, row: number, column: number): Style {
  const { borders, horizontal, vertical, ...plain } = style;
  const line = (edge: boolean): Style['left'] => {
    const kind = edge ? borders?.outline : borders?.inside;
    return kind && kind !== 'none' ? { style: kind, ...(borders?.color ? { color: borders.color } : {}) } : undefined;
  };
  const [top, bottom, left, right] = [row === area.row && borders?.joinsAbove === true ? undefined : line(row === area.row), line(row === area.row + area.rows - 1), line(column === area.column), line(column === area.column + area.columns - 1)];
  return {
    ...plain, ...(horizontal ? { horizontal: horizontal.toLowerCase() } : {}), ...(vertical ? { vertical: vertical.toLowerCase() } : {}),
    ...(top ? { top } : {}), ...(bottom ? { bottom } : {}), ...(left ? { left } : {}), ...(right ? { right } : {}),
  };
}
