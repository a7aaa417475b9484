import { makeStyles, tokens } from '../fluent';

const FORCED = '@media (forced-colors: active)';

/** Told apart by weight and dashes as well as by colour. */
export const useTrendStyles = makeStyles({
  months: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: 1.75, strokeLinejoin: 'round', strokeLinecap: 'round', [FORCED]: { stroke: 'CanvasText' } },
  dot: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: 'CanvasText' } },
  previous: { fill: 'none', stroke: tokens.colorNeutralStroke1Pressed, strokeWidth: 1, strokeLinejoin: 'round', [FORCED]: { stroke: 'GrayText' } },
  previousDot: { fill: tokens.colorNeutralStroke1Pressed, [FORCED]: { fill: 'GrayText' } },
  target: { stroke: tokens.colorPaletteRedForeground1, strokeWidth: 1, strokeDasharray: '3 2', [FORCED]: { stroke: 'Highlight' } },
});
