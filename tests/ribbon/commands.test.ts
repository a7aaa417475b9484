import { describe, expect, test } from '@jest/globals';
import { COMMAND_IDS, createCommands, type CommandId, type RibbonDoor } from '../../src/ribbon/commands';

/** A door that takes notes; `held` keeps jobs running, `broken` makes the closed pane's jobs fail. */
function notedDoor(visible: boolean, { held, broken }: { readonly held?: Promise<void>; readonly broken?: Error } = {}) {
  const notes: string[] = [];
  const note = async (text: string, wait?: Promise<void>): Promise<void> => {
    notes.push(text);
    await wait;
  };
  const door: RibbonDoor = {
    paneVisible: () => visible,
    showPane: (view) => note(`show ${view}`),
    handToPane: (job) => note(`pane ${job}`, held),
    runReporting: async (job) => {
      await note(`report ${job}`, held);
      if (broken) throw broken;
    },
    showFailure: (job, error) => note(`failure ${job} ${String(error)}`),
  };
  return { notes, commands: createCommands(door) };
}

async function pressed(id: CommandId, visible: boolean): Promise<readonly string[]> {
  const { notes, commands } = notedDoor(visible);
  await commands[id]();
  return notes;
}

const JOBS = [['ribbonRecompute', 'recompute'], ['ribbonEvaluate', 'evaluate'], ['ribbonSummary', 'summary']] as const;

describe('ribbon', () => {
  test.each(JOBS)('%s runs in the open pane, and reports in the workbook where it is closed', async (id, job) => {
    expect(await pressed(id, true)).toEqual([`pane ${job}`]);
    expect(await pressed(id, false)).toEqual([`report ${job}`]);
  });

  test.each([true, false])('表を配置 asks in the pane first (pane open: %s)', async (visible) => {
    expect(await pressed('ribbonLayout', visible)).toEqual(['show layoutQuestion']);
  });

  test.each([true, false])('毎月入力 and the pane open as they are asked for (pane open: %s)', async (visible) => {
    expect(await pressed('ribbonMonthly', visible)).toEqual(['show monthly']);
    expect(await pressed('ribbonPane', visible)).toEqual(['show asItWas']);
  });

  test('a second press while a job runs does nothing, and the next one after it works', async () => {
    let end = (): void => undefined;
    const { notes, commands } = notedDoor(false, { held: new Promise((resolve) => { end = resolve; }) });
    const first = commands.ribbonEvaluate();
    await commands.ribbonEvaluate();
    await commands.ribbonSummary();
    await commands.ribbonLayout();
    expect(notes).toEqual(['report evaluate']);
    end();
    await first;
    await commands.ribbonSummary();
    expect(notes).toEqual(['report evaluate', 'report summary']);
  });

  test('the pane opens while a job runs', async () => {
    const { notes, commands } = notedDoor(false, { held: new Promise(() => undefined) });
    void commands.ribbonEvaluate();
    await commands.ribbonMonthly();
    expect(notes).toEqual(['report evaluate', 'show monthly']);
  });

  test('a failure without a pane opens the pane, and does not lock the ribbon', async () => {
    const { notes, commands } = notedDoor(false, { broken: new Error('保護されています') });
    await commands.ribbonEvaluate();
    await commands.ribbonRecompute();
    expect(notes).toEqual(['report evaluate', 'failure evaluate Error: 保護されています', 'report recompute', 'failure recompute Error: 保護されています']);
  });

  test('there is a command for every id, unlike any other when case is ignored, as Office compares them', () => {
    expect(Object.keys(notedDoor(true).commands)).toEqual([...COMMAND_IDS]);
    expect(new Set(COMMAND_IDS.map((id) => id.toUpperCase())).size).toBe(COMMAND_IDS.length);
  });
});
