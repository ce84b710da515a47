import type { OfferExplanation } from '@madoguchi/conversation';
import { exampleId } from '@madoguchi/event-sourcing/testing';
import type { Candidate, QueueNow, WaitingConversation } from '../decide/inputs.js';
import type { AgentEvent } from '../events.js';
import { DEFAULT_POLICY, type QueuePolicy } from '../queue/policy/policy.js';

/** An explanation where it does not matter which. */
export const someExplanation: OfferExplanation = { rule: 'example', waitedSeconds: 0, candidates: [] };

/** An agent who serves these queues and is here. */
export const availableAgent = (capacity: number, ...queueIds: readonly string[]): readonly AgentEvent[] => [
  { type: 'AgentRegistered', data: { name: 'Aiko Tanaka', capacity, queueIds } },
  { type: 'PresenceChanged', data: { presence: 'available' } },
];

/** The moment at which decisions of the examples are made. */
export const exampleNow = new Date('2026-11-20T10:00:00.000Z');
export const exampleQueue = exampleId('queue');

export const momentAgo = (seconds: number): number => exampleNow.getTime() - seconds * 1_000;
export const secondsAgo = (seconds: number): string => new Date(momentAgo(seconds)).toISOString();

/** Waits in the example queue by LINE, for so many seconds. */
export const waitingFor = (seconds: number, more: Partial<WaitingConversation> = {}): WaitingConversation => ({
  conversationId: exampleId('conversation'),
  queueId: exampleQueue,
  channel: 'line',
  waitingSince: momentAgo(seconds),
  queuedAt: momentAgo(seconds),
  hadBefore: [],
  ...more,
});

/** Here, with three free places, in the example queue. */
export const candidate = (agentId: string, more: Partial<Candidate> = {}): Candidate => ({
  agentId,
  presence: 'available',
  queueIds: [exampleQueue],
  capacity: 3,
  taken: 0,
  ...more,
});

export const queueWith = (policy: Partial<QueuePolicy> = {}, more: Partial<QueueNow> = {}): QueueNow => ({
  queueId: exampleQueue,
  policy: { ...DEFAULT_POLICY, ...policy },
  policyVersion: 1,
  ...more,
});

export const ring = (more: Partial<QueuePolicy['rings'][number]> = {}): QueuePolicy['rings'][number] => ({
  seconds: 20,
  minimumLevels: {},
  droppedSkills: [],
  agentGroups: [],
  ...more,
});
