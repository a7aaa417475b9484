import { areaA1 } from '../../plan/a1';
import { alongLine, monthsArea, type Axis } from '../blockPlace';
import { monthsName, type NameStems } from '../names';
import type { KnownRow } from '../../domain/recognition/matching';
import type { AssignedLine, LeftLine } from './assign';
import type { AdoptedAll } from './definitions';
import type { AdoptedPlaces } from './places';
import type { AdoptStatus, TableStatus } from './request';
import type { SheetTable } from './sheetTables';
import { lineKey, tableKey } from './tableKey';

/** A line as it is told to a person and in the report. */
export interface AdoptLine {
  readonly key: string;
  /** As written on the sheet. */
  readonly label: string;
  readonly year: number | null;
  /** Of the twelve months. */
  readonly address: string;
  /** The row it became; null: it is not bound. */
  readonly rowId: string | null;
  readonly rowLabel: string | null;
  /** The row was not defined before. */
  readonly own: boolean;
  readonly how: AssignedLine['how'];
  readonly name: string | null;
  readonly near: readonly { readonly rowId: string; readonly label: string; readonly table: string }[];
  /** What was inferred of a row of its own. */
  readonly reasons: readonly string[];
}

/** A table as it is told to a person and in the report. */
export interface AdoptTable {
  readonly key: string;
  readonly sheet: string;
  readonly address: string;
  readonly axis: Axis;
  readonly name: string;
  readonly tableIds: readonly string[];
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly status: AdoptStatus;
  /** Why it is not bound; "" where it is. */
  readonly reason: string;
  readonly lines: readonly AdoptLine[];
  /** Defined names it gets. */
  readonly names: readonly string[];
  /** Lines that were left out, and why. */
  readonly notes: readonly string[];
}

interface Told {
  readonly tables: readonly SheetTable[];
  readonly status: ReadonlyMap<SheetTable, TableStatus>;
  readonly places: AdoptedPlaces;
  readonly all: AdoptedAll;
  readonly left: readonly LeftLine[];
  readonly stems: NameStems;
}

export function describeTables(told: Told): AdoptTable[] {
  return told.tables.map((table) => {
    const blocks = told.places.blocks.filter((block) => block.placement.table === table);
    const { status, reason } = told.status.get(table) ?? { status: 'below', reason: '' };
    const ids = [...new Set(blocks.map((block) => block.place.block.table.id))];
    const names = [...new Set(blocks.map((block) => block.place.block.table.name))];
    return {
      key: tableKey(table), sheet: table.sheet, address: areaA1(table.area), axis: table.axis,
      name: names.join('・') || table.found.titles[0] || table.found.corner || table.sheet,
      tableIds: ids, confidence: table.confidence, reasons: table.reasons, status, reason,
      lines: table.found.lines.map((line) => lineOf(told, table, line.line)),
      names: [...new Set(blocks.flatMap((block) => block.names.map((name) => name.name)))],
      notes: told.left.filter((one) => one.table === table).map((one) => one.reason),
    };
  });
}

function lineOf(told: Told, table: SheetTable, at: number): AdoptLine {
  const found = told.places.blocks.filter((block) => block.placement.table === table).flatMap((block) => block.series).find((one) => one.place.at === at);
  const line = table.found.lines.find((one) => one.line === at);
  const months = table.found.header.months;
  const area = found ? monthsArea(found.place) : alongLine(table.axis, at, { from: Math.min(...months), to: Math.max(...months) });
  const row = found?.place.line.row;
  return {
    key: lineKey(table, at), label: found?.line.label ?? (line?.label || table.found.corner), year: found?.place.line.year ?? line?.year ?? null, address: areaA1(area),
    rowId: row?.id ?? null, rowLabel: row?.label ?? null, own: found !== undefined && found.line.row === null, how: found?.line.how ?? 'none',
    name: found && row ? monthsName(told.stems.get(row.id) ?? row.id, found.place.line.year) : null,
    near: (found?.line.near ?? []).map((known: KnownRow) => ({ rowId: known.row.id, label: known.row.label, table: known.table.name })),
    reasons: row ? told.all.adopted.flatMap((one) => one.reasons.get(row.id) ?? []) : [],
  };
}
