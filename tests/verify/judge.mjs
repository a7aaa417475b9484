import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { convert } from './libreoffice.mjs';
import { cellAt, readBook, sheetParts } from './xlsx.mjs';

const OFF_BY = 1234.5;

const addressOf = ({ row, column }) => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
};

/** Writes a copy of a book in which the cached value of one formula cell is wrong. */
function writeWrong(file, copy, cell, wrong) {
  const files = unzipSync(readFileSync(file));
  const { part, xml } = sheetParts(files).get(cell.sheet);
  const sheet = new DOMParser().parseFromString(xml, 'text/xml');
  const found = Array.from(sheet.getElementsByTagNameNS('*', 'c')).find((one) => one.getAttribute('r') === addressOf(cell));
  const cached = found && Array.from(found.childNodes).find((child) => child.localName === 'v');
  if (!cached) throw new Error(`${cell.sheet}!${addressOf(cell)} holds no cached value`);
  cached.textContent = String(wrong);
  writeFileSync(copy, zipSync({ ...files, [part]: strToU8(new XMLSerializer().serializeToString(sheet)) }));
}

/**
 * The judge proves that it sees: a wrong cached value must be put right where recalculation is forced, and must pass
 * through where it is not. Throws where it is blind. `right` is the recalculated book of `file`.
 */
export function proveJudge(file, right, figures, folder) {
  const cached = readBook(file);
  const isNumber = (value) => typeof value === 'number' && value !== 0;
  const chosen = figures.find(({ cell, formula, value }) => formula && isNumber(value) && isNumber(cellAt(cached, cell.sheet, cell).value));
  if (!chosen) throw new Error('no formula cell with a cached number to try the judge on');
  const { cell } = chosen;
  const expected = cellAt(right, cell.sheet, cell).value;
  const wrong = expected + OFF_BY;
  const copy = path.join(folder, 'wrong.xlsx');
  writeWrong(file, copy, cell, wrong);
  const seen = (recalculate) => cellAt(readBook(convert(copy, 'xlsx', folder, recalculate)), cell.sheet, cell).value;
  const [forced, unforced] = [seen('always'), seen('never')];
  const where = `${cell.sheet}!${addressOf(cell)}`;
  if (forced !== expected) throw new Error(`the judge is blind: ${where} stays ${forced} instead of ${expected}`);
  if (unforced !== wrong) throw new Error(`the proof proves nothing: ${where} is ${unforced} although nothing was recalculated`);
  return `${where}: ${wrong} → ${forced}`;
}
