/** What Office looks like; null where it does not say, as on the web. */
export function officeLook(): { readonly dark: boolean; readonly highContrast: boolean } | null {
  // Outside Office, and on platforms without themes, `officeTheme` is missing whatever its type promises.
  const context: Partial<Office.Context> | undefined = typeof Office === 'undefined' ? undefined : Office.context;
  const theme: Partial<Office.OfficeTheme> | undefined = context?.officeTheme;
  const back = brightness(theme?.bodyBackgroundColor);
  const fore = brightness(theme?.bodyForegroundColor);
  if (back === null) return null;
  // Windows' high contrast themes are the only ones with pure black or white on both sides.
  const extreme = (value: number | null): boolean => value === 0 || value === 1;
  return { dark: back < 0.5, highContrast: extreme(back) && extreme(fore) && back === 0 };
}

/** 0 black … 1 white of "#RRGGBB"; null where it is no colour. Source: ITU-R BT.601 luma. */
function brightness(color: string | undefined): number | null {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(color ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const part = (hex: string): number => parseInt(hex, 16) / 255;
  return 0.299 * part(red) + 0.587 * part(green) + 0.114 * part(blue);
}
