import { spellings, type RowDefinition, type TableDefinition } from '../definitions';
import { normalizeLabel } from '../labels';
import { fitOf, isCompatible } from './compatible';
import type { FoundTable } from './foundTable';
import { bestLikeness, likenessOf } from './likeness';
import type { FoundIn, LineMatch, TableMatch } from './matching';

/** What stands under one header in a table's definition: all its rows, or those of one heading. */
interface Slot {
  readonly definition: TableDefinition;
  readonly heading: string;
  readonly rows: readonly RowDefinition[];
}

/**
 * Tables of a plan stand in the order of their definitions: those that neither name nor labels tell are told by their order among
 * themselves, by heading, section and the form of their figures. `tables` name the section each stands in.
 */
export function matchByOrder(matches: readonly TableMatch[], tables: readonly FoundIn[], definitions: readonly TableDefinition[]): TableMatch[] {
  const slots = definitions.filter((definition) => definition.arrangement === '年度ごとの行').flatMap(slotsOf).filter((slot) => !matches.some((match) => holdsRows(match, slot)));
  const open = matches.flatMap((match, index) => (match.lines.every((line) => line.known === null) ? [index] : []));
  const points = open.map((index) => slots.map((slot) => pointsFor(tables[index], matches[index - 1], slot)));
  const chosen = new Map(bestPath(points, slots.length).map((slot, place) => [open[place], slots[slot]] as const));
  return matches.map((match, index) => {
    const slot = chosen.get(index);
    return slot ? { ...match, lines: linesBySlot(match.found, slot) } : match;
  });
}

function slotsOf(definition: TableDefinition): Slot[] {
  const headings = [...new Set(definition.rows.map((row) => row.heading ?? row.label))];
  return headings.map((heading) => ({ definition, heading, rows: definition.rows.filter((row) => (row.heading ?? row.label) === heading) }));
}

/** What speaks for a table standing in a slot; 0: it cannot. */
function pointsFor(one: FoundIn | undefined, before: TableMatch | undefined, slot: Slot): number {
  if (!one) return 0;
  const { found } = one;
  const lines = linesBySlot(found, slot);
  if (lines.length === 0 || lines.some((line) => line.known === null)) return 0;
  const corner = likenessOf(slot.heading, found.corner) === 'same' ? 2 : found.corner === '' ? 0.5 : 0;
  if (corner === 0) return 0;
  const group = normalizeLabel(one.name).includes(normalizeLabel(slot.definition.group)) ? 1 : 0;
  const goesOn = before?.lines.some((line) => line.known?.table.id === slot.definition.id) ? 1 : 0;
  const years = Math.max(...slot.rows.map((row) => row.years)) === new Set(found.lines.map((line) => line.year)).size ? 0.5 : 0;
  const fit = lines.reduce((sum, line) => sum + (line.known ? fitOf(line.line, line.known.row, line.line.year) : 0), 0) / lines.length;
  return Math.max(0, 1 + corner + group + goesOn + years + fit);
}

const holdsRows = (match: TableMatch, slot: Slot): boolean => match.lines.some((line) => slot.rows.some((row) => row.id === line.known?.row.id));

/** In a slot a line without a label is the first row of the heading, another is the row of its label. */
function linesBySlot(found: FoundTable, slot: Slot): LineMatch[] {
  const [main] = slot.rows;
  return found.lines.map((line) => {
    const row = line.label === '' ? main : slot.rows.find((one) => ['same', 'spelling'].includes(bestLikeness(line.label, spellings(one))));
    return row && isCompatible(line, row) ? { line, known: { table: slot.definition, row }, how: 'order', near: [] } : { line, known: null, how: 'none', near: [] };
  });
}

/** The way through tables and slots, both in their order, that gains most points. Gives the slot of each table, -1 for none. */
function bestPath(points: readonly (readonly number[])[], slots: number): number[] {
  // gain[i][j]: the most that the tables from i on can gain with the slots from j on.
  const gain = Array.from({ length: points.length + 1 }, () => Array<number>(slots + 1).fill(0));
  const at = (i: number, j: number): number => gain[i]?.[j] ?? 0;
  const take = (i: number, j: number): number => {
    const own = points[i]?.[j] ?? 0;
    return own > 0 ? own + at(i + 1, j + 1) : 0;
  };
  for (let i = points.length - 1; i >= 0; i--) {
    for (let j = slots - 1; j >= 0; j--) gain[i]?.splice(j, 1, Math.max(at(i + 1, j), at(i, j + 1), take(i, j)));
  }
  const chosen: number[] = [];
  for (let i = 0, j = 0; i < points.length; ) {
    if (j < slots && take(i, j) > 0 && at(i, j) === take(i, j)) {
      chosen.push(j++);
      i++;
    } else if (j < slots && at(i, j) === at(i, j + 1)) j++;
    else {
      chosen.push(-1);
      i++;
    }
  }
  return chosen;
}
