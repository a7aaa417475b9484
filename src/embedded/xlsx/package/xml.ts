import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { FileFault } from '../fault';

/** Small helpers over the DOM. Elements are found by local name, whatever prefix the file's writer chose. */

const UTF8_BOM = '\uFEFF';

/** Part text from its bytes; UTF-16 is recognised by its byte order mark. */
export function decodeXml(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16 === null) return new TextDecoder().decode(bytes);
  return new TextDecoder(utf16).decode(bytes).replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8');
}

export function encodeXml(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A tree takes some ten times the memory of its text; sheets and strings, which may be longer, are never made into one. */
const LONGEST_TREE = 64 * 1024 * 1024;

/** @throws FileFault damaged, tooLarge or hasEntities, naming the part */
export function parseXml(text: string, part: string): Document {
  if (text.length > LONGEST_TREE) throw new FileFault('tooLarge', `${part} has ${text.length} characters`, part);
  refuseEntities(text, part);
  try {
    const clean = text.startsWith(UTF8_BOM) ? text.slice(1) : text;
    return new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message); } }).parseFromString(clean, 'text/xml');
  } catch (fault) {
    throw new FileFault('damaged', `${part} is not well-formed: ${String(fault)}`, part);
  }
}

/**
 * "The XML content shall not contain DTD declarations" (ECMA-376 part 2, 8.2.5): entities of its own could stand for any amount of text.
 * Written out it can only be a declaration: in a text the bracket is an entity.
 */
export function refuseEntities(text: string, part: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FileFault('hasEntities', `${part} declares a document type`, part);
}

export function rootOf(document: Document, part: string): Element {
  if (!document.documentElement) throw new FileFault('damaged', `${part} is empty`, part);
  return document.documentElement;
}

export function serializeXml(node: Document | Element): string {
  return new XMLSerializer().serializeToString(node);
}

export function children(parent: Element | undefined, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && (names.length === 0 || names.includes(node.localName ?? ''))) found.push(node);
  }
  return found;
}

function isElement(node: { nodeType: number }): node is Element {
  return node.nodeType === 1;
}

export function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0];
}

/** Follows one child name after another. */
export function descend(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => child(at, name), parent);
}

/** All descendants of that local name. */
export function everyDescendant(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS('*', name)];
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

export function numberAttribute(element: Element | undefined, name: string): number | undefined {
  const text = attribute(element, name);
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** xsd:boolean; `otherwise` where the attribute is absent. */
export function booleanAttribute(element: Element | undefined, name: string, otherwise = false): boolean {
  const text = attribute(element, name);
  return text === undefined ? otherwise : text === '1' || text === 'true' || text === 'on';
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Sets attributes; undefined removes one. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}

/** A new element beside `like`: the same namespace and prefix. Not yet in the tree. */
export function make(like: Element, name: string, attributes: Attributes = {}, text?: string): Element {
  const document = like.ownerDocument;
  if (!document) throw new Error('element without a document');
  const element = document.createElementNS(like.namespaceURI, like.prefix ? `${like.prefix}:${name}` : name);
  setAttributes(element, attributes);
  if (text !== undefined) element.appendChild(document.createTextNode(text));
  return element;
}

/** Appends a new child and gives it back. */
export function append(parent: Element, name: string, attributes: Attributes = {}, text?: string): Element {
  const element = make(parent, name, attributes, text);
  parent.appendChild(element);
  return element;
}

/** Puts `element` where the schema's sequence wants it: before the first child that comes later in `order`. */
export function insertInOrder(parent: Element, element: Element, order: readonly string[]): void {
  const rank = order.indexOf(element.localName ?? '');
  const later = children(parent).find((other) => order.indexOf(other.localName ?? '') > rank);
  parent.insertBefore(element, later ?? null);
}

/** The child of that name, made in its place where it is missing. */
export function ensureChild(parent: Element, name: string, order: readonly string[]): Element {
  const found = child(parent, name);
  if (found) return found;
  const made = make(parent, name);
  insertInOrder(parent, made, order);
  return made;
}

export function removeAll(elements: readonly Element[]): void {
  for (const element of elements) element.parentNode?.removeChild(element);
}

export function copyOf(element: Element): Element {
  return element.cloneNode(true) as Element;
}
