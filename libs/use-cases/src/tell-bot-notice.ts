import { randomUUID } from 'node:crypto';
import {
  accountStream,
  type BotNotice,
  type BotNoticeCommand,
  botNoticeDecider,
  type BotNoticeEvent,
  botNoticeStream,
  type IntegrationAccount,
  integrationAccountDecider,
  type IntegrationAccountEvent,
  nextForNotice,
  NOTICE_LEASE_MS,
  type Notice,
} from '@madoguchi/accounts';
import type { ContactEvent, ShelfEvent } from '@madoguchi/conversation';
import { derivedId, type EventStore, fold, follow, handleCommand, idOf, isErased, type Recorded, Refusal } from '@madoguchi/event-sourcing';
import type { SendOutcome } from './channel.js';
import { queueUp } from './queue-up.js';
import type { SendReplyResult } from './send-reply.js';
import type { SendReplyPorts } from './send-reply-ports.js';

/** The kind under which channels shelve what was written where several people are. `raw.source.channelId` names the room. */
export const ROOM_MESSAGE = 'message in a room of several people';

export type ContactFollowed = Extract<Recorded<ContactEvent>, { type: 'ContactFollowed' }>;
export type WebhookItemShelved = Extract<Recorded<ShelfEvent>, { type: 'WebhookItemShelved' }>;

export type BotNoticePorts = Pick<SendReplyPorts, 'channels' | 'credentials' | 'pace' | 'now'> & { readonly store: EventStore };

const AUTOMATION = 'tell-bot-notice';
const CALL_DEADLINE_MS = 20_000;

/** Somebody to whom a bot may have to tell something of its own accord. */
interface Addressed {
  readonly notice: Notice;
  readonly accountId: string;
  readonly contactId: string;
  readonly recipient: string;
}

/**
 * Tells a member who adds the bot what it is for, and a room of several people that it talks one to one: once each, for ever. Recorded
 * before the platform is called and after; where nobody knows whether it arrived, it is not told again.
 */
export const tellBotNotice = (ports: BotNoticePorts) => {
  const waitFor = queueUp(ports);

  return async (event: ContactFollowed | WebhookItemShelved): Promise<SendReplyResult> => {
    const to = addressedBy(event);
    if (!to) return 'done';
    const account = await readAccount(ports.store, to.accountId);
    const text = textOf(to.notice, account);
    const channel = ports.channels.get('lineworks');
    if (text === undefined || !channel) return 'done';

    const stream = botNoticeStream(to.accountId, to.contactId);
    const at = () => ports.now().toISOString();
    const record = async (command: BotNoticeCommand, commandId: string) => {
      const cause = { ...follow(event, { kind: 'system', automation: AUTOMATION }, commandId), subject: to.contactId };
      try {
        return await handleCommand(ports.store, botNoticeDecider, stream, command, cause, { now: () => ports.now() });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'too-busy') throw error;
        return [];
      }
    };
    const { accountId, contactId, notice } = to;
    await record({ type: 'QueueBotNotice', accountId, contactId, notice, text, at: at() }, derivedId(AUTOMATION, event.id));

    for (;;) {
      const next = nextForNotice(await readNotice(ports.store, accountId, contactId), ports.now());
      if (next.do === 'nothing') return 'done';
      if (next.do === 'wait') return { later: next.until, reason: 'it is not yet time to tell it' };
      if (next.do === 'doubt') {
        await record({ type: 'RecordBotNoticeDoubtful', reason: 'whoever told it died before it was known what came of it' }, randomUUID());
        continue;
      }
      const place = { replyId: stream, accountId, recipient: to.recipient, rates: channel.capabilities.rates };
      const turn = await waitFor(place);
      if (turn.later) return { later: turn.later, reason: 'LINE WORKS takes no more messages at the moment' };
      // An id that nobody else can have: whoever gets no event for it must not call.
      const started = await record({ type: 'StartBotNotice', attempt: next.attempt, at: at() }, randomUUID());
      if (started.length === 0)
        return { later: new Date(ports.now().getTime() + NOTICE_LEASE_MS), reason: 'another sender has it in hand' };
      const request = {
        route: { kind: 'push' },
        recipient: to.recipient,
        toRoom: notice === 'one to one only' || undefined,
        content: { type: 'text', text: next.text },
        idempotencyKey: idOf(stream),
      } as const;
      const credentials = await ports.credentials(event.metadata.tenantId, accountId);
      const outcome = await channel.send(request, credentials, AbortSignal.timeout(CALL_DEADLINE_MS));
      await record(outcomeOf(outcome, at()), randomUUID());
      if (outcome.outcome === 'retry' && outcome.holds) await waitFor.everybody(place, outcome.holds, outcome.afterMs);
    }
  };
};

