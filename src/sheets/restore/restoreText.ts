import type { RestorePoint } from '../../plan/restorePoint';

/** A restore point as plain text that any cell can hold: letters beyond the basic plane are escaped, so that no piece ends within one. */
export const restoreText = (point: RestorePoint): string =>
  JSON.stringify(point).replace(/[\ud800-\udfff\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Reads it back; null where it was tampered with or is of another version. */
export function parseRestoreText(text: string): RestorePoint | null {
  try {
    const point: unknown = JSON.parse(text);
    return isPoint(point) ? point : null;
  } catch {
    return null;
  }
}

const LISTS = ['formats', 'sheets', 'names', 'added', 'renamed', 'shown'] as const satisfies readonly (keyof RestorePoint)[];

function isPoint(value: unknown): value is RestorePoint {
  if (typeof value !== 'object' || value === null) return false;
  const point: Readonly<Record<string, unknown>> = { ...value };
  return point.version === 1 && LISTS.every((list) => Array.isArray(point[list]));
}
