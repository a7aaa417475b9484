import type { FigureState } from '../../domain/figureState';
import type { CalendarMonth } from '../../domain/fiscalYear';
import type { Pasted } from '../adopt/TextField';

/** A list of the branches under way, and what a person chose over it; null: nothing. */
export interface RankWork {
  readonly pasted: Pasted;
  readonly condition: string | null;
  readonly column: number | null;
  readonly asOf: CalendarMonth | null;
  readonly state: FigureState | null;
  readonly partial: boolean;
}

export const NO_RANK_WORK: RankWork = { pasted: { text: '', lost: 0 }, condition: null, column: null, asOf: null, state: null, partial: false };
