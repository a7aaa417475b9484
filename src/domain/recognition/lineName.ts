import type { FoundLine, FoundTable } from './foundTable';
import { isGenericWord, isResultWord } from './words';

/** What a line is called: its own label, else the table's heading, else its title. 実績 beside 計画 is called by what both are of. */
export function labelOf(found: FoundTable, line: FoundLine): string {
  if (line.label !== '') return isResultWord(line.label) && line.group !== '' ? line.group : line.label;
  return found.corner !== '' && !isGenericWord(found.corner) ? found.corner : (found.titles[0] ?? found.corner);
}
