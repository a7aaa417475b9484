import type { Catalog } from '../domain/catalog';
import { spellings, type RowDefinition, type TableDefinition } from '../domain/definitions';
import { normalizeLabel } from '../domain/labels';
import { labelTexts } from '../domain/recognition/labelCells';
import { labelSpan } from '../domain/recognition/labelSpan';
import { textAt } from '../domain/recognition/matrix';
import { findMonthHeaders, type MonthHeader } from '../domain/recognition/monthHeader';
import type { SeriesKey } from '../domain/series';
import type { NameSnapshot } from '../plan/snapshot';
import { readSheetArea, sameArea, type SheetArea } from '../plan/sheetReference';
import type { PlanAction } from '../plan/workbookPlan';
import { alongLine, axisOf, blockSpan, labelToMonths, lineOf, lineWords, monthsSpan, spanOf, type Axis, type BlockPlace, type SeriesPlace, type SheetView } from './blockPlace';
import { addedNote, missingLineWords } from './addedRows';
import { blocksOf, yearHeaderLabel, yearHeaderName, type Block, type BlockLine } from './blocks';
import type { Grid } from './grid';
import { findTotalPosition, HeaderFinder, labelledHeader } from './headerFinder';
import { matchLines, type ExpectedLine, type SheetLine } from './matchLines';
import { foldName, monthsName, totalName, type NameStems } from './names';
import { defineAction, headerNameOf, seriesNamesOf, type WantedName } from './seriesNames';
import { keyOf, type MendedNote, type TableMap, type TableNote } from './tableMap';

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
 * label beside it; where the name is lost or points at another line, by label inside the block;
 * where the header's name is lost, by the names beside it or the table's title. Never guesses:
 * what cannot be decided is left alone and told.
 */
export function locateTables(input: LocateInput): TableMap {
  return new Locator(input).run();
}

class Locator {
  private readonly series = new Map<SeriesKey, SeriesPlace>();
  private readonly formerLines = new Map<SeriesKey, number>();
  private readonly blocks: BlockPlace[] = [];
  private readonly missing: Block[] = [];
  private readonly repairs: PlanAction[] = [];
  private readonly mended: MendedNote[] = [];
  private readonly warnings: TableNote[] = [];
  private readonly areas: ReadonlyMap<string, SheetArea | null>;
  private readonly finder: HeaderFinder;
  /** Headers already taken, so that no two blocks share one. */
  private readonly taken = new Set<string>();
  private readonly blocksByTable: ReadonlyMap<string, readonly Block[]>;

  constructor(private readonly input: LocateInput) {
    this.areas = new Map(input.names.map((name) => [foldName(name.name), readSheetArea(name.refersTo)]));
    const { tables } = input.catalog.definitions;
    this.finder = new HeaderFinder(input.grids, new Set(tables.map((table) => normalizeLabel(table.name))));
    this.blocksByTable = new Map(tables.map((table) => [table.id, blocksOf(table, input.fiscalYear, input.stems, (year) => this.isApart(table, year))]));
  }

  run(): TableMap {
    for (const blocks of this.blocksByTable.values()) for (const block of blocks) this.locateBlock(block);
    const { series, formerLines, missing, repairs, mended, warnings } = this;
    return { series, formerLines, blocks: this.blocks, missing, repairs, mended, warnings };
  }

  /**
   * A year that stands in a block of its own is known by that block's name; without it by its lines' names, which point at another
   * sheet than those of the table's headings; without those by its header below the table's title.
   */
  private isApart(table: TableDefinition, year: number): boolean {
    const { fiscalYear, stems } = this.input;
    if (this.areas.has(foldName(yearHeaderName(table, year, stems)))) return true;
    const sheetsOf = (names: readonly string[]): string[] => names.flatMap((name) => this.areas.get(foldName(name))?.sheet ?? []);
    const own = sheetsOf(table.rows.map((row) => monthsName(this.stem(row.id), year)));
    const headings = sheetsOf(blocksOf(table, fiscalYear, stems).map((block) => block.headerName));
    if (own.length > 0 && headings.length > 0) return own.every((sheet) => !headings.includes(sheet));
    return this.finder.titledHeaders(normalizeLabel(table.name), normalizeLabel(yearHeaderLabel(year))).length > 0;
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
    this.taken.add(headerKey(found, found.headerLine, found.monthPositions));
    this.blocks.push(found);
    this.wantName(found, headerNameOf(found));
    this.locateLines(found);
  }

  /** Whether any name of the block still points into a sheet that is there: then the table is somewhere, not missing. */
  private isNamedSomewhere(block: Block): boolean {
    const header = this.areas.get(foldName(block.headerName));
    return [...this.lineAreas(block), ...(header ? [header] : [])].some((at) => this.input.grids.has(at.sheet));
  }

