/**
 * Calls back whenever cells of any sheet change by anyone's hand, or sheets come and go, this add-in's writes included: `own` tells whether it was this
 * add-in, null where Excel does not say (before ExcelApi 1.14). Gives the way to stop. Where Excel cannot tell of changes the
 * listener is never called.
 */
export function onCellsChanged(listener: (own: boolean | null) => void): () => void {
  let stopped = false;
  const registered = Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const tell = (own: boolean | null): Promise<void> => {
      if (!stopped) listener(own);
      return Promise.resolve();
    };
    const handlers = [
      worksheets.onChanged.add((event) => {
        // Its type promises the member, older Excels leave it out.
        const source: string | undefined = event.triggerSource;
        return tell(source === undefined ? null : source === 'ThisLocalAddin');
      }),
      worksheets.onAdded.add(() => tell(null)),
      worksheets.onDeleted.add(() => tell(null)),
    ];
    await context.sync();
    return handlers;
  }).catch(() => null);
  return () => {
    stopped = true;
    void registered.then((handlers) => handlers?.[0] && Excel.run(handlers[0].context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    })).catch(() => undefined);
  };
}
