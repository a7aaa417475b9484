import { tokens as all } from '@fluentui/react-components';

/** All that the pane uses of Fluent UI, by one door. */
export { Button, FluentProvider, makeStyles, mergeClasses } from '@fluentui/react-components';
// In one line, so that they stand side by side in the script too: being alike, they pack to a third there.
export { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
export type { Theme } from '@fluentui/react-components';

/** The tokens in use: Fluent's whole list, kept for the views that load later, would cost the first script 5 kB after gzip. */
export const tokens = {
  borderRadiusMedium: all.borderRadiusMedium,
  borderRadiusSmall: all.borderRadiusSmall,
  colorBrandBackground: all.colorBrandBackground,
  colorBrandBackground2: all.colorBrandBackground2,
  colorBrandForeground1: all.colorBrandForeground1,
  colorBrandStroke1: all.colorBrandStroke1,
  colorCompoundBrandBackground: all.colorCompoundBrandBackground,
  colorCompoundBrandStroke: all.colorCompoundBrandStroke,
  colorNeutralBackground1: all.colorNeutralBackground1,
  colorNeutralBackground1Hover: all.colorNeutralBackground1Hover,
  colorNeutralBackground3: all.colorNeutralBackground3,
  colorNeutralBackground5: all.colorNeutralBackground5,
  colorNeutralBackground6: all.colorNeutralBackground6,
  colorNeutralForeground1: all.colorNeutralForeground1,
  colorNeutralForeground2: all.colorNeutralForeground2,
  colorNeutralForeground3: all.colorNeutralForeground3,
  colorNeutralForegroundDisabled: all.colorNeutralForegroundDisabled,
  colorNeutralForegroundOnBrand: all.colorNeutralForegroundOnBrand,
  colorNeutralStroke1: all.colorNeutralStroke1,
  colorNeutralStroke1Pressed: all.colorNeutralStroke1Pressed,
  colorNeutralStroke2: all.colorNeutralStroke2,
  colorNeutralStrokeAccessible: all.colorNeutralStrokeAccessible,
  colorNeutralStrokeDisabled: all.colorNeutralStrokeDisabled,
  colorPaletteGreenBackground2: all.colorPaletteGreenBackground2,
  colorPaletteGreenForeground2: all.colorPaletteGreenForeground2,
  colorPaletteMarigoldBackground2: all.colorPaletteMarigoldBackground2,
  colorPaletteMarigoldForeground2: all.colorPaletteMarigoldForeground2,
  colorPaletteRedBackground3: all.colorPaletteRedBackground3,
  colorPaletteRedForeground1: all.colorPaletteRedForeground1,
  colorStatusDangerBackground1: all.colorStatusDangerBackground1,
  colorStatusDangerBorder1: all.colorStatusDangerBorder1,
  colorStatusDangerForeground1: all.colorStatusDangerForeground1,
  colorStatusSuccessBackground1: all.colorStatusSuccessBackground1,
  colorStatusSuccessBorder1: all.colorStatusSuccessBorder1,
  colorStatusSuccessForeground1: all.colorStatusSuccessForeground1,
  colorStatusWarningBackground1: all.colorStatusWarningBackground1,
  colorStatusWarningBorder1: all.colorStatusWarningBorder1,
  colorStatusWarningForeground3: all.colorStatusWarningForeground3,
  colorStrokeFocus2: all.colorStrokeFocus2,
  colorTransparentStroke: all.colorTransparentStroke,
  fontSizeBase200: all.fontSizeBase200,
  fontSizeBase300: all.fontSizeBase300,
  fontSizeBase400: all.fontSizeBase400,
  fontWeightRegular: all.fontWeightRegular,
  fontWeightSemibold: all.fontWeightSemibold,
  lineHeightBase200: all.lineHeightBase200,
  lineHeightBase300: all.lineHeightBase300,
  lineHeightBase400: all.lineHeightBase400,
} as const;
