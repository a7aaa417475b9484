import { normalizeLabel } from '../domain/labels';

/** How a line of a block was found. */
export type LineMatch =
  | { readonly kind: 'label'; readonly row: number }
  /** The label is no longer ours, but the name still points here and nobody else claims the row. */
  | { readonly kind: 'renamed'; readonly row: number; readonly label: string }
  | { readonly kind: 'unsure' };

/**
 * Gives each line its row. `labels` are the lines' own labels, `named` the rows their names point at
 * (null: none), `rows` the labelled rows of the block. A label that stands once decides, unless the named row
 * may be the same line renamed; of several the named one; without the label the named row, if it bears no other line's label and no line
 * of the block has lost its place to a sort.
 */
export function matchLines(
  labels: readonly string[], named: readonly (number | null)[], rows: readonly { readonly row: number; readonly label: string }[],
): readonly (LineMatch | null)[] {
  const wanted = labels.map(normalizeLabel);
  const byLabel = wanted.map((label) => rows.filter((row) => normalizeLabel(row.label) === label));
  const claimed = new Set(byLabel.flatMap((found) => found.map((row) => row.row)));
  // A row that bears another line's label, or none, has lost its line to a sort. A label of somebody else's is a renamed
  // line as likely as a sorted one.
  const isFree = (row: number | null): boolean => row === null || claimed.has(row) || !rows.some((one) => one.row === row && one.label !== '');
  return wanted.map((_, index): LineMatch | null => {
    const found = byLabel[index] ?? [];
    const at = named[index] ?? null;
    const [only, ...others] = found;
    if (only && others.length === 0) return only.row === at || isFree(at) ? { kind: 'label', row: only.row } : { kind: 'unsure' };
    if (only) return at !== null && found.some((row) => row.row === at) ? { kind: 'label', row: at } : { kind: 'unsure' };
    if (at === null || claimed.has(at)) return null;
    const row = rows.find((one) => one.row === at);
    return row ? { kind: 'renamed', row: at, label: row.label } : null;
  });
}
