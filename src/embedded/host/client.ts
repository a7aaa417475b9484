import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { bridgeTo } from './bridge';
import type { ExcelHost } from './host';

export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
}

interface Requirements {
  isSetSupported(name: string, version?: string): boolean;
}
/** What office.js leaves on its global object, as far as it is touched here. */
interface Loaded extends OfficeClient {
  readonly OfficeExt: { readonly Requirement: { readonly RequirementMatrix: new (sets: object) => Requirements; readonly DefaultSetRequirement: new (sets: Readonly<Record<string, string>>) => object } };
  readonly OSF: { _OfficeAppFactory?: object };
}

let compiled: vm.Script | undefined;

function officeScript(): vm.Script {
  if (!compiled) {
    const file = path.join(path.dirname(createRequire(path.join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json')), 'dist/excel-web-16.00.js');
    compiled = new vm.Script(readFileSync(file, 'utf8'), { filename: file });
  }
  return compiled;
}

/**
 * Loads the unmodified office.js of the npm package into a global object of its own and binds it to a host. Node only.
 * The library refuses calls above the host's requirement set before they are sent, and `isSetSupported` answers by it.
 * Arrays, objects and errors are made with the caller's own constructors (JSON included), so that `instanceof` and strict
 * comparison hold for what it gives back.
 */
export function loadOffice(host: ExcelHost, locale: string): OfficeClient {
  const context: Record<string, unknown> = {
    console, setTimeout, clearTimeout, setInterval, clearInterval, Error, Array, Object, Promise, JSON,
    _richApiNativeBridge: bridgeTo(host),
    navigator: { userAgent: 'node', language: locale },
    document: {},
    location: {},
  };
  context['window'] = context;
  officeScript().runInContext(vm.createContext(context));
  const loaded = context as unknown as Loaded;
  declareRequirements(loaded, host.options.apiVersion, locale);
  return { Excel: loaded.Excel, OfficeExtension: loaded.OfficeExtension, Office: loaded.Office };
}

function declareRequirements(loaded: Loaded, apiVersion: string, locale: string): void {
  const { RequirementMatrix, DefaultSetRequirement } = loaded.OfficeExt.Requirement;
  const requirements = new RequirementMatrix(new DefaultSetRequirement({ excelapi: apiVersion, delayforcelledit: '1.1' }));
  const officeContext = { requirements, contentLanguage: locale, displayLanguage: locale };
  loaded.OSF._OfficeAppFactory = Object.assign(loaded.OSF._OfficeAppFactory ?? {}, { getContext: () => officeContext });
  Reflect.set(Reflect.get(loaded.OfficeExtension, 'CommonUtility') as object, '_doApiNotSupportedCheck', true);
}
