import { booleanArgument, textArgument } from '../../arguments';
import { notImplemented } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { ChartObject } from './chart';

const TABLE: ClassTable<ChartTitleObject> = classTable('ChartTitle', {
  scalars: {
    Text: { since: '1.1', get: (self) => self.chart.chart.title ?? '', set: (self, value) => self.chart.change({ title: textArgument(value, 'title') }) },
    Visible: { since: '1.1', get: (self) => Boolean(self.chart.chart.title), set: (self, value) => self.setVisible(booleanArgument(value, 'visible')) },
  },
});

/** Excel.ChartTitle; a chart without title text has none. */
export class ChartTitleObject extends HostObject {
  constructor(readonly chart: ChartObject) {
    super(chart.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  setVisible(visible: boolean): void {
    if (!visible) return this.chart.change({ title: '' });
    if (!this.chart.chart.title) throw notImplemented('showing a chart title before its text is set');
  }
}
