/** Words for the person over the grid, until the next ones or until they are closed. */
export class Notice {
  private readonly box = document.createElement('div');
  private readonly words = document.createElement('p');

  constructor(container: HTMLElement) {
    this.box.className = 'grid-notice';
    this.box.setAttribute('role', 'alert');
    this.box.hidden = true;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '閉じる';
    close.title = 'Close';
    close.addEventListener('click', () => this.hide());
    this.box.append(this.words, close);
    container.append(this.box);
  }

  show(words: string): void {
    this.words.textContent = words;
    this.box.hidden = false;
  }

  hide(): void {
    this.box.hidden = true;
  }
}
