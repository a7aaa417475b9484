export type Some<T> = readonly [T, ...T[]];

/** Items by their key, in the order of first appearance. */
export function groups<T>(items: readonly T[], keyOf: (item: T) => string): Some<T>[] {
  const byKey = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = byKey.get(keyOf(item));
    if (group) group.push(item);
    else byKey.set(keyOf(item), [item]);
  }
  return [...byKey.values()];
}

/** The first of several words. */
export const firstWords = (words: readonly string[]): string => `${words.slice(0, 3).join('、')}${words.length > 3 ? ' など' : ''}`;
