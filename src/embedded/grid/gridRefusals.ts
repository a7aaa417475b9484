import { SetFrozenCommand, SetFrozenMutation, SetWorksheetActivateCommand } from '@univerjs/sheets';
import type { Book } from '../model/book';
import type { GridCommands } from './univer/gridCommands';
import { freezeData, UNIT } from './view/univerData';

const WORDS = 'この操作は、この画面ではできません。できるのは、セルへの入力、コピーと貼り付け、元に戻す・やり直しです。書式、行や列、シートの変更は Excel で行ってください。';
const TABS = '[data-u-comp="slide-tab-item"]';

/** Says so where a person tries what the grid does not do, and puts right what Univer drew already. */
export function refuseGestures(frame: HTMLElement, commands: GridCommands, book: Book, tell: (words: string) => void): void {
  commands.onRefused = () => tell(WORDS);
  commands.handlers.set(SetFrozenCommand.id, () => {
    const sheet = book.sheets[book.activeSheet];
    if (sheet) commands.apply(SetFrozenMutation.id, { unitId: UNIT, subUnitId: sheet.id, ...freezeData(sheet), resetScroll: false });
    tell(WORDS);
    return false;
  });
  // A tab's own editor of its name and its dragging would show what never happened: a tab only brings its sheet to the front.
  frame.addEventListener('pointerdown', (event) => {
    const tab = tabOf(event);
    if (!tab) return;
    event.stopPropagation();
    if (event.button === 0) void commands.executeCommand(SetWorksheetActivateCommand.id, { unitId: UNIT, subUnitId: tab.dataset['id'] });
  }, { capture: true });
  // The keyboard stays with the cells.
  frame.addEventListener('mousedown', (event) => {
    if (tabOf(event)) event.preventDefault();
  }, { capture: true });
}

const tabOf = ({ target }: Event): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>(TABS) : null);
