import { layout, type Layout } from '../layout';

/** Where the fiscal year is told. */
export const YEARS: readonly Layout[] = [
  layout('4月末現在 with full width', `
令和六年度　登録者数
項目 | {months:#月末現在}
登録者数 | {1000}`, ['B3:M3 登録者数 2024']),
  layout('stacked without blank', `
令和6年度 | {months} | 計
郵送件数 | {100} | {sum}
窓口件数 | {200} | {sum}
令和5年度 | {months} | 計
郵送件数 | {300} | {sum}
窓口件数 | {400} | {sum}
令和4年度 | {months} | 計
郵送件数 | {300 to 6} | {sum}
窓口件数 | {400} | {sum}`, ['B2:M2 郵送件数 2024', 'B3:M3 窓口件数 2024', 'B5:M5 郵送件数 2023', 'B6:M6 窓口件数 2023', 'B8:M8 郵送件数 2022', 'B9:M9 窓口件数 2022']),
  layout('row a year R5 R6', `
健康保険委員
年度 | {months} | 計
R4 | {300} | {sum}
R5 | {300} | {sum}
R6 | {400 to 6} | {sum}`, ['B3:M3  2022', 'B4:M4  2023', 'B5:M5  2024']),
  layout('row a year 前年度 今年度', `
郵送件数 | {months} | 計
前年度 | {300} | {sum}
今年度 | {400} | {sum}`, ['B2:M2 郵送件数 2023', 'B3:M3 郵送件数 2024'], { sheet: '令和6年度' }),
  layout('year column: label then 前年度/当年度', `
令和６年度　月別実績
項目 | 年度 | {months} | 計
郵送件数 | 前年度 | {300} | {sum}
 | 当年度 | {400 to 6} | {sum}
窓口件数 | 前年度 | {300} | {sum}
 | 当年度 | {400 to 6} | {sum}`, ['C3:N3 郵送件数 2023', 'C4:N4 郵送件数 2024', 'C5:N5 窓口件数 2023', 'C6:N6 窓口件数 2024']),
  layout('year column era numbers with heading 年度(令和)', `
項目 | 令和 | {months} | 計
郵送件数 | 5年度 | {300} | {sum}
 | 6年度 | {400 to 6} | {sum}`, ['C2:N2 郵送件数 2023', 'C3:N3 郵送件数 2024']),
  layout('row a year, difference and ratio', `
郵送件数
年度 | {months} | 計
令和5年度 | {300} | {sum}
令和6年度 | {400} | {sum}
増減 | {all 100} | 1200
前年比 | {all 1.2} | 1.2`, ['B3:M3  2023', 'B4:M4  2024', 'B5:M5 増減 2024', 'B6:M6 前年比 2024']),
  layout('row a year, group columns merged, totals and share', `
令和6年度 給付
区分 | 年度 | {months} | 計 | 前年比
傷病手当金 | 令和5年度 | {100} | {sum} | 1.0
 | 令和6年度 | {110} | {sum} | 1.1
出産手当金 | 令和5年度 | {120} | {sum} | 1.0
 | 令和6年度 | {130} | {sum} | 1.1
合計 | 令和5年度 | {220} | {sum} | 1.0
 | 令和6年度 | {240} | {sum} | 1.1`, ['C3:N3 傷病手当金 2023', 'C4:N4 傷病手当金 2024', 'C5:N5 出産手当金 2023', 'C6:N6 出産手当金 2024', 'C7:N7 合計 2023', 'C8:N8 合計 2024']),
  layout('row a year with next year blank under merged label', `
項目 | 年度 | {months} | 計
郵送件数 | R5 | {300} | {sum}
 | R6 | {400} | {sum}
 | R7 |
窓口件数 | R5 | {300} | {sum}
 | R6 | {400} | {sum}
 | R7 |`, ['C2:N2 郵送件数 2023', 'C3:N3 郵送件数 2024', 'C4:N4 郵送件数 2025', 'C5:N5 窓口件数 2023', 'C6:N6 窓口件数 2024', 'C7:N7 窓口件数 2025']),
  layout('row a year with next year blank', `
郵送件数 | {months} | 計
令和6年度 | {300} | {sum}
令和7年度 | {all }`, ['B2:M2 郵送件数 2024', 'B3:M3 郵送件数 2025']),
  layout('year group cells merged at left', `
年度 | 項目 | {months} | 計
令和5年度 | 郵送件数 | {100} | {sum}
 | 窓口件数 | {200} | {sum}
令和6年度 | 郵送件数 | {100} | {sum}
 | 窓口件数 | {200} | {sum}`, ['C2:N2 郵送件数 2023', 'C3:N3 窓口件数 2023', 'C4:N4 郵送件数 2024', 'C5:N5 窓口件数 2024']),
  layout('title directly merged in corner of header: label above', `
 | {months} | 計
令和6年度 | {all } |
郵送件数 | {100} | {sum}
窓口件数 | {200} | {sum}
令和5年度 | {all } |
郵送件数 | {100} | {sum}
窓口件数 | {200} | {sum}`, ['B3:M3 郵送件数 2024', 'B4:M4 窓口件数 2024', 'B6:M6 郵送件数 2023', 'B7:M7 窓口件数 2023']),
  layout('down: two years below each other (24 rows) with year column', `
年度 | 月 | 郵送件数 | 窓口件数
令和5年度 | 4月 | 10 | 20
 | 5月 | 11 | 21
 | 6月 | 12 | 22
 | 7月 | 13 | 23
 | 8月 | 14 | 24
 | 9月 | 15 | 25
 | 10月 | 16 | 26
 | 11月 | 17 | 27
 | 12月 | 18 | 28
 | 1月 | 19 | 29
 | 2月 | 20 | 30
 | 3月 | 21 | 31
令和6年度 | 4月 | 10 | 20
 | 5月 | 11 | 21
 | 6月 | 12 | 22
 | 7月 | 13 | 23
 | 8月 | 14 | 24
 | 9月 | 15 | 25
 | 10月 | 16 | 26
 | 11月 | 17 | 27
 | 12月 | 18 | 28
 | 1月 | 19 | 29
 | 2月 | 20 | 30
 | 3月 | 21 | 31`, ['C2:C13 郵送件数 2023', 'C14:C25 郵送件数 2024', 'D2:D13 窓口件数 2023', 'D14:D25 窓口件数 2024']),
  layout('sheet name tells the year', `
項目 | {months} | 計
郵送件数 | {100} | {sum}
窓口件数 | {200} | {sum}`, ['B2:M2 郵送件数 2023', 'B3:M3 窓口件数 2023'], { sheet: '業務実績(R5)' }),
  layout('branches as blocks, title each', `
令和6年度
群馬支部
項目 | {months} | 計
郵送件数 | {100} | {sum}
窓口件数 | {100} | {sum}

栃木支部
項目 | {months} | 計
郵送件数 | {100} | {sum}
窓口件数 | {100} | {sum}`, ['B4:M4 郵送件数 2024', 'B5:M5 窓口件数 2024', 'B9:M9 郵送件数 2024', 'B10:M10 窓口件数 2024']),
  layout('sheet title with the year over two tables', `
令和5年度 業務グループ実績
郵送
項目 | {months} | 計
郵送件数 | {100} | {sum}

窓口
項目 | {months} | 計
窓口件数 | {100} | {sum}`, ['B4:M4 郵送件数 2023', 'B8:M8 窓口件数 2023'], { sheet: '業務' }),
  layout('title far above', `
令和6年度 業務実績
所管：業務グループ
更新：毎月5営業日
問合せ：内線
備考：速報値を含む

項目 | {months} | 計
郵送件数 | {100} | {sum}`, ['B8:M8 郵送件数 2024']),
  layout('title in the middle, far above, with department and date', `
 | | | | | 令和6年度　郵送実績表
業務グループ | | | | | | | | | | | 2025-04-07

項目 | {months} | 計
郵送件数 | {100} | {sum}
窓口件数 | {10} | {sum}`, ['B5:M5 郵送件数 2024', 'B6:M6 窓口件数 2024']),
  layout('title 令和6年度（令和6年4月～令和7年3月）実績', `
郵送件数の推移（令和6年4月～令和7年3月）
項目 | {months} | 計
郵送件数 | {100} | {sum}`, ['B3:M3 郵送件数 2024']),
  layout('two header rows repeated on page 2', `
令和6年度
項目 | {months} | 計
郵送件数 | {100} | {sum}
窓口件数 | {100} | {sum}
項目 | {months} | 計
回答件数 | {100} | {sum}
照会件数 | {100} | {sum}`, ['B3:M3 郵送件数 2024', 'B4:M4 窓口件数 2024', 'B6:M6 回答件数 2024', 'B7:M7 照会件数 2024']),
];
