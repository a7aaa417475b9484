import type { Catalog } from '../domain/catalog';
import { normalizeLabel } from '../domain/labels';
import type { SeriesKey } from '../domain/series';
import type { NameSnapshot } from '../plan/snapshot';
import { readSheetArea, sameArea, type SheetArea } from '../plan/sheetReference';
import type { PlanAction } from '../plan/workbookPlan';
import { blocksOf, type Block } from './blocks';
import type { Grid } from './grid';
import { readHeaderRow, type HeaderRow } from './headerRow';
import { matchLines } from './matchLines';
import { foldName, monthsName, type NameStems } from './names';
import { defineAction, headerNameOf, seriesNamesOf, type WantedName } from './seriesNames';
import { keyOf, type BlockPlace, type SeriesPlace, type TableMap } from './tableMap';

/** What locating needs to know of a workbook. */
export interface LocateInput {
  readonly catalog: Catalog;
  readonly fiscalYear: number;
  readonly stems: NameStems;
  readonly names: readonly NameSnapshot[];
  readonly grids: ReadonlyMap<string, Grid>;
}

/**
 * Finds every series of the definitions in the workbook: by its defined name, checked against the
 * label beside it; where the name is lost or points at another row, by label inside the block;
 * where the header's name is lost, by the names beside it or the table's title. Never guesses:
 * what cannot be decided is left alone and told.
 */
export function locateTables(input: LocateInput): TableMap {
  return new Locator(input).run();
}

class Locator {
  private readonly series = new Map<SeriesKey, SeriesPlace>();
  private readonly formerRows = new Map<SeriesKey, number>();
  private readonly blocks: BlockPlace[] = [];
  private readonly missing: Block[] = [];
  private readonly repairs: PlanAction[] = [];
  private readonly mended: string[] = [];
  private readonly warnings: string[] = [];
  private readonly areas: ReadonlyMap<string, SheetArea | null>;
  private readonly titles: ReadonlySet<string>;
  /** Header rows already taken, so that no two blocks share one. */
  private readonly taken = new Set<string>();

  constructor(private readonly input: LocateInput) {
    this.areas = new Map(input.names.map((name) => [foldName(name.name), readSheetArea(name.refersTo)]));
    this.titles = new Set(input.catalog.definitions.tables.map((table) => normalizeLabel(table.name)));
  }

  run(): TableMap {
    const blocks = this.input.catalog.definitions.tables.flatMap((table) => blocksOf(table, this.input.fiscalYear, this.input.stems));
    for (const block of blocks) this.locateBlock(block);
    const { series, formerRows, missing, repairs, mended, warnings } = this;
    return { series, formerRows, blocks: this.blocks, missing, repairs, mended, warnings };
  }

  private locateBlock(block: Block): void {
    const found = this.byHeaderName(block) ?? this.bySeriesNames(block) ?? this.byTitle(block);
    if (found === 'unsure') return;
    if (found === null) {
      this.missing.push(block);
      return;
    }
    this.taken.add(`${found.sheet}!${found.headerRow}`);
    this.blocks.push(found);
    this.wantName(headerNameOf(found));
    this.locateLines(found);
  }

  private byHeaderName(block: Block): BlockPlace | 'unsure' | null {
    const at = this.areas.get(foldName(block.headerName));
    const grid = at && this.input.grids.get(at.sheet);
    if (!at || !grid) return null;
    const header = readHeaderRow(grid, at.area.row, at.area.column, at.area.column + at.area.columns - 1);
    if (!header) {
      // The names of the lines may still tell the right place.
      if (this.lineAreas(block).length > 0) return null;
      this.warnings.push(`表「${block.table.name}」（${block.headerLabel}）の見出しの月が読み取れません（${at.sheet} ${at.area.row + 1}行目）。この表には触れていません。見出しを 4月〜3月 に直して、もう一度実行してください。`);
      return 'unsure';
    }
    return this.placeOf(block, grid, at.area.row, header);
  }

  private bySeriesNames(block: Block): BlockPlace | null {
    for (const at of this.lineAreas(block)) {
      const grid = this.input.grids.get(at.sheet);
      if (!grid) continue;
      for (let row = at.area.row - 1; row >= 0; row--) {
        const header = readHeaderRow(grid, row);
        if (header) return this.isTaken(grid, row) ? null : this.placeOf(block, grid, row, header);
      }
    }
    return null;
  }

  private lineAreas(block: Block): SheetArea[] {
    return block.lines.flatMap((line) => {
      const at = this.areas.get(foldName(monthsName(this.stem(line.row.id), line.year)));
      return at ? [at] : [];
    });
  }

