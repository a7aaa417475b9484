import type { LiveWorkbook } from '../../live/liveWorkbook';
import { listChoices, validationAt } from '../../live/listChoices';
import { cellKey, type Sheet, type Validation } from '../../model/book';
import { columnPixels, rowPixels } from '../view/pixels';
import { position } from './chartLayer';
import type { Layout } from './geometry';
import { shownText } from '../../host/cells/shownText';

interface Target {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly rule: Validation;
  readonly choices: readonly string[];
}

const BUTTON = 20;

export interface PickerDoings {
  choose(sheet: Sheet, row: number, column: number, text: string): void;
  /** Gives the keyboard back to the grid. */
  leave(): void;
  /** Moves the picker to the cell that is selected now. */
  settle(): void;
}

/** The drop-down list of the selected cell, as Excel offers it: ▼ beside the cell, or Alt+↓. */
export class ListPicker {
  private readonly button = document.createElement('button');
  private readonly list = document.createElement('ul');
  private readonly hint = document.createElement('div');
  private target: Target | undefined;
  private picked = 0;

  constructor(layer: HTMLElement, private readonly live: LiveWorkbook, private readonly does: PickerDoings) {
    Object.assign(this.button, { type: 'button', className: 'grid-list-button', textContent: '▼', tabIndex: -1, ariaLabel: '選択肢を開く (Alt+↓)' });
    this.button.addEventListener('click', () => (this.list.hidden ? this.open() : this.close()));
    this.list.className = 'grid-list';
    this.list.setAttribute('role', 'listbox');
    this.list.tabIndex = -1;
    this.list.addEventListener('keydown', (event) => this.press(event));
    this.list.addEventListener('focusout', () => this.hideList());
    this.hint.className = 'grid-hint';
    this.hint.setAttribute('role', 'note');
    layer.append(this.button, this.list, this.hint);
    this.hideList();
    this.show(undefined);
  }

  /** False where the selected cell has no list. */
  open(): boolean {
    this.does.settle();
    const { target } = this;
    if (!target || target.choices.length === 0) return false;
    const now = shownText(this.live.book, target.sheet, target.row, target.column);
    this.list.replaceChildren(...target.choices.map((choice, index) => this.option(choice, index)));
    this.list.hidden = false;
    this.pick(Math.max(0, target.choices.indexOf(now)));
    this.list.focus();
    return true;
  }

  move(layout: Layout): void {
    const target = this.targetIn(layout);
    const same = target && this.target && target.sheet === this.target.sheet && target.row === this.target.row && target.column === this.target.column;
    if (!same) this.hideList();
    this.show(target);
    if (!target) return;
    const { sheet, row, column } = target;
    const cell = layout.place(cellBox(this.live, sheet, row, column), { rows: row < sheet.freeze.rows, columns: column < sheet.freeze.columns });
    const right = cell.left + cell.width;
    const bottom = cell.top + cell.height;
    const seen = right > layout.cells.left && bottom > layout.cells.top && (row < sheet.freeze.rows || bottom > layout.moving.top) && (column < sheet.freeze.columns || right > layout.moving.left);
    this.button.style.visibility = seen ? 'visible' : 'hidden';
    position(this.button, { left: right + 1, top: bottom - BUTTON, width: BUTTON, height: BUTTON });
    Object.assign(this.list.style, { left: `${cell.left}px`, top: `${bottom + 1}px`, minWidth: `${cell.width}px`, maxHeight: `${Math.max(120, layout.cells.top + layout.cells.height - bottom - 8)}px` });
    Object.assign(this.hint.style, { left: `${cell.left}px`, top: `${bottom + 6}px` });
  }

  private targetIn(layout: Layout): Target | undefined {
    const { host, book } = this.live;
    const selection = host.selection;
    if (selection?.sheet.id !== layout.sheetId || host.cellEdit.active) return undefined;
    const { sheet, area: { row, column } } = selection;
    const rule = validationAt(sheet, row, column);
    return rule && { sheet, row, column, rule, choices: listChoices(book, sheet, rule, row, column) ?? [] };
  }

  private show(target: Target | undefined): void {
    this.target = target;
    this.button.hidden = !target || target.choices.length === 0;
    const words = target ? [target.rule.promptTitle, target.rule.promptMessage].filter(Boolean).join('\n') : '';
    this.hint.textContent = words;
    this.hint.hidden = words === '' || !this.list.hidden;
  }

  private option(text: string, index: number): HTMLElement {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.id = `grid-choice-${index}`;
    option.textContent = text;
    // Before the list loses the focus and closes.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.take(index);
    });
    return option;
  }

  private pick(index: number): void {
    const options = [...this.list.children];
    this.picked = Math.min(Math.max(0, index), options.length - 1);
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === this.picked)));
    options[this.picked]?.scrollIntoView({ block: 'nearest' });
    this.list.setAttribute('aria-activedescendant', `grid-choice-${this.picked}`);
  }

  private press(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.pick(this.picked + 1), ArrowUp: () => this.pick(this.picked - 1), Home: () => this.pick(0), End: () => this.pick(Infinity),
      Enter: () => this.take(this.picked), ' ': () => this.take(this.picked), Escape: () => this.close(), Tab: () => this.close(),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  }

  private take(index: number): void {
    const { target } = this;
    const text = target?.choices[index];
    this.close();
    if (target && text !== undefined) this.does.choose(target.sheet, target.row, target.column, text);
  }

  private close(): void {
    this.hideList();
    this.does.leave();
  }

  private hideList(): void {
    this.list.hidden = true;
  }
}

/** A cell's rectangle on its sheet in pixels at 100 %; that of its merged area where it has one. */
function cellBox({ book }: LiveWorkbook, sheet: Sheet, row: number, column: number): { left: number; top: number; width: number; height: number } {
  const merge = sheet.merges.find((area) => cellKey(area.row, area.column) === cellKey(row, column));
  const sum = (size: (index: number) => number, from: number, count: number): number => Array.from({ length: count }, (_, index) => size(from + index)).reduce((total, one) => total + one, 0);
  const width = columnPixels(book, sheet);
  const height = rowPixels(sheet);
  return { left: sum(width, 0, column), top: sum(height, 0, row), width: sum(width, column, merge?.columns ?? 1), height: sum(height, row, merge?.rows ?? 1) };
}
