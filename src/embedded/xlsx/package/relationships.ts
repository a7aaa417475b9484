import type { Package } from './package';
import { append, attribute, child, children, removeAll, rootOf } from './xml';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Prefix of the relationship types of transitional files. */
export const RELATIONSHIP_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;

export interface Relationship {
  readonly id: string;
  /** Last step of the type's address, e.g. "worksheet". */
  readonly kind: string;
  readonly type: string;
  /** Path of the part, or the address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; "" is the package itself. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The relationships of a part in file order; empty where it has none. */
export function relationshipsOf(pack: Package, part: string): Relationship[] {
  const path = relationshipsPath(part);
  if (!pack.has(path)) return [];
  return children(rootOf(pack.document(path), path), 'Relationship').map((element) => {
    const type = attribute(element, 'Type') ?? '';
    const external = attribute(element, 'TargetMode') === 'External';
    const target = attribute(element, 'Target') ?? '';
    return { id: attribute(element, 'Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), type, target: external ? target : resolve(part, target), external };
  });
}

/** Adds a relationship to a part of the package and gives its id. */
export function addRelationship(pack: Package, part: string, kind: string, target: string): string {
  const path = relationshipsPath(part);
  if (!pack.has(path)) pack.write(path, EMPTY);
  const document = pack.document(path);
  const root = rootOf(document, path);
  const taken = new Set(children(root).map((element) => attribute(element, 'Id')));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  append(root, 'Relationship', { Id: `rId${number}`, Type: `${RELATIONSHIP_TYPE}/${kind}`, Target: `/${target}` });
  pack.write(path, document);
  return `rId${number}`;
}

export function removeRelationships(pack: Package, part: string, ids: ReadonlySet<string>): void {
  const path = relationshipsPath(part);
  if (ids.size === 0 || !pack.has(path)) return;
  const document = pack.document(path);
  const root = rootOf(document, path);
  removeAll(children(root).filter((element) => ids.has(attribute(element, 'Id') ?? '')));
  if (child(root, 'Relationship')) pack.write(path, document);
  else pack.remove(path);
}

/** Every part that can be reached from the package's own relationships, lower-cased. */
export function reachableParts(pack: Package): Set<string> {
  const seen = new Set<string>();
  const queue = [''];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    for (const { target, external } of relationshipsOf(pack, part)) {
      if (external || seen.has(target.toLowerCase())) continue;
      seen.add(target.toLowerCase());
      queue.push(target);
    }
  }
  return seen;
}
