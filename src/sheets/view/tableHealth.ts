import { computeAll } from '../../domain/series';
import { labelCell } from '../blockPlace';
import { derivedFaults, type DerivedFault } from '../derivedFaults';
import { firstWords, groups } from '../groups';
import type { DerivedId } from '../overwrittenSheet';
import { cellWords, figureAt, shownContent } from '../recomputePlan';
import { copiedSheets, missingWords, tableNotes } from '../tableNotes';
import type { WorkbookState } from '../workbookState';
import { cellPlace, type Place } from './place';

export const FINDING_KINDS = ['missing', 'rowAdded', 'nameLost', 'rowMoved', 'labelChanged', 'undecided', 'formulaLost', 'formulaMoved', 'otherFormula', 'typedOver', 'namesCopied'] as const;
/**
 * missing: not in the workbook. rowAdded: a row somebody added to the definitions has no name yet. nameLost: a name is gone or points nowhere. rowMoved: found at another place by its label.
 * labelChanged: a label or heading reads differently. undecided: two places could be meant, or none. formulaLost: a formula was emptied. formulaMoved: a formula no longer fits its place.
 * otherFormula: a person wrote a different formula. typedOver: a figure stands where a formula belongs.
 * namesCopied: a copied sheet bears our names a second time.
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
  /** otherFormula only: the cells of a row whose formulas a tick replaces, the first one's formula and the one of the definitions. */
  readonly otherFormula: { readonly ids: readonly DerivedId[]; readonly found: string; readonly wanted: string } | null;
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

/** Every table of the definitions with what is wrong with it, in their order; then copied sheets that bear our names again. */
export function tableHealth(state: WorkbookState): TableHealth[] {
  // Nothing can be said of tables whose definitions or year cannot be read.
  if (state.damaged.length > 0) return [];
  const findings = findingsByTable(state);
  const tables = state.catalog.definitions.tables.map((table): TableHealth => {
    const found = findings.get(table.id) ?? [];
    const block = state.map.blocks.find((one) => one.block.table.id === table.id);
    const missing = state.map.missing.filter((one) => one.table.id === table.id);
    return {
      id: table.id,
      name: table.name,
      group: table.group,
      state: missing.length > 0 ? 'missing' : found.length > 0 ? 'attention' : 'right',
      findings: [...(missing.length > 0 ? [plain('missing', missingWords(table.name, missing))] : []), ...found],
      place: block ? cellPlace(labelCell(block, block.headerLine)) : null,
    };
  });
  return [...tables, ...copies(state)];
}

function copies(state: WorkbookState): TableHealth[] {
  return copiedSheets(state).map(({ sheet, text }) => {
    const place = cellPlace({ sheet, row: 0, column: 0 });
    return { id: `copy ${sheet}`, name: sheet, group: 'コピーされたシート', state: 'attention', findings: [plain('namesCopied', text, place)], place };
  });
}

const plain = (kind: FindingKind, text: string, place: Place | null = null): Finding => ({ kind, text, place, typedOver: null, otherFormula: null });

function findingsByTable(state: WorkbookState): ReadonlyMap<string, Finding[]> {
  const findings = new Map<string, Finding[]>();
  const add = (tableId: string, finding: Finding): void => {
    findings.set(tableId, [...(findings.get(tableId) ?? []), finding]);
  };
  for (const note of tableNotes(state.map)) add(note.tableId, plain(note.kind, note.text, note.place));
  const computed = computeAll(state.catalog, state.fiscalYear ?? 0, state.figures.series);
  const tableOf = ({ cell }: DerivedFault): string => cell.place.block.block.table.id;
  for (const faults of groups(derivedFaults(state), (one) => `${tableOf(one)} ${one.state.kind}`)) {
    const [first] = faults;
    const tableId = tableOf(first);
    const words = firstWords(faults.map((one) => cellWords(one.cell)));
    const place = cellPlace(first.cell);
    switch (first.state.kind) {
      case 'empty':
        add(tableId, plain('formulaLost', `計算式が消えているセルが${faults.length}件あります（${words}）。`, place));
        break;
      case 'outdated':
        add(tableId, plain('formulaMoved', `行や列の移動で合わなくなった計算式が${faults.length}件あります（${words}）。`, place));
        break;
      case 'foreign':
        for (const finding of foreignFindings(faults)) add(tableId, finding);
        break;
      case 'typedOver':
        for (const { id, cell, state: found } of faults) {
          if (found.kind !== 'typedOver') continue;
          const typed = shownContent(found.value, cell);
          add(tableId, {
            kind: 'typedOver', text: `${cellWords(cell)}の計算式に、値（${typed}）が入力されています。`, place: cellPlace(cell),
            typedOver: { id, typed, computed: shownContent(figureAt(computed, cell) ?? '', cell) }, otherFormula: null,
          });
        }
    }
  }
  return findings;
}

/** Other formulas where those of the definitions belong, a finding a row. */
function foreignFindings(faults: readonly DerivedFault[]): Finding[] {
  const foreign = faults.flatMap(({ id, cell, state }) => (state.kind === 'foreign' ? [{ id, cell, found: state.found }] : []));
  return groups(foreign, (one) => one.cell.place.line.row.id).map((row) => {
    const [{ cell, found }] = row;
    const where = row.length === 1 ? cellWords(cell) : `${cellWords(cell)}など${row.length}個のセル`;
    return {
      kind: 'otherFormula', text: `${where}に、表定義と違う計算式があります。`, place: cellPlace(cell), typedOver: null,
      otherFormula: { ids: row.map((one) => one.id), found, wanted: cell.formula },
    };
  });
}
