import type { ExcelHost } from '../host/host';

/** Dispatch ids of office.js's methods that are no Excel object. */
const DISPATCH = { refreshSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;
const NOT_SUPPORTED = 5000;
/** Sent along with requests that mean the window, not the workbook. */
const WINDOW_PARTITION = 'WacPartition';

/** The document's settings as an add-in keeps them: name → JSON text. */
export type SettingsStore = Map<string, string>;

export interface CommonApi {
  readonly host: ExcelHost;
  readonly settings: SettingsStore;
  /** A ribbon command told that it is done; `status` 0 is success. */
  commandCompleted(id: string, status: number): void;
  /** Something that nobody here answers: told to the add-in as an error, and here aloud. */
  fault(error: Error): void;
}

/** Answers "executeMethod"; what it gives is the reply's data. */
export async function executeMethod(api: CommonApi, data: unknown): Promise<object> {
  const call = record(data);
  const id = record(call['DdaMethod'])['DispatchId'];
  const args = Array.isArray(call['ArrayData']) ? (call['ArrayData'] as readonly unknown[]) : [];
  switch (id) {
    case DISPATCH.richApi:
      return { Error: 0, Version: 1, Data: await richApi(api, args) };
    case DISPATCH.commandCompleted:
      // [id, status, the event as JSON], numbered in the call itself.
      api.commandCompleted(String(call['0']), Number(call['1']));
      return { Error: 0, Version: 1 };
    case DISPATCH.saveSettings:
      saveSettings(api.settings, call['DdaSettingsMethod']);
      return { Error: 0, Version: 1, Properties: [...api.settings] };
    case DISPATCH.refreshSettings:
      return { Error: 0, Version: 1, Properties: [...api.settings] };
    default:
      api.fault(new Error(`the add-in called Office's method ${String(id)}, which the embedded workbook does not have`));
      return { Error: NOT_SUPPORTED, Version: 1 };
  }
}

/** [custom data, verb, "ProcessQuery", headers, body, permission, flags] → [status, headers, body]. */
async function richApi(api: CommonApi, args: readonly unknown[]): Promise<[number, readonly [], string]> {
  const [customData, , , , body, , flags] = args;
  const mode = { forWindow: customData === WINDOW_PARTITION, flags: typeof flags === 'number' ? flags : 0 };
  try {
    const answer = await api.host.processQuery(String(body), mode);
    return [answer.status, [], answer.status === 200 ? JSON.stringify(answer.body) : ''];
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    api.fault(cause);
    return [500, [], JSON.stringify({ error: { code: 'GeneralException', message: cause.message } })];
  }
}

/** Properties are all settings, as [name, JSON text]: what is missing was removed. */
function saveSettings(settings: SettingsStore, given: unknown): void {
  const { Properties: properties } = record(given);
  settings.clear();
  for (const pair of Array.isArray(properties) ? (properties as readonly unknown[]) : []) {
    if (Array.isArray(pair)) settings.set(String(pair[0]), String(pair[1]));
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
