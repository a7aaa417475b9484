import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from './fluent';
import type { OfficeLook } from './port';

/** Faces that draw Japanese well on Windows and Mac. */
const FACES = "'Segoe UI', 'Yu Gothic UI', Meiryo, 'Hiragino Sans', sans-serif";

const withFaces = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FACES });
const LIGHT = withFaces(webLightTheme);
const DARK = withFaces(webDarkTheme);
const HIGH_CONTRAST = withFaces(teamsHighContrastTheme);

/** Fluent's theme for what Office looks like. */
export function themeFor(look: OfficeLook): Theme {
  if (look.highContrast) return HIGH_CONTRAST;
  return look.dark ? DARK : LIGHT;
}
