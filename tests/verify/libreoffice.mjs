import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice reads cached values as they stand unless its profile says otherwise: 0 always works them out again, 1 never does. */
const RECALCULATION = { always: 0, never: 1 };

function profileOf(folder, recalculate) {
  const profile = path.join(folder, `profile-${recalculate}`);
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(path.join(profile, 'user/registrymodifications.xcu'), `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${RECALCULATION[recalculate]}</value></prop></item>
</oor:items>
`);
  return profile;
}

/**
 * Converts a file and gives the new one's path. `folder` takes a profile of its own, so that a person's LibreOffice
 * neither disturbs nor is disturbed. Throws where nothing was written: soffice reports success then too.
 */
export function convert(file, format, folder, recalculate) {
  const out = path.join(folder, `${recalculate}-${path.parse(file).name}`);
  mkdirSync(out, { recursive: true });
  const profile = pathToFileURL(profileOf(folder, recalculate)).href;
  const result = spawnSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', out, file], { encoding: 'utf8', timeout: 300_000 });
  const converted = path.join(out, `${path.parse(file).name}.${format}`);
  if (result.error) throw result.error;
  if (result.status !== 0 || !existsSync(converted)) throw new Error(`LibreOffice did not convert ${path.basename(file)}: ${result.stderr}${result.stdout}`);
  return converted;
}
