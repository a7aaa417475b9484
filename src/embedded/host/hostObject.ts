import type { ExcelHost } from './host';
import type { WireValue } from './wire';

/** What a member of the object model gives: a plain value, an object, or null for a null object. */
export type MemberResult = WireValue | HostObject | undefined;

/*
 * The members are written as methods so that a table over one class may stand for a table over any object:
 * the dispatcher always hands an object to its own table.
 */
export interface ScalarMember<T> {
  /** The ExcelApi requirement set that brought it, e.g. "1.4". */
  readonly since: string;
  get(self: T): WireValue;
  set?(self: T, value: unknown): void;
}
export interface NavigationMember<T> {
  readonly since: string;
  get(self: T): HostObject | null;
}
export interface MethodMember<T> {
  readonly since: string;
  call(self: T, ...args: unknown[]): MemberResult | void;
}

/** The members of one class, by wire name (PascalCase). */
export interface ClassTable<T> {
  readonly name: string;
  readonly scalars: Readonly<Record<string, ScalarMember<T>>>;
  readonly navigation: Readonly<Record<string, NavigationMember<T>>>;
  readonly methods: Readonly<Record<string, MethodMember<T>>>;
  /** Scalars that the client sets under another name than it reads: wire name of the write → member. */
  readonly writeNames?: Readonly<Record<string, string>>;
  /** Given for collections. */
  items?(self: T): readonly HostObject[];
  /** What `collection.getItem(key)` sends. */
  item?(self: T, key: unknown): HostObject;
}

/** Every class that has been declared, so that all of them can be held against Microsoft's own declarations. */
export const declaredClasses: ClassTable<HostObject>[] = [];

/** The members of a class; parts that are left out are empty. */
export function tableOf<T extends HostObject>(name: string, parts: Partial<Omit<ClassTable<T>, 'name'>>): ClassTable<T> {
  return { name, scalars: {}, navigation: {}, methods: {}, ...parts };
}

/** Declares a class of Microsoft's Excel object model. */
export function classTable<T extends HostObject>(name: string, parts: Partial<Omit<ClassTable<T>, 'name'>>): ClassTable<T> {
  const table = tableOf(name, parts);
  declaredClasses.push(table);
  return table;
}

/** An object of the Excel object model as a request sees it. It lives for one request, unless the client keeps a reference. */
export abstract class HostObject {
  /** Given while the client keeps this very object across requests. */
  referenceId: string | undefined;

  constructor(readonly host: ExcelHost) {}

  abstract get table(): ClassTable<HostObject>;

  /** With an id the client replaces the object's path by a look-up of this id. */
  get id(): string | undefined {
    return undefined;
  }
}