  private byTitle(block: Block): BlockPlace | 'unsure' | null {
    const candidates = [...this.input.grids.values()].flatMap((grid) => this.headersBelowTitle(grid, block));
    const [only, ...others] = candidates;
    if (!only) return null;
    if (others.length === 0) return this.placeOf(block, only.grid, only.row, only.header);
    this.warnings.push(`表「${block.table.name}」（${block.headerLabel}）が${candidates.length}か所にあり、どれか決められないため、触れていません。`);
    return 'unsure';
  }

  private headersBelowTitle(grid: Grid, block: Block): { grid: Grid; row: number; header: HeaderRow }[] {
    const wanted = normalizeLabel(block.table.name);
    const found: { grid: Grid; row: number; header: HeaderRow }[] = [];
    let inTable = false;
    for (let row = 0; row < grid.endRow; row++) {
      const header = readHeaderRow(grid, row);
      if (header) {
        const label = normalizeLabel(grid.text(row, header.labelColumn));
        if (inTable && label === normalizeLabel(block.headerLabel) && !this.isTaken(grid, row)) found.push({ grid, row, header });
      } else if (this.isTitle(grid, row)) inTable = this.titleOf(grid, row) === wanted;
    }
    return found;
  }

  /** A title stands alone in its row, a header row close below. */
  private isTitle(grid: Grid, row: number): boolean {
    return this.titles.has(this.titleOf(grid, row)) && [1, 2].some((down) => readHeaderRow(grid, row + down) !== null);
  }

  private titleOf(grid: Grid, row: number): string {
    for (let column = 0; column < grid.endColumn; column++) if (!grid.isEmpty(row, column)) return normalizeLabel(grid.text(row, column));
    return '';
  }

  private placeOf(block: Block, grid: Grid, headerRow: number, header: HeaderRow): BlockPlace {
    return { block, sheet: grid.name, headerRow, labelColumn: header.labelColumn, monthColumns: header.monthColumns, totalColumn: block.totalLabel === null ? null : header.totalColumn };
  }

  private locateLines(place: BlockPlace): void {
    const grid = this.input.grids.get(place.sheet);
    if (!grid) return;
    const named = place.block.lines.map((line) => {
      const at = this.areas.get(foldName(monthsName(this.stem(line.row.id), line.year)));
      return at?.sheet === place.sheet ? at.area.row : null;
    });
    const matches = matchLines(place.block.lines.map((line) => line.label), named, this.candidateRows(grid, place));
    place.block.lines.forEach((line, index) => {
      const match = matches[index];
      const what = `${place.block.table.name}／${line.row.label}（${place.block.headerLabel}${line.label === line.row.label ? '' : `・${line.label}`}）`;
      if (!match || match.kind === 'unsure') {
        this.warnings.push(`「${what}」の行が${match ? '複数考えられるため決められません' : '見つかりません'}。この項目には触れていません。`);
        return;
      }
      if (match.kind === 'renamed') {
        this.warnings.push(`「${what}」の項目名が「${match.label}」に変わっています（${place.sheet} ${match.row + 1}行目）。名前はそのまま使います。`);
      }
      const series: SeriesPlace = { line, block: place, row: match.row };
      const before = named[index];
      if (before != null && before !== match.row) this.formerRows.set(keyOf(line), before);
      this.series.set(keyOf(line), series);
      for (const name of seriesNamesOf(series, this.input.stems)) this.wantName(name);
    });
  }

  /** Rows below the header that may bear a line of the block: labelled, before the next header and its title. */
  private candidateRows(grid: Grid, place: BlockPlace): { row: number; label: string }[] {
    const rows: { row: number; label: string }[] = [];
    for (let row = place.headerRow + 1; row < grid.endRow; row++) {
      if (readHeaderRow(grid, row)) break;
      if (this.isTitle(grid, row)) break;
      rows.push({ row, label: grid.text(row, place.labelColumn) });
    }
    return rows;
  }

  private wantName(wanted: WantedName): void {
    const at = this.areas.get(foldName(wanted.name));
    if (at && at.sheet === wanted.sheet && sameArea(at.area, wanted.area)) return;
    this.repairs.push(defineAction(wanted));
    this.mended.push(at === undefined ? `なくなっていた名前「${wanted.name}」を付け直しました。` : `名前「${wanted.name}」が指す場所を直しました（${wanted.sheet} ${wanted.area.row + 1}行目）。`);
  }

  private stem(rowId: string): string {
    return this.input.stems.get(rowId) ?? rowId;
  }

  private isTaken(grid: Grid, row: number): boolean {
    return this.taken.has(`${grid.name}!${row}`);
  }
}
