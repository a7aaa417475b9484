import type { SeedFigures } from '../domain/figures';
import { counted } from '../domain/counted';
import { fiscalYearLabel, readFiscalYear } from '../domain/fiscalYear';
import type { BlockPlace } from './blockPlace';
import type { Block } from './blocks';
import { readSheetArea } from '../plan/sheetReference';
import { fittingIndicators, INDICATOR_SHEET, layoutIndicatorSheet } from './indicatorLayout';
import { asOfFormula, KPI_SHEET, layoutKpiSheet } from './kpiSheet';
import { writeBlocks } from './newBlocks';
import { firstTableRow, layoutMonthlySheet, MONTHLY_TAB, planBlocks, type PlannedBlock } from './monthlySheet';
import { mendPlaces } from './mend';
import { ANCHORS, freeSheetName, type AnchorKey } from './names';
import { PlanBuilder } from './planBuilder';
import { layoutPlanSheet, PLAN_SHEET, type PlanSheetKey } from './planSheet';
import { anchorAction, plannedPlace, type RecordPlace, type RecordSheetSpec } from './recordTable';
import { layoutTableSheet, TABLE_SHEET } from './tableSheet';
import { stopIfDamaged, type Thought } from './thought';
import type { WorkbookState } from './workbookState';
import { layoutYearlySheet, YEARLY_SHEET } from './yearlySheet';

/** What 表を配置 is asked for. The seed's figures go only into what is laid out now. */
export interface LayoutRequest {
  readonly seed: SeedFigures | null;
  readonly fiscalYear: number;
  /** IDs of the tables to be laid out, and no list besides; null or not given: all that is missing. */
  readonly only?: ReadonlySet<string> | null;
  /** IDs of tables that the workbook never had. */
  readonly unheardOf?: ReadonlySet<string>;
  /** A sentence that says where the seed's figures come from. */
  readonly figuresFrom?: string;
}

const TABS: Readonly<Record<string, string>> = { 事業計画: '#1F3864', KPI: '#1F4E9E', 業績評価: '#1F4E9E', 表定義: '#7F7F7F', 実績値: '#1F4E9E' };

/** Lays out what the workbook does not have yet, and mends the names of what it has. */
export function thinkLayout(state: WorkbookState, request: LayoutRequest): Thought {
  return stopIfDamaged(state) ?? new LayoutThinker(state, request).think();
}

class LayoutThinker {
  private readonly builder = new PlanBuilder();
  private readonly done: string[] = [];
  private readonly will: string[] = [];
  private readonly warnings: string[] = [];
  /** Those there are and those about to be. */
  private readonly sheets: { readonly name: string }[];
  /** An untouched first sheet is used instead of leaving it lying about. */
  private spareSheet: string | null;

  constructor(private readonly state: WorkbookState, private readonly request: LayoutRequest) {
    this.sheets = [...state.snapshot.sheets];
    const [only, ...others] = state.snapshot.sheets;
    this.spareSheet = only && others.length === 0 && only.used === null && (only.charts ?? []).length === 0 ? only.name : null;
  }

  think(): Thought {
    const { state, builder } = this;
    const { lists } = state;
    if (this.request.only) return this.thought(this.monthly());
    const planPlace = this.list('planRows', PLAN_SHEET, lists.planRows?.table ?? null);
    const kpiPlace = this.list('kpis', KPI_SHEET, lists.kpis?.table ?? null);
    const asOf = asOfFormula(kpiPlace.sheet, lists.kpis?.table ?? null);
    if (planPlace.isNew) layoutPlanSheet(builder, planPlace.sheet, planPlace, kpiPlace, state.definitions.planRows, this.request.seed?.marks ?? [], asOf);
    if (kpiPlace.isNew) this.warnOfOldTargets();
    if (kpiPlace.isNew) layoutKpiSheet(builder, kpiPlace.sheet, state.definitions.kpis, this.request.seed?.ranks ?? []);
    this.indicators(planPlace, asOf);
    const laidOut = this.monthly();
    const yearlyPlace = this.list('yearly', YEARLY_SHEET, lists.yearly?.table ?? null);
    if (yearlyPlace.isNew) layoutYearlySheet(builder, yearlyPlace.sheet, yearlyPlace, state.definitions.yearly, this.request.seed?.yearly ?? [], this.request.fiscalYear);
    const tablePlace = this.list('tables', TABLE_SHEET, lists.tables?.table ?? null);
    if (tablePlace.isNew) layoutTableSheet(builder, tablePlace.sheet, state.definitions, state.stems, this.request.fiscalYear, this.request.seed?.branch ?? state.branch);
    return this.thought(laidOut);
  }

  private indicators(plan: RecordPlace<PlanSheetKey>, asOf: string | null): void {
    const { state, builder } = this;
    const place = this.list('indicators', INDICATOR_SHEET, state.lists.indicators?.table ?? null);
    if (!place.isNew) return;
    const { indicators, changed } = fittingIndicators(state.definitions, state.catalog);
    layoutIndicatorSheet(builder, place.sheet, { plan, asOf }, indicators, this.request.seed?.indicators ?? []);
    if (changed > 0) this.warnings.push(`シート「${place.sheet}」の指標 ${changed}件は、参照する表・KPI・事業計画の行がこのブックにないため、その欄を空けました。入力値を使えます。`);
  }

  private thought(laidOut: readonly string[]): Thought {
    const { state, builder } = this;
    const mended = mendPlaces(builder, state, laidOut);
    return { plan: builder.build(state.snapshot.names), will: this.will, done: [...this.done, ...mended.done], warnings: [...mended.warnings, ...this.warnings] };
  }

