import type { ChartSeries } from '../../../model/book';
import { colorArgument, numberArgument, objectArgument, oneOf, textArgument } from '../../arguments';
import { absoluteText } from '../../cells/areas';
import { HostError, notImplemented } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import { RangeObject } from '../range';
import type { ChartObject } from './chart';

const TABLE: ClassTable<ChartSeriesObject> = classTable('ChartSeries', {
  scalars: {
    Name: { since: '1.1', get: (self) => self.series.name, set: (self, value) => self.change({ name: textArgument(value, 'name') }) },
    MarkerStyle: { since: '1.7', get: (self) => self.marker, set: (self, value) => self.setMarker(value) },
  },
  navigation: {
    Format: { since: '1.1', get: (self) => new ChartSeriesFormatObject(self) },
  },
  methods: {
    SetValues: { since: '1.7', call: (self, range) => { self.change({ values: lineText(range) }); } },
    SetXAxisValues: { since: '1.7', call: (self, range) => { self.change({ categories: lineText(range) }); } },
    Delete: { since: '1.7', call: (self) => { self.remove(); } },
  },
});

function lineText(value: unknown): string {
  const range = objectArgument(value, RangeObject, 'sourceData');
  if (range.unbounded || (range.area.rows > 1 && range.area.columns > 1)) throw new HostError('InvalidArgument', 'sourceData is one row or one column');
  return absoluteText(range.sheet, range.area);
}

/** Excel.ChartSeries of a line chart. */
export class ChartSeriesObject extends HostObject {
  constructor(readonly chart: ChartObject, readonly series: ChartSeries) {
    super(chart.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
  get marker(): string {
    return this.series.marker ?? (this.chart.chart.type === 'LineMarkers' ? 'Automatic' : 'None');
  }

  change(change: Partial<ChartSeries>): void {
    this.chart.change({});
    Object.assign(this.series, change);
  }

  setMarker(value: unknown): void {
    const marker = textArgument(value, 'markerStyle');
    if (marker !== 'None' && marker !== 'Circle') throw notImplemented(`marker style ${marker}`);
    this.change({ marker });
  }

  remove(): void {
    this.chart.change({ series: this.chart.chart.series.filter((one) => one !== this.series) });
  }
}

const FORMAT: ClassTable<ChartSeriesFormatObject> = classTable('ChartSeriesFormat', {
  navigation: {
    Line: { since: '1.1', get: (self) => new ChartLineFormatObject(self.series) },
  },
});

/** Excel.ChartSeriesFormat */
export class ChartSeriesFormatObject extends HostObject {
  constructor(readonly series: ChartSeriesObject) {
    super(series.host);
  }
  get table(): ClassTable<HostObject> {
    return FORMAT;
  }
}

const LINE_STYLES = ['Continuous', 'Dash', 'Dot'] as const;

const LINE: ClassTable<ChartLineFormatObject> = classTable('ChartLineFormat', {
  scalars: {
    Color: { since: '1.1', get: (self) => self.series.series.color ?? '', set: (self, value) => self.series.change({ color: colorArgument(value, 'line color') }) },
    Weight: { since: '1.7', get: (self) => self.series.series.weight ?? 2.25, set: (self, value) => self.setWeight(numberArgument(value, 'line weight')) },
    LineStyle: { since: '1.7', get: (self) => self.series.series.dash ?? 'Continuous', set: (self, value) => self.series.change({ dash: oneOf(value, LINE_STYLES, 'line style') }) },
  },
});

/** Excel.ChartLineFormat of a series; weight in points. */
export class ChartLineFormatObject extends HostObject {
  constructor(readonly series: ChartSeriesObject) {
    super(series.host);
  }
  get table(): ClassTable<HostObject> {
    return LINE;
  }

  setWeight(points: number): void {
    if (points <= 0 || points > 1584) throw new HostError('InvalidArgument', 'line weight');
    this.series.change({ weight: points });
  }
}
