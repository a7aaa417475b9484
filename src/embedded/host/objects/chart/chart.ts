import { bounding } from '../../../../plan/a1';
import type { Chart, Sheet } from '../../../model/book';
import { columnTracks, digitWidth, rowTracks, trackStart } from '../../../model/geometry';
import { booleanArgument, isAbsent, numberArgument, oneOf, textArgument } from '../../arguments';
import { HostError, notImplemented } from '../../errors';
import type { ExcelHost } from '../../host';
import { classTable, HostObject, type ClassTable, type ScalarMember } from '../../hostObject';
import { guardSheet } from '../../rules/guards';
import { RangeObject } from '../range';
import { addressedRange } from '../rangeAddress';
import { WorksheetObject } from '../worksheet';
import { ChartAxesObject } from './chartAxes';
import { ChartLegendObject } from './chartLegend';
import { ChartSeriesCollectionObject } from './chartSeriesCollection';
import { ChartTitleObject } from './chartTitle';

const ids = new WeakMap<Chart, string>();
let made = 0;

export function chartId(chart: Chart): string {
  const known = ids.get(chart);
  if (known) return known;
  const id = `{${(++made).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-9000-000000000000}`;
  ids.set(chart, id);
  return id;
}

/** Points. */
function measure(side: 'left' | 'top' | 'width' | 'height'): ScalarMember<ChartObject> {
  return {
    since: '1.1',
    get: (self) => self.chart[side],
    set: (self, value) => {
      const points = numberArgument(value, side);
      if (points < 0) throw new HostError('InvalidArgument', side);
      self.place({ [side]: points });
    },
  };
}

const TABLE: ClassTable<ChartObject> = classTable('Chart', {
  scalars: {
    Id: { since: '1.7', get: (self) => self.id },
    Name: { since: '1.1', get: (self) => self.chart.name, set: (self, value) => self.place({ name: textArgument(value, 'name') }) },
    ChartType: { since: '1.7', get: (self) => self.chart.type },
    Left: measure('left'),
    Top: measure('top'),
    Width: measure('width'),
    Height: measure('height'),
    PlotVisibleOnly: { since: '1.8', get: (self) => self.chart.plotVisibleOnly ?? true, set: (self, value) => self.change({ plotVisibleOnly: booleanArgument(value, 'plotVisibleOnly') }) },
    DisplayBlanksAs: { since: '1.8', get: (self) => self.chart.displayBlanksAs ?? 'NotPlotted', set: (self, value) => self.change({ displayBlanksAs: oneOf(value, ['NotPlotted', 'Zero', 'Interplotted'] as const, 'displayBlanksAs') }) },
  },
  navigation: {
    Title: { since: '1.1', get: (self) => new ChartTitleObject(self) },
    Legend: { since: '1.1', get: (self) => new ChartLegendObject(self) },
    Series: { since: '1.1', get: (self) => new ChartSeriesCollectionObject(self) },
    Axes: { since: '1.1', get: (self) => new ChartAxesObject(self) },
    Worksheet: { since: '1.2', get: (self) => new WorksheetObject(self.host, self.sheet) },
  },
  methods: {
    Delete: { since: '1.1', call: (self) => { self.remove(); } },
    SetPosition: { since: '1.1', call: (self, start, end) => { self.setPosition(self.cell(start), isAbsent(end) ? undefined : self.cell(end)); } },
  },
});

/** Excel.Chart: line charts. A chart that came with the file can only be moved, renamed and deleted. */
export class ChartObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet, readonly chart: Chart) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
  override get id(): string {
    return chartId(this.chart);
  }

  /** Where it lies and what it is called. */
  place(change: Partial<Chart>): void {
    guardSheet(this.host, this.sheet);
    Object.assign(this.chart, change);
    this.sheet.changed.add('charts');
  }

  change(change: Partial<Chart>): void {
    if (this.chart.kept) throw notImplemented('changing a chart that came with the file');
    this.place(change);
  }

  remove(): void {
    guardSheet(this.host, this.sheet);
    this.sheet.charts.splice(this.sheet.charts.indexOf(this.chart), 1);
    this.sheet.changed.add('charts');
  }

  /** A range of the chart's sheet, given as an object or an address. */
  cell(value: unknown): RangeObject {
    const range = value instanceof RangeObject ? value : addressedRange(this.host, this.sheet, textArgument(value, 'cell'));
    if (range.sheet !== this.sheet) throw new HostError('InvalidArgument', 'a cell of another sheet');
    return range;
  }

  /** Over the cells from `start` to `end`; with `start` alone only the upper left corner moves. */
  setPosition(start: RangeObject, end: RangeObject | undefined): void {
    const area = end ? bounding(start.area, end.area) : start.area;
    const columns = columnTracks(this.sheet, digitWidth(this.host.book.defaultFont));
    const rows = rowTracks(this.sheet);
    const left = trackStart(columns, area.column);
    const top = trackStart(rows, area.row);
    this.place({
      left, top,
      ...(end ? { width: trackStart(columns, area.column + area.columns) - left, height: trackStart(rows, area.row + area.rows) - top } : {}),
    });
  }
}
