import { oneOf, textArgument, booleanArgument } from '../host/arguments';
import { HostError } from '../host/errors';
import type { ExcelHost, ServiceMaker } from '../host/host';
import { HostObject, tableOf, type ClassTable } from '../host/hostObject';
import type { PaneWindow } from './paneWindow';

const STATES = ['Inactive', 'Background', 'Visible'] as const;

/** An object of the window around the workbook; its members are those of one table. */
class WindowObject extends HostObject {
  constructor(host: ExcelHost, readonly table: ClassTable<HostObject>) {
    super(host);
  }
}

/** The services behind Office.addin, Office.ribbon and Office.actions, by the type names office.js asks for. */
export function runtimeServices(pane: PaneWindow): ReadonlyMap<string, ServiceMaker> {
  const tables = {
    'Microsoft.AppRuntime.AppRuntimeService': tableOf('AppRuntimeService', {
      methods: {
        GetAppRuntimeState: { since: '1.1', call: () => (pane.isPaneVisible() ? 'Visible' : 'Background') },
        SetAppRuntimeState: { since: '1.1', call: (_self, state) => pane.showPane(shown(state)) },
      },
    }),
    'Microsoft.AppRuntime.AppRuntimePersistenceService': tableOf('AppRuntimePersistenceService', {
      methods: {
        GetAppRuntimeStartState: { since: '1.1', call: () => (pane.startWithDocument ? 'Background' : 'Inactive') },
        SetAppRuntimeStartState: { since: '1.1', call: (_self, state) => { pane.startWithDocument = oneOf(state, STATES, 'state') !== 'Inactive'; } },
      },
    }),
    'Microsoft.DynamicRibbon.DynamicRibbon': tableOf('DynamicRibbon', {
      methods: {
        GetButton: { since: '1.1', call: (self, id) => new WindowObject(self.host, buttonTable(pane, textArgument(id, 'button'))) },
        GetTab: { since: '1.1', call: (self, id) => new WindowObject(self.host, tabTable(pane, textArgument(id, 'tab'))) },
      },
    }),
    // The add-in has associated its functions: commands that waited for it may come.
    'Microsoft.InternalService.AddinInternalService': tableOf('AddinInternalService', {
      methods: { NotifyActionHandlerReady: { since: '1.1', call: () => undefined } },
    }),
  } satisfies Record<string, ClassTable<HostObject>>;
  return new Map(Object.entries(tables).map(([name, table]) => [name, (host: ExcelHost) => new WindowObject(host, table)]));
}

function shown(state: unknown): boolean {
  const asked = oneOf(state, STATES, 'state');
  if (asked === 'Inactive') throw new HostError('InvalidArgument', 'a running add-in cannot be made inactive');
  return asked === 'Visible';
}

function buttonTable(pane: PaneWindow, id: string): ClassTable<HostObject> {
  return tableOf('RibbonButton', {
    scalars: {
      Id: { since: '1.1', get: () => id },
      Enabled: { since: '1.1', get: () => pane.isButtonEnabled(id), set: (_self, value) => found(pane.enableButton(id, booleanArgument(value, 'enabled')), id) },
    },
  });
}

function tabTable(pane: PaneWindow, id: string): ClassTable<HostObject> {
  return tableOf('RibbonTab', {
    scalars: { Id: { since: '1.1', get: () => id } },
    methods: { SetVisibility: { since: '1.1', call: (_self, value) => found(pane.showTab(id, booleanArgument(value, 'visible')), id) } },
  });
}

function found(known: boolean, id: string): void {
  if (!known) throw new HostError('InvalidArgument', `the manifest has no control ${id}`);
}
