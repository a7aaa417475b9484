import { cellA1 } from '../../plan/a1';
import type { WorkbookSnapshot } from '../../plan/snapshot';
import { publishFaults } from '../../domain/publish/publishFaults';
import { counted } from '../../domain/counted';
import { lastEvaluation } from '../view/month';
import { foldName, freeSheetName, isOutputName, outputName, sheetNamePart } from '../names';
import { outputSheet, outputSheets } from '../outputs';
import { PlanBuilder } from '../planBuilder';
import { firstOf } from '../some';
import { staleKpis } from '../staleKpis';
import { stopIfDamaged, type Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { KPI_PART, kpiTable } from './kpiTable';
import { monthlyTable } from './monthlyTables';
import type { PublishedTable } from './publishedTable';
import { cellsOf, writeTable } from './writeTable';
import { yearlyTable } from './yearlyTable';

/** IDs of tables to publish; KPI and 実績値 are the lists beside the groups. */
export type PublishRequest = readonly string[] | 'all';

export interface Publishable {
  readonly id: string;
  readonly name: string;
  /** null: a list beside the groups. */
  readonly group: string | null;
}

/** What may be published of a workbook, in the order of its tables. */
export function publishables(state: WorkbookState): Publishable[] {
  const standing = new Set(state.map.blocks.map((block) => block.block.table.id));
  const tables = state.definitions.tables.filter((table) => standing.has(table.id));
  return [
    ...(state.lists.kpis ? [{ id: KPI_PART, name: KPI_PART, group: null }] : []),
    ...state.definitions.groups.flatMap((group) => tables.filter((table) => table.group === group).map((table) => ({ id: table.id, name: table.name, group }))),
    ...(state.lists.yearly ? [{ id: YEARLY_ID, name: '年1回の実績値', group: null }] : []),
  ];
}
const YEARLY_ID = '実績値';
const TAB = '#7F7F7F';

/**
 * 公表用シート作成: a sheet of values for each table chosen, after the ministry's rules; what the add-in made before is made anew. A sheet that merely has the title of one
 * of these is somebody's and stays.
 */
export function thinkPublication(state: WorkbookState, request: PublishRequest): Thought {
  const stopped = stopIfDamaged(state);
  if (stopped) return stopped;
  const year = state.fiscalYear;
  const offered = publishables(state);
  const chosen = request === 'all' ? offered : offered.filter((one) => request.includes(one.id));
  if (year === null || chosen.length === 0) return refused(offered.length === 0 ? '公表できる表がありません。先に「表を配置」または「表を認識」を実行してください。' : '公表する表が選ばれていません。表を選んでから、もう一度実行してください。');
  const writing = new Publication(state);
  for (const one of chosen) {
    if (one.id === KPI_PART && one.group === null) writing.addKpis(kpiTable(state, year));
    else if (one.id === YEARLY_ID && one.group === null) writing.add(yearlyTable(state));
    else for (const table of state.definitions.tables.filter((each) => each.id === one.id)) writing.add(monthlyTable(state, table, year));
  }
  return writing.thought(chosen.length === offered.length);
}

/** Sheets made before, which are compared with what they should say. */
export const publishedSheets = (index: WorkbookSnapshot): string[] => [...outputSheets(index, 'publish')];

const refused = (why: string): Thought => ({ plan: { actions: [] }, done: [], warnings: [`${why}何も変更していません。`] });

class Publication {
  private readonly builder = new PlanBuilder();
  private readonly taken: { readonly name: string }[];
  private readonly made: string[] = [];
  private readonly renewed: string[] = [];
  private readonly will: string[] = [];
  private readonly warnings: string[] = [];
  private readonly current: string[] = [];
  private readonly handled = new Set<string>();

  constructor(private readonly state: WorkbookState) {
    this.taken = [...state.snapshot.sheets];
  }

  /** Marks are published as judged, or not at all. */
  addKpis(table: PublishedTable | null): void {
    this.handled.add(foldName(outputName('publish', KPI_PART)));
    if (lastEvaluation(this.state) === null) this.warnings.push('KPIはまだ評価していないため、KPIの公表用シートは作成していません。先に「KPI評価」を実行してください。');
    else if (staleKpis(this.state).length > 0) this.warnings.push('評価後に数値が変更されているため、KPIの公表用シートは作成していません。KPI評価をやり直してください。');
    else this.add(table);
  }

  add(table: PublishedTable | null): void {
    if (table === null) return;
    const { builder, state } = this;
    const name = outputName('publish', table.part);
    this.handled.add(foldName(name));
    if (table.rows.length === 0) {
      this.warnings.push(`表「${table.title}」には行がないため、公表用シートを作成していません。`);
      return;
    }
    this.tellFaults(table);
    const standing = outputSheet(state.snapshot, name);
    const grid = standing === null ? undefined : state.grids.get(standing);
    if (standing !== null && grid) {
      const written = writeTable(builder, standing, table, grid);
      if (written === 0) this.current.push(standing);
      else {
        this.renewed.push(standing);
        this.will.push(`シート「${standing}」の${written}個のセルを、今の表のとおりに書き直します。手で直したところも元の表に合わせます。`);
      }
      const charts = grid.sheet.charts ?? [];
      if (charts.length > 0) this.warnings.push(`シート「${standing}」に図（${charts.join('、')}）があります。公表する前に外してください。`);
      return;
    }
    const wanted = `公表_${sheetNamePart(table.title)}`;
    const sheet = freeSheetName(wanted, this.taken);
    if (foldName(sheet) !== foldName(wanted.slice(0, sheet.length))) this.warnings.push(`シート「${wanted}」は別の内容のため、そのままにします。公表用のシートは「${sheet}」です。`);
    this.taken.push({ name: sheet });
    builder.add({ kind: 'addSheet', sheet, tabColor: TAB });
    writeTable(builder, sheet, table, null);
    builder.add({ kind: 'defineName', name, sheet, area: { row: 0, column: 0, rows: 1, columns: table.headings.length }, comment: `公表用シート「${table.title}」の見出し` });
    this.made.push(sheet);
  }

  /** `whole`: everything there is was chosen, so that what is left over has no table any more. */
  thought(whole: boolean): Thought {
    const left = whole ? this.leftOver() : [];
    if (left.length > 0) this.warnings.push(`シート${left.map((sheet) => `「${sheet}」`).join('')}は元の表がないため、以前のまま残しています。公表しないときは削除してください。`);
    return {
      plan: this.builder.build(this.state.snapshot.names),
      will: this.will,
      done: [
        ...(this.made.length > 0 ? [`${counted(this.made.length)}の公表用シートを作成しました。`] : []),
        ...(this.renewed.length > 0 ? [`シート${this.renewed.map((sheet) => `「${sheet}」`).join('')}を今の表に合わせました。`] : []),
        ...(this.current.length > 0 ? [`${this.current.length}枚の公表用シートは最新です。`] : []),
      ],
      warnings: this.warnings,
    };
  }

  private leftOver(): string[] {
    const { snapshot } = this.state;
    const kept = new Set(snapshot.names.filter((name) => isOutputName(name.name, 'publish') && !this.handled.has(foldName(name.name))).map((name) => outputSheet(snapshot, name.name)));
    return [...outputSheets(snapshot, 'publish')].filter((sheet) => kept.has(sheet));
  }

  private tellFaults(table: PublishedTable): void {
    const faults = publishFaults({ cells: cellsOf(table), merged: 0, objects: 0 });
    const told = [...new Set(faults.map(({ row, column, what }) => `${row === 0 ? cellA1(row, column) : `${String(cellsOf(table)[row]?.[table.headings.indexOf('項目')] ?? cellA1(row, column))}`}: ${what}`))];
    if (told.length > 0) this.warnings.push(`表「${table.title}」は公表のきまりに合わないところがあります（${firstOf(told, 3, '件')}）。表定義を直してから、もう一度実行してください。`);
    if (table.strange.length > 0) this.warnings.push(`表「${table.title}」の機種依存文字（${table.strange.join('')}）は、公表用シートでは別の書き方にしました。`);
  }
}
