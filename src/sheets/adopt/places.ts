import type { SeriesKey } from '../../domain/series';
import type { NameSnapshot } from '../../plan/snapshot';
import { readSheetArea, sameArea } from '../../plan/sheetReference';
import { blocksOf, type Block } from '../blocks';
import type { BlockPlace, SeriesPlace } from '../blockPlace';
import { foldName, type NameStems } from '../names';
import { headerNameOf, seriesNamesOf, type WantedName } from '../seriesNames';
import { keyOf } from '../tableMap';
import type { AssignedLine, LeftLine, Placement } from './assign';
import type { Adopted } from './definitions';
import type { SheetTable } from './sheetTables';

/** A block of a definition on a recognised table, with the names it gets. */
export interface AdoptedBlock {
  readonly placement: Placement;
  readonly place: BlockPlace;
  readonly series: readonly { readonly place: SeriesPlace; readonly line: AssignedLine }[];
  readonly names: readonly WantedName[];
}

export interface AdoptedPlaces {
  readonly blocks: readonly AdoptedBlock[];
  readonly left: readonly LeftLine[];
  /** Tables that cannot be bound because a name of theirs is somebody's already, with that name. */
  readonly taken: ReadonlyMap<SheetTable, string>;
}

/** Puts the blocks of adopted definitions onto the tables they were made from. `placed`: series that stand somewhere already. */
export function placeAdopted(adopted: readonly Adopted[], fiscalYear: number, stems: NameStems, names: readonly NameSnapshot[], placed: ReadonlySet<SeriesKey>): AdoptedPlaces {
  const blocks = adopted.flatMap((one) => blocksOf(one.definition, fiscalYear, stems).flatMap((block) => placeBlock(block, one, stems, placed)));
  const taken = takenNames(blocks, names);
  const kept = blocks.filter((block) => !taken.has(block.placement.table));
  const bound = new Set(kept.flatMap((block) => block.series.map((one) => one.line)));
  const lines = adopted.flatMap((one) => one.shape.blocks.flatMap((block) => block.rows.flatMap((row) => row.lines)));
  const left = lines.filter(({ line, placement }) => !bound.has(line) && !taken.has(placement.table)).map(({ line, placement }): LeftLine => ({
    table: placement.table, line: line.line, reason: `「${line.label}」（${line.year}年度）は、続いている年度ではないため、名前を付けていません。`,
  }));
  return { blocks: kept, left, taken };
}

function placeBlock(block: Block, one: Adopted, stems: NameStems, placed: ReadonlySet<SeriesKey>): AdoptedBlock[] {
  // Of the headers that bear lines of the block the one with most of them is its own.
  const candidates = one.shape.blocks.map((shaped) => {
    const lines = shaped.rows.flatMap((row) => row.lines.map(({ line }) => ({ line, rowId: one.ids.get(row) })));
    const series = block.lines.flatMap((line) => {
      const found = lines.find((candidate) => candidate.rowId === line.row.id && candidate.line.year === line.year);
      return found && !placed.has(keyOf(line)) ? [{ line, found: found.line }] : [];
    });
    return { shaped, series };
  });
  const [best] = candidates.sort((a, b) => b.series.length - a.series.length);
  if (!best || best.series.length === 0) return [];
  const { table } = best.shaped.placement;
  const { header, totalPosition } = table.found;
  const place: BlockPlace = { block, axis: table.axis, sheet: table.sheet, headerLine: header.line, labels: header.labels, monthPositions: header.months, totalPosition: block.totalLabel === null ? null : totalPosition };
  const series = best.series.map(({ line, found }) => ({ place: { line, block: place, at: found.line.line }, line: found }));
  return [{ placement: best.shaped.placement, place, series, names: [headerNameOf(place), ...series.flatMap((each) => seriesNamesOf(each.place, stems))] }];
}

/** A name that stands for other cells is somebody's; one that lost its cells is free. */
function takenNames(blocks: readonly AdoptedBlock[], names: readonly NameSnapshot[]): Map<SheetTable, string> {
  const known = new Map(names.map((name) => [foldName(name.name), name.refersTo] as const));
  const taken = new Map<SheetTable, string>();
  for (const block of blocks) {
    for (const wanted of block.names) {
      const refersTo = known.get(foldName(wanted.name));
      if (refersTo === undefined || refersTo.includes('#REF!')) continue;
      const at = readSheetArea(refersTo);
      if (!at || at.sheet !== wanted.sheet || !sameArea(at.area, wanted.area)) taken.set(block.placement.table, wanted.name);
    }
  }
  return taken;
}
