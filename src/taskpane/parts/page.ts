import { makeStyles, tokens } from '../fluent';

/** What all views share: one column, one scale of type. */
export const usePage = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '8px',
    // An empty live region takes no room. A field nobody has typed into is empty too, by CSS.
    '& > :empty:not(textarea)': { marginTop: '-8px' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, ':focus-visible': { outlineStyle: 'none' } },
  large: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  section: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  /** Above a list whose lines have rules. */
  ofTable: { padding: '4px 0' },
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, paddingLeft: '16px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  /** Stays in view while a long list scrolls. */
  foot: {
    position: 'sticky', bottom: 0, zIndex: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
