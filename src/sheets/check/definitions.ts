import type { TableDefinition } from '../../domain/definitions';
import { areaA1, readCell } from '../../plan/a1';
import { problemWords, type CellProblem } from '../cellReading';
import { firstWords } from '../groups';
import { indicatorFaults } from '../indicatorFaults';
import { readIndicatorSheet } from '../indicatorLines';
import type { TableNote } from '../tableMap';
import { copiedSheets, missingWords, tableNotes } from '../tableNotes';
import { cellPlace, type Place } from '../view/place';
import type { WorkbookState } from '../workbookState';
import { problemPlace } from './definitionLine';
import type { CheckFinding } from './finding';

/** A note may tell a line of the sheet, which moves. */
const withoutLines = (text: string): string => text.replace(/（[^（）]*(?:行目|列)）/g, '');

/** So may a problem, or the cell of its twin. */
const withoutPlaces = (text: string): string => text.replace(/が(?:\d+行目| [A-Z]+\d+ )と重複/, 'が重複');

const plain = (finding: Pick<CheckFinding, 'id' | 'kind' | 'group' | 'place' | 'text' | 'suggestion'>): CheckFinding =>
  ({ ...finding, cell: finding.place ? `${finding.place.sheet} ${areaA1(finding.place.area)}` : '', seen: withoutLines(finding.text), fix: null });

/** Lists of ours that cannot be read: while there are any, nothing else can be said. */
export const damageFindings = ({ damaged }: WorkbookState): CheckFinding[] => damaged.map((text) =>
  plain({ id: `definitions ${text}`, kind: 'definitions', group: 'ブック全体', place: null, text, suggestion: '直してから、もう一度点検してください。' }));

/** Cells of the definitions that cannot be used. */
export function problemFindings(state: WorkbookState): CheckFinding[] {
  const indicators = state.lists.indicators?.table;
  const content = indicators ? readIndicatorSheet(indicators) : null;
  const problems: CellProblem[] = [...state.problems, ...(indicators && content ? [...content.problems, ...indicatorFaults(indicators, content, state)] : [])];
  return problems.map((problem) => {
    const at = readCell(problem.cell);
    const place = at && cellPlace({ sheet: problem.sheet, ...at });
    const message = withoutPlaces(problem.message);
    const finding = plain({ id: `definitions ${problemPlace(state, problem)} ${message}`, kind: 'definitions', group: problem.sheet, place, text: problemWords(problem), suggestion: 'このセルを直してください。' });
    return { ...finding, seen: `${message}。${problem.effect}` };
  });
}

/** Tables, labels and names that are lost, moved or told otherwise. */
export function nameFindings(state: WorkbookState): CheckFinding[] {
  const tables = state.definitions.tables;
  const finding = (id: string, group: string, place: Place | null, text: string, suggestion: string): CheckFinding => plain({ id: `names ${id}`, kind: 'names', group, place, text, suggestion });
  const missing = tables.flatMap((table) => {
    const blocks = state.map.missing.filter((one) => one.table.id === table.id);
    return blocks.length === 0 ? [] : [{ table, words: missingWords(table.name, blocks) }];
  });
  const notes = tableNotes(state.map).map((note) =>
    finding(`${note.kind} ${note.tableId} ${withoutLines(note.text)}`, tables.find((table) => table.id === note.tableId)?.group ?? '', note.place, note.text, SUGGESTIONS[note.kind]));
  const copies = copiedSheets(state).map(({ sheet, text }) => finding(`copy ${sheet}`, sheet, cellPlace({ sheet, row: 0, column: 0 }), text, '「再計算」を押すと、重複した名前を外します。'));
  return [...missingFinding(missing), ...notes, ...copies];
}

/** A branch may never lay some tables out: all that are not there are one finding. */
function missingFinding(missing: readonly { readonly table: TableDefinition; readonly words: string }[]): CheckFinding[] {
  const [first, ...more] = missing;
  if (!first) return [];
  const text = more.length === 0 ? first.words : `「表定義」にある表のうち、${missing.length}個（${firstWords(missing.map(({ table }) => table.name))}）がこのブックにまだありません。`;
  const suggestion = '使う表は「表を配置」で作るか、いまある表を「表を認識」で読み取ってください。';
  return [{ ...plain({ id: 'names missing', kind: 'names', group: more.length === 0 ? first.table.group : 'ブック全体', place: null, text, suggestion }), seen: missing.map(({ table }) => table.id).join(' ') }];
}

const SUGGESTIONS: Readonly<Record<TableNote['kind'], string>> = {
  rowAdded: '「再計算」を押すと、名前が付きます。',
  nameLost: '「再計算」を押すと、付け直せます。',
  rowMoved: '指す場所を確認してください（「再計算」で直ります）。',
  undecided: '項目名や見出しを、「表定義」と同じ名前に直してください。',
  labelChanged: '項目名を元に戻すか、「表定義」の「別名」に加えてください。',
};
