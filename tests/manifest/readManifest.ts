import { DOMParser, type Element } from '@xmldom/xmldom';

export interface Manifest {
  readonly root: Element;
  /** All elements of a local name, in any namespace. */
  readonly all: (name: string) => Element[];
}

export function readManifest(xml: string): Manifest {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('no manifest');
  return { root, all: (name) => below(root, name) };
}

export const below = (element: Element, name: string): Element[] => [...element.getElementsByTagNameNS('*', name)];
export const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? '';
export const parentName = (element: Element): string => element.parentNode?.localName ?? '';

/** The default of an element and every translation of it. */
export const texts = (element: Element): string[] => [attribute(element, 'DefaultValue'), ...below(element, 'Override').map((override) => attribute(override, 'Value'))];

/** Resources are declared with an id; the same names with `resid` refer to them. */
export const resources = ({ all }: Manifest): Element[] => ['Image', 'Url', 'String'].flatMap((name) => all(name)).filter((element) => attribute(element, 'id') !== '');
