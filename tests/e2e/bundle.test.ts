import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const folder = process.env['SITE_FOLDER'] ?? '';
const text = (file: string): string => readFileSync(file, 'utf8');
/** Our own scripts; office.js is passed on as it is. */
const scripts = readdirSync(path.join(folder, 'dist')).filter((name) => name.endsWith('.js')).map((name) => text(path.join(folder, 'dist', name)));
const page = ['vendor.js', 'page.js'].map((name) => text(path.join(folder, 'page', name))).join('\n');

describe('what the pane loads is the add-in alone', () => {
  // Each word is one that a minifier keeps; that it is in the page, which does use it, or in the package shows that it would be found.
  test.each([
    ['Univer', 'univer', () => page],
    ['the formula engine', 'formula.function', () => page],
    ['our host of Excel', 'the workbook is read-only', () => page],
    ['reading of .xlsx', 'spreadsheetml', () => page],
    ['zod', '_zod', () => text(createRequire(__filename).resolve('zod/v4/core').replace(/index\.cjs$/, 'core.cjs'))],
    ['zod, its errors', 'ZodError', () => text(path.join(path.dirname(createRequire(__filename).resolve('zod')), 'v4/classic/errors.cjs'))],
  ])('no %s (%s)', (_what, word, where) => {
    expect(where()).toContain(word);
    expect(scripts.filter((script) => script.includes(word))).toEqual([]);
  });

  test('the pane’s own words are in it', () => {
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.some((script) => script.includes('事業計画アシスタント'))).toBe(true);
  });
});
