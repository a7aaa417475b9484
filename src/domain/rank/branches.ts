import { normalizeLabel } from '../labels';

/** The insurer's branches, one a prefecture, in the order of the prefectures' numbers: 1 = 北海道 … 47 = 沖縄. */
export const BRANCHES: readonly string[] = (
  '北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 ' +
  '滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄'
).split(' ');

const ENDINGS: Readonly<Record<string, string>> = { 北海道: '', 東京: '都', 京都: '府', 大阪: '府' };

const SPELLINGS: ReadonlyMap<string, string> = new Map(BRANCHES.flatMap((branch) =>
  [branch, `${branch}${ENDINGS[branch] ?? '県'}`].flatMap((name) => [name, `${name}支部`].map((spelled) => [normalizeLabel(spelled), branch] as const))));

/** The number of a branch among the 47, from 1. */
export const numberOf = (branch: string): number => BRANCHES.indexOf(branch) + 1;

/** The branch that a text names and says nothing besides: 群馬, 群　馬, 群馬県, 群馬支部, 10 群馬, 協会けんぽ群馬支部. null: it names none. */
export function branchOf(text: string): string | null {
  const bare = normalizeLabel(text).replace(/^(?:no\.?)?\(?\d{1,2}[).:,]?(?=\D)/, '').replace(/^(?:全国健康保険協会|協会けんぽ)/, '');
  return SPELLINGS.get(bare) ?? null;
}
