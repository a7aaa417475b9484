import { expect, test } from '@jest/globals';
import { frameWork, readTrace } from './trace';

const PANE = 'F1';
const PAGE = 'F0';
/** From and to in microseconds; the thread ran half of the time. */
const event = (name: string, from: number, to: number, data: object = {}, tid = 1) => ({ name, ph: 'X', pid: 1, tid, ts: from, dur: to - from, tdur: (to - from) / 2, args: { data } });
const trace = (...events: object[]) => readTrace(JSON.stringify({ traceEvents: [
  { name: 'navigationStart', ph: 'R', pid: 1, tid: 1, ts: 0, args: { frame: PANE, data: { documentLoaderURL: 'https://localhost/taskpane.html?x' } } },
  ...events,
  { name: 'usable', ph: 'I', pid: 1, tid: 1, ts: 100_000, args: { data: {} } },
] }));
const work = (...events: object[]) => frameWork(trace(...events), 'taskpane.html', 'usable');

test('an event counts once, and what is nested in it with it', () => {
  const found = work(event('RunTask', 0, 10_000), event('FunctionCall', 1_000, 9_000, { frame: PANE }), event('RunMicrotasks', 2_000, 6_000), event('MinorGC', 3_000, 4_000));
  expect([found.clock, found.own, found.shared]).toEqual([10, 5, 0]);
  expect(Object.fromEntries(found.kinds)).toEqual({ RunTask: 1, FunctionCall: 2, RunMicrotasks: 1.5, MinorGC: 0.5 });
});

test("the page around the frame, other threads and what comes after the mark are not the frame's", () => {
  const found = work(
    event('RunTask', 0, 10_000), event('FunctionCall', 0, 9_000, { frame: PAGE }),
    event('FunctionCall', 20_000, 30_000, { frame: PANE }, 2), event('FunctionCall', 100_001, 200_000, { frame: PANE }),
  );
  expect([found.own, found.shared]).toEqual([0, 0]);
});

test('a task of two frames is divided; what names neither is told apart', () => {
  const found = work(event('RunTask', 0, 10_000), event('FireAnimationFrame', 0, 4_000, { frame: PAGE }), event('FireAnimationFrame', 4_000, 6_000, { frame: PANE }));
  expect([found.own, found.shared, found.longest]).toEqual([1, 2, 2]);
});

test('scripts of office.js have their share, without the promises they settle', () => {
  const found = work(event('EvaluateScript', 0, 8_000, { frame: PANE, url: 'https://localhost/office/office.js' }), event('RunMicrotasks', 2_000, 6_000), event('EvaluateScript', 10_000, 12_000, { frame: PANE, url: 'https://localhost/taskpane.js' }));
  expect([found.own, found.office]).toEqual([5, 2]);
});

test('a trace without the frame or the mark is refused', () => {
  expect(() => frameWork(trace(), 'other.html', 'usable')).toThrow('other.html');
  expect(() => frameWork(trace(), 'taskpane.html', 'never')).toThrow('never');
});
