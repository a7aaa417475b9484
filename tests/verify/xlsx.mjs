import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** A reader of its own, so that the check does not rest on the code that it checks. */

const children = (node, name) => Array.from(node.childNodes).filter((child) => child.localName === name);
const parse = (text) => new DOMParser().parseFromString(text, 'text/xml').documentElement;
/** Text of a string item without its reading aids (rPh). */
const textOf = (item) => [...children(item, 't'), ...children(item, 'r').flatMap((run) => children(run, 't'))].map((part) => part.textContent).join('');

/** "BC12" → zero-based row and column. */
export function position(reference) {
  const [, letters, digits] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? [];
  if (!letters) throw new Error(`not a cell: ${reference}`);
  return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}

/** "='業務 (写)'!$C$5:$N$5" → its sheet and cells, row by row. */
export function cellsOf(refersTo) {
  const [, quoted, plain, first, last] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9]+)(?::([$A-Z0-9]+))?$/.exec(refersTo) ?? [];
  if (!first) throw new Error(`not a range: ${refersTo}`);
  const [from, to] = [position(first), position(last ?? first)];
  const cells = [];
  for (let row = from.row; row <= to.row; row++) for (let column = from.column; column <= to.column; column++) cells.push({ row, column });
  return { sheet: quoted?.replaceAll("''", "'") ?? plain, cells };
}

function contentOf(cell, strings) {
  const type = cell.getAttribute('t') ?? 'n';
  const raw = children(cell, 'v')[0]?.textContent ?? '';
  if (type === 'inlineStr') return children(cell, 'is').map(textOf).join('');
  if (type === 's') return strings[Number(raw)] ?? '';
  if (type === 'b') return raw === '1';
  if (type === 'str' || type === 'e') return raw;
  return raw === '' ? null : Number(raw);
}

/** Path in the package and XML text of every sheet, by title. */
export function sheetParts(files) {
  const targets = new Map(children(parse(strFromU8(files['xl/_rels/workbook.xml.rels'])), 'Relationship').map((one) => [one.getAttribute('Id'), one.getAttribute('Target')]));
  const sheets = children(children(parse(strFromU8(files['xl/workbook.xml'])), 'sheets')[0], 'sheet');
  return new Map(sheets.map((sheet) => {
    const id = Array.from(sheet.attributes).find((attribute) => attribute.localName === 'id')?.value;
    const target = targets.get(id);
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [sheet.getAttribute('name'), { part, xml: strFromU8(files[part]) }];
  }));
}

/** Cells of every sheet, by title: a map from "row,column" to { value, formula }. value null: empty. */
export function readBook(file) {
  const files = unzipSync(readFileSync(file));
  const strings = files['xl/sharedStrings.xml'] ? children(parse(strFromU8(files['xl/sharedStrings.xml'])), 'si').map(textOf) : [];
  return new Map([...sheetParts(files)].map(([title, { xml }]) => {
    const cells = new Map();
    for (const cell of Array.from(parse(xml).getElementsByTagNameNS('*', 'c'))) {
      const { row, column } = position(cell.getAttribute('r'));
      cells.set(`${row},${column}`, { value: contentOf(cell, strings), formula: children(cell, 'f').length > 0 });
    }
    return [title, cells];
  }));
}

const EMPTY = { value: null, formula: false };
export function cellAt(book, sheet, { row, column }) {
  const cells = book.get(sheet);
  if (!cells) throw new Error(`the book has no sheet ${sheet}`);
  return cells.get(`${row},${column}`) ?? EMPTY;
}
