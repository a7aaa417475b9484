/**
 * Calls back whenever cells of any sheet change by anyone's hand, this add-in's writes included: `own` tells whether it was this
 * add-in, null where Excel does not say (before ExcelApi 1.14). Gives the way to stop. Where Excel cannot tell of changes the
 * listener is never called.
 */
export function onCellsChanged(listener: (own: boolean | null) => void): () => void {
  let stopped = false;
  const registered = Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add((event) => {
      // Its type promises the member, older Excels leave it out.
      const source: string | undefined = event.triggerSource;
      if (!stopped) listener(source === undefined ? null : source === 'ThisLocalAddin');
      return Promise.resolve();
    });
    await context.sync();
    return handler;
  }).catch(() => null);
  return () => {
    stopped = true;
    void registered.then((handler) => handler && Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    })).catch(() => undefined);
  };
}
