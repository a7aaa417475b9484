import { fiscalYearLabel } from '../../domain/fiscalYear';
import { readSheetArea } from '../../plan/sheetReference';
import { mendPlaces } from '../mend';
import { isOurName } from '../names';
import { PlanBuilder } from '../planBuilder';
import { stopIfDamaged, type Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { freezeLists } from './frozen';
import { freezeIndicators, renewIndicators } from './indicators';
import { renewKpis } from './kpis';
import { readNextYear, type NextYear } from './nextYear';
import { oldYearsLeft, oldYearWords } from './oldYears';
import { fillOpenTargets } from './openTargets';
import { renewPlanRows } from './planRows';
import { readiness } from './readiness';
import { archiveRecords } from './records';
import { freezeSummary } from './summary';
import { isInUse, layoutTables } from './tables';
import type { Told, Turn } from './turn';
import { addYearlyLines } from './yearly';

/**
 * 年度更新: the step of a workbook into the fiscal year `to`. The year that is over stays where it is, cell by cell and name by name; the new
 * one gets sheets, names and lines of its own. `latest`: the last month that has ended, counted from April of the year that is over. Run again
 * for the year it is in, it only fills targets that waited for a final figure.
 */
export function thinkRollover(state: WorkbookState, to: number, latest: number): Thought {
  const stopped = stopIfDamaged(state);
  if (stopped) return stopped;
  const refused = refusal(state, to);
  if (refused !== null) return nothing([], [refused]);
  if (state.fiscalYear === to) return fillOpenTargets(state, to);
  const read = readNextYear(state, to);
  if (!read) return nothing([], [`シート「表定義」に年度の欄がないため、${UNTOUCHED}`]);
  return turnYear(state, read, to, latest);
}

const UNTOUCHED = '年度更新を実行していません。何も変更していません。';
const nothing = (done: readonly string[], warnings: readonly string[]): Thought => ({ plan: { actions: [] }, done, warnings });

/** Why the step cannot be made, in a sentence; null: it can. */
function refusal(state: WorkbookState, to: number): string | null {
  const { fiscalYear, lists, map, snapshot } = state;
  const [target, tables] = [fiscalYearLabel(to), lists.tables];
  if (fiscalYear === null || !tables) return `シート「表定義」がなく年度が分からないため、${UNTOUCHED}先に「表を配置」を実行してください。`;
  const own = fiscalYearLabel(fiscalYear);
  if (fiscalYear > to) return `このブックは${own}のため、${target}へは更新できません。何も変更していません。`;
  if (fiscalYear === to) return null;
  if (fiscalYear < to - 1) return `このブックは${own}です。年度更新は1年ずつ実行します（次は${fiscalYearLabel(fiscalYear + 1)}）。何も変更していません。`;
  const ahead = snapshot.names.find((name) => isOurName(name.name) && new RegExp(`_${to}(?:_|$)`).test(name.name) && readSheetArea(name.refersTo) !== null);
  if (ahead) {
    const sheet = readSheetArea(ahead.refersTo)?.sheet ?? '';
    return `${target}の表がシート「${sheet}」に既にあります（名前「${ahead.name}」など）。年度更新が済んでいるときは、シート「${tables.table.sheet}」の年度を ${to} に直してください。何も変更していません。`;
  }
  const lost = [...new Set(map.missing.filter((block) => block.lines.some((line) => line.year === fiscalYear) && isInUse(state, block.table)).map((block) => block.table.name))];
  if (lost.length > 0) return `${own}の表のうち、見つからないものがあります（${lost.join('、')}）。先に「表を配置」を実行するか、シート「${tables.table.sheet}」を直してください。何も変更していません。`;
  return null;
}

function turnYear(state: WorkbookState, { next, changes, widened }: NextYear, to: number, latest: number): Thought {
  const ended = to - 1;
  const builder = new PlanBuilder();
  const turn: Turn = { state, next, ended, to, builder, sheets: [...state.snapshot.sheets] };
  const [was, is] = [fiscalYearLabel(ended), fiscalYearLabel(to)];
  // First what stands is kept, then it is begun anew.
  const kept = [...freezeLists(turn), ...[freezeIndicators(turn), freezeSummary(turn)].filter((sheet) => sheet !== null)];
  const definitions = state.lists.tables?.table.sheet ?? '';
  for (const { row, column, content } of changes) builder.put(definitions, row, column, content);
  const tables = layoutTables(turn);
  const kpis = renewKpis(turn);
  const plan = renewPlanRows(turn, kpis.gone);
  const yearly = addYearlyLines(turn);
  const mended = mendPlaces(builder, state, tables.planned.flatMap(({ place, series }) => [place.block.table.id, ...series.map((one) => one.line.row.id)]));
  const told: Told[] = [tables.told, kpis.told, renewIndicators(turn, kpis.goneConditions), plan, yearly.told, archiveRecords(turn)];
  const all = (pick: (one: Told) => readonly string[] | undefined): string[] => told.flatMap((one) => pick(one) ?? []);
  const carried = [
    `${was}までの表: 場所、名前、数値、計算式は変わらない。${was}が前年度になる`,
    `表定義 ${state.definitions.tables.length}表: 項目と計算式はそのまま使う${widened > 0 ? `（1年分だけの項目 ${widened}件は、年数を2にして前年度と並べる）` : ''}`,
    ...all((one) => one.carried),
  ];
  const renewed = [
    `年度: ${was} → ${is}`,
    ...(kept.length > 0 ? [`控え: 消す前の内容を、値でシート${kept.map((sheet) => `「${sheet}」`).join('')}に残す`] : []),
    ...all((one) => one.renewed),
  ];
  const dropped = all((one) => one.dropped);
  const checks = [...readiness(state, latest), ...all((one) => one.checks), ...oldYearWords([...oldYearsLeft(turn), ...yearly.texts])];
  return {
    plan: builder.build(state.snapshot.names),
    parts: [{ title: '引き継ぐもの', lines: carried }, { title: '新しくするもの', lines: renewed }, { title: '外すもの', lines: dropped }, { title: '確かめること', lines: checks }],
    done: [...mended.done, `${is}に更新しました。${was}の数値と名前は変わっていません。`, ...[...renewed.slice(1), ...dropped].map((line) => `${line}。`)],
    warnings: [...mended.warnings, ...checks],
  };
}
