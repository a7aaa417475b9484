import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon } from './icons';

const useStyles = makeStyles({
  bar: {
    display: 'flex', columnGap: '8px', padding: '8px', borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200,
  },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  info: {},
  body: { display: 'flex', flexDirection: 'column', rowGap: '4px', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, paddingLeft: '16px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  end: { alignSelf: 'flex-start', margin: '-4px' },
});

const ICONS = { success: SuccessIcon, warning: WarningIcon, error: ErrorIcon, info: InfoIcon } as const;

interface Props {
  readonly intent: keyof typeof ICONS;
  readonly title?: string;
  readonly lines: readonly string[];
  /** The language of the lines where it is not the pane's: the jobs speak Japanese. */
  readonly lang?: string | undefined;
  readonly actions?: ReactNode;
  /** A small button in the corner. */
  readonly end?: ReactNode;
}

/** A message in place; what is important enough to be read out stands in a live region. */
export function Message({ intent, title, lines, lang, actions, end }: Props) {
  const styles = useStyles();
  const Icon = ICONS[intent];
  return (
    <div className={mergeClasses(styles.bar, styles[intent])}>
      <Icon />
      <div className={styles.body}>
        {title !== undefined && <span className={styles.title}>{title}</span>}
        {lines.length === 1 && <span lang={lang}>{lines[0]}</span>}
        {/* Two rows may well bring the same sentence, so the place is the key. */}
        {lines.length > 1 && <ul className={styles.list} lang={lang}>{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </div>
  );
}
