/** The first words of a list as one phrase, and where there are more, how many there are: "A1、B2、C3 など5か所". `counted`: what they are counted in. */
export const firstOf = (words: readonly string[], most: number, counted: string): string =>
  `${words.slice(0, most).join('、')}${words.length > most ? ` など${words.length}${counted}` : ''}`;

/** More sentences of one kind are not read one by one. */
const MOST = 30;

/** The first of many sentences, and how many more there are. */
export const some = (texts: readonly string[]): string[] => (texts.length > MOST ? [...texts.slice(0, MOST), `ほか ${texts.length - MOST}件あります。`] : [...texts]);
