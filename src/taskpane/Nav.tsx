import { makeStyles, mergeClasses, tokens } from './fluent';
import { useControls } from './parts/controls';
import type { PaneView } from './port';
import { usePane } from './state/usePane';

const VIEWS = ['home', 'entry', 'tables', 'make'] as const satisfies readonly PaneView[];

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: '16px', height: '36px' },
  view: {
    position: 'relative', borderRadius: 0, color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1 },
    '&[aria-current="page"]': { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
    '&[aria-current="page"]::after': {
      content: '""', position: 'absolute', left: 0, right: 0, bottom: 0, height: '2px', backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
});

interface Props {
  readonly view: PaneView;
  readonly onShow: (view: PaneView) => void;
}

/** The views of the pane. */
export function Nav({ view, onShow }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const { strings } = usePane();
  return (
    <nav aria-label={strings.viewList} className={styles.row}>
      {VIEWS.map((each) => (
        <button key={each} type="button" className={mergeClasses(controls.plain, styles.view)} aria-current={each === view ? 'page' : undefined} onClick={() => onShow(each)}>
          {strings.views[each]}
        </button>
      ))}
    </nav>
  );
}
