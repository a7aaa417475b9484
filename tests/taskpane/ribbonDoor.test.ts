import { describe, expect, test } from '@jest/globals';
import type { Task } from '../../src/jobs/task';
import { createCommands } from '../../src/ribbon/commands';
import type { PaneRequest } from '../../src/taskpane/port';
import { RequestQueue, ribbonDoor } from '../../src/taskpane/ribbonDoor';

const evaluate: Task = { kind: 'evaluate', asOf: null };

/** A pane that is open or not, and a workbook whose KPI sheet has a cell for reports, has none, or refuses. */
function stage(open: boolean, unseen: (task: Task) => Promise<boolean>) {
  const queue = new RequestQueue();
  const heard: PaneRequest[] = [];
  const ran: Task[] = [];
  let visible = open;
  const pane = {
    visible: () => visible,
    show: () => {
      visible = true;
      return Promise.resolve();
    },
  };
  const commands = createCommands(ribbonDoor(pane, queue.ask, (task) => {
    ran.push(task);
    return unseen(task);
  }));
  queue.listen((request) => heard.push(request));
  return { commands, heard, ran, visible: () => visible };
}

describe('the ribbon', () => {
  test('with the pane open a job is the pane’s', async () => {
    const { commands, heard, ran } = stage(true, () => Promise.resolve(true));
    await commands.ribbonEvaluate();
    expect(heard).toEqual([{ kind: 'run', task: evaluate }]);
    expect(ran).toEqual([]);
  });

  test('with the pane closed it reports in the workbook and leaves the pane closed', async () => {
    const { commands, heard, ran, visible } = stage(false, () => Promise.resolve(true));
    await commands.ribbonEvaluate();
    expect(ran).toEqual([evaluate]);
    expect(heard).toEqual([]);
    expect(visible()).toBe(false);
  });

  test.each([['no cell for a report', () => Promise.resolve(false)], ['a failure', () => Promise.reject(new Error('locked'))]])('%s opens the pane and runs there', async (_, unseen) => {
    const { commands, heard, visible } = stage(false, unseen);
    await commands.ribbonSummary();
    expect(visible()).toBe(true);
    expect(heard).toEqual([{ kind: 'run', task: { kind: 'summary' } }]);
  });

  test('the lay-out always asks in the pane', async () => {
    const { commands, heard, ran, visible } = stage(false, () => Promise.resolve(true));
    await commands.ribbonLayout();
    await commands.ribbonMonthly();
    expect(visible()).toBe(true);
    expect(heard).toEqual([{ kind: 'run', task: { kind: 'layout', sample: false } }, { kind: 'show', view: 'entry' }]);
    expect(ran).toEqual([]);
  });
});

test('a request that comes before the pane listens waits for it', () => {
  const queue = new RequestQueue();
  queue.ask({ kind: 'show', view: 'entry' });
  const heard: PaneRequest[] = [];
  const stop = queue.listen((request) => heard.push(request));
  expect(heard).toEqual([{ kind: 'show', view: 'entry' }]);
  stop();
  queue.ask({ kind: 'show', view: 'tables' });
  expect(heard).toHaveLength(1);
});
