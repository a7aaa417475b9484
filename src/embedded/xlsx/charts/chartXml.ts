import { readArea, sheetOfPrefix } from '../../../plan/a1';
import { tokenizeFormula } from '../../../plan/formulaText';
import { cellKey, type Book, type Chart, type ChartSeries, type Scalar } from '../../model/book';
import { escapeXml } from '../package/xstring';
import { EMU } from './anchors';

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const DASHES: Readonly<Record<string, string>> = { Continuous: 'solid', Dash: 'dash', Dot: 'sysDot' };
const LEGENDS: Readonly<Record<string, string>> = { Bottom: 'b', Top: 't', Left: 'l', Right: 'r' };
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;
const INK = '595959';
const GRID = 'D9D9D9';
/** Colours of series that name none: those of Excel's standard theme. */
const ACCENTS = ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'];
/** Without it Excel draws a line across #N/A instead of leaving a gap. */
const NA_IS_BLANK =
  '<c:extLst><c:ext uri="{56B9EC1D-385E-4148-901F-78D8002777C0}" xmlns:c16r3="http://schemas.microsoft.com/office/drawing/2017/03/chart">' +
  '<c16r3:dataDisplayOptions16><c16r3:dispNaAsBlank val="1"/></c16r3:dataDisplayOptions16></c:ext></c:extLst>';

/** The values a reference points to, so that a chart shows before Excel has recalculated. */
function cachedValues(book: Book, reference: string): (Scalar | undefined)[] {
  const token = tokenizeFormula(reference).find(({ kind }) => kind === 'reference');
  const prefix = token?.prefix ?? '';
  const bare = sheetOfPrefix(prefix);
  const sheet = book.sheets.find(({ name }) => name.toLowerCase() === bare.toLowerCase());
  const area = readArea(token?.text.slice(prefix.length) ?? '');
  if (!sheet || !area || area.rows * area.columns > 100_000) return [];
  return Array.from({ length: area.rows * area.columns }, (_, i) => sheet.cells.get(cellKey(area.row + Math.floor(i / area.columns), area.column + (i % area.columns)))?.value);
}

function points(values: readonly (Scalar | undefined)[], keep: 'number' | 'string'): string {
  const kept = values.map((value, i) => {
    const text = keep === 'number' ? (typeof value === 'number' ? String(value) : '') : typeof value === 'object' || value === undefined ? '' : String(value);
    return text === '' ? '' : `<c:pt idx="${i}"><c:v>${escapeXml(text)}</c:v></c:pt>`;
  });
  return `<c:ptCount val="${values.length}"/>${kept.join('')}`;
}

function numbers(book: Book, reference: string): string {
  return `<c:numRef><c:f>${escapeXml(reference)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(cachedValues(book, reference), 'number')}</c:numCache></c:numRef>`;
}

function categories(book: Book, reference: string | undefined): string {
  if (reference === undefined) return '';
  const values = cachedValues(book, reference);
  if (values.length > 0 && values.every((value) => typeof value === 'number')) return `<c:cat>${numbers(book, reference)}</c:cat>`;
  return `<c:cat><c:strRef><c:f>${escapeXml(reference)}</c:f><c:strCache>${points(values, 'string')}</c:strCache></c:strRef></c:cat>`;
}

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${escapeXml(color.replace('#', '').toUpperCase())}"/></a:solidFill>`;

function line(series: ChartSeries, color: string): string {
  const dash = series.dash === undefined ? '' : `<a:prstDash val="${DASHES[series.dash] ?? 'solid'}"/>`;
  return `<c:spPr><a:ln w="${Math.round((series.weight ?? 2.25) * EMU)}" cap="rnd">${solid(color)}${dash}<a:round/></a:ln></c:spPr>`;
}

function marker(series: ChartSeries, chart: Chart, color: string): string {
  if ((series.marker ?? (chart.type === 'LineMarkers' ? 'Circle' : 'None')) === 'None') return '<c:marker><c:symbol val="none"/></c:marker>';
  return `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${solid(color)}<a:ln w="9525">${solid(color)}</a:ln></c:spPr></c:marker>`;
}

function seriesXml(book: Book, chart: Chart, series: ChartSeries, index: number): string {
  const color = series.color ?? ACCENTS[index % ACCENTS.length] ?? INK;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>${line(series, color)}${marker(series, chart, color)}` +
    `${categories(book, series.categories)}<c:val>${numbers(book, series.values)}</c:val><c:smooth val="0"/></c:ser>`;
}

function characters(tag: string, font: string, size: number, bold: boolean): string {
  const face = escapeXml(font);
  return `<a:${tag} sz="${size}" b="${bold ? 1 : 0}">${solid(INK)}<a:latin typeface="${face}"/><a:ea typeface="${face}"/></a:${tag}>`;
}

function titleXml(title: string | undefined, font: string): string {
  if (title === undefined || title === '') return '<c:autoTitleDeleted val="1"/>';
  const run = `<a:r>${characters('rPr', font, 1200, true).replace('<a:rPr', '<a:rPr lang="ja-JP"')}<a:t>${escapeXml(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${characters('defRPr', font, 1200, true)}</a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
}

function axes(chart: Chart): string {
  const hairline = `<c:spPr><a:ln w="9525">${solid(GRID)}</a:ln></c:spPr>`;
  const common = (id: number, position: string, inner: string, crossed: number): string =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${inner}` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${hairline}<c:crossAx val="${crossed}"/><c:crosses val="autoZero"/>`;
  const format = escapeXml(chart.valueFormat ?? 'General');
  return `<c:catAx>${common(CATEGORY_AXIS, 'b', '<c:numFmt formatCode="General" sourceLinked="0"/>', VALUE_AXIS)}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx>${common(VALUE_AXIS, 'l', `<c:majorGridlines>${hairline}</c:majorGridlines><c:numFmt formatCode="${format}" sourceLinked="0"/>`, CATEGORY_AXIS)}<c:crossBetween val="between"/></c:valAx>`;
}

/**
 * A line chart part (ECMA-376 part 1, 21.2). Gaps stay gaps, and #N/A points are left out of the cache. Text is set in
 * `font`. @throws Error for other chart types, which are refused rather than drawn as something else
 */
export function lineChartXml(book: Book, chart: Chart, font: string): string {
  if (chart.type !== 'Line' && chart.type !== 'LineMarkers') throw new Error(`charts of type ${chart.type} cannot be written`);
  const series = chart.series.map((one, index) => seriesXml(book, chart, one, index)).join('');
  const legend = chart.legendPosition === 'None' ? '' : `<c:legend><c:legendPos val="${LEGENDS[chart.legendPosition ?? 'Bottom'] ?? 'b'}"/><c:overlay val="0"/></c:legend>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:date1904 val="${book.date1904 ? 1 : 0}"/><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart.title, font)}<c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>` +
    `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:lineChart>${axes(chart)}</c:plotArea>${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/>${NA_IS_BLANK}</c:chart>` +
    `<c:spPr>${solid('FFFFFF')}<a:ln w="9525">${solid(GRID)}</a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${characters('defRPr', font, 900, false)}</a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr></c:chartSpace>`;
}
