import { isAtMost } from './apiVersion';
import { HostError, notImplemented } from './errors';
import type { HostObject, MemberResult } from './hostObject';
import type { Query, WireValue } from './wire';

type Kind = 'scalars' | 'navigation' | 'methods';

/** Finds a member whatever the case of its first letter; undefined where the class lacks it. */
function canonical(object: HostObject, kind: Kind, name: string): string | undefined {
  const members = object.table[kind];
  if (Object.hasOwn(members, name)) return name;
  return Object.keys(members).find((one) => one.toLowerCase() === name.toLowerCase());
}

function checkSet(object: HostObject, name: string, since: string): void {
  if (!isAtMost(since, object.host.options.apiVersion)) throw new HostError('ApiNotFound', `${object.table.name}.${name} needs ExcelApi ${since}`);
}

function member<K extends Kind>(object: HostObject, kind: K, name: string): HostObject['table'][K][string] {
  const found = canonical(object, kind, name);
  const entry = found === undefined ? undefined : object.table[kind][found];
  if (!entry) throw notImplemented(`${object.table.name}.${name}`);
  checkSet(object, name, entry.since);
  return entry as HostObject['table'][K][string];
}

export function callMethod(object: HostObject, name: string, args: readonly unknown[]): MemberResult {
  return member(object, 'methods', name).call(object, ...args) ?? null;
}

export function setProperty(object: HostObject, name: string, value: unknown): void {
  const scalar = member(object, 'scalars', object.table.writeNames?.[name] ?? name);
  if (!scalar.set) throw notImplemented(`setting ${object.table.name}.${name}`);
  scalar.set(object, value);
}

export function navigate(object: HostObject, name: string): HostObject | null {
  return member(object, 'navigation', name).get(object);
}

export function itemOf(object: HostObject, key: unknown): HostObject {
  if (!object.table.item) throw notImplemented(`${object.table.name}.getItem`);
  return object.table.item(object, key);
}

/** What the client needs to know an object again. */
export function identity(object: HostObject): Record<string, WireValue> {
  return {
    ...(object.id === undefined ? {} : { _Id: object.id }),
    ...(object.referenceId === undefined ? {} : { _ReferenceId: object.referenceId }),
  };
}

/** Answers a load: an empty selection gives all scalar properties of the declared requirement set. */
export function readObject(object: HostObject, query: Query): WireValue {
  const selected = [...(query.Select ?? []), ...(query.Expand ?? [])];
  if (object.table.items) return readCollection(object, query, selected);
  const answer = identity(object);
  if (selected.length === 0 || selected.includes('*')) {
    for (const [name, scalar] of Object.entries(object.table.scalars)) {
      if (isAtMost(scalar.since, object.host.options.apiVersion)) answer[name] = scalar.get(object);
    }
  }
  const deeper = new Map<string, string[]>();
  for (const path of selected) {
    if (path === '*') continue;
    const [head = '', ...rest] = path.split(/[/.]/);
    const scalar = rest.length === 0 ? canonical(object, 'scalars', head) : undefined;
    if (scalar !== undefined) answer[scalar] = member(object, 'scalars', scalar).get(object);
    else deeper.set(head, [...(deeper.get(head) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
  }
  for (const [head, paths] of deeper) {
    const child = navigate(object, head);
    answer[canonical(object, 'navigation', head) ?? head] = child ? readObject(child, { Select: paths }) : null;
  }
  return answer;
}

function readCollection(object: HostObject, query: Query, selected: readonly string[]): WireValue {
  const all = object.table.items?.(object) ?? [];
  const skip = query.Skip ?? 0;
  const some = all.slice(skip, query.Top ? skip + query.Top : undefined);
  // A collection's own scalar properties (count) may be asked for beside those of its items.
  const own = selected.flatMap((path) => canonical(object, 'scalars', path) ?? []);
  const ofItems = selected.filter((path) => canonical(object, 'scalars', path) === undefined);
  const answer: Record<string, WireValue> = {};
  for (const name of own) answer[name] = member(object, 'scalars', name).get(object);
  if (ofItems.length > 0 || own.length === 0) answer['_Items'] = some.map((item) => readObject(item, { Select: ofItems }));
  return answer;
}
