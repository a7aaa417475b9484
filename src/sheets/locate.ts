import type { Catalog } from '../domain/catalog';
import { normalizeLabel } from '../domain/labels';
import type { SeriesKey } from '../domain/series';
import type { NameSnapshot } from '../plan/snapshot';
import { readSheetArea, sameArea, type SheetArea } from '../plan/sheetReference';
import type { PlanAction } from '../plan/workbookPlan';
import { addedNote, missingLineWords } from './addedRows';
import { blocksOf, type Block, type BlockLine } from './blocks';
import type { Grid } from './grid';
import { findTotalColumn, readHeaderRow, type HeaderRow } from './headerRow';
import { matchLines } from './matchLines';
import { foldName, monthsName, totalName, type NameStems } from './names';
import { defineAction, headerNameOf, seriesNamesOf, type WantedName } from './seriesNames';
import { keyOf, type BlockPlace, type MendedNote, type SeriesPlace, type TableMap, type TableNote } from './tableMap';

/** What locating needs to know of a workbook. */
export interface LocateInput {
  readonly catalog: Catalog;
  readonly fiscalYear: number;
  readonly stems: NameStems;
  readonly names: readonly NameSnapshot[];
  readonly grids: ReadonlyMap<string, Grid>;
  /** Rows that somebody added to the definitions: they have no names yet. */
  readonly added: ReadonlySet<string>;
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
  private readonly mended: MendedNote[] = [];
  private readonly warnings: TableNote[] = [];
  private readonly areas: ReadonlyMap<string, SheetArea | null>;
  private readonly titles: ReadonlySet<string>;
  /** Header rows already taken, so that no two blocks share one. */
  private readonly taken = new Set<string>();
  private readonly headers = new Map<string, HeaderRow | null>();

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
    if (found === null && this.isNamedSomewhere(block)) {
      this.warn('undecided', block, `表「${block.table.name}」（${block.headerLabel}）の見出しの月が読み取れません。この表には触れていません。見出しを 4月〜3月 に直して、もう一度実行してください。`, this.areas.get(foldName(block.headerName)) ?? null);
      return;
    }
    if (found === null) {
      this.missing.push(block);
      return;
    }
    this.taken.add(`${found.sheet}!${found.headerRow}`);
    this.blocks.push(found);
    this.wantName(block, headerNameOf(found));
    this.locateLines(found);
  }

  /** Whether any name of the block still points into a sheet that is there: then the table is somewhere, not missing. */
  private isNamedSomewhere(block: Block): boolean {
    const header = this.areas.get(foldName(block.headerName));
    return [...this.lineAreas(block), ...(header ? [header] : [])].some((at) => this.input.grids.has(at.sheet));
  }

  private byHeaderName(block: Block): BlockPlace | null {
    const at = this.areas.get(foldName(block.headerName));
    const grid = at && this.input.grids.get(at.sheet);
    if (!at || !grid) return null;
    const header = readHeaderRow(grid, at.area.row, at.area.column, at.area.column + at.area.columns - 1);
    // Where it is no header, the names of the lines may still tell the right place.
    return header && !this.isAnotherBlock(block, grid, at.area.row, header) ? this.placeOf(block, grid, at.area.row, header) : null;
  }

  /** A header that bears the label of another block of the table: the name has come to point at the wrong one. */
  private isAnotherBlock(block: Block, grid: Grid, row: number, header: HeaderRow): boolean {
    const label = normalizeLabel(grid.text(row, header.labelColumn));
    if (label === normalizeLabel(block.headerLabel)) return false;
    return blocksOf(block.table, this.input.fiscalYear, this.input.stems).some((other) => normalizeLabel(other.headerLabel) === label);
  }

  private bySeriesNames(block: Block): BlockPlace | null {
    for (const at of this.lineAreas(block)) {
      const grid = this.input.grids.get(at.sheet);
      if (!grid) continue;
      for (let row = at.area.row - 1; row >= 0; row--) {
        const header = this.headerAt(grid, row);
        if (!header) continue;
        const isOurs = normalizeLabel(grid.text(row, header.labelColumn)) === normalizeLabel(block.headerLabel) && !this.isTaken(grid, row);
        return isOurs ? this.placeOf(block, grid, row, header) : null;
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
    this.warn('undecided', block, `表「${block.table.name}」（${block.headerLabel}）が${candidates.length}か所にあり、どれか決められないため、触れていません。`, rowPlace(only.grid.name, only.row, only.header));
    return 'unsure';
  }

  private headersBelowTitle(grid: Grid, block: Block): { grid: Grid; row: number; header: HeaderRow }[] {
    const wanted = normalizeLabel(block.table.name);
    const found: { grid: Grid; row: number; header: HeaderRow }[] = [];
    let inTable = false;
    for (let row = 0; row < grid.endRow; row++) {
      const header = this.headerAt(grid, row);
      if (header) {
        const label = normalizeLabel(grid.text(row, header.labelColumn));
        if (inTable && label === normalizeLabel(block.headerLabel) && !this.isTaken(grid, row)) found.push({ grid, row, header });
      } else if (this.isTitle(grid, row)) inTable = this.titleOf(grid, row) === wanted;
    }
    return found;
  }

  /** A title stands alone in its row, a header row close below. */
  private isTitle(grid: Grid, row: number): boolean {
    const filled = Array.from({ length: grid.endColumn }, (_, column) => column).filter((column) => !grid.isEmpty(row, column));
    return filled.length === 1 && this.titles.has(this.titleOf(grid, row)) && [1, 2].some((down) => this.headerAt(grid, row + down) !== null);
  }

  /** Every block looks at the same rows; each is read as a header once. */
  private headerAt(grid: Grid, row: number): HeaderRow | null {
    const key = `${grid.name}!${row}`;
    const known = this.headers.get(key);
    if (known !== undefined) return known;
    const header = readHeaderRow(grid, row);
    this.headers.set(key, header);
    return header;
  }

  private titleOf(grid: Grid, row: number): string {
    for (let column = 0; column < grid.endColumn; column++) if (!grid.isEmpty(row, column)) return normalizeLabel(grid.text(row, column));
    return '';
  }

  private placeOf(block: Block, grid: Grid, headerRow: number, header: HeaderRow): BlockPlace {
    const totalColumn = block.totalLabel === null ? null : (findTotalColumn(header, block.totalLabel) ?? this.namedTotalColumn(block, grid, headerRow, header));
    return { block, sheet: grid.name, headerRow, labelColumn: header.labelColumn, monthColumns: header.monthColumns, totalColumn };
  }

  /** The column that the totals' own names point at, where its heading no longer tells. */
  private namedTotalColumn(block: Block, grid: Grid, row: number, header: HeaderRow): number | null {
    const what = `表「${block.table.name}」（${block.headerLabel}）の計の見出し「${block.totalLabel ?? ''}」`;
    const columns = new Set(block.lines.flatMap((line) => {
      const at = this.areas.get(foldName(totalName(this.stem(line.row.id), line.year)));
      return at?.sheet === grid.name && at.area.columns === 1 && at.area.column > Math.max(...header.monthColumns) ? [at.area.column] : [];
    }));
    const [only, ...others] = columns;
    if (only !== undefined && others.length === 0) {
      this.warn('labelChanged', block, `${what}が変わっています。計の欄はそのまま使います。`, { sheet: grid.name, area: { row, column: only, rows: 1, columns: 1 } });
      return only;
    }
    this.warn('undecided', block, `${what}が見つかりません。計の欄には触れていません。`, rowPlace(grid.name, row, header));
    return null;
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
        this.warn('undecided', place.block, !match && this.isNew(line) ? missingLineWords(place, line, this.input.added.has(line.row.id)) : `「${what}」の行が${match ? '複数考えられるため決められません' : '見つかりません'}。この項目には触れていません。`, headerPlace(place));
        return;
      }
      if (match.kind === 'renamed') {
        this.warn('labelChanged', place.block, `「${what}」の項目名が「${match.label}」に変わっています（${place.sheet} ${match.row + 1}行目）。名前はそのまま使います。`, { sheet: place.sheet, area: { row: match.row, column: place.labelColumn, rows: 1, columns: 1 } });
      }
      const series: SeriesPlace = { line, block: place, row: match.row };
      const before = named[index];
      if (before != null && before !== match.row) this.formerRows.set(keyOf(line), before);
      this.series.set(keyOf(line), series);
      for (const name of seriesNamesOf(series, this.input.stems)) this.wantName(place.block, name, line);
    });
  }

  /** Rows below the header that may bear a line of the block: labelled, before the next header and its title. */
  private candidateRows(grid: Grid, place: BlockPlace): { row: number; label: string }[] {
    const rows: { row: number; label: string }[] = [];
    for (let row = place.headerRow + 1; row < grid.endRow; row++) {
      if (this.headerAt(grid, row)) break;
      if (this.isTitle(grid, row)) break;
      rows.push({ row, label: grid.text(row, place.labelColumn) });
    }
    return rows;
  }

  private wantName(block: Block, wanted: WantedName, line?: BlockLine): void {
    const at = this.areas.get(foldName(wanted.name));
    if (at && at.sheet === wanted.sheet && sameArea(at.area, wanted.area)) return;
    this.repairs.push(defineAction(wanted));
    const place = { sheet: wanted.sheet, area: wanted.area };
    const { name } = wanted;
    if (at === undefined && line && this.input.added.has(line.row.id)) {
      this.mended.push(addedNote(block, line, name, place));
      return;
    }
    const done = at === undefined ? `なくなっていた名前「${name}」を付け直しました。` : `名前「${name}」が指す場所を直しました（${wanted.sheet} ${wanted.area.row + 1}行目）。`;
    const text = at == null ? `名前「${name}」がなくなっています。` : `名前「${name}」が別の場所を指しています。`;
    this.mended.push({ kind: at == null ? 'nameLost' : 'rowMoved', tableId: block.table.id, name, text, done, place });
  }

  private warn(kind: TableNote['kind'], block: Block, text: string, place: SheetArea | null): void {
    this.warnings.push({ kind, tableId: block.table.id, text, place });
  }

  /** Never named so far: a row added to the definitions, or the line of a new year. A deleted row leaves its name behind. */
  private isNew(line: BlockLine): boolean {
    return !this.areas.has(foldName(monthsName(this.stem(line.row.id), line.year)));
  }

  private stem(rowId: string): string {
    return this.input.stems.get(rowId) ?? rowId;
  }

  private isTaken(grid: Grid, row: number): boolean {
    return this.taken.has(`${grid.name}!${row}`);
  }
}

/** From the label to the last month of a row. */
function rowPlace(sheet: string, row: number, at: { readonly labelColumn: number; readonly monthColumns: readonly number[] }): SheetArea {
  const column = Math.min(at.labelColumn, ...at.monthColumns);
  return { sheet, area: { row, column, rows: 1, columns: Math.max(at.labelColumn, ...at.monthColumns) - column + 1 } };
}
const headerPlace = (place: BlockPlace): SheetArea => rowPlace(place.sheet, place.headerRow, place);
