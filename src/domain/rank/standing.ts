import type { Direction } from '../definitions';

/** What is ranked: a figure with its branch. */
export interface Ranked {
  readonly branch: string;
  readonly value: number;
}

/** Where a branch stands among those that have a figure. */
export interface Standing<F extends Ranked = Ranked> {
  /** 1 is the best; equal figures share a rank and the next one is left out: 1, 1, 3. */
  readonly rank: number;
  /** Branches ranked, the own one counted. */
  readonly of: number;
  /** Others with a better, the same and a worse figure. */
  readonly better: number;
  readonly equal: number;
  readonly worse: number;
  readonly own: F;
  /** Best first; equal figures as they came. */
  readonly ordered: readonly F[];
  /** All that have the best, and the worst, figure. */
  readonly best: readonly F[];
  readonly worst: readonly F[];
  /** Of an even number of figures the mean of the two in the middle. */
  readonly median: number;
}

/** A figure within a band is neither better nor worse than another. */
export type RankDirection = Exclude<Direction, '範囲内'>;

/** Ranks figures as they are, not rounded: two that merely print alike are no tie. null: the branch has no figure. */
export function standingOf<F extends Ranked>(figures: readonly F[], branch: string, direction: RankDirection): Standing<F> | null {
  const sign = direction === '以上' ? -1 : 1;
  const ordered = [...figures].sort((a, b) => sign * (a.value - b.value));
  const own = ordered.find((one) => one.branch === branch);
  const [first, last] = [ordered.at(0), ordered.at(-1)];
  if (!own || !first || !last) return null;
  const having = (value: number): F[] => ordered.filter((one) => one.value === value);
  const better = ordered.findIndex((one) => one.value === own.value);
  const equal = having(own.value).length - 1;
  const middle = (offset: number): number => ordered[Math.floor((ordered.length - offset) / 2)]?.value ?? first.value;
  return {
    rank: better + 1, of: ordered.length, better, equal, worse: ordered.length - better - equal - 1,
    own, ordered, best: having(first.value), worst: having(last.value), median: (middle(0) + middle(1)) / 2,
  };
}

/** "47支部中27位（同順位なし）". */
export function standingWords({ of, rank, equal }: Pick<Standing, 'of' | 'rank' | 'equal'>): string {
  return `${of}支部中${rank}位（${equal === 0 ? '同順位なし' : `同順位ほか${equal}支部`}）`;
}
