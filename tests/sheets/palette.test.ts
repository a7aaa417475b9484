import { expect, test } from '@jest/globals';
import { STATUS_MARKS } from '../../src/domain/marks';
import { COLORS, MARK_COLORS, markRules } from '../../src/sheets/palette';

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

test.each(STATUS_MARKS)('%s is legible on its fill', (mark) => {
  expect(contrast(MARK_COLORS[mark].fill, MARK_COLORS[mark].color)).toBeGreaterThanOrEqual(4.5);
});

test.each([[COLORS.text, COLORS.headerFill], [COLORS.text, COLORS.derivedFill], [COLORS.quiet, COLORS.derivedFill], [COLORS.title, '#FFFFFF'], [COLORS.text, COLORS.personFill]])('%s on %s', (text, fill) => {
  expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
});

test.each([COLORS.thisYear, COLORS.target])('chart line %s stands out from paper', (color) => {
  expect(contrast(color, '#FFFFFF')).toBeGreaterThanOrEqual(3);
});

test('one rule a symbol, each naming its symbol: black and white still tells them apart', () => {
  const rules = markRules('F7');
  expect(rules.map((rule) => rule.formula)).toEqual(STATUS_MARKS.map((mark) => `=F7="${mark}"`));
});
