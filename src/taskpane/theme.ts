import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from './fluent';
import type { OfficeLook } from './port';

/** Faces that draw Japanese well on Windows, Mac and Linux. They go first: others have a narrow ○ and □, but no ◎ and △. */
const FACES = "'Yu Gothic UI', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', 'Segoe UI', sans-serif";

const withFaces = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FACES });
const LIGHT = withFaces(webLightTheme);
const DARK = withFaces(webDarkTheme);
const HIGH_CONTRAST = withFaces(teamsHighContrastTheme);

/** Fluent's theme for what Office looks like. */
export function themeFor(look: OfficeLook): Theme {
  if (look.highContrast) return HIGH_CONTRAST;
  return look.dark ? DARK : LIGHT;
}
