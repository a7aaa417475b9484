/** Signs that NFKC leaves apart although people use them for the same. Source: domain notes on reading labels. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[−‐-―─ー~〜]/g, '-'],
  [/[・·•‧∙⋅]/g, ''],
  [/[〇◯]/g, '○'],
  [/[✕✖]/g, '×'],
  [/[「」『』【】〔〕[\]]/g, ''],
  [/[\s　]/g, ''],
];

/**
 * A label as it is compared, never as it is shown: width, spaces, middle dots and dashes do not count.
 * "多・頻／件" and "多頻/件" are one.
 */
export function normalizeLabel(label: string): string {
  return SAME.reduce((text, [pattern, sign]) => text.replace(pattern, sign), label.normalize('NFKC')).toLowerCase();
}
