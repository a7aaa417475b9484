/** The buttons' words for the jobs that write, by kind; a kind of another version stays as it is written. */
const NAMES: Readonly<Record<string, string>> = {
  layout: '表を配置', recompute: '再計算', evaluate: 'KPI評価', summary: '年間まとめ', release: '名前を外す', adopt: '表を認識', import: '文章から取り込み', enter: '毎月入力',
  rank: '順位の書き込み', progress: '実施記録', publish: '公表用シート作成', submit: '提出用コピー作成', rollover: '年度更新', restore: '直前の状態に戻す',
  accept: '確認済みにする', unaccept: '確認済みの取り消し', fix: '点検の修正',
};

export const jobName = (job: string): string => NAMES[job] ?? job;
