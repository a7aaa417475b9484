import { contains } from '../../plan/a1';
import { tokenizeFormula } from '../../plan/formulaText';
import { foldName } from '../model/folding';
import { areaOf, sheetOf } from '../model/formulaTokens';
import type { InputSheet } from './univer';

interface Node {
  /** Index into the sheets. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  open: boolean;
  done: boolean;
}

/**
 * The formula cells that depend on themselves, found from the references they are written with.
 * Slow (each reference looks through the sheet's formulas): only called once the engine has met a circle.
 */
export function circularCells(sheets: readonly InputSheet[]): { sheet: number; row: number; column: number }[] {
  const nodes = sheets.map((sheet, index) => sheet.cells.flatMap(({ row, column, input }): Node[] =>
    input.kind === 'formula' ? [{ sheet: index, row, column, formula: input.text, open: false, done: false }] : []));
  const sheetIndex = new Map(sheets.map((sheet, index) => [foldName(sheet.name), index]));
  const circular = new Set<Node>();
  for (const node of nodes.flat()) walk(node, (one) => precedents(one, nodes, sheetIndex), circular);
  return [...circular].map(({ sheet, row, column }) => ({ sheet, row, column }));
}

/** Depth first with a stack of its own: chains of formulas are longer than the call stack. */
function walk(start: Node, precedentsOf: (node: Node) => Node[], circular: Set<Node>): void {
  if (start.done) return;
  const path = [{ node: start, next: precedentsOf(start) }];
  start.open = true;
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const node = top.next.pop();
    if (!node) {
      top.node.open = false;
      top.node.done = true;
      path.pop();
    } else if (node.open) {
      for (const step of path.slice(path.findIndex((one) => one.node === node))) circular.add(step.node);
    } else if (!node.done) {
      node.open = true;
      path.push({ node, next: precedentsOf(node) });
    }
  }
}

function precedents(node: Node, nodes: readonly (readonly Node[])[], sheetIndex: ReadonlyMap<string, number>): Node[] {
  return tokenizeFormula(node.formula).flatMap((token) => {
    const area = areaOf(token);
    if (!area) return [];
    const named = sheetOf(token);
    const sheet = named === null ? node.sheet : sheetIndex.get(foldName(named)) ?? -1;
    return (nodes[sheet] ?? []).filter((one) => contains(area, one.row, one.column));
  });
}
