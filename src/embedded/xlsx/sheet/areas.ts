import { areaA1, MAX_COLUMNS, MAX_ROWS, columnLetters, readArea, type Area } from '../../../plan/a1';

/** "A1:B3 D5" as areas; parts that cannot be read are left out. */
export function readSqref(text: string | undefined): Area[] {
  return (text ?? '').split(/\s+/).map(readArea).filter((area) => area !== null);
}

/** Areas as a sqref (ST_Sqref). Whole columns and rows are spelled out as Excel does there: "A1:A1048576". */
export function writeSqref(areas: readonly Area[]): string {
  return areas.map((area) => areaA1(area)).join(' ');
}

/** Absolute reference for defined names; whole rows and columns in their short form. */
export function absoluteA1(area: Area): string {
  if (area.rows >= MAX_ROWS) return `$${columnLetters(area.column)}:$${columnLetters(area.column + area.columns - 1)}`;
  if (area.columns >= MAX_COLUMNS) return `$${area.row + 1}:$${area.row + area.rows}`;
  return areaA1(area, true);
}

export function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  return writeSqref(a) === writeSqref(b);
}
