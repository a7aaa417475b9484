import type { ConditionJudgement } from '../judgement';
import { formatDifference, formatFigure } from '../formatFigure';
import type { Needed } from './needed';
import type { Outlook } from './outlook';

/** The outlook in sentences: where March may land and by which method, and what the months left must bring. */
export function outlookWords(outlook: Outlook, { condition, target }: ConditionJudgement, unit: string): string {
  const { landing, needed, months } = outlook;
  const shown = (figure: number): string => formatFigure(figure, condition.format, unit);
  const parts: string[] = [];
  if (landing) {
    const range = landing.range ? `幅は${shown(landing.range.low)}〜${shown(landing.range.high)}` : '前々年度の数値がないため、幅は示せません';
    const meets = landing.meets === null ? '' : landing.meets ? '目標に届く見込みです' : '目標に届かない見込みです';
    parts.push(`3月の見込み ${shown(landing.value)}（${METHOD_WORDS[landing.method]}。${range}）。${meets === '' ? '' : `${meets}。`}`);
  }
  if (needed && target.value !== null) parts.push(neededWords(needed, months, condition.direction === '以下', shown(target.value), shown, (figure) => formatDifference(figure, condition.format, unit)));
  return parts.join('');
}

const METHOD_WORDS = { 前年度の推移: '前年度と同じ推移とした場合', 月の平均: 'これまでの月の平均が続く場合' } as const;

function neededWords(needed: Needed, months: number, less: boolean, target: string, shown: (figure: number) => string, difference: (figure: number) => string): string {
  switch (needed.kind) {
    case 'mean':
      return `目標 ${target}には、残り${months}か月で月平均${shown(needed.mean)}${less ? '以下' : '以上'}が必要です。`;
    case 'rise':
      return `目標 ${target}まで、残り${months}か月で${difference(needed.rise)}です（月平均${difference(needed.mean)}）。`;
    case 'level':
      return `年度末に目標 ${target}${less ? '以下' : '以上'}であることが必要です。`;
    case 'reached':
      return `目標 ${target}${less ? '以下' : ''}に達しています。残り${months}か月、この水準を保てば達成です。`;
    case 'lost':
      return `残り${months}か月では、目標 ${target}に届きません。`;
  }
}
