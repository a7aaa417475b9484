/** More sentences of one kind are not read one by one. */
const MOST = 30;

/** The first of many sentences, and how many more there are. */
export const some = (texts: readonly string[]): string[] => (texts.length > MOST ? [...texts.slice(0, MOST), `ほか ${texts.length - MOST}件あります。`] : [...texts]);
