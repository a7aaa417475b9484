import './univer/styles';
import './grid.css';
import type { LiveWorkbook } from '../live/liveWorkbook';
import { GridSelection } from './gridSelection';
import { connectTyping } from './gridTyping';
import { GridView } from './gridView';
import { Notice } from './notice';
import { startUniver } from './univer/startUniver';

export interface MountedGrid {
  destroy(): void;
  focus(): void;
}

/** Shows a workbook in a container and takes a person's edits; settles when the first picture of it is there. */
export async function mountGrid(container: HTMLElement, live: LiveWorkbook): Promise<MountedGrid> {
  const frame = element('grid-frame', container);
  const { univer, commands } = startUniver(element('grid-univer', frame));
  const injector = univer.__getInjector();
  const notice = new Notice(frame);
  let selection: GridSelection | undefined;
  const view = new GridView(univer, commands, live.book, () => selection?.follow());
  // Univer makes its services with its first workbook.
  await view.refresh();
  selection = new GridSelection(injector, commands, live);
  selection.follow();
  const typing = connectTyping({ injector, commands, live, tell: (words) => notice.show(words) });
  const unsubscribe = live.subscribe(() => void view.refresh());
  return {
    destroy: () => {
      unsubscribe();
      typing.dispose();
      selection?.dispose();
      univer.dispose();
      frame.remove();
    },
    focus: () => frame.querySelector('canvas')?.focus(),
  };
}

function element(className: string, parent: HTMLElement): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  parent.append(made);
  return made;
}
