import type { Element } from '@xmldom/xmldom';
import type { Opaque, Validation } from '../../model/book';
import { append, attribute, booleanAttribute, child, children, copyOf, ensureChild, make, removeAll, setAttributes } from '../package/xml';
import { readSqref, writeSqref } from './areas';
import { WORKSHEET_ORDER } from './frame';

type Entry = Validation | Opaque;
/** Validations as read, each with its element. */
export type KnownValidations = ReadonlyMap<Entry, Element>;

const ERROR_STYLES = ['stop', 'warning', 'information'] as const;

/** `"◎,○"` is a list of choices, anything else a reference. */
function readSource(formula: string): string {
  return /^"[\s\S]*"$/.test(formula) ? formula.slice(1, -1).replace(/""/g, '"') : `=${formula}`;
}

function writeSource(source: string): string {
  return source.startsWith('=') ? source.slice(1) : `"${source.replace(/"/g, '""')}"`;
}

function understood(element: Element): Omit<Validation, 'areas'> | null {
  const formula = child(element, 'formula1')?.textContent;
  // A list without its arrow (showDropDown means "hide it") has no place in the model.
  if (attribute(element, 'type') !== 'list' || !formula || booleanAttribute(element, 'showDropDown') || attribute(element, 'imeMode') !== undefined) return null;
  const style = ERROR_STYLES.find((name) => name === attribute(element, 'errorStyle'));
  const texts = { errorTitle: attribute(element, 'errorTitle'), errorMessage: attribute(element, 'error'), promptTitle: attribute(element, 'promptTitle'), promptMessage: attribute(element, 'prompt') };
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  return {
    type: 'list', source: readSource(formula), ...given, ...(style ? { errorStyle: style } : {}),
    ignoreBlanks: booleanAttribute(element, 'allowBlank'), showError: booleanAttribute(element, 'showErrorMessage'),
  };
}

/** Data validations of a worksheet (ECMA-376 part 1, 18.3.1.33); all but lists are opaque. */
export function readValidations(worksheet: Element): KnownValidations {
  return new Map(children(child(worksheet, 'dataValidations'), 'dataValidation').map((element, id) => {
    const areas = readSqref(attribute(element, 'sqref'));
    const list = understood(element);
    return [list ? { areas, ...list } : { areas, opaque: true, id }, element];
  }));
}

function newValidation(like: Element, validation: Validation): Element {
  const element = make(like, 'dataValidation', {
    type: 'list',
    errorStyle: validation.errorStyle === 'stop' ? undefined : validation.errorStyle,
    allowBlank: validation.ignoreBlanks === false ? undefined : 1,
    showInputMessage: 1,
    showErrorMessage: validation.showError === false ? undefined : 1,
    errorTitle: validation.errorTitle, error: validation.errorMessage, promptTitle: validation.promptTitle, prompt: validation.promptMessage,
  });
  append(element, 'formula1', {}, writeSource(validation.source));
  return element;
}

function sourceOf(entry: Entry, known: KnownValidations): Element | undefined {
  const direct = known.get(entry);
  if (direct || !('opaque' in entry)) return direct;
  return [...known].find(([other]) => 'opaque' in other && other.id === entry.id)?.[1];
}

/** Writes the list anew; entries that are still those of the file keep their XML but for the cells they cover. */
export function patchValidations(worksheet: Element, validations: readonly Entry[], known: KnownValidations): void {
  const wanted = validations.filter(({ areas }) => areas.length > 0).map((entry) => {
    const source = sourceOf(entry, known);
    const element = source ? copyOf(source) : newValidation(worksheet, entry as Validation);
    setAttributes(element, { sqref: writeSqref(entry.areas) });
    return element;
  });
  const list = ensureChild(worksheet, 'dataValidations', WORKSHEET_ORDER);
  removeAll(children(list, 'dataValidation'));
  for (const element of wanted) list.appendChild(element);
  setAttributes(list, { count: wanted.length });
  if (wanted.length === 0) removeAll([list]);
}
