/** What a button of the ribbon does. */
export type RibbonAction =
  /** Opens the pane, or closes it where it is open. */
  | { readonly kind: 'showPane' }
  | { readonly kind: 'command'; readonly functionName: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the icon of 32 pixels, and of the one for screens of twice the density. */
  readonly icon: string;
  readonly sharpIcon: string;
  readonly action: RibbonAction;
  readonly enabled: boolean;
}
export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}
export interface RibbonTab {
  readonly id: string;
  readonly groups: readonly RibbonGroup[];
}

/** What the page knows of the add-in: all of it is in its manifest. */
export interface AddIn {
  readonly name: string;
  readonly paneAddress: string;
  /** Pane and commands share one runtime, which lives on while the pane is hidden. */
  readonly sharedRuntime: boolean;
  readonly tabs: readonly RibbonTab[];
}

/**
 * Reads an add-in's XML manifest in one language ("ja-JP"); texts without that language are given in the manifest's own.
 * @throws Error for controls and actions that this ribbon cannot show
 */
export function readManifest(manifest: Document, language: string): AddIn {
  const root = manifest.documentElement;
  const text = resources(manifest, language);
  const pane = children(root, 'DefaultSettings').flatMap((settings) => children(settings, 'SourceLocation'))[0];
  return {
    name: localized(children(root, 'DisplayName')[0], language),
    paneAddress: pane?.getAttribute('DefaultValue') ?? '',
    sharedRuntime: descendants(root, 'Runtime').some((runtime) => runtime.getAttribute('lifetime') === 'long'),
    tabs: [...descendants(root, 'OfficeTab'), ...descendants(root, 'CustomTab')].map((tab) => ({
      id: tab.getAttribute('id') ?? '',
      groups: children(tab, 'Group').map((group) => readGroup(group, text)),
    })),
  };
}

type Texts = (owner: Element, child: string) => string;

function readGroup(group: Element, text: Texts): RibbonGroup {
  return { id: group.getAttribute('id') ?? '', label: text(group, 'Label'), buttons: children(group, 'Control').map((control) => readButton(control, text)) };
}

function readButton(control: Element, text: Texts): RibbonButton {
  const id = control.getAttribute('id') ?? '';
  const type = typeOf(control);
  if (type !== 'Button') throw new Error(`manifest: ${id} is a ${type}, and this ribbon shows buttons only`);
  const [tip] = children(control, 'Supertip');
  const [icons] = children(control, 'Icon');
  const icon = (size: string): string => {
    const image = children(icons ?? control, 'Image').find((one) => one.getAttribute('size') === size);
    return image ? text(image, '') : '';
  };
  const enabled = children(control, 'Enabled')[0]?.textContent?.trim() !== 'false';
  return { id, label: text(control, 'Label'), tip: tip ? text(tip, 'Description') : '', icon: icon('32'), sharpIcon: icon('64') || icon('80'), action: readAction(control), enabled };
}

function readAction(control: Element): RibbonAction {
  const [action] = children(control, 'Action');
  const type = action ? typeOf(action) : 'nothing';
  if (action && type === 'ShowTaskpane') return { kind: 'showPane' };
  if (action && type === 'ExecuteFunction') return { kind: 'command', functionName: children(action, 'FunctionName')[0]?.textContent?.trim() ?? '' };
  throw new Error(`manifest: ${control.getAttribute('id') ?? ''} does ${type}, which this ribbon does not know`);
}

/** Looks up what an element, or its child of that name, refers to by `resid`. */
function resources(manifest: Document, language: string): Texts {
  const known = new Map<string, string>();
  for (const name of ['Image', 'Url', 'String']) {
    for (const one of descendants(manifest.documentElement, name)) {
      const id = one.getAttribute('id');
      if (id !== null) known.set(id, localized(one, language));
    }
  }
  return (owner, child) => {
    const id = (child === '' ? owner : children(owner, child)[0])?.getAttribute('resid') ?? '';
    const found = known.get(id);
    if (found === undefined) throw new Error(`manifest: no resource ${id}`);
    return found;
  };
}

function localized(element: Element | undefined, language: string): string {
  const override = element && children(element, 'Override').find((one) => one.getAttribute('Locale') === language);
  return (override?.getAttribute('Value') ?? element?.getAttribute('DefaultValue')) ?? '';
}

/** xsi:type */
const typeOf = (element: Element): string => element.getAttribute('xsi:type') ?? '';

const descendants = (element: Element, name: string): Element[] => Array.from(element.getElementsByTagNameNS('*', name));

function children(element: Element, name: string): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1 && (node as Element).localName === name);
}
