import type { Element } from '@xmldom/xmldom';
import { attribute, below, parentName, readManifest, resources, texts, type Manifest } from './readManifest';
import { structureProblems } from './structure';

/** What a manifest is held against. */
export interface Surroundings {
  /** Every address must begin with it. */
  readonly origin: string;
  /** Width and height of a served picture, by its path below the origin; null where there is none. */
  readonly pictureSize: (path: string) => readonly [number, number] | null;
  /** Functions that the page gives Office. */
  readonly functions: readonly string[];
}

type Rule = (manifest: Manifest, around: Surroundings) => string[];

/** Everything wrong with a manifest; each begins with the name of its rule. */
export function manifestProblems(xml: string, around: Surroundings): string[] {
  const manifest = readManifest(xml);
  return [...structureProblems(manifest.root), ...RULES.flatMap((rule) => rule(manifest, around))];
}

const form: Rule = ({ all }) => {
  const forms: readonly (readonly [string, RegExp])[] = [['Id', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/], ['Version', /^\d+(\.\d+){3}$/], ['DefaultLocale', /^[a-z]{2}-[A-Z]{2}$/], ['Permissions', /^ReadWriteDocument$/], ['FunctionName', /^[A-Za-z]\w{0,63}$/]];
  return forms.flatMap(([name, pattern]) => all(name).filter((element) => !pattern.test(element.textContent ?? '')).map((element) => `form: ${name} ${element.textContent ?? ''}`));
};

const length: Rule = (manifest) => {
  const { all } = manifest;
  const limits: readonly (readonly [number, readonly string[]])[] = [
    [125, [...all('DisplayName').flatMap(texts), ...all('ShortStrings').flatMap((list) => below(list, 'String')).flatMap(texts), ...all('ProviderName').map((element) => element.textContent ?? ''), ...[...all('Group'), ...all('Control')].map((element) => attribute(element, 'id'))]],
    [250, [...all('Description').filter((element) => attribute(element, 'resid') === '').flatMap(texts), ...all('LongStrings').flatMap((list) => below(list, 'String')).flatMap(texts)]],
    [32, resources(manifest).map((element) => attribute(element, 'id'))],
    [2048, addresses(manifest)],
  ];
  return limits.flatMap(([limit, found]) => found.filter((text) => text === '' || text.length > limit).map((text) => `length: ${text.length} of ${limit}: ${text}`));
};

/** Where a reference by `resid` must lead. */
const LISTS: Readonly<Record<string, string>> = { Label: 'ShortStrings', Title: 'ShortStrings', Description: 'LongStrings', Image: 'Images', FunctionFile: 'Urls', SourceLocation: 'Urls', Runtime: 'Urls' };

const reference: Rule = (manifest) => {
  const declared = resources(manifest);
  const ids = declared.map((element) => attribute(element, 'id'));
  const references = manifest.all('*').filter((element) => attribute(element, 'resid') !== '');
  const leads = (element: Element): boolean => declared.some((one) => attribute(one, 'id') === attribute(element, 'resid') && parentName(one) === LISTS[element.localName ?? '']);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `reference: ${id} declared twice`),
    ...references.filter((element) => !leads(element)).map((element) => `reference: ${element.localName ?? ''} to ${attribute(element, 'resid')}`),
    ...ids.filter((id) => !references.some((element) => attribute(element, 'resid') === id)).map((id) => `reference: ${id} never used`),
  ];
};

const addresses = ({ all }: Manifest): string[] => [
  ...['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url'].flatMap((name) => all(name)).filter((element) => attribute(element, 'DefaultValue') !== '').flatMap(texts),
  ...all('ExtendedOverrides').flatMap((element) => ['Url', 'ResourcesUrl'].map((name) => attribute(element, name))),
];

const address: Rule = (manifest, { origin }) =>
  addresses(manifest).filter((url) => !url.startsWith(`${origin}/`) || !URL.canParse(url) || new URL(url).protocol !== 'https:').map((url) => `address: ${url}`);

