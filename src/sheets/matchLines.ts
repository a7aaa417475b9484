import { normalizeLabel } from '../domain/labels';

/** How a line of a block was found. */
export type LineMatch =
  | { readonly kind: 'label'; readonly at: number }
  /** The label is no longer ours, but the name still points here and nobody else claims the line. */
  | { readonly kind: 'renamed'; readonly at: number; readonly label: string }
  | { readonly kind: 'unsure' };

/**
 * Gives each line its place. `labels` are the lines' own labels, `named` the lines of the sheet their names point at
 * (null: none), `lines` those of the block. A label that stands once decides, unless the named line
 * may be the same line renamed; of several the named one; without the label the named line, if it bears no other line's label and no line
 * of the block has lost its place to a sort.
 */
export function matchLines(
  labels: readonly string[], named: readonly (number | null)[], lines: readonly { readonly at: number; readonly label: string }[],
): readonly (LineMatch | null)[] {
  const wanted = labels.map(normalizeLabel);
  const byLabel = wanted.map((label) => lines.filter((line) => normalizeLabel(line.label) === label));
  const claimed = new Set(byLabel.flatMap((found) => found.map((line) => line.at)));
  // A line that bears another's label, or none, has lost its own to a sort. A label of somebody else's is a renamed
  // line as likely as a sorted one.
  const isFree = (at: number | null): boolean => at === null || claimed.has(at) || !lines.some((one) => one.at === at && one.label !== '');
  return wanted.map((_, index): LineMatch | null => {
    const found = byLabel[index] ?? [];
    const at = named[index] ?? null;
    const [only, ...others] = found;
    if (only && others.length === 0) return only.at === at || isFree(at) ? { kind: 'label', at: only.at } : { kind: 'unsure' };
    if (only) return at !== null && found.some((line) => line.at === at) ? { kind: 'label', at } : { kind: 'unsure' };
    if (at === null || claimed.has(at)) return null;
    const line = lines.find((one) => one.at === at);
    return line ? { kind: 'renamed', at, label: line.label } : null;
  });
}
