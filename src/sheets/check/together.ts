import { figureNoun, subject } from '../../domain/checks/words';
import { quoted } from '../../domain/figureText';
import { expectationOf } from '../../domain/readFigure';
import { groups } from '../groups';
import { placeWords, rowFinding, type At, type CheckedRow, type Found } from './rows';

/** A finding of one cell. */
export interface FoundAt {
  readonly at: At;
  readonly found: Found;
}

/** Texts of a kind in one row, as a pasted row is full of them, are told together: those that can be put right, and those a person must look at. */
export function together(checked: CheckedRow, found: readonly FoundAt[]): Found[] {
  return groups(found, ({ at, found: { finding: { kind, fix } } }) => (kind === 'textNumber' || kind === 'markTyped' ? `${kind} ${fix !== null}` : `${at}`)).map((group) => {
    const [{ found: first }, ...more] = group;
    if (more.length === 0) return first;
    const { kind, seen, fix } = first.finding;
    const what = figureNoun(expectationOf(checked.row.definition, checked.year));
    const cells = group.flatMap((one) => one.found.finding.fix?.cells ?? []);
    return rowFinding(kind, checked, group.map((one) => one.at), {
      text: `${subject(checked)}の${placeWords(checked, group.map((one) => one.at))}（${quoted(seen.trim())}など）は文字として入っているため、計算に使われていません。`,
      suggestion: fix === null ? `${what}を確認して入力し直してください。` : kind === 'markTyped' ? '負の数は、- を付けた数値で入力し直してください。' : `${what}で入力し直してください。`,
      seen: group.map((one) => one.found.finding.seen).join(' '),
      fix: fix && { words: `${cells.length}個のセルの文字を${what}に直す（${fix.words} など）`, cells },
    });
  });
}
