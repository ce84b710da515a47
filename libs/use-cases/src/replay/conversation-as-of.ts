import { type Conversation, conversationDecider, type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import { comparePositions, type EventStore, fold, type Position, type RecordedEvent } from '@madoguchi/event-sourcing';
import { asIfErased, opened, sealPersonalFields, type ShownEvent, type Unseal } from './shown-event.js';

/** A place in the log, or an ISO 8601 time in UTC: everything that was recorded until then, with it. */
export type Moment = { readonly position: Position } | { readonly time: string };

export interface AsOfOptions {
  readonly moment: Moment;
  /** Absent: of any tenant. */
  readonly tenantId?: string;
  /** Absent: what is personal stays sealed, and is missing in the state. */
  readonly unseal?: Unseal;
}

/** A conversation as it was. */
export interface ConversationAsOf {
  readonly conversationId: string;
  /** Of its last event then. */
  readonly version: number;
  readonly position: Position;
  readonly recordedAt: string;
  /** What every decision of that moment knew. */
  readonly state: Conversation;
  /** What had happened until then, oldest first. */
  readonly events: readonly ShownEvent[];
}

/** @returns undefined when there was no such conversation yet */
export const conversationAsOf = async (
  store: Pick<EventStore, 'readStream'>,
  conversationId: string,
  { moment, tenantId, unseal }: AsOfOptions,
): Promise<ConversationAsOf | undefined> => {
  const recorded = (await store.readStream(conversationStream(conversationId)))
    .filter((event) => wasThere(event, moment))
    .filter((event) => tenantId === undefined || event.metadata.tenantId === tenantId);
  const last = recorded.at(-1);
  if (!last) return undefined;
  const events = await opened(recorded, unseal);
  const { version, position, recordedAt } = last;
  return { conversationId, version, position, recordedAt, ...(unseal ? { state: stateAfter(events), events } : sealedView(events)) };
};

const stateAfter = (events: readonly RecordedEvent[]): Conversation =>
  fold(conversationDecider, events as unknown as readonly ConversationEvent[]);

/** The state lacks what is personal, but says "erased" only where an event does: whether there is a key nobody has looked. */
const sealedView = (events: readonly RecordedEvent[]): Pick<ConversationAsOf, 'state' | 'events'> => {
  const { erased, ...state } = stateAfter(events.map(asIfErased));
  return { state: erased === 'marked' ? { ...state, erased } : state, events: events.map(sealPersonalFields) };
};

const wasThere = (event: RecordedEvent, moment: Moment): boolean =>
  'position' in moment ? comparePositions(event.position, moment.position) <= 0 : event.recordedAt <= moment.time;
