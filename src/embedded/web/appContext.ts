/** office.js's number for Excel on the web. */
const EXCEL_WEB_APP = 16;

/** What an add-in is told of the program and document it stands in. */
export interface AppContextOptions {
  readonly controlId: string;
  /** Language of the program's screens and of dates and numbers, e.g. "ja-JP". */
  readonly locale: string;
  readonly documentUrl: string;
  /** Name → highest version, e.g. { ExcelApi: "1.14", SharedRuntime: "1.1" }. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /** What the add-in saved in the document's settings: name → JSON text. */
  readonly settings: ReadonlyMap<string, string>;
  /** Whether the pane is on screen when the add-in starts; a ribbon command may start it unseen. */
  readonly visible: boolean;
}

/**
 * The answer to ContextActivationManager_getAppContextAsync. The protocol of this library's version carries no colours:
 * `Office.context.officeTheme` is undefined on the web.
 */
export function appContext({ controlId, locale, documentUrl, requirementSets, settings, visible }: AppContextOptions): object {
  return {
    _id: controlId,
    _appInstanceId: controlId,
    _appName: EXCEL_WEB_APP,
    _appVersion: '16.0',
    _appMinorVersion: 0,
    _hostFullVersion: '16.0.15407.0',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: documentUrl,
    // Read and write.
    _clientMode: 1,
    _settings: [...settings],
    _reason: 'documentOpened',
    // A task pane.
    _osfControlType: 1,
    _eToken: '',
    _correlationId: controlId,
    _requirementMatrix: JSON.stringify(requirementSets),
    _dialogRequirementMatrix: '{}',
    _hostCustomMessage: '',
    _appDomains: [],
    _featureGates: {},
    // 1: hidden, 2: task pane.
    _initialDisplayMode: visible ? 2 : 1,
    _wacHostEnvironment: '0',
  };
}
