import { differences } from './content';
import type { RestorePoint } from './restorePoint';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

/** A copy that was made but not yet named when the writing stopped, "業務 (2)", and the sheet it is of. */
interface Stray {
  readonly sheet: SheetSnapshot;
  readonly source: SheetSnapshot;
}

/** Sheets that may be such, by their names: somebody may have made a copy at the same time. */
export function possibleStrays(point: RestorePoint, now: WorkbookSnapshot): Stray[] {
  return [...new Set(point.added.flatMap((one) => one.copyOf ?? []))].flatMap((name) => {
    const source = now.sheets.find((one) => one.name === name);
    const strays = now.sheets.filter((sheet) => sheet.name.startsWith(`${name} (`) && /\(\d+\)$/.test(sheet.name) && !point.copiesBefore.includes(sheet.name));
    return source ? strays.map((sheet) => ({ sheet, source })) : [];
  });
}

/** Those on which nobody has typed; both they and their sheets must have been read. */
export const strayCopies = (point: RestorePoint, now: WorkbookSnapshot): string[] =>
  possibleStrays(point, now).flatMap(({ sheet, source }) => (isUntouched(sheet, source) ? [sheet.name] : []));

function isUntouched({ used: copy }: SheetSnapshot, { used: source }: SheetSnapshot): boolean {
  if (copy === undefined || source === undefined) return false;
  // A formula that speaks of its own sheet speaks of the copy there.
  return differences(copy, source).every(({ contents }) => contents.every((content) => typeof content === 'object'));
}
