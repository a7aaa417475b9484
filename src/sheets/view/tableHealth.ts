import { computeAll } from '../../domain/series';
import { labelCell } from '../blockPlace';
import { derivedCells, derivedInspector, type DerivedCell, type DerivedState } from '../derivedCells';
import { derivedId, type DerivedId } from '../overwrittenSheet';
import { cellWords, figureAt, shownContent } from '../recomputePlan';
import type { MendedNote } from '../tableMap';
import type { WorkbookState } from '../workbookState';
import { cellPlace, type Place } from './place';

export const FINDING_KINDS = ['missing', 'nameLost', 'rowMoved', 'labelChanged', 'undecided', 'formulaLost', 'formulaMoved', 'otherFormula', 'typedOver'] as const;
/**
 * missing: not in the workbook. nameLost: a name is gone or points nowhere. rowMoved: found at another place by its label.
 * labelChanged: a label or heading reads differently. undecided: two places could be meant, or none. formulaLost: a formula was emptied. formulaMoved: a formula no longer fits its place.
 * otherFormula: a person wrote a different formula. typedOver: a figure stands where a formula belongs.
 */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is wrong at one place of a table. */
export interface Finding {
  readonly kind: FindingKind;
  /** A sentence for a clerk. */
  readonly text: string;
  readonly place: Place | null;
  /** typedOver only: what to tick so that the formula comes back, the figure typed and the one the formula gives, as shown. */
  readonly typedOver: { readonly id: DerivedId; readonly typed: string; readonly computed: string } | null;
}

/** A table of the workbook, or one that is not there yet. */
export interface TableHealth {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly state: 'right' | 'missing' | 'attention';
  readonly findings: readonly Finding[];
  readonly place: Place | null;
}

/** Every table of the definitions with what is wrong with it, in their order. */
export function tableHealth(state: WorkbookState): TableHealth[] {
  // Nothing can be said of tables whose definitions or year cannot be read.
  if (state.damaged.length > 0) return [];
  const findings = findingsByTable(state);
  return state.catalog.definitions.tables.map((table): TableHealth => {
    const found = findings.get(table.id) ?? [];
    const block = state.map.blocks.find((one) => one.block.table.id === table.id);
    const missing = state.map.missing.filter((one) => one.table.id === table.id);
    return {
      id: table.id,
      name: table.name,
      group: table.group,
      state: missing.length > 0 ? 'missing' : found.length > 0 ? 'attention' : 'right',
      findings: [...(missing.length > 0 ? [plain('missing', `「${table.name}」（${missing.map((one) => one.headerLabel).join('、')}）は、このブックにまだありません。`)] : []), ...found],
      place: block ? cellPlace(labelCell(block, block.headerLine)) : null,
    };
  });
}

const plain = (kind: FindingKind, text: string, place: Place | null = null): Finding => ({ kind, text, place, typedOver: null });

function findingsByTable(state: WorkbookState): ReadonlyMap<string, Finding[]> {
  const findings = new Map<string, Finding[]>();
  const add = (tableId: string, finding: Finding): void => {
    findings.set(tableId, [...(findings.get(tableId) ?? []), finding]);
  };
  for (const note of state.map.warnings) add(note.tableId, plain(note.kind, note.text, note.place));
  for (const notes of groups(state.map.mended, (note) => `${note.tableId} ${note.kind}`)) {
    add(notes[0].tableId, plain(notes[0].kind, notes.length === 1 ? notes[0].text : NAMES[notes[0].kind](listed(notes.map((note) => note.name)), notes.length), notes[0].place));
  }
  const computed = computeAll(state.catalog, state.fiscalYear ?? 0, state.figures.series);
  const inspect = derivedInspector(state.grids);
  const found = derivedCells(state.map, state.catalog).map((cell) => ({ cell, state: inspect(cell), tableId: cell.place.block.block.table.id }));
  for (const cells of groups(found, (one) => `${one.tableId} ${one.state.kind}`)) {
    const [{ cell: first, tableId }] = cells;
    const words = listed(cells.map((one) => cellWords(one.cell)));
    const place = cellPlace(first);
    switch (cells[0].state.kind) {
      case 'right':
        break;
      case 'empty':
        add(tableId, plain('formulaLost', `計算式が消えているセルが${cells.length}件あります（${words}）。`, place));
        break;
      case 'outdated':
        add(tableId, plain('formulaMoved', `行や列の移動で合わなくなった計算式が${cells.length}件あります（${words}）。`, place));
        break;
      case 'foreign':
      case 'typedOver':
        for (const one of cells) {
          const finding = ownFinding(one.cell, one.state, state, (cell) => shownContent(figureAt(computed, cell) ?? '', cell));
          if (finding) add(tableId, finding);
        }
    }
  }
  return findings;
}

const NAMES: Readonly<Record<MendedNote['kind'], (names: string, count: number) => string>> = {
  nameLost: (names, count) => `名前 ${count}件がなくなっています（${names}）。`,
  rowMoved: (names, count) => `名前 ${count}件が別の場所を指しています（${names}）。`,
};

/** A person's own content where a formula of ours belongs; null where it was marked to be left. */
function ownFinding(cell: DerivedCell, found: DerivedState, state: WorkbookState, computed: (cell: DerivedCell) => string): Finding | null {
  const place = cellPlace(cell);
  if (found.kind === 'foreign') return plain('otherFormula', `${cellWords(cell)}に別の計算式「${found.found}」があります（本来の計算式 ${cell.formula}）。`, place);
  const id = derivedId(cell.key, cell.month);
  if (found.kind !== 'typedOver' || state.lists.overwritten?.content.kept.has(id)) return null;
  const typed = shownContent(found.value, cell);
  return { kind: 'typedOver', text: `${cellWords(cell)}の計算式に、値（${typed}）が入力されています。`, place, typedOver: { id, typed, computed: computed(cell) } };
}

type Some<T> = readonly [T, ...T[]];

/** In the order of first appearance. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string): Some<T>[] {
  const byKey = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = byKey.get(keyOf(item));
    if (group) group.push(item);
    else byKey.set(keyOf(item), [item]);
  }
  return [...byKey.values()];
}

const listed = (words: readonly string[]): string => `${words.slice(0, 3).join('、')}${words.length > 3 ? ' など' : ''}`;
