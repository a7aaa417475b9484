export const STATUS_MARKS = ['◎', '○', '△', '×', '□', '－'] as const;
/** 実施状況: ○ is U+25CB, － is U+FF0D. */
export type StatusMark = (typeof STATUS_MARKS)[number];

export const MARK_MEANINGS: Readonly<Record<StatusMark, string>> = {
  '◎': '目標を上回る',
  '○': '目標達成（計画通り）',
  '△': '目標未達',
  '×': '未実施',
  '□': '未実施（これから実施）',
  '－': '評価対象外・実績未確定',
};

const SPELLINGS: ReadonlyMap<string, StatusMark> = new Map([
  ['◎', '◎'],
  ['○', '○'], ['〇', '○'], ['◯', '○'],
  ['△', '△'], ['▲', '△'],
  ['×', '×'], ['✕', '×'], ['✖', '×'], ['☓', '×'],
  ['□', '□'], ['☐', '□'],
  ['－', '－'], ['-', '－'], ['−', '－'], ['―', '－'], ['ー', '－'],
]);

/** Reads a mark in any spelling; null where the text is no mark. Excel-independent. */
export function readMark(text: string): StatusMark | null {
  return SPELLINGS.get(text.trim()) ?? null;
}
