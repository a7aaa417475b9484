import type { Act } from './acts';
import { PASS, refuse, type FaultBench, type Meeting } from './bench';

/** The kinds that are counted. */
export const FAULT_KINDS = ['error before', 'error in the middle', 'lost reply', 'busy', 'error upon error', 'protected sheet', 'deleted sheet', 'deleted name', 'read-only', 'edited cell', 'inserted row'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Something that goes wrong at a request. */
export interface Fault {
  readonly kind: FaultKind;
  readonly name: string;
  /** What a person does just before that request; null: it is a machine's fault. */
  readonly act: Act | null;
  /** What the requests of a run meet, where the fault is to come at the request `at`, from 0. */
  meet(bench: FaultBench, at: number): Meeting;
}

type Answer = ReturnType<Meeting>;
/** A machine's fault: what the request meets, and the ones behind it. */
const machine = (kind: FaultKind, name: string, answer: (behind: number, actions: number) => Answer): Fault => ({
  kind, name, act: null,
  meet: (_, at) => (index, actions) => (index < at ? PASS : answer(index - at, actions)),
});

const stopAfter = (actions: number): Answer => ({ kind: 'stopAfter', actions, code: 'GeneralException' });
const half = (actions: number): number => Math.floor(actions / 2);
const once = (name: string, done: (actions: number) => number): Fault => machine('error in the middle', name, (behind, actions) => (behind === 0 ? stopAfter(done(actions)) : PASS));

const BEFORE: readonly Fault[] = [
  machine('error before', 'an error before anything is done', (behind) => (behind === 0 ? refuse('GeneralException') : PASS)),
  machine('lost reply', 'the reply is lost', (behind) => (behind === 0 ? { kind: 'loseReply' } : PASS)),
  machine('busy', 'Excel is busy once', (behind) => (behind === 0 ? refuse('ServerBusy') : PASS)),
  machine('busy', 'Excel is busy three times', (behind) => (behind < 3 ? refuse('ServerBusy') : PASS)),
];
const HALF_READ = once('an error half-way', half);

const MIDDLE: readonly Fault[] = [
  once('an error after 1 action', () => 1),
  once('an error after a quarter', (actions) => Math.floor(actions / 4)),
  HALF_READ,
  once('an error after three quarters', (actions) => Math.floor((actions * 3) / 4)),
  once('an error before the last action', (actions) => actions - 1),
];

/** What may befall the bringing back itself. */
const UPON: readonly Fault[] = [
  machine('error upon error', 'an error half-way, and Excel is busy then', (behind, actions) => (behind === 0 ? stopAfter(half(actions)) : behind === 1 ? refuse('ServerBusy') : PASS)),
  machine('error upon error', 'the reply is lost, and Excel is busy then', (behind) => (behind === 0 ? { kind: 'loseReply' } : behind === 1 ? refuse('ServerBusy') : PASS)),
  machine('error upon error', 'an error half-way, and the third request behind it fails half-way too', (behind, actions) => (behind === 0 || behind === 3 ? stopAfter(half(actions)) : PASS)),
];

/** Random places of a request, the same for the same seed. Mulberry32 (public domain). */
function randomPlaces(seed: number, count: number): Fault[] {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return Array.from({ length: count }, () => {
    const share = next();
    return once(`an error after ${(share * 100).toFixed(1)} %`, (actions) => Math.floor(share * actions));
  });
}

const byPerson = (act: Act): Fault => ({
  kind: act.kind, name: act.name, act,
  meet: (bench, at) => async (index) => {
    if (index === at) await act.perform(bench);
    return PASS;
  },
});

/** All that is tried at a request; one that only reads has no middle worth looking at closely. */
export function faultsAt(writes: boolean, acts: readonly Act[], seed: number, random: number): Fault[] {
  return [...BEFORE, ...(writes ? [...MIDDLE, ...randomPlaces(seed, random), ...UPON] : [HALF_READ]), ...acts.map(byPerson)];
}