const outcomeOf = (outcome: SendOutcome, at: string): BotNoticeCommand => {
  switch (outcome.outcome) {
    case 'accepted':
      return { type: 'RecordBotNoticeSent', at };
    case 'unknown':
      return { type: 'RecordBotNoticeDoubtful', reason: outcome.reason };
    case 'retry':
      return {
        type: 'RecordBotNoticeFailed',
        retryable: true,
        code: 'not-now',
        reason: outcome.reason,
        remedy: 'Wait: it is tried again.',
        at,
      };
    case 'rejected': {
      const { code, reason, remedy } = outcome;
      return { type: 'RecordBotNoticeFailed', retryable: false, code, reason, remedy, at };
    }
  }
};

const addressedBy = (event: ContactFollowed | WebhookItemShelved): Addressed | undefined => {
  if (event.type === 'ContactFollowed') {
    const { accountId, customerKey } = event.data;
    if (accountId === undefined || customerKey === undefined || isErased(customerKey)) return undefined;
    return { notice: 'greeting', accountId, contactId: idOf(event.stream), recipient: customerKey };
  }
  const { kind, accountId, raw } = event.data;
  const contactId = event.metadata.subject;
  if (kind !== ROOM_MESSAGE || contactId === undefined || isErased(raw)) return undefined;
  const room = (raw as { readonly source?: { readonly channelId?: unknown } } | null)?.source?.channelId;
  return typeof room === 'string' ? { notice: 'one to one only', accountId, contactId, recipient: room } : undefined;
};

/** Undefined: there is nothing to tell. A bot from the Developer Console has a description that we do not know. */
const textOf = (notice: Notice, { status, accountType, botProfile, language }: IntegrationAccount): string | undefined => {
  if (status !== 'open' || accountType !== 'lineworks') return undefined;
  return notice === 'greeting' ? botProfile?.description : oneToOneOnly(language);
};

const ONE_TO_ONE_ONLY = {
  en: 'Please write to me alone: this desk answers in one-to-one talks only.',
  ja: 'この窓口は1対1のトークでのみお答えしています。お手数ですが、個別のトークでお問い合わせください。',
  ru: 'Пожалуйста, напишите мне лично: здесь отвечают только в диалогах один на один.',
} as const;

/** In the language of the account; LINE WORKS is used in Japan most, so where none is set, in Japanese and English. */
const oneToOneOnly = (language: string | undefined): string => {
  const [known] = Object.entries(ONE_TO_ONE_ONLY).filter(([code]) => code === language?.split('-')[0]);
  return known ? known[1] : `${ONE_TO_ONE_ONLY.ja}\n${ONE_TO_ONE_ONLY.en}`;
};

const readAccount = async (store: Pick<EventStore, 'readStream'>, accountId: string): Promise<IntegrationAccount> =>
  fold(integrationAccountDecider, (await store.readStream(accountStream(accountId))) as readonly Recorded<IntegrationAccountEvent>[]);

const readNotice = async (store: Pick<EventStore, 'readStream'>, accountId: string, contactId: string): Promise<BotNotice> =>
  fold(botNoticeDecider, (await store.readStream(botNoticeStream(accountId, contactId))) as readonly Recorded<BotNoticeEvent>[]);
