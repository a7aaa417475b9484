import { layout, type Layout } from '../layout';

/** What stands in the cells, and around and below a table. */
export const CONTENTS: readonly Layout[] = [
  layout('unit right above', `
令和6年度 実績
 | | | | | | | | | | | | | （単位：件）
項目 | {months} | 合計
郵送件数 | {100} | {sum}
窓口件数 | {200} | {sum}`, ['B4:M4 郵送件数 2024 件', 'B5:M5 窓口件数 2024 件']),
  layout('unit right above, beyond the total, title same line', `
令和6年度 実績 | | | | | | | | | | | | | | 単位：千円
項目 | {months} | 合計
支給金額 | {100} | {sum}`, ['B3:M3 支給金額 2024 千円']),
  layout('footnotes beneath', `
令和6年度 実績
項目 | {months} | 合計
郵送件数 | {100} | {sum}
窓口件数 | {200} | {sum}
※ 窓口件数は速報値
※2 4月は 100 件の訂正あり
（注）郵送は普通郵便を含む
出所：月報`, ['B3:M3 郵送件数 2024', 'B4:M4 窓口件数 2024']),
  layout('last update beneath, in March', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}
更新日 | 2025/3/31`, ['B3:M3 郵送件数 2024']),
  layout('blank rows between each line', `
令和6年度

項目 | {months} | 計

郵送件数 | {100} | {sum}

窓口件数 | {10} | {sum}

うち予約 | {10} | {sum}`, ['B5:M5 郵送件数 2024', 'B7:M7 窓口件数 2024', 'B9:M9 うち予約 2024']),
  layout('spaces in blank cells', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}
内訳 | {all '　} | '
窓口件数 | {200} | {sum}
'　 | {all '　} | '`, ['B3:M3 郵送件数 2024', 'B5:M5 窓口件数 2024']),
  layout('blank template', `
令和6年度 実績
項目 | 単位 | {months} | 計
郵送件数 | 件
窓口件数 | 件
郵送化率 | %`, ['C3:N3 郵送件数 2024 件', 'C4:N4 窓口件数 2024 件', 'C5:N5 郵送化率 2024 %']),
  layout('blank template, totals 0', `
令和6年度 実績
項目 | {months} | 計
郵送件数 | {all } | 0
窓口件数 | {all } | 0
郵送化率 | {all } | #DIV/0!`, ['B3:M3 郵送件数 2024', 'B4:M4 窓口件数 2024', 'B5:M5 郵送化率 2024']),
  layout('error values in a rate row, half filled', `
令和6年度 実績
項目 | {months} | 計
郵送件数 | {100 to 4} | {sum}
窓口件数 | {200 to 4} | {sum}
郵送化率 | 0.33|0.34|0.35|0.36|#DIV/0!|#DIV/0!|#DIV/0!|#DIV/0!|#DIV/0!|#DIV/0!|#DIV/0!|#DIV/0! | 0.34`, ['B3:M3 郵送件数 2024', 'B4:M4 窓口件数 2024', 'B5:M5 郵送化率 2024']),
  layout('words for figures to come', `
令和6年度
項目 | {months}
使用割合 | 85.1% | 85.3% | 未確定 | 未確定 | 未確定 | 未確定 | 未確定 | 未確定 | 未確定 | 未確定 | 未確定 | 未確定
登録者数 | 120 | 130 | 集計中`, ['B3:M3 使用割合 2024', 'B4:M4 登録者数 2024']),
  layout('percent typed 94.5 text', `
令和6年度 実績
項目 | {months} | 計
郵送化率 | {all 94.5%} | 94.5%
窓口率（％） | {all 94.5} | 94.5`, ['B3:M3 郵送化率 2024', 'B4:M4 窓口率（％） 2024 ％']),
  layout('negative triangles', `
令和6年度 実績
項目 | {months} | 計
増減数 | {cycle 5 △3 ▲4 △1,200} | △3,606
新規 | {cycle １２３ 45 △_3} | 100`, ['B3:M3 増減数 2024', 'B4:M4 新規 2024']),
  layout('dashes for no value', `
令和6年度 実績
項目 | {months} | 計
郵送件数 | {cycle 5 － 4 ー} | 20
誤り件数 | {all －} | －
返戻件数 | {all ―} | ―`, ['B3:M3 郵送件数 2024', 'B4:M4 誤り件数 2024', 'B5:M5 返戻件数 2024']),
  layout('hours', `
令和6年度　超過勤務
グループ | {months} | 平均
業務 | {cycle 3:46 3：33 2:10} | 3:00
保健 | {cycle 0.15 0.16} | 0.155
レセプト | {cycle 3時間46分 2:30} | 3:00`, ['B3:M3 業務 2024', 'B4:M4 保健 2024', 'B5:M5 レセプト 2024']),
  layout('meeting dates as real dates', `
令和6年度 面接確認委員会
 | {months} | 計
実施日 | | 2024-05-10 | | | 2024-08-09 | | | 2024-11-08 | | | 2025-02-07 | | 4`, ['B3:M3 実施日 2024'], { formats: { 2: 'm/d', 5: 'm/d', 8: 'm/d', 11: 'm/d' } }),
  layout('percent points difference rows', `
令和6年度
項目 | {months}
郵送化率 | {rate 940}
前年同月差（ポイント） | {cycle 0.1 ▲0.2 0.3}
対前年同月比 | {all 101.2%}`, ['B3:M3 郵送化率 2024', 'B4:M4 前年同月差（ポイント） 2024 ポイント', 'B5:M5 対前年同月比 2024']),
  layout('remark column behind', `
令和6年度
項目 | {months} | 計 | 備考
郵送件数 | {100} | {sum} | 速報値
窓口件数 | {100} | {sum} |`, ['B3:M3 郵送件数 2024', 'B4:M4 窓口件数 2024']),
  layout('text in April cell only note line between', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}
 | ※4月は速報
窓口件数 | {200} | {sum}`, ['B3:M3 郵送件数 2024', 'B5:M5 窓口件数 2024']),
  layout('events row in a figure table', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}
主な取組 | 広報 | | 説明会 | | チラシ | 訪問 | |
窓口件数 | {200} | {sum}`, ['B3:M3 郵送件数 2024', 'B5:M5 窓口件数 2024']),
  layout('status marks row ○ in figure table', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}
評価 | {all ○}
窓口件数 | {200} | {sum}`, ['B3:M3 郵送件数 2024', 'B5:M5 窓口件数 2024']),
  layout('quarterly table beneath after a blank line', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}

四半期別
項目 | 第1四半期 | 第2四半期 | 第3四半期 | 第4四半期
郵送件数 | 300 | 310 | 320 | 330`, ['B3:M3 郵送件数 2024']),
  layout('years table beneath', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}

年度 | 2020 | 2021 | 2022 | 2023
郵送件数 | 300 | 310 | 320 | 330`, ['B3:M3 郵送件数 2024']),
  layout('branch table beneath, no corner', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}

 | 高崎 | 前橋 | 太田
郵送件数 | 300 | 310 | 320`, ['B3:M3 郵送件数 2024']),
];
