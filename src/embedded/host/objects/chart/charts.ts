import type { Chart, Sheet } from '../../../model/book';
import { integerArgument, isAbsent, objectArgument, oneOf, textArgument } from '../../arguments';
import { HostError, notImplemented } from '../../errors';
import type { ExcelHost } from '../../host';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import { guardSheet } from '../../rules/guards';
import { RangeObject } from '../range';
import { ChartObject, chartId } from './chart';
import { seriesOf } from './sourceSeries';

/** Excel's size for a new chart, in points. */
const SIZE = { width: 360, height: 216 };

const TABLE: ClassTable<ChartCollectionObject> = classTable('ChartCollection', {
  items: (self) => self.sheet.charts.map((chart) => new ChartObject(self.host, self.sheet, chart)),
  item: (self, key) => self.find(key) ?? fail(),
  scalars: {
    Count: { since: '1.1', get: (self) => self.sheet.charts.length },
  },
  methods: {
    Add: { since: '1.1', call: (self, type, source, seriesBy) => self.add(type, objectArgument(source, RangeObject, 'sourceData'), seriesBy) },
    GetCount: { since: '1.4', call: (self) => self.sheet.charts.length },
    GetItem: { since: '1.1', call: (self, name) => self.find(name) ?? fail() },
    GetItemAt: { since: '1.1', call: (self, index) => self.at(integerArgument(index, 'index')) },
    GetItemOrNullObject: { since: '1.4', call: (self, name) => self.find(name) ?? null },
  },
});

function fail(): never {
  throw new HostError('ItemNotFound');
}

/** Excel.ChartCollection */
export class ChartCollectionObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  find(key: unknown): ChartObject | undefined {
    const text = textArgument(key, 'name');
    const found = this.sheet.charts.find((chart) => chartId(chart) === text || chart.name === text);
    return found && new ChartObject(this.host, this.sheet, found);
  }
  at(index: number): ChartObject {
    const chart = this.sheet.charts[index];
    return chart ? new ChartObject(this.host, this.sheet, chart) : fail();
  }

  add(type: unknown, source: RangeObject, seriesBy: unknown): ChartObject {
    const kind = textArgument(type, 'chart type');
    if (kind !== 'Line' && kind !== 'LineMarkers') throw notImplemented(`charts of type ${kind}`);
    guardSheet(this.host, this.sheet);
    const by = isAbsent(seriesBy) ? 'Auto' : oneOf(seriesBy, ['Auto', 'Columns', 'Rows'] as const, 'seriesBy');
    const chart: Chart = { name: this.freeName(), type: kind, legendPosition: 'Bottom', series: seriesOf(source, by), left: 0, top: 0, ...SIZE };
    this.sheet.charts.push(chart);
    this.sheet.changed.add('charts');
    return new ChartObject(this.host, this.sheet, chart);
  }

  private freeName(): string {
    for (let number = this.sheet.charts.length + 1; ; number++) {
      if (!this.sheet.charts.some((chart) => chart.name === `グラフ ${number}`)) return `グラフ ${number}`;
    }
  }
}
