import type { TableDefinition } from '../../domain/definitions';
import { hasEnded } from '../../domain/due';
import { asOfLabel, fiscalYearLabel } from '../../domain/fiscalYear';
import { seriesKey, yearsOf } from '../../domain/series';
import { yearBlock, type Block } from '../blocks';
import { firstTableRow, layoutMonthlySheet, MONTHLY_TAB, planBlocks, type PlannedBlock } from '../monthlySheet';
import { foldName, freeSheetName, yearSheetName } from '../names';
import { writeBlocks } from '../newBlocks';
import type { WorkbookState } from '../workbookState';
import { listed, type Told, type Turn } from './turn';

/**
 * The new year's blocks. They stand on a sheet of their own for each group, 業務_2025: there is no room for another year between
 * the tables of the old sheet that would not move some of them, and one year makes one sheet to print, to hide or to lock.
 */
export function layoutTables(turn: Turn): { readonly planned: readonly PlannedBlock[]; readonly told: Told } {
  const { next, builder, sheets, to, ended } = turn;
  const planned: PlannedBlock[] = [];
  const added: string[] = [];
  let position = firstMonthlyTab(turn);
  const used = next.definitions.tables.filter((table) => isInUse(turn.state, table));
  const unused = next.definitions.tables.filter((table) => !used.includes(table));
  for (const group of next.definitions.groups) {
    const blocks = used.filter((table) => table.group === group).flatMap((table) => blocksOfYear(turn, table));
    if (blocks.length === 0) continue;
    const sheet = freeSheetName(yearSheetName(group, to), sheets);
    sheets.push({ name: sheet });
    added.push(`「${sheet}」`);
    builder.add({ kind: 'addSheet', sheet, tabColor: MONTHLY_TAB, ...(position === null ? {} : { position: position++ }) });
    const ofGroup = planBlocks(sheet, blocks, firstTableRow);
    layoutMonthlySheet(builder, sheet, group, to, ofGroup);
    planned.push(...ofGroup);
  }
  writeBlocks(builder, planned, next, null);
  const rows = planned.reduce((count, block) => count + block.series.length, 0);
  const endedRows = used.flatMap((table) => table.rows.filter((row) => yearsOf(row, ended).includes(ended) && hasEnded(row, to, 0)).map((row) => `${table.name}／${row.label}（${asOfLabel(row.endsAt ?? '')}まで）`));
  const typed = planned.flatMap((block) => block.series).filter(({ line: { row } }) => row.asTyped && (row.formula !== null || row.total === '合計' || row.total === '平均'));
  return {
    planned,
    told: {
      renewed: rows === 0 ? [] : [`表 ${new Set(planned.map((block) => block.place.block.table.id)).size}件（${rows}行）: ${fiscalYearLabel(to)}の欄を、新しいシート${added.join('')}に作る。数値は空欄で、計算式と名前を付ける`],
      dropped: endedRows.length === 0 ? [] : [`終了した項目 ${endedRows.length}件: ${listed(endedRows)}。${fiscalYearLabel(ended)}までの欄は残る`],
      checks: [
        ...(unused.length === 0 ? [] : [`表定義にある表のうち ${unused.length}件は、このブックに配置されていないため作りません（${listed(unused.map((table) => table.name))}）。`]),
        ...(typed.length === 0 ? [] : [`計算式の欄が「入力のまま」の項目が${typed.length}件あります。${fiscalYearLabel(to)}の欄にも計算式は入りません（シート「表定義」の「計算式の欄」で変えられます）。`]),
      ],
    },
  };
}

/** The tabs of the new year come before those of the last. */
function firstMonthlyTab({ state }: Turn): number | null {
  const old = new Set(state.map.blocks.map((block) => block.sheet));
  const at = state.snapshot.sheets.findIndex((sheet) => old.has(sheet.name));
  return at < 0 ? null : at;
}

/** Whether a table stands in the workbook, or stood there: some are only defined. */
export function isInUse({ map, snapshot, stems }: WorkbookState, table: TableDefinition): boolean {
  if (map.blocks.some((place) => place.block.table.id === table.id)) return true;
  const stem = foldName(stems.get(table.id) ?? table.id);
  return snapshot.names.some((name) => foldName(name.name).startsWith(`${stem}_`));
}

/** Blocks of the new year that stand nowhere yet. A table whose staff wrote lines for the new year goes on where it is. */
function blocksOfYear({ next, to }: Turn, table: TableDefinition): Block[] {
  if (table.arrangement === '年度ごとの表') return next.map.missing.filter((block) => block.table.id === table.id && block.lines.every((line) => line.year === to));
  const rows = table.rows.filter((row) => yearsOf(row, to).includes(to));
  return rows.length === 0 || rows.some((row) => next.map.series.has(seriesKey(row.id, to))) ? [] : [yearBlock(table, to, to, next.stems)];
}
