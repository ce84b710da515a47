import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { ConversationEvent } from '@madoguchi/conversation';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { derivedId, follow, type Recorded } from '@madoguchi/event-sourcing';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import { commandsTo } from './commands.js';
import type { OutboundSenderParts } from './parts.js';
import { PARTS } from './tokens.js';

type ConversationOpened = Extract<Recorded<ConversationEvent>, { type: 'ConversationOpened' }>;

const CALL_DEADLINE_MS = 10_000;

/** Asks the platform for the customer's name, picture and language. A platform that tells nothing is no failure. */
@Controller()
export class WhenAConversationOpensThenLearnTheProfile {
  constructor(@Inject(PARTS) private readonly parts: OutboundSenderParts) {}

  @OnJetStream<ConversationOpened>({
    stream: EVENTS_STREAM,
    durable: 'learn-profiles',
    subjects: eventSubjects('conversation', ['ConversationOpened']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: ConversationOpened): Promise<void> {
    const { accountId, channel, customerKey, contactId, customerName } = event.data;
    if (customerName) return;
    const { channels, credentials, commands } = this.parts;
    const opened = await credentials.open(event.metadata.tenantId, accountId);
    const profile = await channels.get(channel)?.fetchProfile(customerKey, opened, AbortSignal.timeout(CALL_DEADLINE_MS));
    if (!profile) return;
    const cause = follow(event, { kind: 'system', automation: 'learn-the-profile' }, derivedId('learn-profile', event.id));
    const answer = await commandsTo(commands).contact(contactId, { type: 'LearnProfile', ...profile }, cause);
    if (!answer.ok) throw new Error(`LearnProfile was refused: ${answer.refusal.code}`);
  }
}
