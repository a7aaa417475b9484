import { whenOfficeReady, whenScriptLoaded } from './officePort';

/** The pane as a window: with a shared runtime the page goes on running while the pane is closed. */
export interface PaneWindow {
  visible(): boolean;
  /** Opens the pane where it is closed. */
  show(): Promise<void>;
}

/** What Office tells of a page in a shared runtime, beside the members its types know. */
interface Ready {
  readonly addin?: { readonly visibilityMode?: string } | null;
}

/**
 * Gives Office the functions that buttons and shortcuts name, as soon as the library is there: the press of a button may be what
 * loaded the page. A function runs once the state of the pane is known, and Office hears of its end however it ends.
 * Rejects where the library did not load.
 */
export async function connectRibbon(commandsFor: (pane: PaneWindow) => Readonly<Record<string, () => Promise<void>>>): Promise<void> {
  await whenScriptLoaded();
  const pane = new WatchedPane();
  const watching = pane.watch();
  // Office waits for the promise, which its types leave out.
  const associate: (name: string, run: (event?: Office.AddinCommands.Event) => Promise<void>) => void = Office.actions.associate;
  for (const [name, command] of Object.entries(commandsFor(pane))) {
    associate(name, async (event) => {
      try {
        await watching;
        await command();
      } catch (error) {
        // Commands tell of their own failures in the pane; where that could not open either, only the console is left.
        console.error(error);
      } finally {
        // A shortcut brings no event.
        event?.completed();
      }
    });
  }
  await watching;
}

class WatchedPane implements PaneWindow {
  private shown = false;

  visible(): boolean {
    return this.shown;
  }

  async show(): Promise<void> {
    await Office.addin.showAsTaskpane();
    this.shown = true;
  }

  /** Resolves when the state at the start is known and every change will be heard of. */
  async watch(): Promise<void> {
    const inExcel = await whenOfficeReady();
    if (!inExcel || !Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
    this.shown = startsVisible((await Office.onReady()) as object);
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      this.shown = visibilityMode === Office.VisibilityMode.taskpane;
    });
  }
}

/** Excel says how it loaded the page: into the pane, or behind a ribbon button. Where it does not, the page's own size tells. */
function startsVisible(ready: Ready): boolean {
  switch (ready.addin?.visibilityMode) {
    case 'Taskpane':
      return true;
    case 'Hidden':
      return false;
    default:
      return document.visibilityState === 'visible' && window.innerWidth > 0;
  }
}
