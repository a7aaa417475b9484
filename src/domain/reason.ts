import type { KpiCondition } from './definitions';
import { asPrinted, formatDifference, formatFigure, formatUnrounded, isDuration, minutesOf } from './formatFigure';
import type { MonthThreshold } from './midYear';

/** What a judgement rests on. */
export interface Grounds {
  readonly condition: KpiCondition;
  readonly unit: string;
  readonly value: number;
  /** "令和7年3月末現在"; "" where the figure tells none. */
  readonly asOf: string;
  /** Of the year's end. */
  readonly target: number;
  readonly threshold: MonthThreshold;
}

/** The sentence a section head can read out: figure, comparison, difference, and at what it stands. */
export function reasonOf(grounds: Grounds): string {
  const { condition, unit, value, asOf } = grounds;
  const figure = `${condition.label} ${formatFigure(value, condition.format, unit)}${decided(grounds)}`;
  return `${figure}${condition.direction === '範囲内' ? inBand(grounds) : ` ${compared(grounds)}`}。${asOf === '' ? '' : `${asOf}。`}`;
}

/** Where the printed precision decides, the figure behind it. */
function decided({ condition, unit, value, threshold }: Grounds): string {
  const { direction, format } = condition;
  const cuts = isDuration(format);
  // A mean of whole minutes must not differ from the minute by its binary error alone.
  const exact = (figure: number): number => (cuts ? minutesOf(figure) : figure);
  // A threshold is what it prints: one that was worked out has decimals nobody sees.
  const reaches = (figure: number, limit: number, upwards: boolean): boolean => (upwards ? exact(figure) >= exact(asPrinted(limit, format)) : exact(figure) <= exact(asPrinted(limit, format)));
  const holds = (figure: number): boolean => reaches(figure, threshold.target, direction !== '以下') && (threshold.upper === null || reaches(figure, threshold.upper, false));
  return holds(asPrinted(value, format)) === holds(value) ? '' : `（${cuts ? '秒の切り捨て前' : '四捨五入前'} ${formatUnrounded(value, format, unit)}）`;
}

function compared({ condition, unit, value, target, threshold }: Grounds): string {
  const { format, direction } = condition;
  const difference = asPrinted(value, format) - asPrinted(threshold.target, format);
  const sign = difference === 0 ? '＝' : difference > 0 ? '＞' : '＜';
  const limit = direction === '以下' ? '以下' : '';
  const final = threshold.name === '目標' ? '' : `。${threshold.how}目標 ${formatFigure(target, format, unit)}${limit}への途中`;
  return `${sign} ${threshold.name} ${formatFigure(threshold.target, format, unit)}${threshold.name === '目標' ? limit : ''}（${formatDifference(difference, format, unit)}${final}）`;
}

function inBand({ condition, unit, value, threshold }: Grounds): string {
  const { format } = condition;
  const shown = (figure: number): string => formatFigure(figure, format, unit);
  const beyond = (limit: number): number => asPrinted(value, format) - asPrinted(limit, format);
  const upper = threshold.upper ?? threshold.target;
  const band = `${threshold.name} ${shown(threshold.target)}〜${shown(upper)}`;
  if (beyond(threshold.target) < 0) return `は、${band}を下回っています（${formatDifference(beyond(threshold.target), format, unit)}）`;
  return beyond(upper) > 0 ? `は、${band}を上回っています（${formatDifference(beyond(upper), format, unit)}）` : `は、${band}の範囲内です`;
}
