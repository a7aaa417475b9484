import type { NameSnapshot } from '../plan/snapshot';
import { readSheetArea } from '../plan/sheetReference';
import { acceptedList } from './check/acceptedSheet';
import { mendCopies } from './copies';
import { FormulaUses, type Use } from './formulaUses';
import { findHistory } from './history/findHistory';
import { ANCHORS, foldName, HISTORY_KEYS, isGroupSheet, isOfOurMaking, isOurName, NAME_STARTS, type AnchorKey } from './names';
import { PlanBuilder } from './planBuilder';
import type { RecordPlace } from './recordTable';
import { recordLists } from './records/recordLists';
import { firstOf } from './some';
import type { Thought } from './thought';
import type { WorkbookState } from './workbookState';

/**
 * 名前を外す: takes out the names of our making and the sheets of definitions and records. What a formula elsewhere speaks of
 * stays and is told, so that every value and formula of the other sheets stays as it is. Needs all sheets read. A list that
 * cannot be read is left where it is and does not stop the rest.
 */
export function thinkRelease(state: WorkbookState): Thought {
  const { snapshot } = state;
  const spelled = snapshot.names.filter((name) => isOurName(name.name));
  const ours = spelled.filter((name) => isOfOurMaking(name, state.stems, new Set()));
  const { kept, sheets } = whatStays(state, ours);
  const free = ours.filter((name) => !kept.has(name));
  const copies = mendCopies(snapshot, state.stems, new Set(), true);
  const builder = new PlanBuilder();
  // A sheet that cannot be deleted must stop the whole before a name is gone.
  for (const sheet of sheets.gone) builder.add({ kind: 'deleteSheet', sheet });
  builder.add(...free.map((name) => ({ kind: 'deleteName', name: name.name }) as const), ...copies.actions.filter((action) => !('sheet' in action && sheets.gone.includes(action.sheet ?? ''))));
  const strangers = spelled.filter((name) => !ours.includes(name));
  const isTables = sheets.gone.some((sheet) => sheet === state.lists.tables?.table.sheet);
  const { log, corrections } = findHistory(state);
  const records = [log, corrections].flatMap(({ table }) => (table && sheets.gone.includes(table.sheet) ? [`「${table.sheet}」`] : []));
  const accepted = acceptedList(state).table?.sheet;
  return {
    plan: builder.build(snapshot.names),
    will: [
      ...(isTables ? ['表定義で直した内容は残りません。もう一度「表を配置」を実行すると、標準の定義になります。'] : []),
      ...(records.length > 0 ? [`評価の記録${records.join('')}も削除します。残しておくときは「やめる」を押し、シートを別のブックにコピーしてから実行してください。`] : []),
      ...(accepted !== undefined && sheets.gone.includes(accepted) ? [`点検で確認済みにした理由のシート「${accepted}」も削除します。`] : []),
    ],
    done: [
      ...(free.length > 0 ? [`名前 ${free.length}件を外しました。`] : []),
      ...copies.found.map((note) => note.done),
      ...(sheets.gone.length > 0 ? [`シート${sheets.gone.map((sheet) => `「${sheet}」`).join('')}を削除しました。ほかのシートの値と計算式は変わっていません。`] : []),
    ],
    warnings: [
      ...usedNames(kept),
      ...sheets.kept.map(({ sheet, why }) => `シート「${sheet}」は、${why}残しています。`),
      ...copies.warnings,
      ...(strangers.length > 0 ? [`名前 ${firstOf(strangers.map((name) => `「${name.name}」`), FEW, '件')}は、このアドインが付けたものではないため残しています。`] : []),
      ...damagedSheets(state),
      ...(free.length > 0 ? renamedSheets(state) : []),
    ],
  };
}

/** The sheets of definitions and records, which the add-in makes for itself. 実施記録 is what people typed: it stays. */
function recordsOf(state: WorkbookState): { readonly key: AnchorKey; readonly table: RecordPlace | null }[] {
  const { tables, overwritten } = state.lists;
  const history = findHistory(state);
  return [
    { key: 'tables', table: tables?.table ?? null }, { key: 'overwritten', table: overwritten?.table ?? null }, { key: 'drafts', table: recordLists(state).drafts },
    { key: 'accepted', table: acceptedList(state).table },
    ...HISTORY_KEYS.map((key) => ({ key, table: history[key].table })),
  ];
}

