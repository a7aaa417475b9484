import { a1, letters } from './sheet.mjs';
import { escape } from './fods.mjs';
import { packed } from './packed.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const BUILT_IN = { '0%': 9, '0.00%': 10, '#,##0': 3, '0.00': 2, '@': 49, '[h]:mm': 46 };

/** The formats in use, as the cellXfs of a styles part. */
function looksOf() {
  const codes = new Map();
  const xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  const known = new Map();
  const fmtId = (code) => {
    if (code === undefined) return 0;
    if (BUILT_IN[code] !== undefined) return BUILT_IN[code];
    if (!codes.has(code)) codes.set(code, 164 + codes.size);
    return codes.get(code);
  };
  return {
    index(look) {
      const key = JSON.stringify([look.fmt, look.bold, look.fill, look.border, look.align]);
      if (key === '[null,null,null,null,null]') return 0;
      if (!known.has(key)) {
        known.set(key, xfs.length);
        xfs.push(`<xf numFmtId="${fmtId(look.fmt)}" fontId="${look.bold ? 1 : 0}" fillId="${look.fill ? 2 : 0}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyBorder="1">${look.align ? `<alignment horizontal="${look.align}" vertical="center"/>` : ''}</xf>`);
      }
      return known.get(key);
    },
    xml: (dxfs) => {
      const formats = [...codes].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`).join('');
      const side = (name) => `<${name} style="thin"><color auto="1"/></${name}>`;
      return `${XML}<styleSheet xmlns="${MAIN}">${formats ? `<numFmts count="${codes.size}">${formats}</numFmts>` : ''}` +
        '<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="游ゴシック"/><family val="3"/><charset val="128"/></font><font><b/><sz val="11"/><name val="游ゴシック"/><family val="3"/><charset val="128"/></font></fonts>' +
        '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
        `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
        `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>${dxfs}</styleSheet>`;
    },
  };
}

function sharedStrings() {
  const at = new Map();
  return {
    index(text) { if (!at.has(text)) at.set(text, at.size); return at.get(text); },
    /** Excel keeps the readings of words with them; labels here bear one, so that a reader meets them. */
    xml: () => `${XML}<sst xmlns="${MAIN}" count="${at.size}" uniqueCount="${at.size}">${[...at.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t>${text === '郵送件数' ? '<rPh sb="0" eb="4"><t>ユウソウケンスウ</t></rPh><phoneticPr fontId="1"/>' : ''}</si>`).join('')}</sst>`,
  };
}

function cellXml(row, column, { value, look, formula }, looks, strings, inline) {
  const style = looks.index(look);
  const head = `r="${a1(row, column)}"${style ? ` s="${style}"` : ''}`;
  const f = formula === undefined ? '' : `<f>${escape(formula)}</f>`;
  if (typeof value === 'number') return `<c ${head}>${f}<v>${value}</v></c>`;
  if (value === null) return `<c ${head}>${f}</c>`;
  if (formula !== undefined) return `<c ${head} t="str">${f}<v>${escape(value)}</v></c>`;
  return inline ? `<c ${head} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>` : `<c ${head} t="s"><v>${strings.index(value)}</v></c>`;
}

function sheetXml(sheet, looks, strings, { inline, before = '', after = '', rowAttributes = () => '' }) {
  const ascending = (map) => [...map].sort(([left], [right]) => left - right);
  const rows = ascending(sheet.rows).map(([row, cells]) => `<row r="${row + 1}"${rowAttributes(row)}>${ascending(cells).map(([column, cell]) => cellXml(row, column, cell, looks, strings, inline)).join('')}</row>`);
  const named = [...new Set([...Object.keys(sheet.widths), ...sheet.hidden])];
  const columns = Array.from({ length: 60 }, (_, i) => letters(i)).flatMap((name, i) => (named.includes(name) ? [`<col min="${i + 1}" max="${i + 1}" width="${sheet.widths[name] ?? 8.625}"${sheet.hidden.includes(name) ? ' hidden="1"' : ''} customWidth="1"/>`] : []));
  const merges = sheet.merges.map(({ row, column, rows: height, columns: width }) => `<mergeCell ref="${a1(row, column)}:${a1(row + height - 1, column + width - 1)}"/>`);
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetFormatPr defaultRowHeight="18.75"/>${columns.length ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>` +
    `${merges.length ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}${after}</worksheet>`;
}

const relationships = (list) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;

/**
 * A package written part by part. `extras`: of sheets by name ({ before, after, rels }), and of the package
 * ({ parts, overrides, defaults, rels, workbookRels, names, dxfs, macro, inline, workbookPr }).
 */
export function ooxml(sheets, { ofSheets = {}, parts = {}, overrides = [], defaults = [], rels = [], workbookRels = [], names = '', dxfs = '', macro = false, inline = false, workbookPr = '<workbookPr defaultThemeVersion="124226"/>' } = {}) {
  const looks = looksOf();
  const strings = sharedStrings();
  const bodies = sheets.map((sheet) => sheetXml(sheet, looks, strings, { inline, ...ofSheets[sheet.name] }));
  const override = ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const main = macro ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${TYPE}.sheet.main+xml`;
  const all = [['xl/workbook.xml', main], ...sheets.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.worksheet+xml`]), ['xl/styles.xml', `${TYPE}.styles+xml`], ...(inline ? [] : [['xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`]]), ...overrides];
  const ids = sheets.map((_, i) => `rId${i + 1}`);
  const sheetRels = sheets.flatMap((sheet, i) => (ofSheets[sheet.name]?.rels ? [[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships(ofSheets[sheet.name].rels)]] : []));
  return packed({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${defaults.map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`).join('')}${all.map(override).join('')}</Types>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml'], ...rels]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12300" activeTab="0"/></bookViews><sheets>${sheets.map((sheet, i) => `<sheet name="${escape(sheet.name)}" sheetId="${i + 1}"${ofSheets[sheet.name]?.state ? ` state="${ofSheets[sheet.name].state}"` : ''} r:id="${ids[i]}"/>`).join('')}</sheets>${names ? `<definedNames>${names}</definedNames>` : ''}<calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([...ids.map((id, i) => [id, 'worksheet', `worksheets/sheet${i + 1}.xml`]), ['rId90', 'styles', 'styles.xml'], ...(inline ? [] : [['rId91', 'sharedStrings', 'sharedStrings.xml']]), ...workbookRels]),
    ...Object.fromEntries(bodies.map((body, i) => [`xl/worksheets/sheet${i + 1}.xml`, body])),
    ...Object.fromEntries(sheetRels),
    'xl/styles.xml': looks.xml(dxfs),
    ...(inline ? {} : { 'xl/sharedStrings.xml': strings.xml() }),
    ...parts,
  });
}
