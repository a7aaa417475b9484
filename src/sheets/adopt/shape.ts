import type { Arrangement, TableDefinition } from '../../domain/definitions';
import { normalizeLabel } from '../../domain/labels';
import type { AssignedLine, LeftLine, Placement } from './assign';

/** A row of an adopted table: its lines by year in the placements that bear them. */
export interface ShapedRow {
  /** The ID of a row that is known; null: a row of its own. */
  readonly rowId: string | null;
  readonly label: string;
  readonly lines: readonly { readonly placement: Placement; readonly line: AssignedLine }[];
}

/** Lines under one header that belong together. */
export interface ShapedBlock {
  readonly placement: Placement;
  readonly heading: string | null;
  readonly rows: readonly ShapedRow[];
}

/** How the placements of one definition stand: in blocks of a year, or of all years of some rows. */
export interface Shape {
  readonly arrangement: Arrangement;
  readonly blocks: readonly ShapedBlock[];
  readonly left: readonly LeftLine[];
}

const rowKey = (line: AssignedLine): string => line.row?.id ?? normalizeLabel(line.label);
const yearsIn = (placement: Placement): Set<number> => new Set(placement.lines.map((line) => line.year));

/** Tells blocks a year from rows a year, and gives each header a heading where the table has several. */
export function shapeOf(placements: readonly Placement[], definition: TableDefinition | null): Shape {
  return placements.every((placement) => yearsIn(placement).size === 1) ? blocksAYear(placements, definition) : rowsAYear(placements, definition);
}

/** Each header bears one year. Where a year has several headers, rows stand under the header that has them in the latest year. */
function blocksAYear(placements: readonly Placement[], definition: TableDefinition | null): Shape {
  const sorted = [...placements].sort((a, b) => yearOf(b) - yearOf(a));
  const headings = new Map<string, string>();
  const names = headingsOf(sorted.filter((placement) => yearOf(placement) === yearOf(sorted[0] ?? placement)), definition);
  const several = sorted.some((placement, index) => sorted.findIndex((other) => yearOf(other) === yearOf(placement)) !== index);
  const left: LeftLine[] = [];
  const blocks = new Map<string, { placement: Placement; heading: string | null; lines: AssignedLine[] }>();
  for (const placement of sorted) {
    const usual = placement.lines.map((line) => headings.get(rowKey(line))).find((heading) => heading !== undefined);
    const heading = several ? (usual ?? names.get(placement) ?? headingOf(placement, definition)) : null;
    const key = `${yearOf(placement)} ${heading ?? ''}`;
    const lines = placement.lines.filter((line) => heading === null || (headings.get(rowKey(line)) ?? heading) === heading);
    for (const line of placement.lines) if (heading !== null && !headings.has(rowKey(line))) headings.set(rowKey(line), heading);
    const fits = blocks.has(key) ? [] : lines;
    for (const line of placement.lines) if (!fits.includes(line)) left.push({ table: placement.table, line: line.line, reason: `「${line.label}」（${line.year}年度）は、ほかの年度と組み方が違うため、名前を付けていません。` });
    if (fits.length > 0) blocks.set(key, { placement, heading, lines: [...fits] });
  }
  return { arrangement: '年度ごとの表', blocks: [...blocks.values()].map(({ placement, heading, lines }) => ({ placement, heading, rows: rowsOf([{ placement, lines }]) })), left };
}

/** A header bears several years of its rows; a row stands under one header only, the one that has its latest year. */
function rowsAYear(placements: readonly Placement[], definition: TableDefinition | null): Shape {
  const sorted = [...placements].sort((a, b) => Math.max(...yearsIn(b)) - Math.max(...yearsIn(a)) || b.lines.length - a.lines.length);
  const names = headingsOf(sorted, definition);
  const owner = new Map<string, Placement>();
  const left: LeftLine[] = [];
  const blocks = sorted.flatMap((placement) => {
    const lines = placement.lines.filter((line) => {
      const other = owner.get(rowKey(line));
      if (other === undefined || other === placement) owner.set(rowKey(line), placement);
      else left.push({ table: placement.table, line: line.line, reason: `「${line.label}」は「${other.table.sheet}」の表にもあるため、ここには名前を付けていません。` });
      return other === undefined || other === placement;
    });
    return lines.length > 0 ? [{ placement, heading: names.get(placement) ?? placement.name, rows: rowsOf([{ placement, lines }]) }] : [];
  });
  return { arrangement: '年度ごとの行', blocks, left };
}

const yearOf = (placement: Placement): number => placement.lines[0]?.year ?? 0;

function rowsOf(parts: readonly { readonly placement: Placement; readonly lines: readonly AssignedLine[] }[]): ShapedRow[] {
  const rows = new Map<string, ShapedRow>();
  for (const { placement, lines } of parts) {
    for (const line of lines) {
      const known = rows.get(rowKey(line));
      rows.set(rowKey(line), { rowId: line.row?.id ?? null, label: line.row?.label ?? line.label, lines: [...(known?.lines ?? []), { placement, line }] });
    }
  }
  return [...rows.values()];
}

/** Headings of several headers, all different: what stands over the labels, else the heading of the known rows, else a label. */
function headingsOf(placements: readonly Placement[], definition: TableDefinition | null): Map<Placement, string> {
  const headings = new Map(placements.map((placement) => [placement, headingOf(placement, definition)] as const));
  const different = new Set([...headings.values()].map(normalizeLabel)).size === headings.size;
  if (different) return headings;
  const taken = new Set<string>();
  return new Map(placements.map((placement) => {
    const label = placement.lines[0]?.row?.label ?? placement.lines[0]?.label ?? placement.name;
    let heading = label;
    for (let number = 2; taken.has(normalizeLabel(heading)); number++) heading = `${label}（${number}）`;
    taken.add(normalizeLabel(heading));
    return [placement, heading] as const;
  }));
}

function headingOf(placement: Placement, definition: TableDefinition | null): string {
  const known = new Set(placement.lines.flatMap((line) => line.row?.heading ?? []));
  const [only, ...others] = known;
  return placement.table.found.corner || (only !== undefined && others.length === 0 ? only : '') || (definition?.name ?? placement.name);
}
