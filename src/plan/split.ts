import type { CellInput, PlanAction, WorkbookPlan } from './workbookPlan';

/** Excel on the web takes 5 MB a request; what the library puts round the contents is reckoned high, and still some room is left. */
const MOST_BYTES = 4_000_000;
/** Of one call on one object, and of the objects on the way to it. */
const CALL = 260;

/** Parts of a plan that each fit one request, in order. One part for nearly every plan. */
export function splitPlan(plan: WorkbookPlan, most = MOST_BYTES): WorkbookPlan[] {
  const parts: PlanAction[][] = [];
  let [part, bytes]: [PlanAction[], number] = [[], 0];
  for (const action of plan.actions.flatMap((one) => smaller(one, most))) {
    const size = bytesOf(action);
    if (part.length > 0 && bytes + size > most) {
      parts.push(part);
      [part, bytes] = [[], 0];
    }
    part.push(action);
    bytes += size;
  }
  return [...parts, ...(part.length > 0 ? [part] : [])].map((actions) => ({ actions }));
}

/** A block that is too large by itself, cut between its rows, and a row between its cells. */
function smaller(action: PlanAction, most: number): PlanAction[] {
  if (bytesOf(action) <= most) return [action];
  if (action.kind === 'write' && action.cells.length > 1) {
    const half = Math.ceil(action.cells.length / 2);
    return [{ ...action, cells: action.cells.slice(0, half) }, { ...action, row: action.row + half, cells: action.cells.slice(half) }].flatMap((one) => smaller(one, most));
  }
  const [line = []] = action.kind === 'write' ? action.cells : [];
  if (action.kind === 'write' && line.length > 1) {
    const half = Math.ceil(line.length / 2);
    return [{ ...action, cells: [line.slice(0, half)] }, { ...action, column: action.column + half, cells: [line.slice(half)] }].flatMap((one) => smaller(one, most));
  }
  if (action.kind === 'numberFormat' && action.area.rows > 1) {
    const { area } = action;
    const half = Math.ceil(area.rows / 2);
    return [{ ...action, area: { ...area, rows: half } }, { ...action, area: { ...area, row: area.row + half, rows: area.rows - half } }].flatMap((one) => smaller(one, most));
  }
  return [action];
}

/** The bytes an action takes in a request, rather more than fewer. */
export function bytesOf(action: PlanAction): number {
  switch (action.kind) {
    case 'write': return CALL * 2 + action.cells.reduce((sum, line) => sum + line.reduce((cells: number, cell) => cells + cellBytes(cell), 2), 0);
    case 'numberFormat': return CALL * 2 + action.area.rows * (action.area.columns * (textBytes(action.format) + 3) + 2);
    case 'style': return CALL * (3 + 2 * Object.keys(action.style).length + (action.style.borders ? 24 : 0));
    case 'conditionalFormats': return CALL * 3 + action.rules.reduce((sum, rule) => sum + CALL * 8 + textBytes(rule.formula), 0);
    case 'lineChart': return CALL * (16 + 10 * action.chart.series.length) + textBytes(JSON.stringify(action.chart));
    case 'pageSetup': return CALL * (16 + 2 * (action.setup.rowBreaks?.length ?? 0));
    default: return CALL * 5 + textBytes(JSON.stringify(action));
  }
}

function cellBytes(cell: CellInput): number {
  if (cell === null) return 5;
  return typeof cell === 'object' ? textBytes(cell.formula) + 3 : typeof cell === 'string' ? textBytes(cell) + 4 : 25;
}

/** As UTF-8 within JSON: a quote or a line break takes two bytes more. */
function textBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes += code < 0x20 ? 6 : code < 0x80 ? (code === 0x22 || code === 0x5c ? 2 : 1) : 3;
  }
  return bytes;
}
