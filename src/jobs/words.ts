import { GatewayError, type GatewayFault } from '../plan/gateway';

/** What happened, why, what to do next and what was left untouched; the raw error is never shown. */
const WORDS: Readonly<Record<GatewayFault, (detail: string) => string>> = {
  readOnly: () => 'このファイルは読み取り専用で開かれています。保存できないため、処理を中止しました。',
  sheetProtected: (sheet) => (sheet === '' || sheet.includes(' ') ? '保護されているシートがあります。' : `シート『${sheet}』は保護されています。`) + '保護を解除してから、もう一度実行してください。',
  structureProtected: () => 'ブックの構成が保護されているため、シートの追加や削除ができません。「校閲」の「ブックの保護」を解除してから、もう一度実行してください。',
  cellEditing: () => 'セルが入力中です。入力を確定してから、もう一度実行してください。',
  otherWorkbook: () => '別のブックが前面にあるため、シートを追加・表示できません。このブックを表示してから、もう一度実行してください。',
  sheetHidden: (sheet) => `シート『${sheet}』は非表示になっています。シート見出しを右クリックして「再表示」を選び、もう一度お試しください。`,
  sheetMissing: () => '処理の途中でシートが見つからなくなりました。シートを確認して、もう一度実行してください。',
  nameTaken: () => '同じ名前のシートまたは名前が既にあります。名前を確認して、もう一度実行してください。',
  tooLarge: () => '一度に扱えるデータの量を超えています。使っていないシートや書式を減らしてから、もう一度実行してください。',
  busy: () => 'Excelが応答していません。しばらく待ってから、もう一度実行してください。',
  changed: (places) => `処理の途中で、ほかの操作によってブックが変更されました（${places}）。もう一度実行すると、今の内容で処理します。`,
  unsupported: () => 'お使いのExcelではこの機能を使えません。Excel 2021以降またはMicrosoft 365でお試しください。',
  unknown: () => '処理を完了できませんでした。ブックを確認して、もう一度実行してください。繰り返す場合は担当者に連絡してください。',
};

/** Faults that need no word on the workbook: they say it themselves, or nothing was to be written. */
const SAY_ALL: ReadonlySet<GatewayFault> = new Set<GatewayFault>(['readOnly', 'sheetHidden', 'unsupported']);

/** A failure of a job in words for a person. */
export function failureWords(error: unknown): string {
  if (!(error instanceof GatewayError)) return WORDS.unknown('');
  return WORDS[error.fault](error.detail) + standing(error);
}

function standing({ fault, outcome, places }: GatewayError): string {
  switch (outcome) {
    // What another person did in that moment stands.
    case 'broughtBack': return fault === 'changed' ? '書き込んだ内容は元に戻し、ほかの操作による変更はそのまま残しました。' : '途中まで書き込まれた内容は元に戻しました。ブックは実行前と同じです。';
    case 'unsure': return `一部が書き込まれたままになっている可能性があります${places === '' ? '' : `（${places}）`}。「点検」の「直前の状態に戻す」で確認してください。`;
    default: return SAY_ALL.has(fault) ? '' : '何も変更していません。';
  }
}
