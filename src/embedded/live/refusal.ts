import { missingSheets } from '../model/canonicalFormula';
import type { Book, Sheet, Validation } from '../model/book';
import { HostError } from '../host/errors';

/** Ends an edit; the message is for the person. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export const NOT_ON_LIST = 'この値は、このセルに決められた選択肢にありません。▼の一覧から選んでください。';

/** What Excel shows when a text is not on a cell's list: the rule's own words, or general ones. */
export function listRefusal(rule: Validation): Refusal {
  return new Refusal([rule.errorTitle, rule.errorMessage ?? NOT_ON_LIST].filter(Boolean).join('\n'));
}

/** Why Excel would not take a text, in the person's words; what is no refusal of the host's is thrown on. */
export function refusalOf(error: unknown, book: Book, sheet: Sheet, text: string): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof HostError)) throw error;
  if (error.code === 'AccessDenied') return new Refusal(book.readOnly ? 'このブックは読み取り専用のため、変更できません。' : `シート「${sheet.name}」は保護されているため、変更できません。`);
  const [missing] = missingSheets(book, text.replace(/^=/, ''));
  if (missing !== undefined) return new Refusal(`数式にあるシート「${missing}」が、このブックにありません。`);
  if (/^\s*[=+\-@]/.test(text)) return new Refusal('この数式には誤りがあります。かっこやコンマの数、シート名や名前のつづりを確認してください。文字として入力するときは、先頭に「\'」を付けてください。');
  return new Refusal('1つのセルに入力できるのは32,767文字までです。');
}
