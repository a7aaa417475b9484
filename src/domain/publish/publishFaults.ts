import { FILLED, IDENTIFIERS, isFigureHeading, UNITS, YEAR_PAIRS } from './headings';
import { hasLayout, machineDependent } from './plainText';
import { hasEraAlone, inWesternYears } from './westernYears';

/** What stands on a sheet that is published; cells from its first row and column on. */
export interface PublishedContent {
  /** A cell's value; a formula is given as its text, "=" first; "" for an empty cell. */
  readonly cells: readonly (readonly (string | number | boolean)[])[];
  /** Merged areas; charts, pictures and shapes. null: not known. */
  readonly merged: number | null;
  readonly objects: number | null;
}

/** A rule that is broken, by its number in the ministry's 機械判読可能なデータの表記方法 (2020), with the place counted from 0. */
export interface PublishFault {
  readonly rule: '1-3' | '1-4' | '1-5' | '1-6' | '1-7' | '1-8' | '1-9' | '1-10' | '1-11' | '2-1' | '2-2';
  readonly row: number;
  readonly column: number;
  /** What is wrong there, as a part of a sentence. */
  readonly what: string;
}

const NUMBER_AS_TEXT = /^[△▲＋+－−-]?\s*[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?\s*[%％円件人位日分回]?$/u;

/** Every rule that a published sheet breaks; none for one that may go out. */
export function publishFaults({ cells, merged, objects }: PublishedContent): PublishFault[] {
  const [headings = [], ...rows] = cells;
  const faults: PublishFault[] = [];
  const add = (rule: PublishFault['rule'], row: number, column: number, what: string): void => { faults.push({ rule, row, column, what }); };
  if ((merged ?? 0) > 0) add('1-4', 0, 0, '結合されたセルがあります');
  if ((objects ?? 0) > 0) add('1-8', 0, 0, '図やグラフがあります');
  if (rows.length === 0) add('2-2', 0, 0, '表の行がありません');
  const names = headings.map(String);
  names.forEach((name, column) => {
    if (name === '') add('1-6', 0, column, '見出しがありません');
    else if (names.indexOf(name) !== column) add('1-6', 0, column, `見出し「${name}」が2つあります`);
  });
  if (!names.some((name) => UNITS.has(name))) add('1-9', 0, 0, '単位の列がありません');
  rows.forEach((row, index) => {
    // A gap between rows would make two tables of one.
    if (row.every((cell) => cell === '')) add('2-2', index + 1, 0, '空の行があります');
    else if (row.length !== names.length) add('2-1', index + 1, row.length, '表の外にセルがあります');
  });
  cells.forEach((row, at) => row.forEach((cell, column) => {
    for (const [rule, what] of cellFaults(cell, at === 0 ? null : (names[column] ?? ''))) add(rule, at, column, what);
  }));
  for (const [era, western] of YEAR_PAIRS) faults.push(...pairFaults(rows, names.indexOf(era), names.indexOf(western), western));
  return faults;
}

type Found = readonly [rule: PublishFault['rule'], what: string];

/** `heading` null: the cell is a heading itself. */
function cellFaults(cell: string | number | boolean, heading: string | null): Found[] {
  if (cell === '' && heading !== null && UNITS.has(heading)) return [['1-9', `${heading}が空欄です`]];
  if (cell === '') return heading !== null && FILLED.has(heading) ? [['1-6', `${heading}が空欄です`]] : [];
  const isFigure = heading !== null && isFigureHeading(heading);
  if (typeof cell !== 'string') return isFigure && typeof cell === 'number' ? [] : [['1-3', '数値の列ではありません']];
  if (cell.startsWith('=')) return [['1-7', '計算式です']];
  if (isFigure) return [['1-3', `数値ではありません（${cell}）`]];
  const found: Found[] = [];
  if (heading !== null && !IDENTIFIERS.has(heading) && NUMBER_AS_TEXT.test(cell)) found.push(['1-3', `数値が文字として入っています（${cell}）`]);
  if (hasLayout(cell)) found.push(['1-5', '空白や改行で体裁を整えています']);
  const signs = machineDependent(cell);
  if (signs.length > 0) found.push(['1-10', `機種依存文字（${signs.join('')}）があります`]);
  if (hasEraAlone(cell) && !YEAR_PAIRS.some(([era]) => era === heading)) found.push(['1-11', '和暦に西暦が併記されていません']);
  return found;
}

/** An era text and its Western spelling stand together, or neither does. */
function pairFaults(rows: PublishedContent['cells'], era: number, western: number, name: string): PublishFault[] {
  if (era < 0 && western < 0) return [];
  return rows.flatMap((row, index): PublishFault[] => {
    const [written, beside] = [String(row[era] ?? ''), String(row[western] ?? '')];
    return inWesternYears(written) === beside ? [] : [{ rule: '1-11', row: index + 1, column: Math.max(era, 0), what: `「${written}」と${name}「${beside}」が合いません` }];
  });
}
