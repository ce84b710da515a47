import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  allChatCodes,
  chatCodesDecider,
  type ChatCodesEvent,
  chatCodesStream,
  consentDecider,
  consentStream,
  findChatCode,
  integrationAccountDecider,
} from '@madoguchi/accounts';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import type { ConversationEvent } from '@madoguchi/conversation';
import { derivedId, type EventStore, fold, follow, handleCommand, type Recorded, unlessErased } from '@madoguchi/event-sourcing';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import { EVENT_STORE } from '../tokens.js';

const AUTOMATION = 'when-a-first-message-came-by-a-code-then-record-the-consent';

type Received = Extract<Recorded<ConversationEvent>, { type: 'CustomerMessageReceived' }>;
type Opened = Extract<Recorded<ConversationEvent>, { type: 'ConversationOpened' }>;

/** Who begins a conversation with a code's text has read, beside the code, to what he agrees by it: kept as it stood there then. */
@Controller()
export class WhenAFirstMessageCameByACodeThenRecordTheConsent {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  @OnJetStream<Received>({
    stream: EVENTS_STREAM,
    durable: 'consent-by-code',
    subjects: eventSubjects('conversation', ['CustomerMessageReceived']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: Received): Promise<void> {
    // The conversation opens with its first message, in one append.
    if (event.version !== 2) return;
    const content = unlessErased(event.data.content);
    const history = (await this.store.readStream(event.stream)) as readonly Recorded<ConversationEvent>[];
    const opened = history.find((one): one is Opened => one.type === 'ConversationOpened');
    if (opened?.data.channel !== 'whatsapp' || content?.type !== 'text') return;
    const { accountId, contactId } = opened.data;
    const events = (await this.store.readStream(chatCodesStream(accountId))) as readonly Recorded<ChatCodesEvent>[];
    const { codes } = fold(chatCodesDecider(integrationAccountDecider.initialState()), events);
    const code = findChatCode(content.text, allChatCodes(codes));
    if (!code) return;
    const { chatCodeId, reference, consentSentence, businessName, language } = code;
    const command = {
      type: 'GiveConsent',
      accountId,
      source: { kind: 'chat code', chatCodeId, reference },
      wording: consentSentence,
      businessName,
      language,
      messageId: event.data.messageId,
      at: event.metadata.occurredAt,
    } as const;
    const cause = follow(event, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, event.id));
    await handleCommand(this.store, consentDecider, consentStream(contactId), command, cause, { now: () => new Date() });
  }
}
