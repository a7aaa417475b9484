import { listsBy, type Some } from '../domain/listsBy';

/** Items by their key, in the order of first appearance. */
export const groups = <T>(items: readonly T[], keyOf: (item: T) => string): Some<T>[] => [...listsBy(items, keyOf).values()];

/** The first of several words. */
export const firstWords = (words: readonly string[]): string => `${words.slice(0, 3).join('、')}${words.length > 3 ? ' など' : ''}`;
