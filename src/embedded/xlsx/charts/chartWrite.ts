import type { Element } from '@xmldom/xmldom';
import type { Book, Chart, Sheet } from '../../model/book';
import { addContentType, CONTENT_TYPE } from '../package/contentTypes';
import type { Package } from '../package/package';
import { addRelationship, removeRelationships } from '../package/relationships';
import { append, child, children, descend, insertInOrder, make, numberAttribute, parseXml, removeAll, rootOf, serializeXml, setAttributes } from '../package/xml';
import { RELATIONSHIPS_NAMESPACE, WORKSHEET_ORDER } from '../sheet/frame';
import { EMU, writeCorners, type Box, type SheetTracks } from './anchors';
import { anchorsOf, chartRelationship, drawingOf, frameProperties, type ChartSource, type KnownCharts } from './chartRead';
import { lineChartXml } from './chartXml';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONSHIPS_NAMESPACE}" xmlns:c="${CHART}"></xdr:wsDr>`;

/** The graphic frame of a chart; its own position is not used inside a cell anchor. */
const frameXml = (relationship: string): string =>
  '<xdr:graphicFrame xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" macro="">' +
  '<xdr:nvGraphicFramePr><xdr:cNvPr id="0" name=""/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
  `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS_NAMESPACE}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;

export interface ChartTools {
  readonly pack: Package;
  readonly book: Book;
  readonly known: KnownCharts;
  readonly tracks: SheetTracks;
  readonly font: string;
}

const sameBox = (a: Box, b: Box): boolean => (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 0.01);

/** Moves an anchor of the file, in whatever way it is anchored. */
function moveAnchor(anchor: Element, box: Box, tracks: SheetTracks): void {
  if (anchor.localName === 'twoCellAnchor') return writeCorners(anchor, box, tracks);
  const position = child(anchor, 'pos');
  if (position) setAttributes(position, { x: Math.round(box.left * EMU), y: Math.round(box.top * EMU) });
  else {
    writeCorners(anchor, box, tracks);
    removeAll(children(anchor, 'to'));
  }
  const size = child(anchor, 'ext');
  if (size) setAttributes(size, { cx: Math.round(box.width * EMU), cy: Math.round(box.height * EMU) });
}

function patchKept(drawing: Element, chart: Chart, source: ChartSource, tracks: SheetTracks): void {
  const anchor = anchorsOf(drawing).find((one) => chartRelationship(one) === source.relationship);
  if (!anchor) return;
  if (!sameBox(chart, source.box)) moveAnchor(anchor, chart, tracks);
  const properties = frameProperties(anchor);
  if (properties && chart.name !== source.name) setAttributes(properties, { name: chart.name });
}

function addChart(drawing: Element, drawingPart: string, chart: Chart, tools: ChartTools): void {
  const { pack, book, font, tracks } = tools;
  const path = pack.freePath('xl/charts/chart');
  pack.write(path, lineChartXml(book, chart, font));
  addContentType(pack, path, CONTENT_TYPE.chart);
  const relationship = addRelationship(pack, drawingPart, 'chart', path);
  const ids = [...drawing.getElementsByTagNameNS('*', 'cNvPr')].map((element) => numberAttribute(element, 'id') ?? 0);
  const anchor = append(drawing, 'twoCellAnchor', { editAs: 'oneCell' });
  const frame = rootOf(parseXml(frameXml(relationship), 'chart frame'), 'chart frame');
  const imported = drawing.ownerDocument?.importNode(frame, true);
  if (imported) anchor.appendChild(imported);
  append(anchor, 'clientData');
  writeCorners(anchor, chart, tracks);
  const properties = descend(anchor, 'graphicFrame', 'nvGraphicFramePr', 'cNvPr');
  if (properties) setAttributes(properties, { id: Math.max(1, ...ids) + 1, name: chart.name });
}

function addDrawing(pack: Package, sheetPart: string, worksheet: Element): string {
  const path = pack.freePath('xl/drawings/drawing');
  pack.write(path, DRAWING);
  addContentType(pack, path, CONTENT_TYPE.drawing);
  const reference = make(worksheet, 'drawing');
  reference.setAttributeNS(RELATIONSHIPS_NAMESPACE, 'r:id', addRelationship(pack, sheetPart, 'drawing', path));
  insertInOrder(worksheet, reference, WORKSHEET_ORDER);
  return path;
}

function sourceOf(chart: Chart, known: KnownCharts): ChartSource | undefined {
  return known.get(chart) ?? (chart.kept ? [...known.values()].find(({ name }) => name === chart.name) : undefined);
}

/**
 * Brings the sheet's drawing in line with its charts: new ones are added, missing ones removed, charts of the file
 * moved or renamed; all other drawings stay. The worksheet gets a drawing reference where it had none.
 */
export function patchCharts(worksheet: Element, sheetPart: string, sheet: Sheet, tools: ChartTools): void {
  const { pack, known } = tools;
  const pairs = sheet.charts.map((chart) => ({ chart, source: sourceOf(chart, known) }));
  const added = pairs.filter(({ source }) => !source).map(({ chart }) => chart);
  const gone = [...known.values()].filter((source) => !pairs.some((pair) => pair.source === source));
  const existing = drawingOf(pack, sheetPart);
  if (existing === undefined && added.length === 0) return;
  const part = existing ?? addDrawing(pack, sheetPart, worksheet);
  const document = pack.document(part);
  const drawing = rootOf(document, part);
  const before = serializeXml(drawing);
  const goneIds = new Set(gone.map(({ relationship }) => relationship));
  removeAll(anchorsOf(drawing).filter((anchor) => goneIds.has(chartRelationship(anchor) ?? '')));
  for (const { chart, source } of pairs) if (source) patchKept(drawing, chart, source, tools.tracks);
  for (const chart of added) addChart(drawing, part, chart, tools);
  if (serializeXml(drawing) !== before) pack.write(part, document);
  removeRelationships(pack, part, goneIds);
}
