import type { FigureState } from '../domain/figureState';
import { asOfLabel, calendarMonthLabel, shortMonthLabel, type CalendarMonth } from '../domain/fiscalYear';
import { BRANCHES } from '../domain/rank/branches';
import { cellA1 } from '../plan/a1';
import type { CellContent } from '../plan/snapshot';
import type { KpiSheetKey } from './kpiSheet';
import { PlanBuilder } from './planBuilder';
import type { RecordTable } from './recordTable';
import { stopIfDamaged, type Thought } from './thought';
import { rankView, type RankQuestion, type RankView } from './view/rankView';
import type { WorkbookState } from './workbookState';

/** 順位を書き込む: a pasted list and what a person decided over it. */
export interface RankRequest extends RankQuestion {
  /** The rank's 時点; it may lie after March. */
  readonly asOf: CalendarMonth;
  /** 速報 or 確定; null: what the sheet says stays. */
  readonly state: FigureState | null;
  /** The rank is written although branches are missing. */
  readonly partial: boolean;
}

export interface RankThought extends Thought {
  /** What the list says; null: a list of ours cannot be read. */
  readonly view: RankView | null;
}

const NOT_WRITTEN = '順位は書き込んでいません。';

/** Writes a KPI's rank and its 時点 where the sheet KPI says otherwise. A rank that people typed gives way, which they are asked about first. */
export function thinkRank(state: WorkbookState, request: RankRequest): RankThought {
  const stopped = stopIfDamaged(state);
  if (stopped) return { ...stopped, view: null };
  const view = rankView(state, request, request.asOf);
  const { standing } = view;
  const kpis = state.lists.kpis;
  const lines = kpis?.content.kpis.find((one) => one.kpi.id === request.kpi);
  const row = lines?.lines[0]?.row;
  const told = [...view.problems, ...view.notes];
  const nothing = (why: readonly string[]): RankThought => ({ view, plan: { actions: [] }, done: [], warnings: [...why.map((line) => `${line}${NOT_WRITTEN}`), ...told] });
  if (!standing || !kpis || !lines || row === undefined) return nothing([view.refusal ?? '']);
  if (view.incomplete !== null && !request.partial) return nothing([view.incomplete]);
  const writer = new RankWriter(kpis.table, row);
  const { year, month } = view.asOf;
  writer.put('rank', '全国順位', standing.rank, `${standing.rank}位`, (found) => found === standing.rank);
  writer.put('rankAsOf', '順位の時点', shortMonthLabel(year, month), shortMonthLabel(year, month), (found) => asOfLabel(String(found)) === calendarMonthLabel(year, month));
  if (request.state !== null) writer.put('rankState', '順位の区分', request.state, request.state, (found) => found === request.state);
  const said = `「${lines.kpi.name}」は${standing.words}です。`;
  const stays = request.state === null && lines.rankState !== null && writer.changes.length > 0 ? [`順位の区分は「${lines.rankState}」のままです。`] : [];
  return {
    view,
    plan: writer.builder.build(state.snapshot.names),
    will: [said, ...writer.changes.map(({ heading, before, after }) => `${heading}: ${before} → ${after}`)],
    done: writer.changes.length === 0 ? [`${said}シート「${kpis.table.sheet}」の順位は同じです。`] : [said, ...writer.changes.map(({ heading, before, after }) => `${heading}を書き込みました（${before} → ${after}）。`)],
    warnings: [...writer.warnings, ...stays, ...(view.incomplete === null ? [] : [`${BRANCHES.length}支部がそろわないまま順位を付けています。数値のない支部: ${view.missing.join('、')}。`]), ...told],
  };
}

interface Change {
  readonly heading: string;
  readonly before: string;
  readonly after: string;
}

/** Writes cells of one line, and remembers what they said. */
class RankWriter {
  readonly builder = new PlanBuilder();
  readonly changes: Change[] = [];
  readonly warnings: string[] = [];

  constructor(private readonly table: RecordTable<KpiSheetKey>, private readonly row: number) {}

  /** `same`: whether what stands there says it already. */
  put(key: KpiSheetKey, heading: string, content: string | number, after: string, same: (found: CellContent) => boolean): void {
    const { grid, sheet, columns } = this.table;
    const column = columns.get(key);
    if (column === undefined) {
      this.warnings.push(`シート「${sheet}」に列「${heading}」がないため、「${after}」は書き込んでいません。`);
      return;
    }
    const text = grid.text(this.row, column);
    if (grid.formula(this.row, column) !== null) {
      this.warnings.push(`シート「${sheet}」 ${cellA1(this.row, column)} の${heading}は計算式（${text}）のため、「${after}」を書き込んでいません。`);
      return;
    }
    if (same(grid.value(this.row, column))) return;
    this.builder.put(sheet, this.row, column, content);
    this.changes.push({ heading, before: text === '' ? '空欄' : key === 'rank' && /^\d+$/.test(text) ? `${text}位` : text, after });
  }
}
