import { z } from 'zod';

const texts = z.record(z.string(), z.strictObject({ value: z.string().min(1) }));

/** The file of keyboard shortcuts, as Microsoft's "Add custom keyboard shortcuts" describes it. */
export const shortcutFile = z.strictObject({
  actions: z.array(z.strictObject({ id: z.string(), type: z.literal('ExecuteFunction'), name: z.string() })),
  shortcuts: z.array(z.strictObject({ action: z.string(), key: z.strictObject({ default: z.string(), mac: z.string() }) })),
  resources: z.strictObject({ default: texts }),
});
export type ShortcutFile = z.infer<typeof shortcutFile>;

/** Its translation into one more language. */
export const shortcutWords = texts;

/** Microsoft's advice: these three keys together are nobody else's, in Excel as in browsers and input methods. */
const PATTERNS = { default: /^Ctrl\+Alt\+Shift\+[A-Z]$/, mac: /^Command\+Alt\+Shift\+[A-Z]$/ } as const;

/** Whatever is wrong with the shortcuts of a page that has these functions. */
export function shortcutProblems(file: ShortcutFile, english: z.infer<typeof shortcutWords>, functions: readonly string[]): string[] {
  const ids = file.actions.map(({ id }) => id);
  const japanese = file.resources.default;
  return [
    ...(ids.join() === functions.join() ? [] : [`functions: ${ids.join()}`]),
    ...(file.shortcuts.map(({ action }) => action).join() === ids.join() ? [] : ['actions: not one shortcut each']),
    ...(['default', 'mac'] as const).flatMap((platform) => {
      const keys = file.shortcuts.map(({ key }) => key[platform]);
      return [...keys.filter((key) => !PATTERNS[platform].test(key)), ...keys.filter((key, at) => keys.indexOf(key) !== at)].map((key) => `key: ${key}`);
    }),
    ...file.actions.filter(({ id, name }) => name !== `\${resource.${id}}` || japanese[id] === undefined || english[id] === undefined || japanese[id].value === english[id].value).map(({ id }) => `words: ${id}`),
    ...[...Object.keys(japanese), ...Object.keys(english)].filter((id) => !ids.includes(id)).map((id) => `words: ${id} without an action`),
  ];
}
