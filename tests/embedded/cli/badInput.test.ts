import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openInput, readTextFile } from '../../../src/embedded/cli/files';
import { UsageError } from '../../../src/embedded/cli/usageError';
import { stringsOf } from '../../../src/embedded/page/strings';
import { ZIP_LIMITS } from '../../../src/embedded/xlsx/package/zip';
import { fixture, pack, worksheet } from '../xlsx/packages';
import { bomb } from '../xlsx/zips';

const folder = mkdtempSync(path.join(tmpdir(), 'bad-'));
afterAll(() => rmSync(folder, { recursive: true }));

function given(name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A file of zeros that takes no room on the disk. */
function long(name: string, length: number): string {
  const file = given(name, '');
  truncateSync(file, length);
  return file;
}

function saidOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('nothing was said');
}

describe('a file that is no workbook: one line in both languages, with what to do, and that nothing was written', () => {
  test.each<[string, () => string, RegExp, RegExp]>([
    ['text', () => given('a.xlsx', 'a,b'), /Excelブック.*ではないか/, /is not an Excel workbook/],
    ['nothing', () => given('b.xlsx', ''), /Excelブック.*ではないか/, /is not an Excel workbook/],
    ['cut off', () => given('c.xlsx', fixture({ sheets: [{ name: 'S', xml: worksheet('') }] }).subarray(0, 700)), /壊れている/, /is damaged/],
    ['a bomb', () => given('d.xlsx', bomb(2 * 1024 * 1024, 10)), /上限を超える/, /beyond the limits/],
    ['an .ods', () => given('e.ods', pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })), /\.ods/, /OpenDocument/],
    ['too long a file', () => long('f.xlsx', ZIP_LIMITS.fileBytes + 1), /上限を超える/, /beyond the limits/],
  ])('%s', (_, file, japanese, english) => {
    const name = file();
    const said = saidOf(() => openInput(name));
    expect(said).toMatch(japanese);
    expect(said).toMatch(english);
    expect(said).toContain('何も書き込んでいません。');
    expect(said).toContain('Nothing was written.');
    expect(said).toMatch(/ください/);
    expect([said.includes(name), said.includes('\n'), /\bat .*:\d+/.test(said)]).toEqual([true, false, false]);
  });
});

test('a text beyond the limit is refused before it is read', () => {
  expect(saidOf(() => readTextFile(long('g.txt', 17 * 1024 * 1024), '--text'))).toContain('大きすぎます（16MBまで）');
});

test('the page has words of its own for every such fault, and tells what to do', () => {
  const [japanese, english] = (['ja-JP', 'en-US'] as const).map((language) => Object.entries(stringsOf(language).faults));
  expect(english?.map(([code]) => code)).toEqual(japanese?.map(([code]) => code));
  for (const [, words] of japanese ?? []) expect(words).toMatch(/ください。$/);
  for (const [, words] of english ?? []) expect(words).toMatch(/\.$/);
});
