import type { NameSnapshot, WorkbookSnapshot } from '../plan/snapshot';
import { readSheetArea } from '../plan/sheetReference';
import type { PlanAction } from '../plan/workbookPlan';
import { FormulaUses } from './formulaUses';
import { foldName, isOfOurMaking, NAME_STARTS, type NameStems } from './names';

/**
 * Excel gives a copied sheet names of its own, spelled as the workbook's and pointing into the copy. They are taken out again;
 * the tables of a copy are not the workbook's, unless the sheet they were copied from is gone.
 */
export interface SheetCopies {
  /** Sheets with names of ours as their own, whose originals stand elsewhere. */
  readonly copied: ReadonlySet<string>;
  /** The same, where the originals are gone: these take their place. */
  readonly standIns: ReadonlySet<string>;
}

/** Names of ours that are a sheet's own. */
function ownOfOurs(snapshot: WorkbookSnapshot, stems: NameStems): { readonly sheet: string; readonly locked: boolean; readonly names: readonly NameSnapshot[] }[] {
  const known = new Set(snapshot.names.map((name) => foldName(name.name)));
  return snapshot.sheets.flatMap((sheet) => {
    const names = sheet.ownNames.filter((name) => isOfOurMaking(name, stems, known));
    return names.length === 0 ? [] : [{ sheet: sheet.name, locked: sheet.protected, names }];
  });
}

const NO_STEMS: NameStems = new Map();

export function findCopies(snapshot: WorkbookSnapshot): SheetCopies {
  const sheets = new Set(snapshot.sheets.map((sheet) => foldName(sheet.name)));
  const homes = new Map(snapshot.names.map((name) => [foldName(name.name), readSheetArea(name.refersTo)?.sheet]));
  const [copied, standIns] = [new Set<string>(), new Set<string>()];
  for (const { sheet, names } of ownOfOurs(snapshot, NO_STEMS)) {
    const originals = names.flatMap((name) => homes.get(foldName(name.name)) ?? []).map(foldName).filter((home) => sheets.has(home));
    if (originals.some((home) => home !== foldName(sheet))) copied.add(sheet);
    else if (originals.length === 0) standIns.add(sheet);
  }
  return { copied, standIns };
}

/** A copied sheet whose doubled names can be taken out, or not. */
export interface CopyNote {
  readonly sheet: string;
  readonly count: number;
  /** A sentence for what is found, and one for what is done. */
  readonly text: string;
  readonly done: string;
}

export interface CopyMending {
  readonly actions: readonly PlanAction[];
  readonly found: readonly CopyNote[];
  /** What is left and why. */
  readonly warnings: readonly string[];
}

/**
 * Takes the doubled names out: those of a copy, those whose workbook name stands, now or with this plan (`defined`); none that a formula uses.
 * `all`: those without a workbook name too.
 */
export function mendCopies(snapshot: WorkbookSnapshot, stems: NameStems, defined: ReadonlySet<string>, all = false): CopyMending {
  const ours = ownOfOurs(snapshot, stems);
  const actions: PlanAction[] = [];
  const found: CopyNote[] = [];
  const warnings: string[] = [];
  if (ours.length === 0) return { actions, found, warnings };
  const uses = new FormulaUses(snapshot, NAME_STARTS);
  const { copied } = findCopies(snapshot);
  for (const { sheet, locked, names } of ours) {
    const doubled = names.filter((name) => all || copied.has(sheet) || defined.has(foldName(name.name)));
    if (doubled.length === 0) continue;
    if (locked) {
      warnings.push(`シート『${sheet}』に重複した名前が${doubled.length}件ありますが、シートが保護されているため外していません。`);
      continue;
    }
    const used = doubled.flatMap((name) => { const [use] = uses.ofName(name.name, sheet); return use ? [{ name, use }] : []; });
    const free = doubled.filter((name) => !used.some((one) => one.name === name));
    if (used.length > 0) warnings.push(`シート『${sheet}』の重複した名前 ${used.length}件は、計算式で使われているため残しています（${used.slice(0, 3).map(({ name, use }) => `${name.name}: ${use.words}`).join('、')}${used.length > 3 ? ' など' : ''}）。`);
    if (free.length === 0) continue;
    actions.push(...free.map((name): PlanAction => ({ kind: 'deleteName', name: name.name, sheet })));
    const text = `コピーされたシート『${sheet}』に重複した名前が${free.length}件`;
    found.push({ sheet, count: free.length, text: `${text}あります。`, done: `${text}ありました。外しました。` });
  }
  return { actions, found, warnings };
}

/** Workbook names that point somewhere, and those a plan is about to define. */
export function standingNames(snapshot: WorkbookSnapshot, planned: readonly PlanAction[]): ReadonlySet<string> {
  return new Set([
    ...snapshot.names.filter((name) => readSheetArea(name.refersTo) !== null).map((name) => foldName(name.name)),
    ...planned.flatMap((action) => (action.kind === 'defineName' ? [foldName(action.name)] : [])),
  ]);
}
