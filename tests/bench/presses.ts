import type { Frame, Locator } from 'playwright-core';

/** Something a person presses in the pane, and what tells that it is over; without `done` the first change is all there is. */
export interface Press {
  readonly name: string;
  readonly press: (round: number) => Promise<unknown>;
  readonly done?: () => Promise<unknown>;
  /** What goes before it, unmeasured. */
  readonly first?: (round: number) => Promise<unknown>;
}

/** Rows of the workbook that a person types into: one of formulas, one of figures. */
const DERIVED = { sheet: '業務', label: '郵送化率' };
const TYPED = { sheet: '業務', label: '傷病手当金' };

/** What a task has to say when it is over. */
const REPORT = 'section[aria-label="結果"] [role=status] *';

/** Every press of a clerk's month, on a workbook with the sample figures, in an order that can be gone through again and again. */
export function everyPress(pane: Frame): readonly Press[] {
  const button = (name: string | RegExp): Locator => pane.getByRole('button', { name, exact: typeof name === 'string' });
  const select = (label: string): Locator => pane.getByRole('combobox', { name: label, exact: true });
  const shows = (heading: string | RegExp) => () => pane.getByRole('heading', { name: heading }).waitFor();
  const report = (): Promise<void> => pane.locator(REPORT).first().waitFor();
  const dismiss = (): Promise<void> => button('閉じる').first().click();
  const view = (name: string): Press => ({ name: `画面 ${name}`, press: () => pane.getByRole('navigation').getByRole('button', { name }).click() });
  const odd = (round: number): boolean => round % 2 === 1;
  const row = pane.getByRole('region', { name: 'KPI一覧' }).getByRole('button').nth(1);
  const field = pane.getByRole('textbox', { name: /^傷病手当金/ });
  const anyField = pane.getByRole('textbox').first();
  const tick = pane.getByRole('checkbox').first();
  return [
    { name: 'KPI評価', press: () => button('KPI評価').click(), done: report },
    { name: '結果を閉じる', press: dismiss },
    { name: '年間まとめ', press: () => button('年間まとめ').click(), done: report },
    { name: '再計算', press: () => button('再計算').click(), done: report },
    { name: '表を配置（変更なし）', press: () => button('表を配置').click(), done: report },
    { name: '判定月', first: dismiss, press: (round) => select('判定月').selectOption(odd(round) ? '11' : '5') },
    { name: '評価の絞り込み', press: () => button(/^△/).click() },
    { name: '担当', press: () => select('担当').selectOption('業務') },
    { name: '条件を外す', press: () => button('条件を外す').click() },
    { name: '区分', press: () => select('区分').selectOption({ index: 1 }) },
    { name: 'KPIの詳細', first: () => button('条件を外す').click(), press: () => row.click(), done: () => button('次のKPI').waitFor() },
    { name: '次のKPI', press: () => button('次のKPI').click() },
    { name: '一覧へ戻る', press: () => button('KPI一覧').click(), done: () => row.waitFor() },
    { ...view('毎月入力'), done: () => anyField.waitFor() },
    { name: '入力のグループ', press: () => select('グループ').selectOption('保健'), done: () => anyField.waitFor() },
    { name: '入力の月', press: (round) => select('月').selectOption(odd(round) ? '4' : '6'), done: () => anyField.waitFor() },
    { name: '数字を1つ打つ', first: () => select('グループ').selectOption('業務').then(() => field.focus()), press: () => pane.page().keyboard.press('Digit7') },
    // A figure is taken out before the pane writes, as it reads again after its own writing only: the list then has a month to offer.
    { name: '書き込む（訂正の確認）', first: () => clearFigure(pane).then(() => field.fill(`${400 + Math.floor(performance.now()) % 500}`)), press: () => button('1件を書き込む').click() },
    { name: '書き込む', press: () => button('この1件を書き込む').click(), done: report },
    { name: '未入力一覧', first: dismiss, press: () => button(/^未入力/).click() },
    { name: '未入力の月', press: () => button(/を入力$/).first().click(), done: () => anyField.waitFor() },
    { ...view('点検'), first: () => typeOver(pane), done: () => tick.waitFor() },
    { name: '直すものを選ぶ', press: () => tick.click() },
    { name: '直す（質問）', press: () => button(/^選んだものを直す/).click(), done: shows('「直す」で行うこと') },
    { name: '直す（実行する）', press: () => button('実行する').click(), done: report },
    { name: '表を認識', first: dismiss, press: () => button('表を認識').click(), done: () => button(/^名前が付いている表/).waitFor() },
    { name: '名前が付いている表', press: () => button(/^名前が付いている表/).click() },
    { ...view('KPI'), done: () => row.waitFor() },
  ];
}

/** The presses that lay out an empty workbook; each workbook can take them once. */
export function everyFirstPress(pane: Frame): readonly Press[] {
  const button = (name: string): Locator => pane.getByRole('button', { name, exact: true });
  return [
    { name: '標準の表を配置（質問）', press: () => button('標準の表を配置').click(), done: () => button('実行する').waitFor() },
    { name: '標準の表を配置（やめる）', press: () => button('やめる').click(), done: () => button('見本の数値で試す').waitFor() },
    { name: '見本の数値で試す（質問）', press: () => button('見本の数値で試す').click(), done: () => button('実行する').waitFor() },
    { name: '見本の数値で試す（実行する）', press: () => button('実行する').click(), done: () => pane.locator(REPORT).first().waitFor() },
  ];
}

/** Types a figure over a formula, in the third month of the row. */
export function typeOver(pane: Frame): Promise<void> {
  return editRow(pane, { ...DERIVED, column: 2, value: 0.5 });
}

/** Takes a figure out, so that a month lacks one. */
function clearFigure(pane: Frame): Promise<void> {
  return editRow(pane, { ...TYPED, column: 2, value: '' });
}

/** Types into the row of a label on its sheet's last block, counted from the row's first figure. */
async function editRow(pane: Frame, edit: { sheet: string; label: string; column: number; value: string | number }): Promise<void> {
  await pane.evaluate(({ sheet, label, column, value }) => Excel.run(async (context) => {
    const found = context.workbook.worksheets.getItem(sheet).getUsedRange();
    found.load('values');
    await context.sync();
    const values = found.values as unknown[][];
    const at = values.map((row) => row.includes(label) && row.some((cell) => typeof cell === 'number')).lastIndexOf(true);
    const first = values[at]?.findIndex((cell) => typeof cell === 'number') ?? -1;
    if (at < 0 || first < 0) throw new Error(`no figures of ${label} on ${sheet}`);
    found.getCell(at, first + column).values = [[value]];
    await context.sync();
  }), edit);
  // The pane reads again when the person pauses.
  await pane.waitForTimeout(1_500);
}
