/** A count before の: 1つの表, but 12の表. */
export const counted = (count: number): string => (count < 10 ? `${count}つ` : String(count));
