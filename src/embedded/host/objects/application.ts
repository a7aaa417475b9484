import { oneOf } from '../arguments';
import { notImplemented } from '../errors';
import { classTable, HostObject, type ClassTable } from '../hostObject';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
const TYPES = ['Recalculate', 'Full', 'FullRebuild'] as const;

const TABLE: ClassTable<ApplicationObject> = classTable('Application', {
  scalars: {
    CalculationMode: {
      since: '1.1',
      get: () => 'Automatic',
      set: (_self, value) => {
        const mode = oneOf(value, MODES, 'calculation mode');
        if (mode !== 'Automatic') throw notImplemented(`calculation mode ${mode}`);
      },
    },
  },
  methods: {
    Calculate: {
      since: '1.1',
      call: (self, type) => {
        oneOf(type, TYPES, 'calculation type');
        self.host.calculation.changed();
      },
    },
    SuspendApiCalculationUntilNextSync: { since: '1.6', call: (self) => { self.host.calculation.suspend(); } },
    SuspendScreenUpdatingUntilNextSync: { since: '1.9', call: () => undefined },
  },
});

/** Excel.Application */
export class ApplicationObject extends HostObject {
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
