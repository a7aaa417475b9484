import type { Language } from '../strings';

interface OutputWords {
  readonly publish: string;
  readonly lists: string;
  readonly noTables: string;
  readonly chooseTables: string;
  readonly byTable: string;
  readonly byGroup: string;
  readonly publishButton: (count: number) => string;
  readonly submit: string;
  readonly judged: string;
  readonly judgeFirst: string;
  readonly chooseSheets: string;
  readonly submitButton: (count: number) => string;
}

export const outputWords: Readonly<Record<Language, OutputWords>> = {
  ja: {
    publish: '選んだ表を、1つずつ「公表_…」のシートにします。値だけを入れ、西暦と和暦、単位を列に並べます。率は％、時間は分の数値です。元の表は変わりません。',
    lists: '一覧',
    noTables: '公表できる表がまだありません。',
    chooseTables: '表を選んでください。',
    byTable: '表ごとに選ぶ',
    byGroup: 'グループで選ぶ',
    publishButton: (count) => `公表用シートを作成…（${count}）`,
    submit: '選んだシートを、評価した月の値と書式で「提出_…」のシートに写します。計算式と、定義・記録の列は残しません。元のシートは変わりません。',
    judged: '評価した月:',
    judgeFirst: '先に「KPI評価」を実行してください。',
    chooseSheets: 'シートを選んでください。',
    submitButton: (count) => `提出用コピーを作成…（${count}）`,
  },
  en: {
    publish: 'Makes a sheet 公表_… of each table chosen: plain values, with Western and era years and units in columns of their own. Rates are in percent, times in minutes. The tables stay as they are.',
    lists: 'Lists',
    noTables: 'There is no table to publish yet.',
    chooseTables: 'Choose a table.',
    byTable: 'Choose by table',
    byGroup: 'Choose by group',
    publishButton: (count) => `Make sheets to publish… (${count})`,
    submit: 'Copies the sheets chosen to sheets 提出_…, with the values and formats of the month judged, without formulas and columns of definitions and records. The sheets themselves stay as they are.',
    judged: 'Month judged:',
    judgeFirst: 'Judge the KPIs first.',
    chooseSheets: 'Choose a sheet.',
    submitButton: (count) => `Make copies to submit… (${count})`,
  },
};
