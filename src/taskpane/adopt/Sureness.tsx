import { makeStyles, mergeClasses, tokens } from '../fluent';
import { InfoIcon, SuccessIcon, WarningIcon } from '../parts/icons';
import { usePane } from '../state/usePane';
import { surenessOf, type Sureness as Degree } from './told';
import { adoptWords } from './words';

const ICONS = { sure: SuccessIcon, likely: InfoIcon, doubtful: WarningIcon } as const satisfies Record<Degree, unknown>;

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', flexShrink: 0, whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, minHeight: '24px', color: tokens.colorNeutralForeground2 },
  icon: { display: 'inline-flex' },
  sure: { color: tokens.colorStatusSuccessForeground1 },
  likely: { color: tokens.colorNeutralForeground2 },
  doubtful: { color: tokens.colorStatusWarningForeground3 },
});

interface Props {
  /** 0 to 1. */
  readonly confidence: number;
}

/** How sure a finding is: a word, a sign and a colour that say the same. */
export function Sureness({ confidence }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const degree = surenessOf(confidence);
  const Icon = ICONS[degree];
  return (
    <span className={styles.row} title={words.score(Math.round(confidence * 100))}>
      <span className={mergeClasses(styles.icon, styles[degree])}><Icon /></span>{words.sureness[degree]}
    </span>
  );
}
