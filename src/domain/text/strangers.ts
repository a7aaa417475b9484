import type { TableDefinition } from '../definitions';
import { labelOf } from '../recognition/lineName';
import type { TableMatch } from '../recognition/matching';
import { shorten } from '../shorten';
import type { TextStranger } from './textReading';
import type { TextTableFound } from './textTables';

const FEW = 3;

/** What no definition is for: whole tables, and lines of the others. `maybe`: the definition that its place in the order speaks for. */
export function strangersOf(table: TextTableFound, match: TableMatch, maybe: TableDefinition | null): TextStranger[] {
  if (match.lines.every((line) => line.known === null)) {
    const { corner, titles } = table.found;
    const label = corner || titles[0] || match.lines[0]?.line.label || '';
    const near = [...new Set([...(maybe ? [maybe.name] : []), ...match.lines.flatMap((line) => line.near.map((known) => known.table.name))])].slice(0, FEW);
    return [{ kind: 'table', line: table.header, label, near, text: `${table.header}行目の表${label === '' ? '' : `「${shorten(label, LONGEST)}」`}（${match.lines.length}行）は、表定義のどの表か分からないため、読み込みません。${nearWords(near)}` }];
  }
  return match.lines.filter((line) => line.known === null).map(({ line, near }): TextStranger => {
    const label = labelOf(table.found, line);
    const number = table.numberOf(line.line);
    const names = [...new Set(near.map((known) => `${known.table.name}／${known.row.label}`))].slice(0, FEW);
    return { kind: 'line', line: number, label, near: names, text: `${number}行目「${shorten(label, LONGEST)}」は、表定義のどの項目か分からないため、読み込みません。${nearWords(names)}` };
  });
}

const LONGEST = 30;
const nearWords = (near: readonly string[]): string => (near.length === 0 ? '' : `近いもの: ${near.map((name) => `「${name}」`).join('')}。`);
