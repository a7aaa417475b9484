import { textArgument } from '../../arguments';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { ChartObject } from './chart';

const AXES: ClassTable<ChartAxesObject> = classTable('ChartAxes', {
  navigation: {
    ValueAxis: { since: '1.1', get: (self) => new ValueAxisObject(self.chart) },
    CategoryAxis: { since: '1.1', get: (self) => new CategoryAxisObject(self.chart) },
  },
});

/** Excel.ChartAxes */
export class ChartAxesObject extends HostObject {
  constructor(readonly chart: ChartObject) {
    super(chart.host);
  }
  get table(): ClassTable<HostObject> {
    return AXES;
  }
}

const VALUE_AXIS: ClassTable<ValueAxisObject> = classTable('ChartAxis', {
  scalars: {
    Type: { since: '1.7', get: () => 'Value' },
    NumberFormat: { since: '1.8', get: (self) => self.chart.chart.valueFormat ?? 'General', set: (self, value) => self.chart.change({ valueFormat: textArgument(value, 'numberFormat') }) },
  },
});

/** Excel.ChartAxis of the values. */
export class ValueAxisObject extends HostObject {
  constructor(readonly chart: ChartObject) {
    super(chart.host);
  }
  get table(): ClassTable<HostObject> {
    return VALUE_AXIS;
  }
}

const CATEGORY_AXIS: ClassTable<CategoryAxisObject> = classTable('ChartAxis', {
  scalars: {
    Type: { since: '1.7', get: () => 'Category' },
  },
});

/** Excel.ChartAxis of the categories. */
export class CategoryAxisObject extends HostObject {
  constructor(readonly chart: ChartObject) {
    super(chart.host);
  }
  get table(): ClassTable<HostObject> {
    return CATEGORY_AXIS;
  }
}
