/** More lines are not named one by one. */
const FEW = 5;

/** "3行目、8行目", and of many lines the first: "3行目、4行目、5行目、6行目、7行目など120行". */
export const linesOf = (lines: readonly number[]): string =>
  `${lines.slice(0, FEW).map((line) => `${line}行目`).join('、')}${lines.length > FEW ? `など${lines.length.toLocaleString('en-US')}行` : ''}`;
