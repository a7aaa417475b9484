import { layout, type Layout } from '../layout';

/** What has months and is no table of figures. */
export const NONE: readonly Layout[] = [
  layout('shift', `
令和6年度 シフト表
氏名 | {months}
佐藤 | {cycle A B C}
鈴木 | {cycle A B 休}`, []),
  layout('calendar day numbers', `
 | {months}
月 | {all 1}
火 | {all 2}
水 | {all 3}`, []),
  layout('task marks', `
令和6年度 業務計画
業務 | 担当 | {months}
予算編成 | 企画 | {cycle ○ ◎ △}
決算 | 企画 | ○ | | ○`, []),
  layout('members', `
会員名簿
氏名 | 所属 | {months}
佐藤 | 業務 | 済 | 済
鈴木 | 保健 | 済 | 済`, []),
  layout('Jan-Dec', `
2024年 実績
項目 | 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月 | 計
郵送件数 | {100} | {sum}`, []),
  layout('two years of Jan-Dec', `
項目 | 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
郵送件数 | {100} | {200}`, []),
  layout('gantt with 1', `
令和6年度 工程
業務 | {months}
準備 | 1 | 1 | 1
実施 | | | 1 | 1 | 1
報告 | | | | | | 1 | 1`, []),
  layout('gantt with 1, no telling words', `
令和6年度 広報
業務 | {months}
準備 | 1 | 1 | 1
実施 | | | 1 | 1 | 1
報告 | | | | | | 1 | 1`, []),
  layout('attendance 1/0', `
令和6年度 会議出席状況
氏名 | {months} | 計
佐藤 | {cycle 1 0 1} | 8
鈴木 | {cycle 1 1 0} | 8`, []),
  layout('birthdays', `
誕生日一覧
 | {months}
業務 | 佐藤(4/3) | 鈴木 | | 田中
保健 | | 山田`, []),
  layout('budget text', `
令和6年度 予算執行計画
費目 | {months}
旅費 | 研修 | | 会議 | 視察
需用費 | 発注 | 納品 | | 検収`, []),
  layout('schedule with day numbers', `
令和6年度 会議日程
会議名 | {months}
運営会議 | 10 | 12 | 11 | 9 | 8 | 10 | 12 | 11 | 13 | 14 | 10 | 9
評議会 | 20 | | 21 | | | 22 | | | 20 | | | 19`, []),
  layout('leave days by person', `
年次休暇取得状況
職員名 | {months} | 計
佐藤 | {cycle 1 0.5 2} | 14
鈴木 | {cycle 1 0 2} | 12`, []),
  layout('header twice of a list with month headers as choice', `
締切表
書類 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 1 | 2 | 3
請求書 | 10 | 10 | 10 | 10 | 12 | 10 | 10 | 11 | 10 | 10 | 10 | 10
報告書 | 20 | 20 | 20 | 20 | 22 | 20 | 20 | 21 | 20 | 20 | 20 | 20`, []),
  layout('progress percent plan', `
令和6年度 業務スケジュール
作業 | {months} | 計
設計 | 50% | 100%
製造 | | 20% | 60% | 100%`, []),
  layout('member contributions with 会員 corner', `
会費納入状況
会員名 | {months} | 計
佐藤 | {all 500} | 6000
鈴木 | {all 500} | 6000`, []),
  layout('宿直 roster numbers', `
令和6年度 当直割当
 | {months}
佐藤 | {cycle 3 4 5}
鈴木 | {cycle 4 3 4}`, []),
  layout('subject by month agenda texts', `
令和6年度 広報テーマ
媒体 | {months}
広報誌 | 健診 | 保健指導 | 健康宣言 | ジェネリック | メルマガ | 委員 | 健診 | 保健指導 | 健康宣言 | ジェネリック | メルマガ | 委員
メルマガ | 健診 | 保健指導 | 健康宣言`, []),
  layout('months of two halves in two stacked tables is none', `
令和6年度
項目 | 4月|5月|6月|7月|8月|9月 | 計
郵送件数 | 1|2|3|4|5|6|21
項目 | 10月|11月|12月|1月|2月|3月 | 計
郵送件数 | 1|2|3|4|5|6|21`, []),
];
