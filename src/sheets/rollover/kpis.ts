import { findActual, MARCH } from '../../domain/actual';
import type { KpiCondition } from '../../domain/definitions';
import { asOfLabel, fiscalYearLabel } from '../../domain/fiscalYear';
import { formatFigure } from '../../domain/formatFigure';
import { unitOf } from '../../domain/judgement';
import { endOf, nextSource, nextTarget } from '../../domain/rollover/nextTarget';
import type { CellInput } from '../../plan/workbookPlan';
import { actualFormula, ruledTargetFormula } from '../actualFormula';
import { asOfCell, KPI_SHEET, lastReportCell, lastRunCell, NOT_EVALUATED, type KpiSheetKey } from '../kpiSheet';
import type { RecordLine, RecordTable } from '../recordTable';
import { listed, type Told, type Turn } from './turn';

/** The sheet KPI in the new year: its definitions stay, its judgement begins anew. */

/** What the evaluation and people said of the year that is over. */
const OF_THE_YEAR: ReadonlySet<KpiSheetKey> = new Set<KpiSheetKey>([...KPI_SHEET.columns.flatMap((column) => (column.derived ? [column.key] : [])), 'rank', 'rankAsOf', 'rankState', 'state']);

/** A condition's line. */
interface Line {
  readonly condition: KpiCondition;
  readonly line: RecordLine<KpiSheetKey>;
}

/** Gives the IDs of the KPIs, and those of the conditions, that are gone. */
export function renewKpis(turn: Turn): { readonly gone: ReadonlySet<string>; readonly goneConditions: ReadonlySet<string>; readonly told: Told } {
  const kpis = turn.state.lists.kpis;
  if (!kpis) return { gone: new Set(), goneConditions: new Set(), told: {} };
  const writer = new KpiWriter(turn, kpis.table);
  const gone = new Set<string>();
  const goneConditions = new Set<string>();
  for (const { kpi, lines } of kpis.content.kpis) {
    const parts = kpi.conditions.flatMap((condition, index) => { const line = lines[index]; return line ? [{ condition, line }] : []; });
    const kept = parts.filter((part) => !writer.drop(part));
    for (const part of parts) if (!kept.includes(part)) goneConditions.add(part.condition.id);
    for (const part of kept) writer.renew(part);
    if (kept.length === 0) gone.add(kpi.id);
  }
  writer.settings();
  return { gone, goneConditions, told: writer.told() };
}

class KpiWriter {
  private readonly targets: string[] = [];
  private readonly dropped: string[] = [];
  private readonly open: string[] = [];
  private readonly keptTargets: string[] = [];
  private readonly unsure: string[] = [];
  private readonly kept: string[] = [];
  private cleared = 0;
  private previous = 0;

  constructor(private readonly turn: Turn, private readonly table: RecordTable<KpiSheetKey>) {}

  /** Empties the line of a condition whose figure has ended: there is nothing left to judge. */
  drop({ condition, line }: Line): boolean {
    const end = endOf(condition, this.turn.state.catalog, this.turn.to);
    if (end === null) return false;
    for (const key of this.table.columns.keys()) this.put(line, key, '');
    this.dropped.push(`${nameOf({ condition, line })}（${asOfLabel(end)}まで）`);
    return true;
  }

  renew(part: Line): void {
    const { line } = part;
    for (const key of OF_THE_YEAR) if (key !== 'previous') this.put(line, key, '');
    this.kept.push(nameOf(part));
    this.renewPrevious(part);
    this.renewTarget(part);
  }

  private renewPrevious({ condition, line }: Line): void {
    const { next, ended } = this.turn;
    const found = findActual(condition, next.catalog, next.figures, ended, MARCH);
    const formula = found.ok ? actualFormula(found.data.source, next, this.table.sheet) : null;
    this.put(line, 'previous', formula === null ? '' : { formula });
    if (formula === null) return;
    this.previous++;
    this.format(line, 'previous', condition.format);
  }

