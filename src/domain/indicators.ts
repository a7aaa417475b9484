import type { IndicatorDefinition, IndicatorDirection, KpiCondition } from './definitions';
import { monthLabel } from './fiscalYear';
import { asPrinted, formatDifference, formatFigure } from './formatFigure';
import { kpiFigures, referredFigures, typedFigures, type IndicatorContent, type IndicatorFigures, type IndicatorInput, type TypedIndicator } from './indicatorFigures';
import { referencesFault } from './indicatorReferences';
import { standingWords, unitOf, type ConditionJudgement } from './judgement';
import { failure, success, type Result } from './result';

/** How an indicator's figures are shown: in its own way, or in that of the KPI whose figure it is. */
export interface IndicatorLook {
  /** null: as typed. */
  readonly format: string | null;
  readonly valueFormat: string | null;
  readonly unit: string;
  readonly direction: IndicatorDirection | null;
}

/** An indicator at the end of a month. */
export interface IndicatorReading {
  readonly indicator: IndicatorDefinition;
  readonly look: IndicatorLook;
  /** null: its definition cannot give them. */
  readonly figures: IndicatorFigures | null;
  /** 時点 with what is said of the figure: "令和7年3月末現在（速報）"; "" where there is none. */
  readonly standing: string;
  /** Sentences that can be read out. */
  readonly text: string;
  readonly warnings: readonly string[];
}

/** What the figures of an indicator come from. `judgement`: of the KPI condition it names; null: that KPI's definition has a fault. */
export interface IndicatorSources extends IndicatorInput {
  readonly typed: TypedIndicator;
  readonly judgement: (condition: string) => ConditionJudgement | null | undefined;
}

const DIRECTION: Readonly<Record<KpiCondition['direction'], IndicatorDirection | null>> = { 以上: '増える方がよい', 以下: '減る方がよい', 範囲内: null };

/** Reads an indicator: its figure, that of the year before, and both in words. */
export function readIndicator(indicator: IndicatorDefinition, sources: IndicatorSources): IndicatorReading {
  const judgement = indicator.kpi === null ? undefined : sources.judgement(indicator.kpi);
  const { format, valueFormat, unit, direction } = indicator;
  const look: IndicatorLook = judgement
    ? { format: judgement.condition.format, valueFormat: null, unit: unitOf(judgement.condition, sources.catalog), direction: DIRECTION[judgement.condition.direction] }
    : { format: format ?? typedFormat(indicator, sources.typed.value), valueFormat, unit, direction };
  const found = figuresOf(indicator, judgement, sources);
  if (!found.ok) return { indicator, look, figures: null, standing: '', text: `${indicator.label}は、定義に誤りがあるため示していません（－）。${found.reason}。`, warnings: [] };
  const figures = found.data;
  const standing = figures.current.value === null ? '' : standingWords(figures.actual);
  const warnings = figures.gaps.length === 0 ? [] : [`「${indicator.label}」は、${figures.gaps.map(monthLabel).join('、')}の数値がそろわないまま計算しています。入力を確認してください。`];
  return { indicator, look, figures, standing, text: wordsOf(indicator, look, figures, standing), warnings };
}

function figuresOf(indicator: IndicatorDefinition, judgement: ConditionJudgement | null | undefined, sources: IndicatorSources): Result<IndicatorFigures> {
  const { kpi, actual } = indicator;
  if (kpi !== null) {
    if (judgement === undefined) return failure(`KPI「${kpi}」がシート「KPI」にありません`);
    return judgement ? success(kpiFigures(judgement, sources)) : failure(`KPI「${kpi}」の定義に誤りがあります`);
  }
  const fault = referencesFault(indicator, sources.catalog);
  if (fault) return failure(fault.reason);
  return actual === null ? success(typedFigures(sources.typed)) : referredFigures({ ...indicator, actual }, sources);
}

function wordsOf({ label, valueLabel, formula }: IndicatorDefinition, look: IndicatorLook, { current, previous, value, ofPrinted }: IndicatorFigures, standing: string): string {
  if (current.value === null) return `${label}は、${current.why}（－）。`;
  const end = standing === '' ? '' : `${standing}。`;
  if (typeof current.value === 'string') return `${label}: ${current.value}。${end}`;
  const shown = (content: IndicatorContent): string => (typeof content === 'number' ? formatFigure(content, look.format ?? '0', look.unit) : String(content));
  const before = previous.value === null ? previous.why : `前年度 ${shown(previous.value)}`;
  const change = formula === null ? changeWords(current.value, previous.value, look) : typeof value.value === 'number' ? valueWords(value.value, ofPrinted, look) : '';
  const open = formula !== null && value.value === null ? `${valueLabel ?? '値'}は、${value.why}（－）。` : '';
  return `${label} ${shown(current.value)}（${before}${change === '' ? '' : `、${change}`}）。${open}${end}`;
}

function changeWords(now: number, before: IndicatorContent, { format, unit }: IndicatorLook): string {
  if (typeof before !== 'number' || format === null) return '';
  return formatDifference(asPrinted(now, format) - asPrinted(before, format), format, unit);
}

/** The result of a formula, signed; told where the figures in print would give another one. */
function valueWords(value: number, ofPrinted: number | null, { format, valueFormat, unit }: IndicatorLook): string {
  const shape = valueFormat ?? format ?? '0';
  const signed = `${asPrinted(value, shape) > 0 ? '＋' : ''}${formatFigure(value, shape, unit)}`;
  const differs = ofPrinted !== null && asPrinted(ofPrinted, shape) !== asPrinted(value, shape);
  return `${signed}${differs ? '。四捨五入前の数値から計算' : ''}`;
}

/** A number that is typed without a format shows the decimals it has. */
function typedFormat({ kpi, actual }: IndicatorDefinition, value: IndicatorContent): string | null {
  if (kpi !== null || actual !== null || typeof value !== 'number') return null;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}
