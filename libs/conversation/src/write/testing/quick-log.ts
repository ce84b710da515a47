import { type EventStore, type RecordedEvent, WrongExpectedVersionError } from '@madoguchi/event-sourcing';
import type { Conversation, conversationDecider } from '../../index.js';

/** Mulberry32: the same run every time. */
export const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** Ten thousand hand-overs have to be quick: a log without copies, with nothing but the check of versions. */
export const quickLog = (): EventStore => {
  const streams = new Map<string, RecordedEvent[]>();
  const log: Pick<EventStore, 'readStream' | 'append'> = {
    readStream: async (stream) => [...(streams.get(stream) ?? [])],
    append: async (stream, events, expected) => {
      const before = streams.get(stream) ?? [];
      if (before.length !== (expected === 'no stream' ? 0 : expected)) throw new WrongExpectedVersionError(stream, expected, before.length);
      const recorded = events.map((event) => ({ ...event, stream }) as unknown as RecordedEvent);
      streams.set(stream, [...before, ...recorded]);
      return recorded;
    },
  };
  return log as EventStore;
};

type Decider = typeof conversationDecider;

/** What an event made of a state is looked up: streams are folded anew for every command, and the same events lead to the same states. */
export const remembering = (decider: Decider): Decider => {
  const initial = decider.initialState();
  const known = new WeakMap<object, WeakMap<object, Conversation>>();
  return {
    ...decider,
    initialState: () => initial,
    evolve: (state, event) => {
      const after = known.get(state) ?? new WeakMap<object, Conversation>();
      known.set(state, after);
      const next = after.get(event) ?? decider.evolve(state, event);
      after.set(event, next);
      return next;
    },
  };
};
