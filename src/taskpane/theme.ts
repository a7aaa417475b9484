import { webLightTheme, type Theme } from '@fluentui/react-components';

/** Fluent's light theme with faces that draw Japanese well on Windows and Mac. */
export const theme: Theme = {
  ...webLightTheme,
  fontFamilyBase: "'Segoe UI', 'Yu Gothic UI', Meiryo, 'Hiragino Sans', sans-serif",
};
