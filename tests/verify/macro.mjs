import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;');
const library = (kind, attributes, entries) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind}.dtd">
<library:${kind} xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${entries}</library:${kind}>`;

/**
 * Opens a workbook in LibreOffice, runs Basic statements on it (`doc` is the document, `sheets` its sheets) and
 * saves it as .xlsx: what a person would do by hand, done by a program that is not ours. Gives the new file's path.
 */
export function editInLibreOffice(file, statements, folder) {
  const profile = path.join(folder, 'profile-edit');
  const basic = path.join(profile, 'user/basic');
  const out = path.join(folder, `edited-${path.basename(file)}`);
  const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  // A new profile is filled at the first start, over whatever lies there already.
  spawnSync('soffice', [user, '--headless', '--terminate_after_init'], { timeout: 120_000 });
  mkdirSync(path.join(basic, 'Standard'), { recursive: true });
  const source = `
Sub Edit
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim doc, sheets
  doc = StarDesktop.loadComponentFromURL("${pathToFileURL(file).href}", "_blank", 0, hidden())
  sheets = doc.Sheets
${statements.map((line) => `  ${line}`).join('\n')}
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL("${pathToFileURL(out).href}", filter())
  doc.close(True)
End Sub`;
  writeFileSync(path.join(basic, 'script.xlc'), library('libraries', '', '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'));
  writeFileSync(path.join(basic, 'Standard/script.xlb'), library('library', ' library:name="Standard" library:readonly="false" library:passwordprotected="false"', '<library:element library:name="Edits"/>'));
  writeFileSync(path.join(basic, 'Standard/Edits.xba'), `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${escape(source)}</script:module>`);
  const result = spawnSync('soffice', [user, '--headless', '--norestore', 'macro:///Standard.Edits.Edit'], { encoding: 'utf8', timeout: 120_000 });
  if (result.error) throw result.error;
  if (!existsSync(out)) throw new Error(`LibreOffice did not save ${path.basename(out)}: ${result.stderr}${result.stdout}`);
  return out;
}
