import type { Some } from '../../domain/listsBy';
import { labelCell } from '../blockPlace';
import { derivedFaults, type DerivedFault } from '../derivedFaults';
import { firstWords, groups } from '../groups';
import { cellWords, shownContent } from '../recomputePlan';
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

const plain = (kind: FindingKind, text: string, place: Place | null = null): Finding => ({ kind, text, place });

function findingsByTable(state: WorkbookState): ReadonlyMap<string, Finding[]> {
  const findings = new Map<string, Finding[]>();
  const add = (tableId: string, finding: Finding): void => {
    findings.set(tableId, [...(findings.get(tableId) ?? []), finding]);
  };
  for (const note of tableNotes(state.map)) add(note.tableId, plain(note.kind, note.text, note.place));
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
        for (const row of groups(faults, (one) => one.cell.place.line.row.id)) add(tableId, foreignFinding(row));
        break;
      case 'typedOver':
        for (const { cell, state: found } of faults) {
          if (found.kind === 'typedOver') add(tableId, plain('typedOver', `${cellWords(cell)}の計算式に、値（${shownContent(found.value, cell)}）が入力されています。`, cellPlace(cell)));
        }
    }
  }
  return findings;
}

/** A row's other formulas where those of the definitions belong. */
function foreignFinding(faults: Some<DerivedFault>): Finding {
  const [{ cell }] = faults;
  const where = faults.length === 1 ? cellWords(cell) : `${cellWords(cell)}など${faults.length}個のセル`;
  return plain('otherFormula', `${where}に、表定義と違う計算式があります。`, cellPlace(cell));
}
