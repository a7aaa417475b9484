import { HostError } from './errors';
import type { HostObject } from './hostObject';

/** Readers for what arrives in requests; each throws InvalidArgument for anything else. */

const invalid = (what: string): HostError => new HostError('InvalidArgument', what);

export function textArgument(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalid(`${what} must be text`);
  return value;
}

export function numberArgument(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(`${what} must be a number`);
  return value;
}

export function integerArgument(value: unknown, what: string): number {
  const number = numberArgument(value, what);
  if (!Number.isInteger(number)) throw invalid(`${what} must be a whole number`);
  return number;
}

export function booleanArgument(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw invalid(`${what} must be true or false`);
  return value;
}

export function oneOf<T extends string>(value: unknown, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalid(`${what} must be one of ${choices.join(', ')}`);
  return found;
}

export function objectArgument<T extends HostObject>(value: unknown, type: abstract new (...args: never[]) => T, what: string): T {
  if (!(value instanceof type)) throw invalid(`${what} must be an object`);
  return value;
}

/** "#rrggbb" as "#RRGGBB". Excel also takes HTML colour names; this host does not. */
export function colorArgument(value: unknown, what: string): string {
  const text = textArgument(value, what);
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalid(`${what} must be #RRGGBB`);
  return text.toUpperCase();
}

export function recordArgument(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${what} must be an object`);
  return Object.fromEntries(Object.entries(value));
}

export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
