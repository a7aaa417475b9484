import { DEFAULT_METHOD } from '../../src/domain/outlook/outlook';
import { FORECAST_METHODS } from '../../src/domain/outlook/project';
import { monthLabel } from '../../src/domain/fiscalYear';
import gunma from '../../seeds/gunma-2024.json';
import standard from '../../seeds/standard.json';
import { scoreForecasts } from './forecastScore';

/** npm run forecast: the error of each method by month, on the sample year as it was forecast from the year before. */
const percent = (share: number | null | undefined): string => (share == null ? '－' : `${(100 * share).toFixed(1)}%`).padStart(7);
const { conditions, means } = scoreForecasts(standard, gunma);
const months = Array.from({ length: 11 }, (_, month) => month);
console.log(`how far 3月 was missed, as a share of what came; the default is ${DEFAULT_METHOD}`);
console.log(`${'as of'.padEnd(20)}${months.map((month) => monthLabel(month).padStart(6)).join(' ')}`);
for (const method of FORECAST_METHODS) {
  console.log(`\n${method}`);
  for (const { condition, misses } of conditions) console.log(`${months.map((month) => percent(misses[method][month])).join('')}  ${condition.label}`);
  console.log(`${months.map((month) => percent(means[method].months[month])).join('')}  mean ${percent(means[method].all).trim()}`);
}
