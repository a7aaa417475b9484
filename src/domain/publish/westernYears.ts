import { westernYear } from '../fiscalYear';

/** Era years in a text, with what follows them: 令和6年, 令和6年度. Those that a Western year stands beside already are left out. */
const ERA_YEAR = /(令和|平成|昭和)(元|\d{1,2})年(度?)(?!度|（\d{4}年)/g;

/** 「令和6年8月分から」 → 「令和6年（2024年）8月分から」, 令和6年度 → 令和6年度（2024年度）. An era year that never was stays as written. */
export const withWesternYears = (text: string): string => text.replace(ERA_YEAR, (written, era: string, count: string, fiscal: string) => {
  const year = westernYear(era, count);
  return year === null ? written : `${written}（${year}年${fiscal}）`;
});

/** The same with Western years only: 令和7年3月末 → 2025年3月末. */
export const inWesternYears = (text: string): string => text.replace(ERA_YEAR, (written, era: string, count: string, fiscal: string) => {
  const year = westernYear(era, count);
  return year === null ? written : `${year}年${fiscal}`;
});

/** Whether an era year stands in the text alone. */
export const hasEraAlone = (text: string): boolean => new RegExp(ERA_YEAR.source).test(text);
