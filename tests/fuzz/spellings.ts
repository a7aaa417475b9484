import fc from 'fast-check';

/** Figures, months and years as people, mails, PDFs and broken programs spell them, and what goes wrong in between. */

const FULL = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

const sign = fc.constantFrom('', '', '', '', '-', '−', '△', '▲', '△ ', '▲ ', 'ー', '－', '―', '+', '＋');
const unit = fc.constantFrom('', '', '', '件', '円', '人', '%', '％', ' ％', 'ポイント', '千円', ' 件', '時間', '社', '回目', '上旬', '㎡');
const digits = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String), fc.integer({ min: 1000, max: 99_999_999 }).map((number) => grouped(String(number))),
  fc.tuple(fc.nat(999), fc.nat(9999)).map(([whole, part]) => `${whole}.${part}`), fc.stringMatching(/^[0-9]{1,20}$/), fc.stringMatching(/^[0-9]{1,3}(,[0-9]{1,3}){1,2}$/),
);
const number = fc.tuple(sign, digits, unit).map((parts) => parts.join(''));
const duration = fc.tuple(fc.nat(30), fc.constantFrom(':', '：', '.', '時間', '∶'), fc.nat(70), fc.constantFrom('', '分')).map(([hours, between, minutes, end]) => `${hours}${between}${String(minutes).padStart(2, '0')}${end}`);
const era = fc.constantFrom('令和', '平成', '昭和', 'R', 'H', 'S', 'Ｒ', 'r', '明治', '西暦');
const year = fc.oneof(fc.tuple(era, fc.oneof(fc.nat(40).map(String), fc.constant('元'))).map((parts) => parts.join('')), fc.integer({ min: 1900, max: 2100 }).map(String), fc.nat(99).map(String));
const between = fc.constantFrom('/', '.', '-', '年', '月', '／');
export const date: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.nat(14), fc.constantFrom('/', '-', '月', '／'), fc.nat(33), fc.constantFrom('', '日', '（水）')).map((parts) => parts.join('')),
  fc.tuple(year, between, fc.nat(14), between, fc.nat(33), fc.constantFrom('', '日')).map((parts) => parts.join('')),
);
const month = fc.oneof(
  fc.tuple(fc.nat(14), fc.constantFrom('月', '月', '', '月末', '月まで', '月分', '月（見込）')).map((parts) => parts.join('')),
  fc.constantFrom('四月', '十二月', '十三月', 'Apr', 'April', 'Sept.', 'Mar-25', "Mar'25", 'May', 'mayday', '④月', '㋃', '2024/4', '202404', '2024/13', 'R6.4', '令和6年4月', '令和六年四月', '6年4月'),
);
const fiscal = fc.tuple(year, fc.constantFrom('年度', '年', '', '度', 'FY', '年度（令和6年度）')).map((parts) => parts.join(''));
const none = fc.constantFrom('', ' ', '　', '-', '－', 'ー', '…', '...', '—', 'なし', '未定', '調査中', 'n/a', '#N/A', '#DIV/0!', 'TRUE', 'false');
const trap = fc.constantFrom(
  'NaN', 'Infinity', '-Infinity', '1e999', '1e3', '1E5', '-1e-5', '0x10', '0b11', '0o17', '１e３', '①', '⑩', '10²', '½', '１½', '٣٤', '一二三', '百', '約50', '50余', '(16)', '（16）', '1～3', '1-3', '1〜3', '1,2,3', '1、2',
  '1/2/3', '1:2:3', '12:60', '3:5', '3.4.5', '..5', '5.', '.5', '1,23', '1,,000', ',5', '007', '00', '-0', '0', '0.0', '100%%', '%', '△', '▲', '△△5', '--5', '5-', '=1+1', "=cmd|'/c calc'!A0", '+1', '@SUM(1)', "'5", '＝1', '￥1,000', '¥5', '$5', '1 000', '1_000', '1’000', '1٬000',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '<b>5</b>', '5;6', '5\t6', '5\n6', '"5"',
);

/** A figure, or what stands where a figure should. */
export const spelling: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: number }, { weight: 2, arbitrary: duration }, { weight: 3, arbitrary: date }, { weight: 2, arbitrary: month }, { weight: 2, arbitrary: fiscal }, { weight: 1, arbitrary: none },
  { weight: 3, arbitrary: trap }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** What slips in: control characters, marks that are not seen, halves of characters, signs that look alike, digits of other scripts. */
const NASTY = ['\u0000', '\u0007', '\u001b', '\t', '\r', '\n', '\u00a0', '\u00ad', '\u200b', '\u200e', '\u200f', '\u202e', '\u2066', '\ufeff', '\u3000', '\ud800', '\udc00', '\ufffe', '\u0301', '\u20e3', '٥', '５', '，', '．', '：', '∕', '⁄', 'Ｏ', 'O', 'l', '○', '〇', '０', '%', '-', '−', '△', '元', '年', '月', '日', '💥'];

type Change = readonly [kind: 'put' | 'drop' | 'double' | 'swap' | 'wide', place: number, sign: string];
const change: fc.Arbitrary<Change> = fc.tuple(fc.constantFrom('put', 'put', 'drop', 'double', 'swap', 'wide'), fc.nat(40), fc.constantFrom(...NASTY));

function changed(text: string, [kind, place, letter]: Change): string {
  const at = text.length === 0 ? 0 : place % (text.length + 1);
  switch (kind) {
    case 'put': return text.slice(0, at) + letter + text.slice(at);
    case 'drop': return text.slice(0, at) + text.slice(at + 1);
    case 'double': return text.slice(0, at) + text.slice(Math.max(0, at - 1));
    case 'swap': return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
    case 'wide': return FULL(text);
  }
}

/** A spelling with up to two slips. */
export const cellText: fc.Arbitrary<string> = fc.tuple(spelling, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.array(change, { minLength: 1, maxLength: 2 }) })).map(([text, changes]) => changes.reduce(changed, text));
