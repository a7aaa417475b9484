import { makeStyles, tokens } from '../fluent';

const SMALL = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } as const;

/** Where every button has a frame, and a link no colour of its own. */
export const FORCED = '@media (forced-colors: active)';

/** What the lines of both views share. */
export const useAdoptStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column' },
  head: { display: 'flex', alignItems: 'flex-start', minHeight: '24px', columnGap: '8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  box: { width: '16px', height: '16px', margin: '4px 0', flexShrink: 0, accentColor: tokens.colorCompoundBrandBackground },
  grow: { flexGrow: 1, minWidth: 0 },
  label: { paddingTop: '2px' },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', ...SMALL, color: tokens.colorNeutralForeground2 },
  indented: { marginLeft: '24px' },
  // As high as a finger or an unsteady hand needs.
  link: { minHeight: '24px', minWidth: '24px', color: tokens.colorBrandForeground1, ':hover': { textDecorationLine: 'underline' }, [FORCED]: { textDecorationLine: 'underline' } },
  inner: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '4px 0 4px 8px', borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, ...SMALL },
  texts: { margin: 0, paddingLeft: '16px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  heading: { margin: 0, ...SMALL, fontWeight: tokens.fontWeightSemibold },
  small: { ...SMALL, '& > span': { paddingTop: '4px' } },
  below: { marginTop: '4px' },
  // The words of a button without a frame end where the lines do.
  edge: { marginRight: '-8px', [FORCED]: { marginRight: 0 } },
  /** Above a list whose lines have rules. */
  note: { paddingBottom: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
