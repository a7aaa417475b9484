import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What the workbooks of shapes/ hold; made together with them by shapes/make.mjs. */

const place = z.strictObject({ cell: z.string(), text: z.string() });
const match = z.strictObject({ table: z.string(), row: z.string() });

const line = z.strictObject({
  /** As written; for a row a year the measure in the corner. Where there are two label columns, the text of the second. */
  label: z.string(),
  labelCell: z.string(),
  /** The label column before, where there is one. */
  group: place.nullable(),
  /** Null: the workbook does not tell it. */
  year: z.number().nullable(),
  /** Where the year is written: corner, year column, title, line above. Null: only in the months or the sheet's name, or nowhere. */
  yearCell: z.string().nullable(),
  /** Written in a unit column. */
  unit: place.nullable(),
  /** The twelve cells, April to March. */
  cells: z.array(z.string()).length(12),
  total: z.string().nullable(),
  /** How the month cells are filled; none: all blank. */
  figures: z.enum(['typed', 'formulas', 'text', 'mixed', 'none']),
  /** Null: no total column; none: a blank cell in it. */
  totalFigures: z.enum(['typed', 'formulas', 'text', 'none']).nullable(),
  /** What the cells mean: rates as fractions, hours in days, dates as serials; null: no figure. */
  values: z.array(z.number().nullable()).length(12),
  /** The standard row whose label this is once spelling is set aside. */
  matches: match.nullable(),
  /** A standard row to propose, not to assume. */
  near: match.optional(),
});

const table = z.strictObject({
  sheet: z.string(),
  orientation: z.enum(['across', 'down']),
  /** From the first label cell to the last month or total. */
  header: z.string(),
  /** Header cells of the months in order: 12, or 24 for two years in one header. */
  months: z.array(z.string()),
  total: place.nullable(),
  subtotals: z.array(place),
  title: place.nullable(),
  /** A unit line above the table. */
  unit: place.nullable(),
  /** numerator ÷ (sum of denominator) gives the line in all its months, rounded to `digits` where figures are typed. */
  ratios: z.array(z.strictObject({ label: z.string(), year: z.number().nullable(), numerator: z.string(), denominator: z.array(z.string()), digits: z.number(), months: z.number(), proven: z.enum(['figures', 'formulas']) })),
  lines: z.array(line),
});

const files = z.strictObject({ files: z.array(z.strictObject({ file: z.string(), difficulty: z.string(), sheets: z.array(z.string()), tables: z.array(table) })) });

export type ExpectedLine = z.infer<typeof line>;
export type ExpectedTable = z.infer<typeof table>;
export type Shape = z.infer<typeof files>['files'][number];

const folder = path.join(__dirname, 'shapes');

export const SHAPES: readonly Shape[] = files.parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8'))).files;

export function shapeBytes(shape: Shape): Uint8Array {
  return new Uint8Array(readFileSync(path.join(folder, shape.file)));
}
