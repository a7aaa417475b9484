import type { RowDefinition, TableDefinition } from '../domain/definitions';
import { fiscalYearLabel, fiscalYearLabelFull, monthLabel } from '../domain/fiscalYear';
import { yearsOf } from '../domain/series';
import { headerName, type NameStems } from './names';

/** One line of a block: a row in a fiscal year. */
export interface BlockLine {
  readonly row: RowDefinition;
  readonly year: number;
  /** As printed in the label column; unique in the block. */
  readonly label: string;
  /** The heading says what the line is: its label may be a year alone. */
  readonly headed: boolean;
}

/** One header row and the lines below it. */
export interface Block {
  readonly table: TableDefinition;
  /** Defined name of the header row. */
  readonly headerName: string;
  /** First cell of the header row. */
  readonly headerLabel: string;
  /** Month headings, April first. */
  readonly monthLabels: readonly string[];
  /** null: the block has no total column. */
  readonly totalLabel: string | null;
  readonly lines: readonly BlockLine[];
}

/** Whether a year of a 年度ごとの行 table stands in a block of its own. */
export type IsApart = (year: number) => boolean;
const NONE: IsApart = () => false;

/**
 * The blocks of a table in print order. 年度ごとの表: one a year. 年度ごとの行: one a heading, and one for each year that came
 * after the table was laid out: its lines could not join the others without moving what stands below.
 */
export function blocksOf(table: TableDefinition, fiscalYear: number, stems: NameStems, isApart: IsApart = NONE): Block[] {
  if (table.arrangement === '年度ごとの表') return yearBlocks(table, fiscalYear, stems);
  const years = [...new Set(table.rows.flatMap((row) => yearsOf(row, fiscalYear)))].filter(isApart).sort((a, b) => a - b);
  return [...headingBlocks(table, fiscalYear, stems, isApart), ...years.map((year) => yearBlock(table, fiscalYear, year, stems))];
}

/** All rows of a table in one year under one header, whatever its arrangement. */
export function yearBlock(table: TableDefinition, fiscalYear: number, year: number, stems: NameStems): Block {
  const rows = table.rows.filter((row) => yearsOf(row, fiscalYear).includes(year));
  return {
    table,
    headerName: yearHeaderName(table, year, stems),
    headerLabel: yearHeaderLabel(year),
    monthLabels: monthLabels(table),
    totalLabel: totalLabel(table, rows),
    lines: rows.map((row) => ({ row, year, label: row.label, headed: rows.length === 1 })),
  };
}

/** By these a year's own block is known. */
export const yearHeaderName = (table: TableDefinition, year: number, stems: NameStems): string => headerName(stemOf(table, stems), year);
export const yearHeaderLabel = (year: number): string => fiscalYearLabelFull(year);

const stemOf = (table: TableDefinition, stems: NameStems): string => stems.get(table.id) ?? table.id;

const monthLabels = (table: TableDefinition): string[] =>
  Array.from({ length: 12 }, (_, month) => (month === 0 && table.firstMonthLabel !== null ? table.firstMonthLabel : monthLabel(month)));

const totalLabel = (table: TableDefinition, rows: readonly RowDefinition[]): string | null =>
  rows.some((row) => row.total !== 'なし') ? (table.totalLabel ?? '計') : null;

/** A year whose rows stand under several headers has a block for each heading. */
function yearBlocks(table: TableDefinition, fiscalYear: number, stems: NameStems): Block[] {
  const years = [...new Set(table.rows.flatMap((row) => yearsOf(row, fiscalYear)))].sort((a, b) => a - b);
  const headings = [...new Set(table.rows.map((row) => row.heading))];
  return years.flatMap((year) => headings.flatMap((heading) => {
    const rows = table.rows.filter((row) => row.heading === heading && yearsOf(row, fiscalYear).includes(year));
    const block: Block = {
      table,
      headerName: headerName(stemOf(table, stems), headings.length === 1 ? year : `${year}${heading ?? ''}`),
      headerLabel: headings.length === 1 || heading === null ? fiscalYearLabelFull(year) : `${heading} ${fiscalYearLabelFull(year)}`,
      monthLabels: monthLabels(table),
      totalLabel: totalLabel(table, rows),
      lines: rows.map((row) => ({ row, year, label: row.label, headed: rows.length === 1 })),
    };
    return rows.length === 0 ? [] : [block];
  }));
}

function headingBlocks(table: TableDefinition, fiscalYear: number, stems: NameStems, isApart: IsApart): Block[] {
  const headings = [...new Set(table.rows.map(headingOf))];
  return headings.flatMap((heading) => {
    const rows = table.rows.filter((row) => headingOf(row) === heading);
    const block: Block = {
      table,
      headerName: headerName(stemOf(table, stems), headings.length === 1 ? null : heading),
      headerLabel: heading,
      monthLabels: monthLabels(table),
      totalLabel: totalLabel(table, rows),
      lines: rows.flatMap((row, index) =>
        yearsOf(row, fiscalYear).filter((year) => !isApart(year)).map((year) => ({
          row, year, label: index === 0 ? fiscalYearLabelFull(year) : `${row.label}（${fiscalYearLabel(year)}）`, headed: index === 0,
        })),
      ),
    };
    return block.lines.length === 0 ? [] : [block];
  });
}

const headingOf = (row: RowDefinition): string => row.heading ?? row.label;