  /** The standard targets are those of one year; a later year's plan has its own. */
  private warnOfOldTargets(): void {
    const years = this.state.definitions.kpis.flatMap((kpi) => kpi.conditions.flatMap((one) => readFiscalYear(/(?:令和|平成)(?:\d+|元)年度(?=事業計画)/.exec(one.targetSource)?.[0] ?? '') ?? []));
    const old = Math.max(...years);
    if (years.length === 0 || old === this.request.fiscalYear) return;
    this.warnings.push(`シート「KPI」の目標値は${fiscalYearLabel(old)}のものです。${fiscalYearLabel(this.request.fiscalYear)}の目標値に直してから評価してください。`);
  }

  /** The place of a list: where it stands, or on a new sheet. */
  private list<K extends string>(key: AnchorKey, spec: RecordSheetSpec<K>, found: RecordPlace<K> | null): RecordPlace<K> & { readonly isNew: boolean } {
    const anchor = ANCHORS[key];
    const place = found ?? plannedPlace(this.addSheet(anchor.sheet, TABS[anchor.sheet]), spec);
    if (!found || !this.anchored(anchor.name, place.sheet, place.headerRow)) {
      this.builder.add(anchorAction(key, place));
      if (found) this.done.push(`シート「${place.sheet}」の名前「${anchor.name}」を付け直しました。`);
    }
    return { ...place, isNew: !found };
  }

  private anchored(name: string, sheet: string, row: number): boolean {
    const found = this.state.snapshot.names.find((one) => one.name === name);
    const at = found && readSheetArea(found.refersTo);
    return at?.sheet === sheet && at.area.row === row;
  }

  /** Gives the IDs of the tables and rows it lays out. */
  private monthly(): string[] {
    const { state, builder } = this;
    const planned: PlannedBlock[] = [];
    for (const group of state.definitions.groups) {
      const blocks = state.map.missing.filter((block) => block.table.group === group && (this.request.only?.has(block.table.id) ?? true));
      if (blocks.length > 0) planned.push(...this.groupSheet(group, blocks));
    }
    writeBlocks(builder, planned, state, this.request.seed);
    if (planned.length === 0) return [];
    const tables = new Set(planned.map((block) => block.place.block.table.id)).size;
    const series = planned.reduce((count, block) => count + block.series.length, 0);
    const figures = this.request.figuresFrom ?? (this.request.seed ? `数値は「${this.request.seed.branch} ${fiscalYearLabel(this.request.seed.fiscalYear)}」のものです。` : '数値は空欄です。');
    this.will.push(`${counted(tables)}の表（${series}行）を配置します。${figures}`);
    this.done.push(`${counted(tables)}の表（${series}行）を配置し、名前を付けました。${figures}`);
    return planned.flatMap(({ place, series: places }) => [place.block.table.id, ...places.map((one) => one.line.row.id)]);
  }

  private groupSheet(group: string, blocks: readonly Block[]): PlannedBlock[] {
    const existing = this.groupHome(group);
    if (existing !== null) {
      const start = Math.max(firstTableRow, (this.state.grids.get(existing)?.endRow ?? 0) + 2);
      this.tellHome(existing, blocks);
      return planBlocks(existing, blocks, start);
    }
    const sheet = this.addSheet(group, MONTHLY_TAB);
    const planned = planBlocks(sheet, blocks, firstTableRow);
    layoutMonthlySheet(this.builder, sheet, group, this.request.fiscalYear, planned);
    return planned;
  }

  /** Below the group's other tables: of one that was there once, the old cells may still be somewhere. */
  private tellHome(sheet: string, blocks: readonly Block[]): void {
    const names = (unheardOf: boolean): string => [...new Set(blocks.filter((block) => (this.request.unheardOf?.has(block.table.id) ?? false) === unheardOf).map((block) => block.table.name))].join('、');
    const [lost, added] = [names(false), names(true)];
    if (lost !== '') {
      const which = `シート「${sheet}」の下に、見つからなかった表（${lost}）を配置`;
      this.will.push(`${which}します。元の表が残っている場合は、先に確認してください。`);
      this.done.push(`${which}しました。元の表が残っている場合は確認してください。`);
    }
    if (added !== '') {
      this.will.push(`シート「${sheet}」の下に、新しい表（${added}）を配置します。`);
      this.done.push(`シート「${sheet}」の下に、新しい表（${added}）を配置しました。`);
    }
  }

  /** The sheet that bears the group's other tables now, of the latest year. A sheet that merely has the group's name is somebody else's. */
  private groupHome(group: string): string | null {
    const blocks = this.state.map.blocks.filter((block) => block.block.table.group === group);
    const yearOf = ({ block }: BlockPlace): number => Math.max(...block.lines.map((line) => line.year));
    const latest = Math.max(...blocks.map(yearOf));
    return blocks.find((block) => yearOf(block) === latest)?.sheet ?? null;
  }

  private addSheet(wanted: string, tabColor: string | undefined): string {
    const name = freeSheetName(wanted, this.sheets);
    this.sheets.push({ name });
    if (this.spareSheet !== null) {
      this.builder.add({ kind: 'renameSheet', sheet: this.spareSheet, to: name });
      this.done.push(`空のシート「${this.spareSheet}」を「${name}」として使いました。`);
      this.spareSheet = null;
    } else {
      this.builder.add({ kind: 'addSheet', sheet: name, ...(tabColor === undefined ? {} : { tabColor }) });
      this.done.push(`シート「${name}」を追加しました。`);
    }
    return name;
  }
}
