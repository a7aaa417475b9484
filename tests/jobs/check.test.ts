import { expect, test } from '@jest/globals';
import { newWorkbook, openWorkbook } from '../../src/embedded/xlsx/open';
import { checkFigures } from '../../src/jobs/check';
import { layout } from '../../src/jobs/layout';
import { GUNMA } from '../support/laidOut';
import { withOffice } from '../support/office';

const AFTER = new Date(2025, 3, 7);

test('点検: two requests, and the file stays as it is to the byte, read-only and protected as well', async () => {
  const opened = newWorkbook();
  await layout(withOffice(opened).context, 2024, GUNMA);
  const file = opened.save();
  const again = openWorkbook(file, 'out.xlsx');
  again.book.readOnly = true;
  for (const sheet of again.book.sheets) sheet.protected = true;
  const { context, session } = withOffice(again);
  const report = await checkFigures(context, AFTER);
  expect(report).toMatchObject({ job: 'check', changed: false, syncs: 2, summary: ['点検しました。確認が必要なところが4件あります。', '何も変更していません。'] });
  expect(session.host.traffic.syncs).toBe(2);
  expect(report.findings.map(({ kind, cell }) => `${kind} ${cell}`)).toEqual([expect.stringMatching(/^follows 保健 E\d+、J\d+、K\d+$/), expect.stringMatching(/^follows 保健 K\d+$/), expect.stringMatching(/^follows 企画総務 N\d+$/), expect.stringMatching(/^falls 全グループ E\d+、H\d+、I\d+ など$/)]);
  expect(report.warnings).toEqual(report.findings.map(({ cell, text }) => `${cell}: ${text}`));
  for (const sheet of again.book.sheets) sheet.protected = false;
  expect(Buffer.compare(Buffer.from(again.save()), Buffer.from(file))).toBe(0);
});

test('a workbook with nothing of ours has nothing to check', async () => {
  const { context } = withOffice(newWorkbook());
  expect(await checkFigures(context, AFTER)).toMatchObject({ findings: [], warnings: [], summary: ['点検しました。確認が必要なところはありません。', '何も変更していません。'] });
});

test('in the course of the year only what is due is missing', async () => {
  const opened = newWorkbook();
  const { context } = withOffice(opened);
  await layout(context, 2024, null);
  expect((await checkFigures(context, new Date(2024, 3, 30))).findings).toEqual([]);
  const june = (await checkFigures(context, new Date(2024, 5, 1))).findings;
  expect(june.length).toBeGreaterThan(10);
  expect(june.every(({ id }) => /^monthMissing T\d\d-\d\d@2024 4月,5月$/.test(id) || /^monthMissing T1[12]-01@2024 4月$/.test(id))).toBe(true);
});
