import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { letters } from './sheet.mjs';
import { packed, unpacked } from './packed.mjs';

export const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

const NAMESPACES = Object.entries({ office: 'office', table: 'table', text: 'text', style: 'style', number: 'datastyle', fo: 'xsl-fo-compatible' })
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ') + ' xmlns:msoxl="http://schemas.microsoft.com/office/excel/formula"';

const decimals = (count, grouping = false) => `<number:number number:decimal-places="${count}" number:min-decimal-places="${count}" number:min-integer-digits="1"${grouping ? ' number:grouping="true"' : ''}/>`;
const word = (text) => `<number:text>${text}</number:text>`;
const YEAR = '<number:year number:style="long"/>';
const MONTH = '<number:month/>';
/** Excel's format codes as ODF spells them: element and content. */
const FORMATS = {
  '#,##0': ['number', decimals(0, true)],
  '#,##0.0': ['number', decimals(1, true)],
  '0.00': ['number', decimals(2)],
  '0"月"': ['number', decimals(0) + word('月')],
  '0%': ['percentage', decimals(0) + word('%')],
  '0.0%': ['percentage', decimals(1) + word('%')],
  '0.00%': ['percentage', decimals(2) + word('%')],
  '0.000%': ['percentage', decimals(3) + word('%')],
  '[h]:mm': ['time', `<number:hours/>${word(':')}<number:minutes number:style="long"/>`, ' number:truncate-on-overflow="false"'],
  'm/d': ['date', `${MONTH}${word('/')}<number:day/>`],
  'm"月"': ['date', MONTH + word('月')],
  'yyyy/m': ['date', `${YEAR}${word('/')}${MONTH}`],
  '@': ['text', '<number:text-content/>'],
};
const MINUS = '#,##0;"△ "#,##0';

function formatXml(code, name) {
  if (code === MINUS) return `<number:number-style style:name="${name}P">${decimals(0, true)}</number:number-style><number:number-style style:name="${name}">${word('△ ')}${decimals(0, true)}<style:map style:condition="value()&gt;=0" style:apply-style-name="${name}P"/></number:number-style>`;
  const [kind, inner, attributes = ''] = FORMATS[code];
  return `<number:${kind}-style style:name="${name}"${attributes}>${inner}</number:${kind}-style>`;
}

function styles() {
  const formats = new Map();
  const looks = new Map();
  return {
    name(look) {
      const key = JSON.stringify([look.fmt, look.bold, look.fill, look.border, look.align]);
      if (look.fmt && !formats.has(look.fmt)) formats.set(look.fmt, `N${formats.size + 200}`);
      if (!looks.has(key)) looks.set(key, [`ce${looks.size + 1}`, look]);
      return looks.get(key)[0];
    },
    xml() {
      const cells = [...looks.values()].map(([name, look]) => `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${look.fmt ? ` style:data-style-name="${formats.get(look.fmt)}"` : ''}>` +
        `<style:table-cell-properties${look.border ? ' fo:border="0.5pt solid #000000"' : ''}${look.fill ? ` fo:background-color="${look.fill}"` : ''}/>${look.align ? `<style:paragraph-properties fo:text-align="${look.align}"/>` : ''}${look.bold ? '<style:text-properties fo:font-weight="bold"/>' : ''}</style:style>`);
      return [...formats].map(([code, name]) => formatXml(code, name)).join('') + cells.join('');
    },
  };
}

const paragraphs = (text) => String(text).split('\n').map((part) => `<text:p>${escape(part)}</text:p>`).join('');

function cellXml({ value, look, formula }, style, span) {
  const attributes = `table:style-name="${style.name(look)}"${span}${formula === undefined ? '' : ` table:formula="msoxl:=${escape(formula)}"`}`;
  if (typeof value === 'number') return `<table:table-cell ${attributes} office:value-type="float" office:value="${value}"/>`;
  if (value === null) return `<table:table-cell ${attributes}/>`;
  return `<table:table-cell ${attributes} office:value-type="string">${paragraphs(value)}</table:table-cell>`;
}

function sheetXml(sheet, style, widthStyles) {
  const lastRow = Math.max(-1, ...sheet.rows.keys());
  const spans = new Map(sheet.merges.map((one) => [`${one.row},${one.column}`, one]));
  const covered = new Set(sheet.merges.flatMap(({ row, column, rows, columns }) => Array.from({ length: rows * columns }, (_, i) => `${row + Math.floor(i / columns)},${column + (i % columns)}`)));
  const body = Array.from({ length: lastRow + 1 }, (_, row) => {
    const cells = sheet.rows.get(row) ?? new Map();
    const last = Math.max(-1, ...cells.keys(), ...sheet.merges.filter((one) => row >= one.row && row < one.row + one.rows).map((one) => one.column + one.columns - 1));
    return `<table:table-row>${Array.from({ length: last + 1 }, (_, column) => {
      const merge = spans.get(`${row},${column}`);
      const span = merge ? ` table:number-rows-spanned="${merge.rows}" table:number-columns-spanned="${merge.columns}"` : '';
      const cell = cells.get(column);
      if (!merge && covered.has(`${row},${column}`)) return '<table:covered-table-cell/>';
      return cell ? cellXml(cell, style, span) : `<table:table-cell${span}/>`;
    }).join('') || '<table:table-cell/>'}</table:table-row>`;
  });
  const width = (column) => sheet.widths[letters(column)];
  const columns = Array.from({ length: 40 }, (_, column) => `<table:table-column${width(column) ? ` table:style-name="${widthStyles(width(column))}"` : ''}${sheet.hidden.includes(letters(column)) ? ' table:visibility="collapse"' : ''}/>`);
  return `<table:table table:name="${escape(sheet.name)}">${columns.join('')}${body.join('') || '<table:table-row><table:table-cell/></table:table-row>'}</table:table>`;
}

function flat(sheets) {
  const style = styles();
  const widths = new Map();
  const widthStyle = (width) => { if (!widths.has(width)) widths.set(width, `co${widths.size + 1}`); return widths.get(width); };
  const body = sheets.map((sheet) => sheetXml(sheet, style, widthStyle)).join('');
  const columnStyles = [...widths].map(([width, name]) => `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width * 2}mm"/></style:style>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` +
    '<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name-asian="游ゴシック" fo:font-size="11pt"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>' +
    `<office:automatic-styles>${columnStyles}${style.xml()}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document>`;
}

/** Converts all workbooks in one go. Gives the bytes of each, packed anew so that the same sheets give the same bytes. */
export function convertAll(books) {
  const folder = mkdtempSync(path.join(tmpdir(), 'shapes-'));
  try {
    mkdirSync(path.join(folder, 'out'));
    const files = books.map(({ file, sheets }) => {
      const written = path.join(folder, file.replace(/xlsx$/, 'fods'));
      writeFileSync(written, flat(sheets));
      return written;
    });
    const result = spawnSync('soffice', [`-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', path.join(folder, 'out'), ...files], { encoding: 'utf8', timeout: 300_000 });
    if (result.error) throw result.error;
    if (result.status !== 0) throw new Error(`LibreOffice: ${result.stderr}${result.stdout}`);
    return books.map(({ file }) => packed(timeless(unpacked(readFileSync(path.join(folder, 'out', file))))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without the moment of writing. */
function timeless(parts) {
  const core = parts['docProps/core.xml'];
  return core ? { ...parts, 'docProps/core.xml': core.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '') } : parts;
}
