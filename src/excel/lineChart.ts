import { areaA1, cellA1, type Area } from '../plan/a1';
import { literalTitle } from './literal';
import type { LineChart } from '../plan/workbookPlan';

/** Adds a line chart over a helper block; every series is set by itself, so the block may hold more than is drawn. */
export function addLineChart(sheet: Excel.Worksheet, chart: LineChart): void {
  const [first, ...others] = chart.series;
  if (!first) return;
  const made = sheet.charts.add('Line', sheet.getRange(areaA1(first.values)), 'Rows');
  made.name = chart.name;
  made.title.text = literalTitle(chart.title);
  made.legend.position = 'Bottom';
  made.setPosition(sheet.getRange(firstCell(chart.place)), sheet.getRange(lastCell(chart.place)));
  made.axes.valueAxis.numberFormat = chart.valueFormat;
  const categories = sheet.getRange(areaA1(chart.categories));
  [first, ...others].forEach((series, index) => {
    const line = index === 0 ? made.series.getItemAt(0) : made.series.add(series.name);
    line.name = series.name;
    if (index > 0) line.setValues(sheet.getRange(areaA1(series.values)));
    line.setXAxisValues(categories);
    line.format.line.color = series.color;
    line.format.line.weight = series.weight;
    line.format.line.lineStyle = series.dash;
    line.markerStyle = series.marker;
  });
}

const firstCell = (area: Area): string => cellA1(area.row, area.column);
const lastCell = (area: Area): string => cellA1(area.row + area.rows - 1, area.column + area.columns - 1);
