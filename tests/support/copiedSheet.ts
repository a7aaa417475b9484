import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The file after somebody copied a sheet in Excel and saved: the same cells on a new last sheet, and every name of the workbook
 * that points into the sheet a second time as the copy's own. Written into the package's text, not by our own writer.
 * `comments`: whether the doubled names bear the comments of the originals.
 */
export function withCopiedSheet(bytes: Uint8Array, sheet: string, copy: string, comments = true): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const workbook = text('xl/workbook.xml');
  const elements = workbook.match(/<sheet [^>]*\/>/g) ?? [];
  const relationship = /r:id="([^"]+)"/.exec(elements.find((one) => one.includes(`name="${sheet}"`)) ?? '')?.[1] ?? '';
  const rels = text('xl/_rels/workbook.xml.rels');
  const part = /Target="\/?(?:xl\/)?([^"]+)"/.exec((rels.match(/<Relationship [^>]*\/>/g) ?? []).find((one) => one.includes(`Id="${relationship}"`)) ?? '')?.[1] ?? '';
  const doubled = (workbook.match(/<definedName [^>]*>[^<]*<\/definedName>/g) ?? []).filter((one) => one.includes(`>${sheet}!`) && !one.includes('_xlnm.'))
    .map((one) => one.replace(`>${sheet}!`, `>'${copy}'!`).replace('<definedName ', `<definedName localSheetId="${elements.length}" `).replace(comments ? /$^/ : / comment="[^"]*"/, ''));
  const target = 'worksheets/copied.xml';
  const content = text(`xl/${part}`).replace(/ tabSelected="[^"]*"/, '').replace(/ xr:uid="[^"]*"/, '');
  return zipSync({
    ...parts,
    [`xl/${target}`]: strToU8(content),
    'xl/workbook.xml': strToU8(workbook.replace('</sheets>', `<sheet name="${copy}" sheetId="900" r:id="rIdCopy"/></sheets>`).replace('</definedNames>', `${doubled.join('')}</definedNames>`)),
    'xl/_rels/workbook.xml.rels': strToU8(rels.replace('</Relationships>', `<Relationship Id="rIdCopy" Type="${OFFICE}/worksheet" Target="${target}"/></Relationships>`)),
    '[Content_Types].xml': strToU8(text('[Content_Types].xml').replace('</Types>', `<Override PartName="/xl/${target}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`)),
  });
}