  private renewTarget(part: Line): void {
    const { condition, line } = part;
    const { next, state, ended } = this.turn;
    const target = nextTarget(condition, state.catalog, state.figures, ended);
    const shown = (value: number | null): string => (value === null ? '（空欄）' : formatFigure(value, condition.format, unitOf(condition, state.catalog)));
    const column = this.table.columns.get('target');
    if (target.kind === 'previous') {
      const { figure } = target;
      this.put(line, 'target', figure.ok ? figure.data : '');
      this.put(line, 'targetSource', nextSource(condition.targetSource, ended, figure.ok));
      if (figure.ok) this.targets.push(`目標値 ${nameOf(part)}: ${shown(condition.target)} → ${shown(figure.data)}（${fiscalYearLabel(ended)}の実績）`);
      else this.open.push(`${nameOf(part)}（${figure.reason}）`);
      return;
    }
    if (target.kind === 'ruled' && column !== undefined && (this.table.grid.formula(line.row, column) !== null || this.table.grid.isEmpty(line.row, column))) {
      const formula = ruledTargetFormula(condition, next, this.table.sheet);
      this.put(line, 'target', formula === null ? '' : { formula });
      this.targets.push(`目標値 ${nameOf(part)}: ${fiscalYearLabel(ended)}までの実績から求め直す`);
      return;
    }
    (target.kind === 'kept' && target.unsure ? this.unsure : this.keptTargets).push(`${nameOf(part)} ${shown(condition.target)}`);
  }

  /** The month judged and the time of it. */
  settings(): void {
    const { builder } = this.turn;
    const set = (at: { readonly row: number; readonly column: number } | null, content: string): void => {
      if (at && this.table.grid.text(at.row, at.column) !== content) builder.put(this.table.sheet, at.row, at.column, content);
    };
    const month = asOfCell(this.table);
    set(month, NOT_EVALUATED);
    if (month) set({ row: month.row, column: month.column + 1 }, '');
    set(lastRunCell(this.table), NOT_EVALUATED);
    set(lastReportCell(this.table), '');
  }

  told(): Told {
    const { ended, to } = this.turn;
    const [was, is] = [fiscalYearLabel(ended), fiscalYearLabel(to)];
    return {
      carried: this.kept.length === 0 ? [] : [`KPIの条件 ${this.kept.length}件: 名称、実績の参照、評価基準、向き、◎の基準はそのまま使う`],
      renewed: [
        ...(this.previous === 0 ? [] : [`前年度実績 ${this.previous}件: ${was}の実績にする`]),
        ...this.targets,
        ...(this.cleared === 0 ? [] : ['KPIの判定、判定理由、実績、時点、全国順位、区分、評価時の値: 空にする']),
      ],
      dropped: this.dropped.length === 0 ? [] : [`KPI ${this.dropped.length}件: ${listed(this.dropped)}。シート「${this.table.sheet}」の行を空にする（行は削除できる）`],
      checks: [
        ...(this.open.length === 0 ? [] : [`目標値が未確定のため空欄にする条件が${this.open.length}件あります（${listed(this.open)}）。判定は－です。確定した数値を入力して、もう一度「年度更新」を実行すると目標値に入ります。`]),
        ...(this.keptTargets.length === 0 ? [] : [`目標値 ${this.keptTargets.length}件は${was}のままです。${is}の計画の値に直してください（${listed(this.keptTargets)}）。`]),
        ...(this.unsure.length === 0 ? [] : [`目標値 ${this.unsure.length}件は前年度の実績から計算する目標のようです。${was}の実績で計算し直してください（${listed(this.unsure)}）。`]),
      ],
    };
  }

  private put(line: RecordLine<KpiSheetKey>, key: KpiSheetKey, content: CellInput): void {
    const column = this.table.columns.get(key);
    if (column === undefined) return;
    const { grid, sheet } = this.table;
    if (content === '' && grid.isEmpty(line.row, column)) return;
    if (content === '') this.cleared++;
    this.turn.builder.put(sheet, line.row, column, content);
  }

  private format(line: RecordLine<KpiSheetKey>, key: KpiSheetKey, format: string): void {
    const column = this.table.columns.get(key);
    if (column !== undefined) this.turn.builder.add({ kind: 'numberFormat', sheet: this.table.sheet, area: { row: line.row, column, rows: 1, columns: 1 }, format });
  }
}

const nameOf = ({ condition }: Line): string => `${condition.id} ${condition.label}`;
