import { normalizeLabel } from '../../domain/labels';
import { MOST_LINES } from '../cellReading';
import type { LeftLine } from './assign';
import type { Shape, ShapedBlock, ShapedRow } from './shape';

/** The lines that 表定義 has left: what is written below those that are read would be lost to every later job. */
export class DefinitionRoom {
  private lines: number;

  constructor(taken: number) {
    this.lines = MOST_LINES - taken;
  }

  /** A shape without the rows that find no room, and what is told of those. `isNew`: the table takes a line itself. */
  fit(shape: Shape, isNew: boolean): { readonly shape: Shape; readonly noRoom: readonly LeftLine[] } {
    const room = this.lines - Number(isNew);
    const own = new Set<string>();
    const fits = ({ rowId, label }: ShapedRow): boolean => {
      if (rowId !== null || own.has(normalizeLabel(label))) return true;
      if (own.size >= room) return false;
      own.add(normalizeLabel(label));
      return true;
    };
    const parts = shape.blocks.map((block) => {
      const rows = new Set(block.rows.filter(fits));
      return { block: { ...block, rows: [...rows] }, noRoom: tell(block, block.rows.filter((row) => !rows.has(row))) };
    });
    const blocks = parts.map(({ block }) => block).filter((block) => block.rows.length > 0);
    this.lines -= own.size + Number(isNew && blocks.length > 0);
    return { shape: { ...shape, blocks }, noRoom: parts.flatMap(({ noRoom }) => noRoom) };
  }
}

function tell({ placement }: ShapedBlock, rows: readonly ShapedRow[]): LeftLine[] {
  const line = rows[0]?.lines[0]?.line.line;
  if (line === undefined) return [];
  const reason = `「${rows[0]?.label ?? ''}」${rows.length > 1 ? `など${rows.length.toLocaleString('en-US')}項目` : ''}は、「表定義」に書ける${MOST_LINES.toLocaleString('en-US')}行を超えるため、加えていません。「表定義」の要らない行を減らすと加えられます。`;
  return [{ table: placement.table, line, reason }];
}
