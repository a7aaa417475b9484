import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { StatusMark } from '../../domain/marks';
import { usePane } from '../state/usePane';

// In high contrast fills go and the transparent edge is drawn: the symbol carries the meaning alone.
const useStyles = makeStyles({
  mark: {
    display: 'inline-flex', alignItems: 'center', justifyContent: 'center', flexShrink: 0, boxSizing: 'border-box',
    width: '24px', height: '24px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase400, lineHeight: 1, fontWeight: tokens.fontWeightSemibold,
  },
  above: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  met: { backgroundColor: tokens.colorPaletteGreenBackground2, color: tokens.colorPaletteGreenForeground2 },
  notMet: { backgroundColor: tokens.colorPaletteMarigoldBackground2, color: tokens.colorPaletteMarigoldForeground2 },
  notDone: { backgroundColor: tokens.colorPaletteRedBackground3, color: tokens.colorNeutralForegroundOnBrand },
  toCome: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1 },
  notJudged: { color: tokens.colorNeutralForeground2, border: `1px solid ${tokens.colorNeutralStroke1}` },
  none: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
});

const CLASSES = { '◎': 'above', '○': 'met', '△': 'notMet', '×': 'notDone', '□': 'toCome', '－': 'notJudged' } as const satisfies Record<StatusMark, string>;

interface Props {
  /** null: not evaluated yet. */
  readonly mark: StatusMark | null;
}

/** 実施状況 in a square; read out as the symbol and its meaning. */
export function Mark({ mark }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const className = mergeClasses(styles.mark, styles[mark === null ? 'none' : CLASSES[mark]]);
  const words = mark === null ? strings.home.unmarked : `${mark} ${strings.marks[mark]}`;
  return <span className={className} role="img" aria-label={words} title={words}>{mark}</span>;
}
