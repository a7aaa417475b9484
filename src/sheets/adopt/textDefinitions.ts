import type { Definitions, TableDefinition } from '../../domain/definitions';
import { normalizeLabel } from '../../domain/labels';
import { assess } from '../../domain/recognition/confidence';
import type { FoundIn } from '../../domain/recognition/matching';
import type { OwnTables } from '../../domain/text/textReading';
import { some } from '../some';
import { assignLines } from './assign';
import { adoptDefinitions, type Adopted } from './definitions';
import { linesOf, type ListedLines } from './listedLines';
import type { SheetTable } from './sheetTables';

/** The group, and so the sheet, of tables whose section names none. */
const GROUP = '取り込み';

/**
 * Makes definitions for tables of a text as 表を認識 makes them for those of a sheet. They are laid out anew, so that what their figures
 * prove becomes a live formula, and a row of their last year goes on. `fiscalYear`: the workbook's.
 */
export function defineFromText(tables: readonly FoundIn[], definitions: Definitions, fiscalYear: number, listed: ListedLines = linesOf(definitions)): OwnTables {
  const placed = tables.map((table): SheetTable => ({
    found: table.found, axis: 'across', sheet: groupOf(table.name, definitions.groups), area: { row: 0, column: 0, rows: 0, columns: 0 }, ...assess(table.found, table.name),
  }));
  const { placements, left } = assignLines(placed, { tables: [] }, new Set(), fiscalYear, { assigned: new Map() });
  const { adopted, left: more, noRoom } = adoptDefinitions(placements, { known: definitions, listed }, new Set(), new Map(), fiscalYear);
  const own = adopted.filter((one) => one.own);
  return {
    tables: own.map(asNew),
    rows: new Map(own.flatMap((one) => one.shape.blocks.flatMap((block) => block.rows.flatMap((row) => row.lines.map(({ line }) => [line.line, one.ids.get(row) ?? ''] as const))))),
    noRoom: some(noRoom.map(({ reason }) => reason)),
    notes: new Map(own.map((one) => [one.definition.id, notesOf(one, [...left, ...more].filter(({ table }) => one.shape.blocks.some((block) => block.placement.table === table)).map(({ reason }) => reason))] as const)),
  };
}

const groupOf = (section: string, groups: readonly string[]): string => groups.find((group) => normalizeLabel(section).includes(normalizeLabel(group))) ?? GROUP;

function asNew({ definition, shape }: Adopted): TableDefinition {
  const last = Math.max(...shape.blocks.flatMap((block) => block.rows.flatMap((row) => row.lines.map(({ line }) => line.year))));
  const ended = `${last + 1}-03`;
  return { ...definition, rows: definition.rows.map((row) => ({ ...row, asTyped: false, endsAt: row.endsAt === ended ? null : row.endsAt })) };
}

const notesOf = ({ definition, reasons }: Adopted, left: readonly string[]): string[] =>
  [...definition.rows.flatMap((row) => (reasons.get(row.id) ?? []).map((reason) => `「${row.label}」: ${reason}`)), ...left];
