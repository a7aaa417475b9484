import { SURE } from '../../domain/recognition/confidence';
import type { AdoptLine, AdoptTable, AdoptThought, FormulaChange, TextFigure } from '../../jobs/foundTables';
import type { Place } from '../../jobs/workbookLook';
import { cellArea, readArea } from '../../plan/a1';

/** How sure a finding is, in the words people have for it. */
export type Sureness = 'sure' | 'likely' | 'doubtful';
export const surenessOf = (confidence: number): Sureness => (confidence >= 0.85 ? 'sure' : confidence >= SURE ? 'likely' : 'doubtful');

/** Lines of one label: the same measure in several years. */
export interface Measure {
  readonly keys: readonly string[];
  readonly label: string;
  readonly years: readonly number[];
  /** The line that tells what they became: the first that is bound. */
  readonly line: AdoptLine;
}

/** A table's lines by what they measure. A label that stands twice in a year means two things. */
export function measuresOf({ lines }: AdoptTable): Measure[] {
  const seen = new Map<string, number>();
  const groups = new Map<string, AdoptLine[]>();
  for (const line of lines) {
    const inYear = `${line.label} ${line.year ?? ''}`;
    const nth = seen.get(inYear) ?? 0;
    seen.set(inYear, nth + 1);
    const key = `${nth} ${line.label}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const line = group.find((one) => one.rowId !== null) ?? group[0];
    return line ? [{ keys: group.map((one) => one.key), label: line.label, years: yearsOf(group), line }] : [];
  });
}

export const yearsOf = (lines: readonly AdoptLine[]): number[] => [...new Set(lines.flatMap((line) => line.year ?? []))].sort((a, b) => a - b);

/** What a table becomes. */
export interface Becoming {
  readonly rows: number;
  /** Rows that were not defined before. */
  readonly own: number;
  readonly years: readonly number[];
}

export function becomingOf({ lines }: AdoptTable): Becoming {
  const bound = lines.filter((line) => line.rowId !== null);
  const rows = (some: readonly AdoptLine[]): number => new Set(some.map((line) => line.rowId)).size;
  return { rows: rows(bound), own: rows(bound.filter((line) => line.own)), years: yearsOf(bound) };
}

export function placeOf({ sheet, address }: Pick<AdoptTable, 'sheet' | 'address'>): Place {
  return { sheet, area: readArea(address) ?? cellArea({ row: 0, column: 0 }) };
}

/** Typed cells of a row that formulas could take the place of. */
export interface FormulaOffer {
  /** Of the row's first line. */
  readonly key: string;
  readonly table: string;
  readonly label: string;
  readonly cells: readonly FormulaChange[];
  readonly changed: readonly FormulaChange[];
}

export function formulaOffers({ formulas, tables }: AdoptThought): FormulaOffer[] {
  const rows = new Map<string, FormulaChange[]>();
  for (const one of formulas) rows.set(one.rowId, [...(rows.get(one.rowId) ?? []), one]);
  const lines = tables.flatMap((table) => table.lines.map((line) => ({ table, line })));
  return [...rows].flatMap(([rowId, cells]) => {
    const first = lines.find(({ line }) => line.rowId === rowId);
    return first ? [{ key: first.line.key, table: first.table.name, label: first.line.rowLabel ?? first.line.label, cells, changed: cells.filter((cell) => cell.differs) }] : [];
  });
}

/** Texts of a table that mean numbers. */
export interface NumberOffer {
  readonly table: AdoptTable;
  readonly texts: readonly TextFigure[];
}

export function numberOffers({ texts, tables }: AdoptThought): NumberOffer[] {
  const bound = tables.filter((table) => table.status === 'bind');
  return bound.flatMap((table) => {
    const own = texts.filter((text) => text.table === table.key);
    return own.length > 0 ? [{ table, texts: own }] : [];
  });
}
