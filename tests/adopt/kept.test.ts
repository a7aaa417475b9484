import { expect, test } from '@jest/globals';
import { encodeXml } from '../../src/embedded/xlsx/package/xml';
import { lostFrom } from './kept';

const lost = (before: string, after: string): string[] => lostFrom('part', encodeXml(before), encodeXml(after));
const styles = (formats: string, rest = ''): string => `<styleSheet xmlns="s"><cellXfs count="${formats.split('<xf').length - 1}">${formats}</cellXfs>${rest}</styleSheet>`;

test.each([
  ['additions at the end', styles('<xf a="1"/>'), styles('<xf a="1"/><xf a="2"/>', '<dxfs/>'), []],
  ['another order', styles('<xf a="1"/><xf a="2"/>'), styles('<xf a="2"/><xf a="1"/>'), ['part/cellXfs[0]/xf[0]: <xf a="1" xmlns="s"/> → <xf a="2" xmlns="s"/>', 'part/cellXfs[0]/xf[1]: <xf a="2" xmlns="s"/> → <xf a="1" xmlns="s"/>']],
  ['an entry less', styles('<xf a="1"/><xf a="2"/>'), styles('<xf a="1"/>'), ['part/cellXfs[0]/xf[1]']],
  ['a list less', styles('<xf a="1"/>', '<dxfs/>'), styles('<xf a="1"/>'), ['part/dxfs[0]', 'part: order']],
  ['an attribute of a list', '<workbook xmlns="s"/>', '<workbook xmlns="s" conformance="strict"/>', ['part@conformance is new']],
  ['a text', '<sst xmlns="s"><si><t>a</t></si></sst>', '<sst xmlns="s" count="1"><si><t>b</t></si></sst>', ['part/si[0]: <si xmlns="s"><t>a</t></si> → <si xmlns="s"><t>b</t></si>']],
  ['calculating anew', '<workbook xmlns="s"><calcPr calcId="1"/></workbook>', '<workbook xmlns="s"><calcPr calcId="1" fullCalcOnLoad="1"/></workbook>', []],
])('what is lost from a part: %s', (_, before, after, wanted) => {
  expect(lost(before, after)).toEqual(wanted);
});
