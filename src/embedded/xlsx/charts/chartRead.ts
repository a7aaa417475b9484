import type { Element } from '@xmldom/xmldom';
import type { Chart, ChartSeries } from '../../model/book';
import type { Package } from '../package/package';
import { relationshipsOf } from '../package/relationships';
import { attribute, child, children, descend, everyDescendant, rootOf } from '../package/xml';
import { RELATIONSHIPS_NAMESPACE } from '../sheet/frame';
import { readChartLook, readSeriesLook } from './chartLooks';
import { readAnchor, type Box, type SheetTracks } from './anchors';

/** Where a chart of the file came from, and how it stood there. */
export interface ChartSource {
  readonly drawing: string;
  readonly relationship: string;
  readonly box: Box;
  readonly name: string;
}
export type KnownCharts = ReadonlyMap<Chart, ChartSource>;

const TYPES: Readonly<Record<string, string>> = { lineChart: 'Line', barChart: 'ColumnClustered', pieChart: 'Pie', areaChart: 'Area', scatterChart: 'XYScatter', doughnutChart: 'Doughnut', radarChart: 'Radar' };

/** Relationship of the first sheet drawing, and its part. */
export function drawingOf(pack: Package, sheetPart: string): string | undefined {
  return relationshipsOf(pack, sheetPart).find(({ kind }) => kind === 'drawing')?.target;
}

export function anchorsOf(drawing: Element): Element[] {
  return children(drawing, 'twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor');
}

/** The relationship id of the chart that an anchor shows; undefined for pictures, shapes and newer chart kinds. */
export function chartRelationship(anchor: Element): string | undefined {
  const reference = descend(child(anchor, 'graphicFrame'), 'graphic', 'graphicData', 'chart');
  return reference?.getAttributeNS(RELATIONSHIPS_NAMESPACE, 'id') ?? undefined;
}

export function frameProperties(anchor: Element): Element | undefined {
  return descend(child(anchor, 'graphicFrame'), 'nvGraphicFramePr', 'cNvPr');
}

function readSeries(series: Element): ChartSeries {
  const cached = child(series, 'tx');
  const categories = everyDescendant(child(series, 'cat') ?? series, 'f')[0]?.textContent;
  const name = cached ? everyDescendant(cached, 'v')[0]?.textContent : undefined;
  return { name: name ?? '', values: descend(series, 'val', 'numRef', 'f')?.textContent ?? '', ...(child(series, 'cat') && categories ? { categories } : {}), ...readSeriesLook(series) };
}

function readChartPart(pack: Package, path: string): Omit<Chart, 'name' | 'kept' | keyof Box> {
  const space = rootOf(pack.document(path), path);
  const plot = descend(space, 'chart', 'plotArea');
  const kinds = children(plot).filter(({ localName }) => localName?.endsWith('Chart'));
  const kind = kinds[0]?.localName ?? '';
  const title = descend(space, 'chart', 'title');
  const words = title ? everyDescendant(title, 't').map((run) => run.textContent ?? '').join('') : '';
  const series = kinds.flatMap((group) => children(group, 'ser').map(readSeries));
  return { type: TYPES[kind] ?? kind, series, ...(words === '' ? {} : { title: words }), ...readChartLook(descend(space, 'chart')) };
}

/** The charts of a sheet, marked as kept. Other drawings are not listed; they stay in the file. */
export function readCharts(pack: Package, sheetPart: string, tracks: SheetTracks): KnownCharts {
  const drawing = drawingOf(pack, sheetPart);
  if (drawing === undefined || !pack.has(drawing)) return new Map();
  const targets = new Map(relationshipsOf(pack, drawing).map(({ id, target }) => [id, target]));
  const charts = new Map<Chart, ChartSource>();
  for (const anchor of anchorsOf(rootOf(pack.document(drawing), drawing))) {
    const relationship = chartRelationship(anchor);
    const target = targets.get(relationship ?? '');
    if (relationship === undefined || target === undefined || !pack.has(target)) continue;
    const box = readAnchor(anchor, tracks);
    const name = attribute(frameProperties(anchor), 'name') ?? '';
    charts.set({ name, ...readChartPart(pack, target), ...box, kept: true }, { drawing, relationship, box, name });
  }
  return charts;
}
