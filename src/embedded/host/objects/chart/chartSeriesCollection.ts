import { integerArgument, isAbsent, textArgument } from '../../arguments';
import { HostError, notImplemented } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { ChartObject } from './chart';
import { ChartSeriesObject } from './chartSeries';

const TABLE: ClassTable<ChartSeriesCollectionObject> = classTable('ChartSeriesCollection', {
  items: (self) => self.chart.chart.series.map((series) => new ChartSeriesObject(self.chart, series)),
  scalars: {
    Count: { since: '1.1', get: (self) => self.chart.chart.series.length },
  },
  methods: {
    Add: { since: '1.7', call: (self, name, index) => self.add(name, index) },
    GetCount: { since: '1.4', call: (self) => self.chart.chart.series.length },
    GetItemAt: { since: '1.1', call: (self, index) => self.at(integerArgument(index, 'index')) },
  },
});

/** Excel.ChartSeriesCollection */
export class ChartSeriesCollectionObject extends HostObject {
  constructor(readonly chart: ChartObject) {
    super(chart.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  at(index: number): ChartSeriesObject {
    const series = this.chart.chart.series[index];
    if (!series) throw new HostError('ItemNotFound');
    return new ChartSeriesObject(this.chart, series);
  }

  /** "The new added series is not visible until values, x-axis values, or bubble sizes for it are set" (Excel.ChartSeriesCollection.add). */
  add(name: unknown, index: unknown): ChartSeriesObject {
    if (!isAbsent(index)) throw notImplemented('ChartSeriesCollection.add at an index');
    const { series } = this.chart.chart;
    const added = { name: isAbsent(name) ? `系列${series.length + 1}` : textArgument(name, 'name'), values: '' };
    this.chart.change({ series: [...series, added] });
    return new ChartSeriesObject(this.chart, added);
  }
}
