import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { editsHold } from './edits.mjs';
import { compare, pairFigures } from './figures.mjs';
import { indicatorFaults } from './indicators.mjs';
import { root, runJobs, SEED } from './jobs.mjs';
import { proveJudge } from './judge.mjs';
import { convert } from './libreoffice.mjs';
import { pagesHold } from './pages.mjs';
import { rolloverHolds } from './rollover.mjs';
import { readBook } from './xlsx.mjs';

/** Builds the sample year, lets LibreOffice work it out anew and compares every figure with the source's print. */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const show = ({ row, label, year, place, printed, value, cell }) =>
  `${row} ${label} ${year} ${place}: printed ${printed ?? '(blank)'}, ours ${cell === null ? '(no such name, or not of that many cells)' : JSON.stringify(value)}`;

function verify(folder) {
  const [file, report] = [path.join(folder, 'out.xlsx'), path.join(folder, 'report.json')];
  runJobs({ out: file, report });
  const book = readBook(convert(file, 'xlsx', folder, 'always'));
  const seed = readJson(path.join(root, SEED));
  const figures = pairFigures(seed, readJson(report).names, book);
  console.log(`judge proved on ${proveJudge(file, book, figures, folder)}`);
  const { known, mismatches } = compare(figures);
  const count = (test) => figures.filter(test).length;
  console.log(`series ${seed.series.length}, figures ${figures.length} (blank in the source ${count((one) => one.printed === null)}), ` +
    `derived ${count((one) => one.formula)}, totals ${count((one) => one.place === '計')}, known ${known.length}, mismatches ${mismatches.length}`);
  for (const figure of known) console.log(`known (F1): ${show(figure)}`);
  for (const figure of mismatches) console.error(`mismatch: ${show(figure)}`);
  const indicators = indicatorFaults(book);
  console.log(`performance indicators of the source: ${indicators.length === 0 ? 'ok' : 'FAILED'}`);
  for (const fault of indicators) console.error(`mismatch: ${fault}`);
  // Blank beside blank proves nothing, and F1 must be there: a book that prints 6.30 is wrong.
  const compared = count((one) => one.printed !== null);
  if (compared === 0) console.error('no figure was compared');
  if (known.length !== 1) console.error('finding F1 (6.25 where 6.30 is printed) was not met');
  const printed = compared > 0 && known.length === 1 && mismatches.length === 0 && indicators.length === 0;
  return [pagesHold(file, folder), editsHold(file, readJson(report).names, seed, folder), rolloverHolds(file, seed, folder), printed].every(Boolean);
}

const folder = mkdtempSync(path.join(tmpdir(), 'jigyo-verify-'));
try {
  process.exitCode = verify(folder) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
