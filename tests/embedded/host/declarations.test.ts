import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { declaredClasses } from '../../../src/embedded/host/hostObject';
import { session } from './session';

/** Microsoft's declarations: class → member → ExcelApi set ("1.7"). */
const declarations = readFileSync(path.join(__dirname, '../../../node_modules/@microsoft/office-js/dist/office.d.ts'), 'utf8');

function declaredSets(name: string): Map<string, string> {
  const start = declarations.indexOf(`\n    class ${name} extends OfficeExtension.ClientObject {`);
  const body = start < 0 ? '' : declarations.slice(start, declarations.indexOf('\n    }', start));
  const sets = new Map<string, string>();
  let current = '';
  for (const line of body.split('\n')) {
    current = /\[Api set: ExcelApi ([\d.]+)/.exec(line)?.[1] ?? current;
    const member = /^ {8}(?:readonly |get |set )?(\w+)\??[(:]/.exec(line)?.[1];
    if (member !== undefined && !sets.has(member)) sets.set(member, current);
  }
  return sets;
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const classes = declaredClasses.filter((one) => one.name !== 'InternalService');

test('all classes are looked at', () => {
  session();
  expect(classes.length).toBeGreaterThan(35);
});

test.each(classes.map((table) => [table.name, table] as const))("%s: members and their requirement sets are Microsoft's", (name, table) => {
  const sets = declaredSets(name);
  expect(sets.size).toBeGreaterThan(0);
  const members = [table.scalars, table.navigation, table.methods].flatMap((part) => Object.entries(part)).filter(([member]) => !member.startsWith('_'));
  const wrong = members.flatMap(([member, { since }]: readonly [string, { readonly since: string }]) => (sets.get(camel(member)) === since ? [] : [{ member, since, microsoft: sets.get(camel(member)) }]));
  expect(wrong).toEqual([]);
});

test.each(classes.map((table) => [table.name, table] as const))('%s: the names are those the real client sends', (name, table) => {
  const type: unknown = Reflect.get(session().Excel, name);
  if (typeof type !== 'function') throw new Error(`Excel.${name}`);
  const prototype: unknown = Reflect.get(type, 'prototype');
  if (typeof prototype !== 'object' || prototype === null) throw new Error(`Excel.${name} is no class`);
  const list = (property: string): ReadonlySet<unknown> => {
    try {
      const names: unknown = Reflect.get(prototype, property);
      return new Set<unknown>(Array.isArray(names) ? names : []);
    } catch {
      // The class has no such list.
      return new Set();
    }
  };
  const scalars = list('_scalarPropertyOriginalNames');
  const navigation = list('_navigationPropertyNames');
  expect(Object.keys(table.scalars).filter((one) => !scalars.has(one))).toEqual([]);
  expect(Object.keys(table.navigation).filter((one) => !navigation.has(camel(one)))).toEqual([]);
  expect(Object.keys(table.methods).filter((one) => !(camel(one) in prototype) && !(one in prototype))).toEqual([]);
});
