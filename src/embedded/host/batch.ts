import { callMethod, identity, itemOf, navigate, readObject, setProperty } from './dispatch';
import { HostError, notImplemented, type ErrorCode } from './errors';
import type { ExcelHost } from './host';
import { HostObject } from './hostObject';
import { WorkbookObject } from './objects/workbook';
import { ACTION, PATH, type Action, type ActionResult, type ObjectPath, type RequestBody, type ResponseBody, type WireArguments, type WireValue } from './wire';

/** Stops a batch after so many actions, as if the next one had failed. */
export interface BatchStop {
  readonly after: number;
  readonly code: ErrorCode;
}

/**
 * One request: a list of actions over objects that are named by paths. Each path is resolved once, at its first use; the first
 * error ends the batch and what was done before it stays.
 */
export class Batch {
  private readonly objects = new Map<number, HostObject | null>();
  private readonly results: ActionResult[] = [];
  private readonly traces: number[] = [];

  constructor(private readonly host: ExcelHost, private readonly body: RequestBody) {}

  async run(stop?: BatchStop): Promise<ResponseBody> {
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (stop && index >= stop.after) throw new HostError(stop.code);
        this.results.push({ ActionId: action.Id, Value: await this.perform(action) });
      } catch (error) {
        return this.failure(error, action, index);
      }
    }
    return { Results: this.results, TraceIds: this.traces };
  }

  private failure(error: unknown, action: Action, index: number): ResponseBody {
    if (!(error instanceof HostError)) throw error;
    const path = this.body.ObjectPaths[action.ObjectPathId]?.Name ?? '';
    return {
      Error: { Code: error.code, Message: error.message, HttpStatusCode: error.status, ActionIndex: index, Location: [path, action.Name].filter(Boolean).join('.') },
      TraceIds: this.traces,
      ProcessedResults: { Results: this.results, TraceIds: this.traces },
    };
  }

  private async perform(action: Action): Promise<WireValue> {
    if (action.ActionType === ACTION.trace) {
      this.traces.push(action.Id);
      return null;
    }
    const object = this.resolve(action.ObjectPathId);
    // Whatever is done to a null object does nothing and answers null.
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.instantiate: return identity(object);
      case ACTION.query:
        await this.host.calculation.beforeReading();
        return readObject(object, action.QueryInfo ?? {});
      case ACTION.method: return plain(callMethod(object, action.Name, this.args(action.ArgumentInfo)));
      case ACTION.setProperty:
        setProperty(object, action.Name, this.args(action.ArgumentInfo)[0]);
        return null;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) setProperty(object, name, value);
        return null;
      default: throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new HostError('InvalidReference', `object path ${id}`);
    const made = this.make(path);
    this.objects.set(id, made);
    return made;
  }

  private make(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PATH.global: return new WorkbookObject(this.host);
      case PATH.make: return this.host.makeService(path.Name);
      case PATH.nothing: return null;
      case PATH.reference: {
        const kept = this.host.references.get(path.Name);
        if (!kept) throw new HostError('InvalidReference', path.Name);
        return kept;
      }
      default: return this.makeChild(path);
    }
  }

  private makeChild(path: ObjectPath): HostObject | null {
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const args = this.args(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case PATH.property: return navigate(parent, path.Name);
      case PATH.indexer: return itemOf(parent, args[0]);
      case PATH.method: {
        const made = callMethod(parent, path.Name, args);
        if (made !== null && !(made instanceof HostObject)) throw notImplemented(`${parent.table.name}.${path.Name} as an object`);
        return made;
      }
      default: throw notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  private args(info: WireArguments | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => this.argument(value, ids?.[index]));
  }

  /** Arguments that are objects come as path ids beside a placeholder, or nested as `_ObjectPathId`. */
  private argument(value: unknown, id: unknown): unknown {
    if (typeof id === 'number' && id !== 0) return this.resolve(id);
    if (Array.isArray(value)) return Array.isArray(id) ? value.map((one, index) => this.argument(one, id[index])) : value;
    if (typeof value !== 'object' || value === null) return value;
    if ('_ObjectPathId' in value && typeof value._ObjectPathId === 'number') return this.resolve(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.argument(one, null)]));
  }
}

function plain(result: ReturnType<typeof callMethod>): WireValue {
  return result === undefined || result instanceof HostObject ? null : result;
}
