import type { CheckView, Finding, FindingKind, OpenFinding, Place, QuietFinding, TableHealth } from '../../jobs/workbookLook';

/** Findings of tables that say the same as one of 点検 about the same cells. */
const SAME: Partial<Record<OpenFinding['kind'], readonly FindingKind[]>> = {
  total: ['typedOver'],
  derived: ['typedOver'],
  sameSeries: ['typedOver'],
  typedOver: ['typedOver'],
  otherFormula: ['otherFormula'],
  formulaLost: ['formulaLost', 'formulaMoved'],
  names: ['nameLost', 'rowMoved', 'rowAdded', 'labelChanged', 'undecided', 'namesCopied', 'missing'],
};

/** A table as it is listed; `above`: some of what is wrong is told among the findings of 点検. */
export type ListedTable = TableHealth & { readonly above: boolean };

export interface Told {
  readonly checks: CheckView;
  readonly tables: readonly ListedTable[];
}

/** What 点検 and the state of the tables both know is told once: by 点検 where it can put it right or somebody accepted it, else by the table. */
export function toldOnce(tables: readonly TableHealth[], checks: CheckView): Told {
  const all = tables.flatMap((table) => table.findings);
  const open = checks.open.filter((finding) => finding.fix !== null || !all.some((one) => isSame(finding, one)));
  return {
    checks: { ...checks, open },
    tables: tables.map((table): ListedTable => {
      const above = table.findings.some((one) => open.some((finding) => isSame(finding, one)));
      const findings = table.findings.filter((one) => ![...open, ...checks.quiet].some((finding) => isSame(finding, one)));
      return { ...table, findings, above, state: table.state === 'attention' && findings.length === 0 && !above ? 'right' : table.state };
    }),
  };
}

/** 点検 tells all tables that are not there at once. */
const MISSING_ID = 'names missing';

function isSame(finding: OpenFinding | QuietFinding, { kind, place, text }: Finding): boolean {
  if (!(SAME[finding.kind] ?? []).includes(kind)) return false;
  // Of many tables that are not there the list says which.
  if (kind === 'missing') return finding.id === MISSING_ID;
  return finding.text === text || (place !== null && (isFirst(finding.place, place) || (finding.fix?.cells ?? []).some((cell) => isAt(cell, place))));
}

const isFirst = (one: Place | null, other: Place): boolean => one !== null && isAt({ sheet: one.sheet, ...one.area }, other);

/** Whether a cell is the first of a place: a finding of a table points at the first of its cells. */
const isAt = ({ sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number }, { sheet: other, area }: Place): boolean =>
  sheet === other && area.row === row && area.column === column;
