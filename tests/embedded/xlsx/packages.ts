import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellKey, type Book, type Cell, type Sheet } from '../../../src/embedded/model/book';
import { readCell } from '../../../src/plan/a1';
import { openWorkbook, type OpenedWorkbook } from '../../../src/embedded/xlsx/open';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Parts = Record<string, string>;

export function pack(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

export function unpack(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

export interface FixtureSheet { name: string; xml: string; rels?: string }
export interface Fixture {
  sheets: FixtureSheet[];
  definedNames?: string;
  strings?: string;
  styles?: string;
  calcChain?: boolean;
  extra?: Parts;
  overrides?: string;
  bookViews?: string;
}

const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0&quot;件&quot;"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="游ゴシック"/><family val="3"/><charset val="128"/><scheme val="minor"/></font><font><b/><strike/><sz val="14"/><color rgb="FFFF0000"/><name val="ＭＳ 明朝"/><family val="1"/><charset val="128"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color indexed="64"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="0"><alignment horizontal="center" textRotation="45" wrapText="1"/><protection locked="0" hidden="1"/></xf><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><border><left style="thin"/></border></dxf></dxfs></styleSheet>';

/** A package written by nobody's library, so that reading is tested against the format and not against our own writer. */
export function fixture({ sheets, definedNames = '', strings, styles = STYLES, calcChain = false, extra = {}, overrides = '', bookViews = '<bookViews><workbookView activeTab="0"/></bookViews>' }: Fixture): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}` +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${strings === undefined ? '' : `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>`}` +
      `${calcChain ? `<Override PartName="/xl/calcChain.xml" ContentType="${type}.calcChain+xml"/>` : ''}${overrides}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr codeName="ThisWorkbook"/>${bookViews}<sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets>` +
      `${definedNames === '' ? '' : `<definedNames>${definedNames}</definedNames>`}<calcPr calcId="191029"/><extLst><ext uri="{keep}"/></extLst></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}` +
      `<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/>${strings === undefined ? '' : `<Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`}` +
      `${calcChain ? `<Relationship Id="rId92" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>` : ''}</Relationships>`,
    'xl/styles.xml': XML + styles,
  };
  sheets.forEach(({ xml, rels }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = XML + xml;
    if (rels !== undefined) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels}</Relationships>`;
  });
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = `${XML}<sst xmlns="${MAIN}" count="9" uniqueCount="9">${strings}</sst>`;
  if (calcChain) parts['xl/calcChain.xml'] = `${XML}<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`;
  return pack({ ...parts, ...extra });
}

export function worksheet(rows: string, before = '', after = ''): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" mc:Ignorable="x14ac">${before}<sheetFormatPr defaultRowHeight="18.75" x14ac:dyDescent="0.4"/><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function reopen(opened: OpenedWorkbook): OpenedWorkbook {
  return openWorkbook(opened.save(), 'again.xlsx');
}

export function sheetOf(book: Book, name?: string): Sheet {
  const sheet = name === undefined ? book.sheets[0] : book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function keyOf(address: string): number {
  const cell = readCell(address);
  if (!cell) throw new Error(address);
  return cellKey(cell.row, cell.column);
}

export function cellAt(sheet: Sheet, address: string): Cell | undefined {
  return sheet.cells.get(keyOf(address));
}

/** Sets a cell as the host does: content and change mark. Undefined deletes it. */
export function setCell(sheet: Sheet, address: string, cell: Cell | undefined): void {
  if (cell) sheet.cells.set(keyOf(address), cell);
  else sheet.cells.delete(keyOf(address));
  sheet.changedCells.add(keyOf(address));
}
