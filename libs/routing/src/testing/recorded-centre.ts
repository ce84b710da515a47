import { type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import type { Recorded, RecordedEvent } from '@madoguchi/event-sourcing';
import { exampleId } from '@madoguchi/event-sourcing/testing';
import type { AgentEvent, QueueEvent } from '../events.js';
import { agentStream, queueStream } from '../identity.js';
import { DEFAULT_POLICY, type QueuePolicy } from '../queue/policy/policy.js';
import type { AgentThen } from '../what-if/recorded-period.js';
import { type Player, SimulatedCentre } from '../what-if/simulated-centre.js';
import { ring } from './examples.js';
import { exponentials } from './simulation.js';

export interface RecordedCentre {
  readonly from: Date;
  readonly seconds: number;
  readonly conversations: number;
  readonly agents: number;
  readonly queues: number;
  readonly seed: number;
}

interface Customer extends Player {
  readonly conversationId: string;
  handlingMs: number;
}

const OFFER_SECONDS = 30;
const LANGUAGES = ['ja', 'en', 'ru'];

/** First those who speak the language well, after half a minute those who speak it, then everybody. */
export const languagePolicy: QueuePolicy = {
  ...DEFAULT_POLICY,
  requires: { skills: {}, languageLevel: 3 },
  rings: [ring({ seconds: 30 }), ring({ seconds: 30, minimumLevels: { language: 1 } }), ring({ droppedSkills: ['language'] })],
  service: { ...DEFAULT_POLICY.service, firstAnswerSeconds: 60 },
};

export const recordedQueueId = (number: number): string => exampleId(`queue ${number}`);

/**
 * What a centre's log would hold after so much time: the real decision gives out the work, customers and agents are made up, the same for the
 * same seed. Tells every event in the order of the log, without holding any.
 */
export const recordCentre = (
  { from, seconds, conversations, agents, queues, seed }: RecordedCentre,
  tell: (event: RecordedEvent) => void,
) => {
  const [arriving, serving, choosing] = [exponentials(seed), exponentials(seed + 1), exponentials(seed + 2)];
  const oneOf = (most: number) => Math.floor(Math.exp(-choosing()) * most);
  const beganAt = from.getTime();
  const recorded = recorder(tell);
  let now = beganAt;

  const centre = new SimulatedCentre<Customer>({
    hours: { isOpen: () => true, nextChange: () => undefined },
    react: ({ conversationId }, { agentId, queueId, explanation }, offeredAt, patienceMs) => {
      const accepts = oneOf(20) > 0;
      const afterMs = 1_000 + oneOf(patienceMs - 1_000);
      const offerId = exampleId(`offer ${(offers += 1)}`);
      const expiresAt = new Date(offeredAt + OFFER_SECONDS * 1_000).toISOString();
      recorded.agent(agentId, offeredAt, { type: 'WorkOffered', data: { offerId, conversationId, queueId, expiresAt, explanation } });
      recorded.conversation(conversationId, offeredAt, {
        type: 'ConversationOffered',
        data: { offerId, agentId, queueId, expiresAt, explanation },
      });
      offered.set(conversationId, offerId);
      if (!accepts) {
        at(offeredAt + afterMs, () => {
          recorded.agent(agentId, now, { type: 'OfferDeclined', data: { offerId, conversationId } });
          recorded.conversation(conversationId, now, { type: 'OfferReturned', data: { offerId, agentId, outcome: 'declined' } });
        });
      }
      return { accepts, afterMs };
    },
    taken: ({ conversationId, handlingMs }, { decision: { agentId }, takenAt }) => {
      const offerId = offered.get(conversationId)!;
      offered.delete(conversationId);
      recorded.agent(agentId, takenAt, { type: 'OfferAccepted', data: { offerId, conversationId } });
      recorded.conversation(conversationId, takenAt, { type: 'ConversationAssigned', data: { agentId, offerId } });
      const content = { type: 'text', text: 'Hello' } as const;
      at(takenAt + Math.min(20_000, Math.floor(handlingMs / 5)), () =>
        recorded.conversation(conversationId, now, {
          type: 'ReplyQueued',
          data: { replyId: exampleId(`reply ${offerId}`), agentId, content },
        }),
      );
      at(takenAt + handlingMs, () => {
        recorded.conversation(conversationId, now, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
        recorded.agent(agentId, now, { type: 'WorkReleased', data: { conversationId, why: 'closed' } });
      });
      return handlingMs;
    },
  });
  const at = (moment: number, happen: () => void) =>
    centre.at(moment, () => {
      now = moment;
      happen();
    });
  const offered = new Map<string, string>();
  let offers = 0;

  const openQueue = (number: number) => {
    const queueId = recordedQueueId(number);
    recorded.queue(queueId, now, { type: 'QueueCreated', data: { name: `Queue ${number}`, offerSeconds: OFFER_SECONDS } });
    recorded.queue(queueId, now, { type: 'QueuePolicySet', data: { version: 1, policy: languagePolicy } });
    centre.setQueue({ queueId, policy: languagePolicy, policyVersion: 1, offerSeconds: OFFER_SECONDS });
  };
  const comes = (number: number) => {
    const agentId = exampleId(`agent ${number}`);
    const queueIds = [...new Set([number, number + 1].map((one) => recordedQueueId(one % queues)))];
    const languages = { [LANGUAGES[number % 3]!]: 5, [LANGUAGES[oneOf(3)]!]: 3 };
    const facts: AgentThen = { agentId, presence: 'available', queueIds, capacity: 3, languages, workingHoursId: null };
    recorded.agent(agentId, now, { type: 'AgentRegistered', data: { name: `Agent ${number}`, capacity: 3, queueIds, languages } });
    recorded.agent(agentId, now, { type: 'PresenceChanged', data: { presence: 'available' } });
    centre.setAgent(facts);
  };
  at(beganAt, () => {
    for (let number = 0; number < queues; number += 1) openQueue(number);
    for (let number = 0; number < agents; number += 1) comes(number);
  });

  /** Each plans the next one, so that nobody is held who has not come. */
  const writes = (number: number) => {
    const conversationId = exampleId(`conversation ${seed} ${number}`);
    const queueId = recordedQueueId(oneOf(queues));
    const language = LANGUAGES[oneOf(3)]!;
    recorded.conversation(conversationId, now, {
      type: 'ConversationOpened',
      data: {
        threadKey: `account/${number}`,
        accountId: exampleId('account'),
        channel: 'line',
        number: 1,
        customerKey: `customer ${number}`,
        contactId: exampleId(`contact ${number}`),
        language,
      },
    });
    recorded.conversation(conversationId, now, { type: 'AgentRequested', data: { queueId, reason: 'first message' } });
    const handlingMs = 1_000 + Math.floor((serving() * 0.7 * agents * 3 * seconds * 1_000) / conversations);
    const asked = { conversationId, queueId, channel: 'line' as const, waitingSince: now, queuedAt: now, hadBefore: [], language };
    centre.join({ conversationId, asked, since: now, state: 'waiting', stays: 0, handlingMs });
    if (number < conversations) at(now + gap(), () => writes(number + 1));
  };
  const gap = () => 1 + Math.floor((arriving() * seconds * 1_000) / conversations);
  at(beganAt + gap(), () => writes(1));
  centre.run(beganAt, Infinity);
};

/** Gives events their places in the log. */
const recorder = (tell: (event: RecordedEvent) => void) => {
  const versions = new Map<string, number>();
  const tenantId = exampleId('tenant');
  let position = 0;
  const record = (stream: RecordedEvent['stream'], moment: number, { type, data }: { readonly type: string; readonly data: object }) => {
    const version = (versions.get(stream) ?? 0) + 1;
    if (type === 'ConversationClosed') versions.delete(stream);
    else versions.set(stream, version);
    position += 1;
    const id = exampleId(`event ${position}`);
    const occurredAt = new Date(moment).toISOString();
    const actor = { kind: 'system', automation: 'made up' } as const;
    const metadata = { tenantId, actor, commandId: id, correlationId: id, causationId: id, occurredAt };
    tell({ id, type, data, schemaVersion: 1, metadata, stream, version, position: String(position), recordedAt: occurredAt });
  };
  return {
    agent: (agentId: string, at: number, event: AgentEvent) => record(agentStream(agentId), at, event),
    queue: (queueId: string, at: number, event: QueueEvent) => record(queueStream(queueId), at, event),
    conversation: (id: string, at: number, event: Pick<Recorded<ConversationEvent>, 'type' | 'data'>) =>
      record(conversationStream(id), at, event),
  };
};
