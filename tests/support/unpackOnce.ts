import { existsSync, mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 200;
/** Whoever holds the lock longer than this has died. */
const STALE_MS = 120_000;

/**
 * Runs `unpack` in one process at a time, and only until it has once succeeded on this machine: test files run side by side,
 * and none may take a file that another is still writing.
 */
export async function unpackOnce<T>(name: string, unpack: () => Promise<T>): Promise<T> {
  const ready = path.join(tmpdir(), `${name}.ready`);
  const lock = path.join(tmpdir(), `${name}.lock`);
  while (!existsSync(ready) && !take(lock)) await pause(POLL_MS);
  // Taken, or nothing left to take.
  const mine = !existsSync(ready);
  try {
    const unpacked = await unpack();
    if (mine) writeFileSync(ready, '');
    return unpacked;
  } finally {
    if (mine) rmdirSync(lock);
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_MS) rmdirSync(lock);
    return false;
  }
}
