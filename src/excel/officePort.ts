/** The id of the library's script tag in taskpane.html. */
const SCRIPT_ID = 'office-js';

/** True where the pane stands in Excel, false in a plain browser. Rejects where the library did not load; may never settle. */
export async function whenOfficeReady(): Promise<boolean> {
  await whenScriptLoaded();
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** The display language of Office; Japanese until Office has spoken, as nearly every user reads it. */
export function displayLanguage(): string {
  // Outside Office, and before it is ready, `context` lacks members that its types promise.
  const context: Partial<Office.Context> | undefined = typeof Office === 'undefined' ? undefined : Office.context;
  return context?.displayLanguage ?? 'ja-JP';
}

let loading: Promise<void> | null = null;

/** Resolves when the library's globals are there; its script comes after ours, so that a missing one can be told. Rejects where it is missing. */
export function whenScriptLoaded(): Promise<void> {
  if (typeof Office !== 'undefined') return Promise.resolve();
  // Whoever asks later would miss what the script has told already.
  loading ??= whenScriptTells();
  return loading;
}

function whenScriptTells(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.getElementById(SCRIPT_ID);
    script?.addEventListener('load', () => resolve(), { once: true });
    script?.addEventListener('error', () => reject(new Error('office.js did not load')), { once: true });
  });
}
