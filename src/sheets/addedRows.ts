import type { SheetArea } from '../plan/sheetReference';
import type { Block, BlockLine } from './blocks';
import type { BlockPlace } from './blockPlace';
import type { MendedNote } from './tableMap';

/** What is said of rows that somebody added to 表定義, and of lines that a new year brings. */

/** The definition is there and the line on the sheet is not; `added`: the row is new to the definitions. */
export function missingLineWords({ block, sheet, axis }: BlockPlace, line: BlockLine, added: boolean): string {
  const what = `${block.table.name}／${line.row.label}`;
  const kind = axis === 'across' ? '行' : '列';
  return `${added ? '表定義に追加された' : ''}項目「${what}」の${kind}${line.label === line.row.label ? '' : `「${line.label}」`}が、シート「${sheet}」の表「${block.table.name}」（${block.headerLabel}）にありません。表の中に${kind}を挿入して項目名「${line.label}」を入力してから、もう一度実行してください。`;
}

/** The line is there and gets its names. */
export function addedNote(block: Block, line: BlockLine, name: string, place: SheetArea): MendedNote {
  const what = `${block.table.name}／${line.row.label}`;
  return { kind: 'rowAdded', tableId: block.table.id, name, place, text: `表定義に追加された項目「${what}」に、名前「${name}」がまだありません。`, done: `表定義に追加された項目「${what}」に、名前「${name}」を付けました。` };
}
