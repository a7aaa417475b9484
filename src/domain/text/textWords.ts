import { isBlankFigure, plainFigureText } from '../figureText';
import { isUnit } from '../recognition/lineLabel';

/** Splits a line at its blanks; a minus sign and a unit that stand apart from their figure are put to it: △ 16, 94.6 ％. */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const word of line.split(/\s+/)) {
    if (word === '') continue;
    const before = words.at(-1);
    if (before !== undefined && /^[△▲]$/.test(before) && /^[\d０-９]/.test(word)) words[words.length - 1] = `${before}${word}`;
    else if (before !== undefined && /^[%％]$/.test(word) && looksLikeFigure(before)) words[words.length - 1] = `${before}${word}`;
    else words.push(word);
  }
  return words;
}

/** A date, a duration, a number with or without a unit, or a mark for none: by its form alone, whether it can be read or not. */
export function looksLikeFigure(word: string): boolean {
  const plain = plainFigureText(word);
  if (isBlankFigure(plain)) return true;
  if (/^\d{1,4}[:.]\d{2}$|^\d{1,3}時間(?:\d{1,2}分)?$|^(?:\d{4}[/.-])?\d{1,2}[/-]\d{1,2}$|^\d{1,2}月\d{1,2}日$/.test(plain)) return true;
  const [, unit] = /^[-△▲]?¥?[\d,]+(?:\.\d+)?([^\d.,]*)$/.exec(plain) ?? [];
  return unit !== undefined && (unit === '' || isUnit(unit));
}
