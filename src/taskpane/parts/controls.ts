import { makeStyles, tokens } from '../fluent';

const FOCUS = { outlineWidth: '2px', outlineStyle: 'solid', outlineColor: tokens.colorStrokeFocus2, outlineOffset: '1px' } as const;
const EDGE = {
  height: '28px', boxSizing: 'border-box', padding: '0 8px', minWidth: 0,
  border: `1px solid ${tokens.colorNeutralStroke1}`, borderBottomColor: tokens.colorNeutralStrokeAccessible, borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200,
} as const;

/** The browser's own controls in Fluent's dress: Fluent's would be heavier than the rest of the pane. */
export const useControls = makeStyles({
  select: { ...EDGE, padding: '0 4px', ':focus-visible': FOCUS },
  input: {
    ...EDGE, fontSize: tokens.fontSizeBase300, textAlign: 'right',
    ':focus-visible': FOCUS,
    '::placeholder': { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, opacity: 1 },
    ':read-only': { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
    ':disabled': { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForegroundDisabled, border: `1px solid ${tokens.colorNeutralStrokeDisabled}`, borderBottomColor: tokens.colorNeutralStrokeDisabled },
  },
  invalid: { border: `1px solid ${tokens.colorStatusDangerForeground1}`, borderBottomColor: tokens.colorStatusDangerForeground1 },
  changed: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke1}`, borderBottomColor: tokens.colorBrandStroke1 },
  label: { display: 'flex', alignItems: 'center', columnGap: '4px', minWidth: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: 'nowrap' },
  // A button that looks like what it stands in.
  plain: {
    padding: 0, border: 'none', background: 'none', color: 'inherit', font: 'inherit', textAlign: 'left', cursor: 'pointer',
    ':focus-visible': FOCUS, borderRadius: tokens.borderRadiusMedium,
  },
  chip: {
    display: 'inline-flex', alignItems: 'center', columnGap: '4px', height: '24px', boxSizing: 'border-box', padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: 'transparent', color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: 'nowrap', cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': FOCUS,
    '&[aria-pressed="true"]': {
      backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke1}`, fontWeight: tokens.fontWeightSemibold,
      '@media (forced-colors: active)': { border: '2px solid Highlight' },
    },
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});
