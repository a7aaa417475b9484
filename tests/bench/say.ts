const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6◎○△×□]/u;
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);

/** Prints rows in columns; the first column to the left, figures to the right. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const gap = ' '.repeat((widths[column] ?? 0) - width(cell));
      return column === 0 ? cell + gap : gap + cell;
    });
    process.stdout.write(`  ${cells.join('   ').trimEnd()}\n`);
  }
}

export function heading(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const bytes = (value: number): string => `${value.toLocaleString('en-US')} B`;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** A figure held against its limit; where it is over, the run fails when it ends. */
export function against(value: number, limit: number): string {
  if (value <= limit) return 'ok';
  process.exitCode = 1;
  return 'OVER';
}
