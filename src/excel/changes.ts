/**
 * Calls back whenever cells of any sheet change by anyone's hand, this add-in's writes included. Nothing is registered before Excel
 * answers; gives the way to stop. Where Excel cannot tell of changes the listener is never called.
 */
export function onCellsChanged(listener: () => void): () => void {
  let stopped = false;
  const registered = Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(() => {
      if (!stopped) listener();
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
