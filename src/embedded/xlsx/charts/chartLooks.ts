import type { Element } from '@xmldom/xmldom';
import type { Chart, ChartSeries } from '../../model/book';
import { attribute, child, descend, numberAttribute } from '../package/xml';

const EMU = 12_700;
const DASHES: Readonly<Record<string, string>> = { solid: 'Continuous', dash: 'Dash', sysDash: 'Dash', lgDash: 'Dash', dot: 'Dot', sysDot: 'Dot' };
const LEGENDS: Readonly<Record<string, string>> = { b: 'Bottom', t: 'Top', l: 'Left', r: 'Right' };
const MARKERS: Readonly<Record<string, string>> = { none: 'None', circle: 'Circle' };

/** How a series is drawn; what the file leaves to the theme is left out. */
export function readSeriesLook(series: Element): Pick<ChartSeries, 'color' | 'weight' | 'dash' | 'marker'> {
  const line = descend(series, 'spPr', 'ln');
  const color = attribute(descend(line, 'solidFill', 'srgbClr'), 'val');
  const width = numberAttribute(line, 'w');
  const dash = DASHES[attribute(child(line, 'prstDash'), 'val') ?? ''];
  const marker = MARKERS[attribute(descend(series, 'marker', 'symbol'), 'val') ?? ''];
  return {
    ...(color === undefined ? {} : { color: `#${color}` }),
    ...(width === undefined ? {} : { weight: width / EMU }),
    ...(dash === undefined ? {} : { dash }),
    ...(marker === undefined ? {} : { marker }),
  };
}

/** Number format of the value axis, place of the legend, and whether hidden cells are drawn. */
export function readChartLook(chart: Element | undefined): Pick<Chart, 'valueFormat' | 'legendPosition' | 'plotVisibleOnly'> {
  const format = child(descend(chart, 'plotArea', 'valAx'), 'numFmt');
  const code = attribute(format, 'sourceLinked') === '1' ? undefined : attribute(format, 'formatCode');
  const legend = child(chart, 'legend');
  return {
    ...(code === undefined ? {} : { valueFormat: code }),
    legendPosition: legend ? LEGENDS[attribute(child(legend, 'legendPos'), 'val') ?? ''] ?? 'Right' : 'None',
    plotVisibleOnly: attribute(child(chart, 'plotVisOnly'), 'val') !== '0',
  };
}
