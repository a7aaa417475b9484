import { expect, test } from '@jest/globals';
import { cutText } from '../../../src/domain/text/cutText';

test.each<[string, string, number, string]>([
  ['a text that fits', 'a b', 3, 'a b'],
  ['half a line goes', '群馬 12\n青森 34', 10, '群馬 12'],
  ['a whole line stays', '群馬 12\n青森 34', 5, '群馬 12'],
  ['line breaks of old systems', '1\r23', 3, '1'],
  ['one line loses half a word', '群馬 12 345', 8, '群馬 12'],
  ['a word that ends there stays', '群馬 12 345', 5, '群馬 12'],
  ['one word is cut', '123456', 3, '123'],
])('%s', (_, text, most, expected) => {
  expect(cutText(text, most)).toBe(expected);
});