interface Staying {
  /** Names that a formula uses. */
  readonly kept: ReadonlyMap<NameSnapshot, Use>;
  readonly sheets: { readonly gone: readonly string[]; readonly kept: readonly { readonly sheet: string; readonly why: string }[] };
}

/** A sheet that stays keeps what its formulas speak of, and a name that stays keeps its sheet: until nothing more has to stay. */
function whatStays(state: WorkbookState, ours: readonly NameSnapshot[]): Staying {
  const { snapshot } = state;
  const sheets = recordsOf(state).flatMap(({ table }) => table?.sheet ?? []);
  const uses = new FormulaUses(snapshot, [...NAME_STARTS, ...sheets]);
  const usesOf = new Map(ours.map((name) => [name, uses.ofName(name.name, null)]));
  const why = new Map<string, string>();
  for (;;) {
    const gone = sheets.filter((sheet) => !why.has(sheet));
    const counts = (use: Use): boolean => use.sheet === null || !gone.includes(use.sheet);
    const kept = new Map(ours.flatMap((name) => { const use = usesOf.get(name)?.find(counts); return use ? [[name, use] as const] : []; }));
    const stays = (use: Use): boolean => counts(use) && (use.name === null || !ours.includes(use.name) || kept.has(use.name));
    for (const sheet of gone) {
      const use = uses.ofSheet(sheet).find(stays);
      if (use) why.set(sheet, `ほかの計算式（${use.words}）が参照しているため`);
    }
    const left = sheets.filter((sheet) => !why.has(sheet));
    const first = left.find((sheet) => snapshot.sheets.some((one) => one.name === sheet && one.visible));
    if (first !== undefined && snapshot.sheets.every((sheet) => !sheet.visible || left.includes(sheet.name))) why.set(first, 'ほかに表示されているシートがないため');
    if (gone.every((sheet) => !why.has(sheet))) return { kept, sheets: { gone, kept: [...why].map(([sheet, reason]) => ({ sheet, why: reason })) } };
  }
}

const FEW = 3;

function usedNames(kept: ReadonlyMap<NameSnapshot, Use>): string[] {
  if (kept.size > FEW) return [`名前 ${kept.size}件は、計算式で使われているため残しています（${[...kept].slice(0, FEW).map(([name, use]) => `${name.name}: ${use.words}`).join('、')} など）。`];
  return [...kept].map(([name, use]) => `名前「${name.name}」は、計算式（${use.words}）で使われているため残しています。`);
}

/** Sheets of definitions and records that lost a heading: nobody can be sure of them. */
function damagedSheets(state: WorkbookState): string[] {
  return recordsOf(state).flatMap(({ key, table }) => {
    const anchor = state.snapshot.names.find((name) => foldName(name.name) === foldName(ANCHORS[key].name));
    const sheet = anchor && readSheetArea(anchor.refersTo)?.sheet;
    return table === null && sheet !== undefined ? [`シート「${sheet}」は、見出しが変わっていて中身を確かめられないため残しています。`] : [];
  });
}

/** Without our names these sheets are found by what they are called. */
function renamedSheets({ lists, map }: WorkbookState): string[] {
  const homes = new Map(map.blocks.map((block) => [block.sheet, block.block.table.group]));
  const renamed = [
    ...(['kpis', 'yearly', 'planRows', 'indicators'] as const).flatMap((key) => { const list = lists[key]; return list ? [[list.table.sheet, ANCHORS[key].sheet] as const] : []; }).filter(([sheet, wanted]) => foldName(sheet) !== foldName(wanted)),
    ...[...homes].filter(([sheet, group]) => !isGroupSheet(sheet, group)),
  ];
  return renamed.map(([sheet, wanted]) =>
    `シート「${sheet}」は、名前を外したあと「表を配置」で見つかりません。続けて使うときは、シート名を「${wanted}」に直してから実行してください。`);
}
