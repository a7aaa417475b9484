import type { RestoreLine } from '../../jobs/workbookLook';
import type { Language } from '../strings';

export interface RestoreWords {
  readonly none: string;
  readonly what: string;
  readonly takeBack: string;
  readonly takeBackOf: (job: string, at: string) => string;
  readonly tooLarge: string;
  readonly broken: string;
  readonly size: (line: RestoreLine) => string;
}

const ja: RestoreWords = {
  none: 'このアドインで書き込むと、ここから元に戻せます。',
  what: '新しい順に10件まで、操作の前の状態に戻せます。あとから変更されたセルがあるときは戻さず、その場所をお知らせします。',
  takeBack: '戻す',
  takeBackOf: (job, at) => `${job}（${at}）を元に戻す`,
  tooLarge: '記録なし',
  broken: '（途中で止まりました）',
  size: ({ cells, names, sheets, characters }) => [cells > 0 ? `セル\u00a0${cells}` : '', names > 0 ? `名前\u00a0${names}` : '', sheets > 0 ? `シート\u00a0${sheets}` : '', `${Math.ceil(characters / 1_000)}\u00a0KB`].filter((part) => part !== '').join('・'),
};

const counted = (count: number, what: string): string => (count === 0 ? '' : `${count}\u00a0${what}${count === 1 ? '' : 's'}`);

const en: RestoreWords = {
  none: 'What this add-in writes can be taken back from here.',
  what: 'The last ten can be taken back. Where cells were edited since, nothing is taken back and the cells are named.',
  takeBack: 'Undo',
  takeBackOf: (_, at) => `Take back what was written at ${at}`,
  tooLarge: 'Not kept',
  broken: ' (not finished)',
  size: ({ cells, names, sheets, characters }) => [counted(cells, 'cell'), counted(names, 'name'), counted(sheets, 'sheet'), `${Math.ceil(characters / 1_000)}\u00a0KB`].filter((part) => part !== '').join(', '),
};

export const restoreWords: Readonly<Record<Language, RestoreWords>> = { ja, en };
