import { areaA1, cellA1, quoteSheet, type Area } from '../plan/a1';
import type { Expression } from '../domain/rowFormula';

/** What stands for a row in a compiled formula: one cell, or cells whose sum or mean counts. */
export type Operand =
  | { readonly kind: 'cell'; readonly sheet: string; readonly row: number; readonly column: number }
  | { readonly kind: 'cells'; readonly by: 'SUM' | 'AVERAGE'; readonly sheet: string; readonly areas: readonly Area[] }
  /** The row had ended by then: it has no cells, and an aggregate goes on without it. */
  | { readonly kind: 'ended' };
type Standing = Exclude<Operand, { readonly kind: 'ended' }>;

/**
 * Compiles an expression to an English A1 formula of a cell on `sheet`, guarded: blank ("") unless
 * every operand is a number and no denominator is zero; aggregates need one number.
 * null where an operand has no place. Only functions every Excel since 2007 knows are used.
 */
export function compileExpression<R>(expression: Expression<R>, sheet: string, place: (ref: R) => Operand | null): string | null {
  const guards = new Guards(sheet);
  const denominators: string[] = [];
  const text = write(expression, sheet, place, guards, denominators);
  if (text === null) return null;
  const body = denominators.length === 0 ? text.text : `IF(${allOf(denominators.map((one) => `${one}<>0`))},${text.text},"")`;
  const conditions = guards.conditions();
  return `=${conditions.length === 0 ? body : `IF(${allOf(conditions)},${body},"")`}`;
}

const allOf = (conditions: readonly string[]): string => (conditions.length === 1 ? (conditions[0] ?? '') : `AND(${conditions.join(',')})`);

/** Collects what must be a number. */
class Guards {
  private readonly cells = new Map<string, Operand & { kind: 'cell' }>();
  private readonly groups = new Set<string>();

  constructor(private readonly sheet: string) {}

  cell(operand: Operand & { kind: 'cell' }): void {
    this.cells.set(`${operand.sheet}!${operand.row},${operand.column}`, operand);
  }

  group(list: string): void {
    this.groups.add(list);
  }

  conditions(): string[] {
    const cells = [...this.cells.values()];
    const first = cells.length === 0 ? [] : [`COUNT(${cellList(cells, this.sheet)})=${cells.length}`];
    return [...first, ...[...this.groups].map((list) => `COUNT(${list})>0`)];
  }
}

interface Written {
  readonly text: string;
  readonly strength: number;
}

const STRENGTH = { sum: 1, product: 2, sign: 3, atom: 4 } as const;

function write<R>(expression: Expression<R>, sheet: string, place: (ref: R) => Operand | null, guards: Guards, denominators: string[]): Written | null {
  const again = (inner: Expression<R>): Written | null => write(inner, sheet, place, guards, denominators);
  switch (expression.kind) {
    case 'number':
      return { text: String(expression.value), strength: STRENGTH.atom };
    case 'row': {
      const operand = place(expression.ref);
      return operand && operand.kind !== 'ended' ? writeOperand(operand, sheet, guards) : null;
    }
    case 'negate': {
      const of = again(expression.of);
      return of && { text: `-${enclose(of, STRENGTH.sign)}`, strength: STRENGTH.sign };
    }
    case 'round': {
      const of = again(expression.of);
      return of && { text: `ROUND(${of.text},${expression.digits})`, strength: STRENGTH.atom };
    }
    case 'aggregate': {
      const operands = expression.refs.map(place);
      const standing = operands.filter((operand) => operand !== null).filter((operand) => operand.kind !== 'ended');
      if (operands.includes(null) || standing.length === 0) return null;
      const list = operandList(standing, sheet);
      guards.group(list);
      return { text: `${expression.name}(${list})`, strength: STRENGTH.atom };
    }
    case 'binary': {
      const left = again(expression.left);
      const right = again(expression.right);
      if (!left || !right) return null;
      const strength = expression.operator === '+' || expression.operator === '-' ? STRENGTH.sum : STRENGTH.product;
      if (expression.operator === '/' && (expression.right.kind !== 'number' || expression.right.value === 0)) denominators.push(enclose(right, STRENGTH.sum));
      return { text: `${enclose(left, strength)}${expression.operator}${enclose(right, strength + 1)}`, strength };
    }
  }
}

function enclose(part: Written, atLeast: number): string {
  return part.strength < atLeast ? `(${part.text})` : part.text;
}

function writeOperand(operand: Standing, sheet: string, guards: Guards): Written {
  if (operand.kind === 'cell') {
    guards.cell(operand);
    return { text: cellReference(operand, sheet), strength: STRENGTH.atom };
  }
  const list = areaList(operand.sheet, operand.areas, sheet);
  guards.group(list);
  return { text: `${operand.by}(${list})`, strength: STRENGTH.atom };
}

/** "C5", or "業務!C5" seen from another sheet. */
export function cellReference(at: { readonly sheet: string; readonly row: number; readonly column: number }, from: string): string {
  return `${at.sheet === from ? '' : `${quoteSheet(at.sheet)}!`}${cellA1(at.row, at.column)}`;
}

/** Areas of one sheet as an argument list. */
export function areaList(on: string, areas: readonly Area[], from: string): string {
  return areas.map((area) => `${on === from ? '' : `${quoteSheet(on)}!`}${areaA1(area)}`).join(',');
}

function operandList(operands: readonly Standing[], from: string): string {
  const cells = operands.filter((operand) => operand.kind === 'cell');
  const areas = operands.filter((operand) => operand.kind === 'cells');
  return [...(cells.length > 0 ? [cellList(cells, from)] : []), ...areas.map((one) => areaList(one.sheet, one.areas, from))].join(',');
}

/** Cells as an argument list; cells one below the other are joined to a range. */
function cellList(cells: readonly (Operand & { kind: 'cell' })[], from: string): string {
  const sorted = [...cells].sort((a, b) => (a.sheet === b.sheet ? a.column - b.column || a.row - b.row : a.sheet < b.sheet ? -1 : 1));
  const areas: { sheet: string; area: Area }[] = [];
  for (const cell of sorted) {
    const last = areas.at(-1);
    if (last && last.sheet === cell.sheet && last.area.column === cell.column && last.area.row + last.area.rows === cell.row) {
      last.area = { ...last.area, rows: last.area.rows + 1 };
    } else areas.push({ sheet: cell.sheet, area: { row: cell.row, column: cell.column, rows: 1, columns: 1 } });
  }
  return areas.map(({ sheet, area }) => areaList(sheet, [area], from)).join(',');
}
