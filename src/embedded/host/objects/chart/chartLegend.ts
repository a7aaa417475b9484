import { booleanArgument, oneOf } from '../../arguments';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { ChartObject } from './chart';

const HIDDEN = 'None';
const POSITIONS = ['Top', 'Bottom', 'Left', 'Right'] as const;

const TABLE: ClassTable<ChartLegendObject> = classTable('ChartLegend', {
  scalars: {
    Position: { since: '1.1', get: (self) => self.position, set: (self, value) => self.chart.change({ legendPosition: oneOf(value, POSITIONS, 'legend position') }) },
    Visible: { since: '1.1', get: (self) => self.chart.chart.legendPosition !== HIDDEN, set: (self, value) => self.setVisible(booleanArgument(value, 'visible')) },
  },
});

/** Excel.ChartLegend; Corner and Custom are left out, as the file has no place for them here. */
export class ChartLegendObject extends HostObject {
  constructor(readonly chart: ChartObject) {
    super(chart.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
  get position(): string {
    const { legendPosition } = this.chart.chart;
    return legendPosition === undefined || legendPosition === HIDDEN ? 'Bottom' : legendPosition;
  }

  setVisible(visible: boolean): void {
    this.chart.change({ legendPosition: visible ? this.position : HIDDEN });
  }
}