  /** Only the named cells are looked at: another table may stand beside them. Its labels begin where the name does, whatever the corner says. */
  private byHeaderName(block: Block): BlockPlace | null {
    const at = this.areas.get(foldName(block.headerName));
    const axis = at ? axisOf(at.area) : null;
    const view = at && axis && this.finder.view(at.sheet, axis);
    if (!view) return null;
    // Of two years along one header the name ends with its own.
    const header = findMonthHeaders(view, lineOf(axis, at.area), spanOf(axis, at.area)).at(-1);
    // Where it is no header, the names of the lines may still tell the right place.
    return header && !this.isAnotherBlock(block, view, header) ? this.placeOf(block, view, header) : null;
  }

  /** A header that bears the label of another block of the table: the name has come to point at the wrong one. */
  private isAnotherBlock(block: Block, view: SheetView, header: MonthHeader): boolean {
    const label = normalizeLabel(textAt(view, header.line, header.labels.from));
    if (label === normalizeLabel(block.headerLabel)) return false;
    return this.blocksOf(block.table).some((other) => normalizeLabel(other.headerLabel) === label);
  }

  private bySeriesNames(block: Block): BlockPlace | null {
    for (const at of this.lineAreas(block)) {
      const axis = axisOf(at.area);
      const view = axis && this.finder.view(at.sheet, axis);
      if (!view) continue;
      for (let line = lineOf(axis, at.area) - 1; line >= 0; line--) {
        const found = this.finder.headerOver(view, line, spanOf(axis, at.area));
        if (!found) continue;
        const header = labelledHeader(view, found, normalizeLabel(block.headerLabel)) ?? this.headerOfTheirs(block, view, found);
        return header && !this.isTaken(view, header) ? this.placeOf(block, view, header) : null;
      }
    }
    return null;
  }

  /** A header worded by the staff: right before the first of the block's lines and over exactly their months. */
  private headerOfTheirs(block: Block, view: SheetView, found: MonthHeader): MonthHeader | null {
    const areas = this.lineAreas(block).filter((at) => at.sheet === view.sheet && axisOf(at.area) === view.axis).map((at) => at.area);
    const lines = areas.map((area) => lineOf(view.axis, area));
    const months = monthsSpan(found.months);
    if (found.line !== Math.min(...lines) - 1 || areas.some((area) => !sameArea(area, alongLine(view.axis, lineOf(view.axis, area), months)))) return null;
    const header = { ...found, labels: labelSpan(view, found, lines) };
    return this.isAnotherBlock(block, view, header) ? null : header;
  }

  private lineAreas(block: Block): SheetArea[] {
    return block.lines.flatMap((line) => {
      const at = this.areas.get(foldName(monthsName(this.stem(line.row.id), line.year)));
      return at ? [at] : [];
    });
  }

  private byTitle(block: Block): BlockPlace | 'unsure' | null {
    const candidates = this.finder.titledHeaders(normalizeLabel(block.table.name), normalizeLabel(block.headerLabel)).filter(({ view, header }) => !this.isTaken(view, header));
    const [only, ...others] = candidates;
    if (!only) return null;
    if (others.length === 0) return this.placeOf(block, only.view, only.header);
    this.warn('undecided', block, `表「${block.table.name}」（${block.headerLabel}）が${candidates.length}か所にあり、どれか決められないため、触れていません。`, headerPlace(only.view, only.header));
    return 'unsure';
  }

  private placeOf(block: Block, view: SheetView, header: MonthHeader): BlockPlace {
    const totalPosition = block.totalLabel === null ? null : (findTotalPosition(header, block.totalLabel) ?? this.namedTotalPosition(block, view, header));
    return { block, axis: view.axis, sheet: view.sheet, headerLine: header.line, labels: header.labels, monthPositions: header.months, totalPosition };
  }

  /** The position that the totals' own names point at, where its heading no longer tells. */
  private namedTotalPosition(block: Block, view: SheetView, header: MonthHeader): number | null {
    const what = `表「${block.table.name}」（${block.headerLabel}）の計の見出し「${block.totalLabel ?? ''}」`;
    const positions = new Set(block.lines.flatMap((line) => {
      const at = this.areas.get(foldName(totalName(this.stem(line.row.id), line.year)));
      const span = at?.sheet === view.sheet ? spanOf(view.axis, at.area) : null;
      return span && span.from === span.to && span.from > monthsSpan(header.months).to ? [span.from] : [];
    }));
    const [only, ...others] = positions;
    if (only !== undefined && others.length === 0) {
      this.warn('labelChanged', block, `${what}が変わっています。計の欄はそのまま使います。`, { sheet: view.sheet, area: alongLine(view.axis, header.line, { from: only, to: only }) });
      return only;
    }
    this.warn('undecided', block, `${what}が見つかりません。計の欄には触れていません。`, headerPlace(view, header));
    return null;
  }

