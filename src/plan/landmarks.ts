import { contentPrint, standingAt } from './content';
import { FormerNames } from './formerNames';
import type { RestorePoint } from './restorePoint';
import { readSheetArea } from './sheetReference';
import type { ReadBlock, WorkbookSnapshot } from './snapshot';

/**
 * By what is known whether lines still stand where they stood: cells that were emptied and names that were taken out are not seen to move, and
 * would come back to other lines. Of each row the typed texts that the plan leaves alone, of each column the topmost; figures change all year.
 */
export interface Landmarks {
  /** The name before the plan. */
  readonly sheet: string;
  readonly rows: readonly Landmark[];
  readonly columns: readonly Landmark[];
}

/** A line that the plan touches, and the print of its texts, which no other line bears. */
export type Landmark = readonly [line: number, print: string];

type Axis = 'rows' | 'columns';
const AXES = ['rows', 'columns'] as const satisfies readonly Axis[];

/** The point with its landmarks, taken from the workbook as the plan saw it; of sheets that were not read there are none. */
export function withLandmarks(point: RestorePoint, seen: WorkbookSnapshot): RestorePoint {
  const touched = touchedLines(point);
  const landmarks = [...touched].flatMap(([sheet, lines]): Landmarks[] => {
    const used = seen.sheets.find((one) => one.name === sheet)?.used;
    if (!used) return [];
    const marks = (axis: Axis): Landmark[] => {
      const prints = new LinePrints(used, axis, lines.written[axis]);
      return [...lines[axis]].flatMap((line): Landmark[] => {
        const print = prints.at(line, line);
        return print === undefined || prints.linesWith(print, line) > 1 ? [] : [[line, print]];
      });
    };
    const [rows, columns] = [marks('rows'), marks('columns')];
    return rows.length + columns.length > 0 ? [{ sheet, rows, columns }] : [];
  });
  return landmarks.length > 0 ? { ...point, landmarks } : point;
}

/** Sheets, by their names now, whose lines stand elsewhere by now. `now` must hold them whole. */
export function movedSheets(point: RestorePoint, now: WorkbookSnapshot): string[] {
  const names = new FormerNames(point, now);
  const touched = touchedLines(point);
  return (point.landmarks ?? []).flatMap((marks) => {
    const current = names.current(marks.sheet);
    const used = current === null ? null : names.sheet(current)?.used;
    const lines = touched.get(marks.sheet);
    if (current === null || !used || !lines) return [];
    const isMoved = AXES.some((axis) => {
      const prints = new LinePrints(used, axis, lines.written[axis]);
      return marks[axis].some(([line, print]) => prints.at(line, line) !== print && prints.linesWith(print, line) > 0);
    });
    return isMoved ? [current] : [];
  });
}

interface TouchedLines {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
  /** Cells that are written: the columns of each row, and the rows of each column. */
  readonly written: Readonly<Record<Axis, Map<number, Set<number>>>>;
}

function touchedLines(point: RestorePoint): Map<string, TouchedLines> {
  const all = new Map<string, TouchedLines>();
  const of = (sheet: string): TouchedLines => {
    const lines = all.get(sheet) ?? { rows: new Set(), columns: new Set(), written: { rows: new Map(), columns: new Map() } };
    all.set(sheet, lines);
    return lines;
  };
  const note = (lines: Map<number, Set<number>>, line: number, cross: number): void => { lines.set(line, (lines.get(line) ?? new Set()).add(cross)); };
  for (const { sheet, runs } of point.sheets) {
    for (const { row, column, after } of runs) {
      const { rows, columns, written } = of(sheet);
      rows.add(row);
      after.forEach((content, index) => {
        columns.add(column + index);
        if (content === null) return;
        note(written.rows, row, column + index);
        note(written.columns, column + index, row);
      });
    }
  }
  for (const { before } of point.names) {
    const place = before && readSheetArea(before.refersTo);
    if (!place) continue;
    const { rows, columns } = of(place.sheet);
    for (const row of [place.area.row, place.area.row + place.area.rows - 1]) rows.add(row);
    for (const column of [place.area.column, place.area.column + place.area.columns - 1]) columns.add(column);
  }
  return all;
}

interface Prints {
  readonly lines: readonly (string | undefined)[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Prints of the lines of a block, without the cells that a plan writes: which those are goes by the line that is looked for. */
class LinePrints {
  private readonly known = new Map<string, Prints>();
  /** Where a text stands on any line: cells of figures alone do not tell written lines apart, or each would cost a walk over the block. */
  private readonly texts: ReadonlySet<number>;

  constructor(private readonly block: ReadBlock, private readonly axis: Axis, private readonly written: ReadonlyMap<number, ReadonlySet<number>>) {
    const { area, formulas } = block;
    const cross = (down: number, right: number): number => (axis === 'rows' ? area.column + right : area.row + down);
    this.texts = new Set(formulas.flatMap((line, down) => line.flatMap((content, right) => (typeof content === 'string' && content !== '' ? [cross(down, right)] : []))));
  }

  /** undefined: no texts stand there. */
  at(line: number, as: number): string | undefined {
    return this.prints(as).lines[line - this.first];
  }

  linesWith(print: string, as: number): number {
    return this.prints(as).counts.get(print) ?? 0;
  }

  private get first(): number {
    return this.axis === 'rows' ? this.block.area.row : this.block.area.column;
  }

  private prints(as: number): Prints {
    const skipped = new Set([...(this.written.get(as) ?? [])].filter((cross) => this.texts.has(cross)));
    const key = [...skipped].join();
    const found = this.known.get(key);
    if (found) return found;
    const lines = Array.from({ length: this.block.area[this.axis] }, (_, index) => this.printOf(this.first + index, skipped));
    const counts = new Map<string, number>();
    for (const print of lines) if (print !== undefined) counts.set(print, (counts.get(print) ?? 0) + 1);
    const prints = { lines, counts };
    this.known.set(key, prints);
    return prints;
  }

  private printOf(line: number, skipped: ReadonlySet<number>): string | undefined {
    const { area } = this.block;
    const texts: string[] = [];
    const [from, count] = this.axis === 'rows' ? [area.column, area.columns] : [area.row, area.rows];
    for (let cross = from; cross < from + count; cross++) {
      if (skipped.has(cross)) continue;
      const content = this.axis === 'rows' ? standingAt(this.block, line, cross) : standingAt(this.block, cross, line);
      if (typeof content !== 'string' || content === '') continue;
      texts.push(content);
      if (this.axis === 'columns') break;
    }
    return texts.length > 0 ? contentPrint(texts.join('\n')) : undefined;
  }
}
