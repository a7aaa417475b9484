/**
 * Makes the workbooks of this folder and expected.json: node tests/adopt/shapes/make.mjs (needs LibreOffice).
 * The same sources give the same bytes wherever LibreOffice is the same.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { convertAll } from './maker/fods.mjs';
import { anotherBranch, hoursAndDates, otherLabels, sections, targets } from './maker/shapesBranch.mjs';
import { calendars, empty, lists, otherPeriods } from './maker/shapesNone.mjs';
import { macros, oddPlaces, ownFormulas, tableObject } from './maker/shapesParts.mjs';
import { blockAYear, labelByYear, mergedTitles, monthsDownTotal, monthsDownYears, quarters, rowAYear, sheetAYear, sideBySide, twentyFourMonths } from './maker/shapesPlain.mjs';
import { monthSpellings, moreSpellings, typedText } from './maker/shapesSpelling.mjs';

const SHAPES = [
  ['01-block-a-year.xlsx', 'A block a year; derived figures are typed', blockAYear],
  ['02-row-a-year.xlsx', 'A row a year; the corner names the measure; no total where figures are to date', rowAYear],
  ['03-label-by-year.xlsx', 'Label, unit and year columns; labels merged over two years', labelByYear],
  ['04-quarters.xlsx', 'Quarter and half-year subtotals between the months', quarters],
  ['05-months-down-years.xlsx', 'Months downwards; years merged above the labels', monthsDownYears],
  ['06-months-down-total.xlsx', 'Months downwards; total in the last row; the title tells the year', monthsDownTotal],
  ['07-side-by-side.xlsx', 'Two tables side by side, of different heights', sideBySide],
  ['08-month-spellings.xlsx', 'The spellings of months that the task names, a sheet each', monthSpellings],
  ['09-more-spellings.xlsx', 'Further spellings of months, a sheet each', moreSpellings],
  ['10-merged-titles.xlsx', 'Merged titles, a unit line, empty lines between, notes below', mergedTitles],
  ['11-sheet-a-year.xlsx', 'A sheet a year; only its name tells the year', sheetAYear],
  ['12-24-months.xlsx', 'Two fiscal years in one header', twentyFourMonths],
  ['13-typed-text.xlsx', 'Figures typed as text', typedText],
  ['14-own-formulas.xlsx', 'Own formulas, names, notes, formats, drop-downs, chart', ownFormulas],
  ['15-macros.xlsm', 'Macros and parts that nobody reads; a hidden sheet holds a table', macros],
  ['16-other-labels.xlsx', 'Labels in other spellings, near misses, and rows without a definition', otherLabels],
  ['17-odd-places.xlsx', 'Far from A1; two label columns', oddPlaces],
  ['18-another-branch.xlsx', 'Other sheet names, the year after, half of it blank', anotherBranch],
  ['19-hours-and-dates.xlsx', 'Hours, dates, "4月まで", a rate in the total alone', hoursAndDates],
  ['20-sections.xlsx', 'One header, section lines between', sections],
  ['21-targets.xlsx', 'Plan and actual, a target before the months, last year after the total', targets],
  ['22-table-object.xlsx', 'Excel\'s own table', tableObject],
  ['90-calendars.xlsx', 'No table: calendars, plans, rosters', calendars],
  ['91-lists.xlsx', 'No table: agendas, lists, texts, prices', lists],
  ['92-other-periods.xlsx', 'No table: quarters, half a year, a calendar year, numbers, years', otherPeriods],
  ['93-empty.xlsx', 'No table: an empty workbook', empty],
];

const here = (name) => new URL(name, import.meta.url);
for (const name of readdirSync(here('.'))) if (/\.xls[xm]$/.test(name)) rmSync(here(name));

const made = SHAPES.map(([file, difficulty, make]) => ({ file, difficulty, ...make() }));
const converted = made.filter(({ bytes }) => bytes === undefined);
convertAll(converted).forEach((bytes, i) => { converted[i].bytes = bytes; });
for (const { file, bytes } of made) writeFileSync(here(file), bytes);

/** A line an entry, so that a change is seen where it is. */
const compact = (table) => {
  const { lines, ...rest } = table;
  return `        ${JSON.stringify(rest).slice(0, -1)},"lines":[\n${lines.map((line) => `          ${JSON.stringify(line)}`).join(',\n')}\n        ]}`;
};
const files = made.map(({ file, difficulty, sheets, tables }) =>
  `    ${JSON.stringify({ file, difficulty, sheets: sheets.map(({ name }) => name) }).slice(0, -1)},"tables":[${tables.length ? `\n${tables.map(compact).join(',\n')}\n      ` : ''}]}`);
writeFileSync(here('expected.json'), `{"files":[\n${files.join(',\n')}\n]}\n`);
