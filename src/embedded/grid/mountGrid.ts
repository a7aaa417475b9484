import './univer/styles';
import './grid.css';
import { LifecycleService, LifecycleStages } from '@univerjs/core';
import { ILayoutService } from '@univerjs/ui';
import type { LiveWorkbook } from '../live/liveWorkbook';
import { connectClipboard } from './clipboard/connectClipboard';
import { GridNames } from './gridNames';
import { keepPlaceWhenZooming } from './gridPlace';
import { GridSelection } from './gridSelection';
import { refuseGestures } from './gridRefusals';
import { connectTyping, typist, type Type } from './gridTyping';
import { GridView } from './gridView';
import { Notice } from './notice';
import { ListPicker } from './overlay/listPicker';
import { Overlays } from './overlay/overlays';
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
  let follow = (): void => undefined;
  const view = new GridView(univer, commands, live.book, () => follow());
  const type = typist(live, (words) => notice.show(words), () => void view.refresh());
  // Univer makes its services with its first workbook.
  await view.refresh();
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const focus = (): void => injector.get(ILayoutService).focus();
  const selection = new GridSelection(injector, commands, live);
  const overlays = new Overlays(frame, injector, commands, live);
  refuseGestures(frame, commands, live.book, (words) => notice.show(words));
  keepPlaceWhenZooming(injector, commands);
  const names = new GridNames(injector, commands, live.book);
  addListPicker(frame, overlays, live, type, focus);
  const typing = connectTyping({ injector, commands, live, type, preview: (...cell) => view.preview(...cell) });
  connectClipboard({ injector, commands, live, type, tell: (words) => notice.show(words) });
  follow = () => {
    selection.follow();
    overlays.refresh();
    names.refresh();
  };
  follow();
  const unsubscribe = live.subscribe(({ kind }) => void (kind === 'content' ? view.refresh() : view.turn()));
  return {
    focus,
    destroy: () => {
      unsubscribe();
      for (const part of [typing, selection, overlays, univer]) part.dispose();
      frame.remove();
    },
  };
}

function addListPicker(frame: HTMLElement, overlays: Overlays, live: LiveWorkbook, type: Type, focus: () => void): void {
  overlays.add((layer, settle) => {
    const picker = new ListPicker(layer, live, { choose: (sheet, row, column, text) => type(sheet, [{ row, column, text }]), leave: focus, settle });
    frame.addEventListener('keydown', (event) => {
      if (!event.altKey || event.key !== 'ArrowDown' || !picker.open()) return;
      event.preventDefault();
      event.stopPropagation();
    }, { capture: true });
    return picker;
  });
}

function element(className: string, parent: HTMLElement): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  parent.append(made);
  return made;
}
