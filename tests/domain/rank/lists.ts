import { BRANCHES } from '../../../src/domain/rank/branches';

/** A list of the 47 branches with a figure each, as cells; `figure` gives what stands behind a name. */
export const listOf = (figure: (branch: string, index: number) => string, { branches = BRANCHES, between = '\t', head = [] as readonly string[] } = {}): string =>
  [...head, ...branches.map((branch, index) => `${branch}${between}${figure(branch, index)}`)].join('\n');

/** 90.0 % to 99.2 %, the first branch the lowest; 群馬 is the 10th from below. */
export const rising = (_: string, index: number): string => `${(90 + index * 0.2).toFixed(1)}%`;
