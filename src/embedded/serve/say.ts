import { ServeMistake } from './options';

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Ends with 2 for a caller's mistake, told in a line; with 1 and where it happened for anything else. */
export function fail(error: unknown): void {
  const mistake = error instanceof ServeMistake;
  process.stderr.write(`${mistake ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = mistake ? 2 : 1;
}