  private locateLines(place: BlockPlace): void {
    const view = this.finder.view(place.sheet, place.axis);
    if (!view) return;
    const named = place.block.lines.map((line) => {
      const at = this.areas.get(foldName(monthsName(this.stem(line.row.id), line.year)));
      return at?.sheet === place.sheet && axisOf(at.area) === place.axis ? lineOf(place.axis, at.area) : null;
    });
    const matches = matchLines(this.expectedLines(place.block), named, this.candidateLines(view, place, new Set(named)));
    place.block.lines.forEach((line, index) => {
      const match = matches[index];
      const what = `${place.block.table.name}／${line.row.label}（${place.block.headerLabel}${line.label === line.row.label ? '' : `・${line.label}`}）`;
      if (!match || match.kind === 'unsure') {
        this.warn('undecided', place.block, !match && this.isNew(line) ? missingLineWords(place, line, this.input.added.has(line.row.id)) : `「${what}」の行が${match ? '複数考えられるため決められません' : '見つかりません'}。この項目には触れていません。`, { sheet: place.sheet, area: labelToMonths(place.axis, place.headerLine, place.labels, place.monthPositions) });
        return;
      }
      if (match.kind === 'renamed') {
        this.warn('labelChanged', place.block, `「${what}」の項目名が「${match.label}」に変わっています（${place.sheet} ${lineWords(place.axis, match.at)}）。名前はそのまま使います。`, { sheet: place.sheet, area: alongLine(place.axis, match.at, { from: place.labels.from, to: place.labels.from }) });
      }
      const series: SeriesPlace = { line, block: place, at: match.at };
      const before = named[index];
      if (before != null && before !== match.at) this.formerLines.set(keyOf(line), before);
      this.series.set(keyOf(line), series);
      for (const name of seriesNamesOf(series, this.input.stems)) this.wantName(place, name, line);
    });
  }

  /** A line without a year may be meant where the row has but one year under this header. */
  private expectedLines({ table, lines, headerLabel, headerName }: Block): ExpectedLine[] {
    const others = this.blocksOf(table).filter((other) => other.headerName !== headerName && this.isSamePlace(other.headerName, headerName));
    const years = (row: RowDefinition): number => [...lines, ...others.flatMap((other) => other.lines)].filter((line) => line.row === row).length;
    const isFree = (name: string): boolean => lines.every(({ row, headed }) => headed || !spellings(row).some((one) => normalizeLabel(one) === normalizeLabel(name)));
    return lines.map(({ row, year, label, headed }) => {
      const heading = headed && row.heading !== null && isFree(headerLabel) ? [headerLabel] : [];
      return { printed: label, names: [...spellings(row), ...heading], year, onlyYear: years(row) === 1, headed };
    });
  }

  private isSamePlace(one: string, other: string): boolean {
    const [a, b] = [this.areas.get(foldName(one)), this.areas.get(foldName(other))];
    return a != null && b != null && a.sheet === b.sheet && sameArea(a.area, b.area);
  }

  /** Lines behind the header that may bear a line of the block: before the next header over these positions and its title. */
  private candidateLines(view: SheetView, place: BlockPlace, named: ReadonlySet<number | null>): SheetLine[] {
    const lines: SheetLine[] = [];
    const span = blockSpan(place);
    for (let line = place.headerLine + 1; line < view.lines; line++) {
      // A line that is named is no title, though it bear the table's name and have no figures yet.
      if (this.finder.headerOver(view, line, span) || (!named.has(line) && this.finder.titleOn(view, line, span) !== null)) break;
      const mayHead = !named.has(line) && place.monthPositions.every((position) => view.isEmpty(line, position));
      lines.push({ at: line, texts: labelTexts(view, { line: place.headerLine, labels: place.labels }, line), mayHead });
    }
    return lines;
  }

  private wantName({ block, axis }: BlockPlace, wanted: WantedName, line?: BlockLine): void {
    const at = this.areas.get(foldName(wanted.name));
    if (at && at.sheet === wanted.sheet && sameArea(at.area, wanted.area)) return;
    this.repairs.push(defineAction(wanted));
    const place = { sheet: wanted.sheet, area: wanted.area };
    const { name } = wanted;
    if (at === undefined && line && this.input.added.has(line.row.id)) {
      this.mended.push(addedNote(block, line, name, place));
      return;
    }
    const done = at === undefined ? `なくなっていた名前「${name}」を付け直しました。` : `名前「${name}」が指す場所を直しました（${wanted.sheet} ${lineWords(axis, lineOf(axis, wanted.area))}）。`;
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

  private blocksOf(table: TableDefinition): readonly Block[] {
    return this.blocksByTable.get(table.id) ?? [];
  }

  private stem(rowId: string): string {
    return this.input.stems.get(rowId) ?? rowId;
  }

  private isTaken(view: SheetView, header: MonthHeader): boolean {
    return this.taken.has(headerKey(view, header.line, header.months));
  }
}

const headerKey = ({ sheet, axis }: { readonly sheet: string; readonly axis: Axis }, line: number, months: readonly number[]): string => `${axis} ${sheet}!${line},${months[0] ?? 0}`;

/** The header from its label to the last month. */
const headerPlace = ({ sheet, axis }: SheetView, { line, labels, months }: MonthHeader): SheetArea => ({ sheet, area: labelToMonths(axis, line, labels, months) });
