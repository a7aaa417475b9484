const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const XLSM = 'application/vnd.ms-excel.sheet.macroEnabled.12';
/** Long enough for a browser to have begun the download. */
const KEEP = 60_000;

/** Lets the person choose a workbook; null where they chose none. */
export function pickWorkbook(): Promise<File | null> {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: `.xlsx,.xlsm,${XLSX}`, hidden: true });
  document.body.append(input);
  return new Promise<File | null>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  }).finally(() => input.remove());
}

/** Hands a workbook to the browser's download; a workbook with macros stays one. */
export function download(bytes: Uint8Array, name: string): void {
  const type = /\.xlsm$/i.test(name) ? XLSM : XLSX;
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP);
}
