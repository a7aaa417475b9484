import type { Area } from '../../../../plan/a1';
import type { Border, BorderStyle } from '../../../model/book';
import { colorArgument, oneOf } from '../../arguments';
import { changeStyles, styleAt } from '../../cells/styles';
import { HostError } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import { guardSheet } from '../../rules/guards';
import type { RangeObject } from '../range';

export const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
export type Edge = (typeof EDGES)[number];
type Side = 'top' | 'bottom' | 'left' | 'right';

const LINES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
type Line = (typeof LINES)[number];
type Weight = (typeof WEIGHTS)[number];

/** What .xlsx has one word for, Excel's API has two. Pairs that Excel does not draw are missing. */
const STYLES: Readonly<Record<BorderStyle, readonly [Line, Weight]>> = {
  hair: ['Continuous', 'Hairline'], thin: ['Continuous', 'Thin'], medium: ['Continuous', 'Medium'], thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'], mediumDashed: ['Dash', 'Medium'], dotted: ['Dot', 'Thin'], double: ['Double', 'Thick'],
  dashDot: ['DashDot', 'Thin'], mediumDashDot: ['DashDot', 'Medium'], dashDotDot: ['DashDotDot', 'Thin'], mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};
const BLACK = '#000000';

const TABLE: ClassTable<RangeBorderObject> = classTable('RangeBorder', {
  scalars: {
    SideIndex: { since: '1.1', get: (self) => self.edge },
    Style: { since: '1.1', get: (self) => self.common((border) => (border ? STYLES[border.style][0] : 'None')), set: (self, value) => self.setLine(oneOf(value, LINES, 'border style')) },
    Weight: { since: '1.1', get: (self) => self.common((border) => (border ? STYLES[border.style][1] : 'Thin')), set: (self, value) => self.setWeight(oneOf(value, WEIGHTS, 'border weight')) },
    Color: { since: '1.1', get: (self) => self.common((border) => border?.color ?? BLACK) ?? '', set: (self, value) => self.setColor(colorArgument(value, 'border color')) },
  },
});

function styleOf(line: Line, weight: Weight): BorderStyle {
  const all = Object.keys(STYLES) as BorderStyle[];
  const found = all.find((style) => STYLES[style][0] === line && STYLES[style][1] === weight) ?? all.find((style) => STYLES[style][0] === line);
  if (!found) throw new HostError('InvalidArgument', `border ${line} ${weight}`);
  return found;
}

/** Excel.RangeBorder: one edge of the range, or the lines between its cells. */
export class RangeBorderObject extends HostObject {
  constructor(readonly range: RangeObject, readonly edge: Edge) {
    super(range.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
  override get id(): string {
    return this.edge;
  }

  setLine(line: Line): void {
    this.change((border) => (line === 'None' ? undefined : { ...border, style: styleOf(line, border ? STYLES[border.style][1] : 'Thin') }));
  }
  setWeight(weight: Weight): void {
    this.change((border) => ({ ...border, style: styleOf(border ? STYLES[border.style][0] : 'Continuous', weight) }));
  }
  /** A colour alone draws a thin line. */
  setColor(color: string): void {
    this.change((border) => ({ style: border?.style ?? 'thin', color }));
  }

  /** null where the lines differ. */
  common<T>(pick: (border: Border | undefined) => T): T | null {
    const found = new Set<T>();
    this.eachCell((row, column, side) => found.add(pick(this.borderAt(row, column, side))));
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : null;
  }

  /** A line belongs to both cells beside it: the neighbour's may stand for it, and goes when it is set anew. */
  private change(change: (border: Border | undefined) => Border | undefined): void {
    const { host, sheet } = this.range;
    guardSheet(host, sheet);
    this.eachCell((row, column, side) => {
      const border = change(this.borderAt(row, column, side));
      changeStyles(host.book, sheet, one(row, column), () => ({ [side]: border }));
      const beside = neighbour(row, column, side);
      if (beside.area && styleAt(host.book, sheet, beside.area.row, beside.area.column)[beside.side]) changeStyles(host.book, sheet, beside.area, () => ({ [beside.side]: undefined }));
    });
  }

  private borderAt(row: number, column: number, side: Side): Border | undefined {
    const { host, sheet } = this.range;
    const beside = neighbour(row, column, side);
    return styleAt(host.book, sheet, row, column)[side] ?? (beside.area ? styleAt(host.book, sheet, beside.area.row, beside.area.column)[beside.side] : undefined);
  }

  private eachCell(visit: (row: number, column: number, side: Side) => void): void {
    if (this.range.unbounded) throw new HostError('NotImplemented', 'embedded workbook: borders of whole rows or columns');
    const { row, column, rows, columns } = this.range.area;
    const along = (area: Area, side: Side): void => {
      for (let r = area.row; r < area.row + area.rows; r++) for (let c = area.column; c < area.column + area.columns; c++) visit(r, c, side);
    };
    switch (this.edge) {
      case 'EdgeTop': return along({ row, column, rows: 1, columns }, 'top');
      case 'EdgeBottom': return along({ row: row + rows - 1, column, rows: 1, columns }, 'bottom');
      case 'EdgeLeft': return along({ row, column, rows, columns: 1 }, 'left');
      case 'EdgeRight': return along({ row, column: column + columns - 1, rows, columns: 1 }, 'right');
      case 'InsideHorizontal': return along({ row, column, rows: rows - 1, columns }, 'bottom');
      case 'InsideVertical': return along({ row, column, rows, columns: columns - 1 }, 'right');
    }
  }
}

const one = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

function neighbour(row: number, column: number, side: Side): { area: Area | null; side: Side } {
  switch (side) {
    case 'top': return { area: row === 0 ? null : one(row - 1, column), side: 'bottom' };
    case 'bottom': return { area: one(row + 1, column), side: 'top' };
    case 'left': return { area: column === 0 ? null : one(row, column - 1), side: 'right' };
    case 'right': return { area: one(row, column + 1), side: 'left' };
  }
}
