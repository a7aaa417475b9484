/** A way out of a dialog; the first one is what Enter does. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

/** Asks in the middle of the window; Esc gives `escape`. The focus goes back to where it was. */
export function ask<T>(title: string, lines: readonly string[], choices: readonly Choice<T>[], escape: T): Promise<T> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  dialog.setAttribute('aria-describedby', 'dialog-text');
  dialog.setAttribute('role', 'alertdialog');
  const heading = document.createElement('h2');
  heading.id = 'dialog-title';
  heading.textContent = title;
  const text = document.createElement('div');
  text.id = 'dialog-text';
  text.append(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
  const buttons = document.createElement('div');
  buttons.className = 'dialog-buttons';
  return new Promise((resolve) => {
    const finish = (value: T): void => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    choices.forEach(({ value, label }, index) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label, className: index === 0 ? 'primary' : '' });
      button.addEventListener('click', () => finish(value));
      buttons.append(button);
    });
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      finish(escape);
    });
    dialog.append(heading, text, buttons);
    document.body.append(dialog);
    dialog.showModal();
    buttons.querySelector('button')?.focus();
  });
}
