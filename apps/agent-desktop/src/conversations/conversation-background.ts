import {
  allChatCodes,
  chatCodesDecider,
  type ChatCodesEvent,
  chatCodesStream,
  type ConsentEvent,
  consentStream,
  findChatCode,
  integrationAccountDecider,
} from '@madoguchi/accounts';
import type { Assignment, ConversationBackground, ConversationRow } from '@madoguchi/contracts';
import { type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import { comparePositions, type EventStore, fold, type Recorded, unlessErased } from '@madoguchi/event-sourcing';

type Recording = Recorded<ConversationEvent>;
type Received = Extract<Recording, { type: 'CustomerMessageReceived' }>;
type Passed = Extract<Recording, { type: 'ControlPassed' }>;

/** How a conversation began and what was decided about it. A stream is short, so it is read when somebody looks. */
export const conversationBackground = async (
  store: EventStore,
  tenantId: string,
  { id, account, channel, customer }: Pick<ConversationRow, 'id' | 'account' | 'channel' | 'customer'>,
): Promise<ConversationBackground> => {
  const ofTenant = <Event extends { readonly metadata: { readonly tenantId: string } }>(events: readonly Event[]) =>
    events.filter((event) => event.metadata.tenantId === tenantId);
  const history = ofTenant((await store.readStream(conversationStream(id))) as readonly Recording[]);
  const messages = history.filter((event): event is Received => event.type === 'CustomerMessageReceived');
  const [consents, codes] = await Promise.all([
    store.readStream(consentStream(customer.contactId)) as Promise<readonly Recorded<ConsentEvent>[]>,
    channel === 'whatsapp' ? (store.readStream(chatCodesStream(account.id)) as Promise<readonly Recorded<ChatCodesEvent>[]>) : [],
  ]);
  const consent = consentIn(ofTenant(consents), messages);
  return {
    origin: originOf(messages, ofTenant(codes)),
    consent,
    handOvers: history.flatMap((event) => (event.type === 'ControlPassed' && event.data.to === 'nobody' ? [handOver(event)] : [])),
    assignments: assignmentsIn(history),
  };
};

/** The code is looked for among those that there were when the message came: later texts say nothing about it. */
const originOf = (messages: readonly Received[], codes: readonly Recorded<ChatCodesEvent>[]): ConversationBackground['origin'] => {
  const [first] = messages;
  const said = first && unlessErased(first.data.content);
  if (said?.type === 'text') {
    const known = codes.filter((event) => comparePositions(event.position, first!.position) < 0);
    const code = findChatCode(said.text, allChatCodes(fold(chatCodesDecider(integrationAccountDecider.initialState()), known).codes));
    if (code) return { kind: 'chat code', reference: code.reference };
  }
  const referral = messages.map(({ data }) => unlessErased(data.content)).find((content) => content?.type === 'referral');
  if (referral?.type !== 'referral') return null;
  return { kind: 'referral', source: referral.source, title: referral.title ?? null, reference: referral.reference ?? null };
};

const consentIn = (events: readonly Recorded<ConsentEvent>[], messages: readonly Received[]): ConversationBackground['consent'] => {
  const ids = new Set(messages.map(({ data }) => data.messageId));
  for (const { type, data } of events) {
    if (type !== 'ConsentGiven' || data.messageId === undefined || !ids.has(data.messageId)) continue;
    const { givenAt, wording, businessName, language, source } = data;
    return { at: givenAt, wording, businessName, language, reference: source.reference };
  }
  return null;
};

const handOver = ({ data, metadata }: Passed): ConversationBackground['handOvers'][number] => ({
  at: metadata.occurredAt,
  botId: data.botId ?? null,
  reason: data.reason as ConversationBackground['handOvers'][number]['reason'],
  summary: unlessErased(data.summary) ?? null,
  fields: unlessErased(data.fields) ?? [],
});

const assignmentsIn = (history: readonly Recording[]): readonly Assignment[] => {
  const found = new Map<string, Assignment>();
  for (const { type, data, metadata } of history) {
    if (type === 'ConversationOffered') {
      const { offerId: id, agentId, explanation } = data;
      found.set(id, { id, at: metadata.occurredAt, agentId, outcome: 'open', explanation });
    } else if (type === 'OfferReturned') {
      const offered = found.get(data.offerId);
      if (offered) found.set(data.offerId, { ...offered, outcome: data.outcome });
    } else if (type === 'ConversationAssigned') {
      const { offerId: id, agentId } = data;
      const offered = found.get(id);
      const taken: Assignment = { id, at: metadata.occurredAt, agentId, outcome: 'taken over', explanation: null };
      found.set(id, offered ? { ...offered, outcome: 'accepted' } : taken);
    }
  }
  return [...found.values()];
};
