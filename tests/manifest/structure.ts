import type { Element } from '@xmldom/xmldom';

/** Namespaces of a manifest, by the short names used here. */
const SPACES: Readonly<Record<string, string>> = {
  'http://schemas.microsoft.com/office/appforoffice/1.1': 'app',
  'http://schemas.microsoft.com/office/taskpaneappversionoverrides': 'vo',
  'http://schemas.microsoft.com/office/officeappbasictypes/1.0': 'bt',
};

/**
 * Children in the order Office asks for ("?" may be missing, "+" stands once or more, "*" any number), from Microsoft's
 * "How to find the proper order of manifest elements" and the pages of each element; only what a task pane in Excel can use.
 * An element that is not a key has no children.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  'app:OfficeApp': 'app:Id app:AlternateId? app:Version app:ProviderName app:DefaultLocale app:DisplayName app:Description app:IconUrl app:HighResolutionIconUrl app:SupportUrl app:AppDomains? app:Hosts app:Requirements? app:DefaultSettings app:Permissions vo:VersionOverrides? app:ExtendedOverrides?',
  'app:DisplayName': 'app:Override*',
  'app:Description': 'app:Override*',
  'app:IconUrl': 'app:Override*',
  'app:HighResolutionIconUrl': 'app:Override*',
  'app:SupportUrl': 'app:Override*',
  'app:AppDomains': 'app:AppDomain+',
  'app:Hosts': 'app:Host+',
  'app:Requirements': 'app:Sets?',
  'app:Sets': 'app:Set+',
  'app:DefaultSettings': 'app:SourceLocation',
  'app:SourceLocation': 'app:Override*',
  'vo:VersionOverrides': 'vo:Description? vo:Requirements? vo:Hosts vo:Resources',
  'vo:Requirements': 'bt:Sets?',
  'bt:Sets': 'bt:Set+',
  'vo:Hosts': 'vo:Host+',
  'vo:Host': 'vo:Runtimes? vo:DesktopFormFactor',
  'vo:Runtimes': 'vo:Runtime',
  'vo:DesktopFormFactor': 'vo:GetStarted? vo:FunctionFile? vo:ExtensionPoint+',
  'vo:ExtensionPoint': 'vo:OfficeTab+',
  'vo:OfficeTab': 'vo:Group+',
  'vo:Group': 'vo:Label vo:Icon vo:Control+',
  'vo:Control': 'vo:Label vo:Supertip vo:Icon vo:Action vo:Enabled?',
  'vo:Supertip': 'vo:Title vo:Description',
  'vo:Icon': 'bt:Image+',
  'vo:Action': 'vo:TaskpaneId? vo:SourceLocation? vo:FunctionName?',
  'vo:Resources': 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
  'bt:Images': 'bt:Image+',
  'bt:Urls': 'bt:Url+',
  'bt:ShortStrings': 'bt:String+',
  'bt:LongStrings': 'bt:String+',
  'bt:Image': 'bt:Override*',
  'bt:Url': 'bt:Override*',
  'bt:String': 'bt:Override*',
};

/** What every element of a kind must carry. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'app:OfficeApp': ['xsi:type'], 'vo:VersionOverrides': ['xsi:type'], 'vo:Host': ['xsi:type'], 'vo:ExtensionPoint': ['xsi:type'], 'vo:Action': ['xsi:type'],
  'vo:Control': ['xsi:type', 'id'], 'vo:Group': ['id'], 'vo:OfficeTab': ['id'], 'vo:Runtime': ['resid', 'lifetime'], 'vo:FunctionFile': ['resid'],
  'vo:Label': ['resid'], 'vo:Title': ['resid'], 'vo:Description': ['resid'], 'vo:SourceLocation': ['resid'], 'bt:Url': ['id', 'DefaultValue'], 'bt:String': ['id', 'DefaultValue'],
  'app:DisplayName': ['DefaultValue'], 'app:Description': ['DefaultValue'], 'app:SourceLocation': ['DefaultValue'], 'app:IconUrl': ['DefaultValue'],
  'app:HighResolutionIconUrl': ['DefaultValue'], 'app:SupportUrl': ['DefaultValue'], 'app:Override': ['Locale', 'Value'], 'bt:Override': ['Locale', 'Value'],
  'app:Set': ['Name', 'MinVersion'], 'bt:Set': ['Name', 'MinVersion'], 'app:Host': ['Name'], 'app:ExtendedOverrides': ['Url'],
};

export const nameOf = (element: Element): string => `${SPACES[element.namespaceURI ?? ''] ?? '?'}:${element.localName ?? ''}`;

export const childElements = (element: Element): Element[] => [...element.childNodes].filter((node): node is Element => node.nodeType === 1);

/** Elements that are missing, unknown, too many or out of order, and missing attributes. */
export function structureProblems(element: Element): string[] {
  const name = nameOf(element);
  const children = childElements(element);
  const pattern = (CHILDREN[name] ?? '').split(' ').filter((part) => part !== '')
    .map((part) => (/[?*+]$/.test(part) ? `(?:${part.slice(0, -1)} )${part.slice(-1)}` : `${part} `)).join('');
  const text = children.map((child) => `${nameOf(child)} `).join('');
  const own = new RegExp(`^${pattern}$`).test(text) ? [] : [`order: ${name} holds ${text.trim()}`];
  const lacking = (ATTRIBUTES[name] ?? []).filter((attribute) => !element.getAttribute(attribute)).map((attribute) => `attribute: ${name} lacks ${attribute}`);
  return [...own, ...lacking, ...children.flatMap(structureProblems)];
}