const icon: Rule = ({ all }, { origin, pictureSize }) => {
  const urls = new Map(all('Image').map((image) => [attribute(image, 'id'), attribute(image, 'DefaultValue')]));
  const wrong = (url: string, size: number): string[] => {
    const found = pictureSize(url.slice(origin.length + 1));
    return found?.[0] === size && found[1] === size ? [] : [`icon: ${url} is not of ${size} pixels`];
  };
  const listed = ([['IconUrl', 32], ['HighResolutionIconUrl', 64]] as const).flatMap(([name, size]) => all(name).flatMap((element) => wrong(attribute(element, 'DefaultValue'), size)));
  const sets = all('Icon').flatMap((one) => {
    const sizes = below(one, 'Image').map((image) => attribute(image, 'size'));
    return sizes.join(' ') === '16 20 24 32 40 48 64 80' ? [] : [`icon: sizes ${sizes.join(' ')}`];
  });
  const ribbon = all('Icon').flatMap((one) => below(one, 'Image')).flatMap((image) => wrong(urls.get(attribute(image, 'resid')) ?? '', Number(attribute(image, 'size'))));
  return [...listed, ...sets, ...ribbon];
};

const language: Rule = ({ all }) =>
  [...all('DisplayName'), ...all('String'), ...all('Description').filter((element) => attribute(element, 'resid') === '')]
    .filter((element) => below(element, 'Override').map((override) => attribute(override, 'Locale')).join() !== 'en-US' || new Set(texts(element)).size !== 2)
    .map((element) => `language: ${attribute(element, 'DefaultValue')}`);

const identity: Rule = ({ all }) => {
  const ids = [...all('Group'), ...all('Control')].map((element) => attribute(element, 'id'));
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `identity: ${id}`);
};

const command: Rule = ({ all }, { functions }) => all('Control').flatMap((control) => {
  const [action] = below(control, 'Action');
  const type = attribute(action, 'xsi:type');
  const name = all('FunctionName').find((one) => one.parentNode === action)?.textContent ?? '';
  const opens = action !== undefined && below(action, 'SourceLocation').length === 1;
  const good = type === 'ExecuteFunction' ? functions.includes(name) && !opens && all('FunctionFile').length === 1 : type === 'ShowTaskpane' && opens && name === '';
  return good ? [] : [`command: ${attribute(control, 'id')} does ${type} ${name}`];
});

/** One page for all, or Excel starts a second copy of the add-in beside the pane. */
const runtime: Rule = ({ all }) => {
  const pages = ['Runtime', 'FunctionFile', 'SourceLocation'].flatMap((name) => all(name)).map((element) => attribute(element, 'resid')).filter((id) => id !== '');
  const base = all('SourceLocation').map((element) => attribute(element, 'DefaultValue')).find((url) => url !== '');
  const page = all('Url').find((url) => attribute(url, 'id') === pages[0]);
  return [
    ...(new Set(pages).size === 1 ? [] : [`runtime: pages ${pages.join(' ')}`]),
    ...(attribute(page, 'DefaultValue') === base ? [] : ['runtime: the plain pane is another page']),
    ...all('Runtime').filter((one) => attribute(one, 'lifetime') !== 'long').map(() => 'runtime: not shared'),
  ];
};

/** The floor of the plain pane, and what the ribbon needs above it. */
const requirement: Rule = ({ all }) => {
  const sets = (space: string): string => all('Set').filter((set) => set.prefix === (space === '' ? null : space)).map((set) => `${attribute(set, 'Name')} ${attribute(set, 'MinVersion')}`).join();
  return sets('') === 'ExcelApi 1.9' && sets('bt') === 'SharedRuntime 1.1' ? [] : [`requirement: ${sets('')} / ${sets('bt')}`];
};

const RULES: readonly Rule[] = [form, length, reference, address, icon, language, identity, command, runtime, requirement];
