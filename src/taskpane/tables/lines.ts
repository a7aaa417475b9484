import { makeStyles, tokens } from '../fluent';

/** A line of the lists of 点検, and a tick in it. */
export const useLines = makeStyles({
  line: { display: 'flex', flexDirection: 'column', rowGap: '4px', padding: '4px 0 4px 8px', borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  tick: { display: 'flex', columnGap: '8px', alignItems: 'flex-start' },
  box: { width: '16px', height: '16px', margin: 0, flexShrink: 0, accentColor: tokens.colorCompoundBrandBackground },
});
