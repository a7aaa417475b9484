import type { Package } from '../package/package';
import { relationshipsOf } from '../package/relationships';
import { everyDescendant, rootOf } from '../package/xml';
import { renamedReferences } from '../workbook/sheetReferences';
import { drawingOf } from './chartRead';

/** Lets the charts of the file follow sheets that were renamed; a chart with a dead reference would lose its data. */
export function renameInCharts(pack: Package, sheetParts: readonly string[], renamed: ReadonlyMap<string, string>): void {
  if (renamed.size === 0) return;
  for (const sheetPart of sheetParts) {
    const drawing = drawingOf(pack, sheetPart);
    const charts = drawing === undefined ? [] : relationshipsOf(pack, drawing).filter(({ kind, target }) => kind === 'chart' && pack.has(target));
    for (const { target } of charts) renameInChart(pack, target, renamed);
  }
}

function renameInChart(pack: Package, path: string, renamed: ReadonlyMap<string, string>): void {
  const document = pack.document(path);
  let changed = false;
  for (const formula of everyDescendant(rootOf(document, path), 'f')) {
    const before = formula.textContent ?? '';
    const after = renamedReferences(before, renamed);
    if (after === before) continue;
    formula.textContent = after;
    changed = true;
  }
  if (changed) pack.write(path, document);
}
