import { subject } from '../../domain/checks/words';
import type { SeriesKey } from '../../domain/series';
import type { Some } from '../../domain/listsBy';
import { groups } from '../groups';
import type { DerivedFault } from '../derivedFaults';
import type { CheckFix } from './finding';
import { relativeFormula } from './relativeFormula';
import { placeWords, rowFinding, seenFigure, shownFormula, type At, type CheckedRow, type Found } from './rows';

/** Formulas of ours that are gone, differ, or have a figure in their place: a finding a row and year. `told`: cells that a rule of the figures tells of. */
export function formulaFindings(rows: ReadonlyMap<SeriesKey, CheckedRow>, faults: readonly DerivedFault[], told: (fault: DerivedFault) => boolean, fixOf: (faults: readonly DerivedFault[]) => CheckFix | null): Found[] {
  const open = faults.filter((fault) => fault.state.kind !== 'typedOver' || !told(fault));
  return groups(open, ({ cell, state: { kind } }) => `${cell.key} ${kind}`).flatMap((group) => {
    const checked = rows.get(group[0].cell.key);
    if (!checked) return [];
    const ats = group.map(({ cell }): At => cell.month ?? 'total');
    const where = `${subject(checked)}の${placeWords(checked, ats)}`;
    switch (group[0].state.kind) {
      case 'empty':
        return rowFinding('formulaLost', checked, ats, { text: `${where}の計算式が消えています。`, suggestion: '計算式を入れ直してください（「再計算」でも入ります）。', seen: '空欄', fix: fixOf(group) });
      case 'outdated':
        return rowFinding('formulaLost', checked, ats, { text: `${where}の計算式は、行や列の移動で、違うセルを計算しています。`, suggestion: '計算式を直してください（「再計算」でも直ります）。', seen: seenFormulas(group), fix: fixOf(group) });
      case 'foreign':
        return rowFinding('otherFormula', checked, ats, {
          text: `${where}に、表定義と違う計算式（${shownFormula(formulasOf(group)[0] ?? '')}）があります。`, suggestion: '表定義の計算式に戻すときは選んで直し、この計算式が正しいときは「表定義」を直してください。', seen: seenFormulas(group), fix: fixOf(group),
        });
      case 'typedOver':
        return rowFinding('typedOver', checked, ats, {
          text: `${where}には計算式ではなく値が入力されているため、もとの数値を直しても変わりません。`, suggestion: '計算式に戻すときは、選んで直してください。',
          seen: group.map(({ state: found }) => (found.kind === 'typedOver' ? seenContent(found.value) : '')).join(' '), fix: fixOf(group),
        });
    }
  });
}

const seenFormulas = (group: Some<DerivedFault>): string => group.flatMap(({ cell, state }) => ('found' in state ? relativeFormula(state.found, cell) : [])).join(' ');
const formulasOf = (group: Some<DerivedFault>): string[] => group.flatMap(({ state }) => ('found' in state ? state.found : []));
const seenContent = (value: string | number | boolean): string => (typeof value === 'number' ? seenFigure(value) : String(value));
