import { notImplemented } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';

const TABLE: ClassTable<ServiceObject> = classTable('InternalService', {
  methods: {
    RegisterEvent: { since: '1.1', call: () => null },
    UnregisterEvent: { since: '1.1', call: () => null },
  },
});

/** Services the library makes for itself to be told of events; the bridge sends those anyway. */
export class ServiceObject extends HostObject {
  constructor(host: ExcelHost, name: string) {
    super(host);
    if (!/^Microsoft\.(?:InternalService|ExcelServices)/.test(name)) throw notImplemented(`new ${name}`);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
