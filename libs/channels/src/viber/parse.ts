import type { InboundCustomer, InboundItem } from '@madoguchi/contracts';
import type { Credentials } from '@madoguchi/use-cases';
import { keepable, NO_CHAT, understoodOr, unreadBody, unreadItem } from '../not-understood.js';
import { idIn, idOfContent, isoTime, type JsonObject, numberIn, objectIn, parsePlatformJson, required, textIn } from '../platform-json.js';
import { botIdOf } from './account.js';
import { contentOf } from './content.js';
import { receiptsOf } from './receipt.js';

export interface ViberReading {
  readonly items: readonly InboundItem[];
  /** `handshake`: the question of `set_webhook` whether this address is there. `welcome`: the answer may be a message. */
  readonly wants?: 'handshake' | 'welcome';
}

/** Translates an authentic body: one callback of Viber. What is not understood is kept as `unread`. */
export const readingOf = (body: Buffer, credentials: Credentials): ViberReading =>
  understoodOr<ViberReading>(
    () => {
      const event = required(objectIn(parsePlatformJson(body)), 'callback');
      if (event.event === 'webhook') return { items: [], wants: 'handshake' };
      const items = itemsOf(event, credentials);
      return event.event === 'conversation_started' && event.subscribed !== true ? { items, wants: 'welcome' } : { items };
    },
    (reason) => ({ items: [unreadBody(body, reason)] }),
  );

const itemsOf = (event: JsonObject, credentials: Credentials): readonly InboundItem[] => {
  const kind = textIn(event.event) ?? 'callback';
  const token = idIn(event.message_token);
  const key = idIn(event.user_id) ?? personIn(event)?.key;
  const unread = (reason: string): readonly InboundItem[] => [
    unreadItem({
      dedupKey: token === undefined ? idOfContent(JSON.stringify(event)) : `${kind}:${token}:${key}`,
      conversationKey: key ?? NO_CHAT,
      platformKind: kind,
      reason,
      raw: event,
    }),
  ];
  return understoodOr(() => knownItemsOf(kind, event, credentials)?.map(keepable) ?? unread(reasonFor(kind)), unread);
};

/** Some are understood and say nothing of a conversation. */
const reasonFor = (kind: string): string =>
  kind === 'conversation_started'
    ? 'the customer has opened the chat and has not written yet; "context" is what the link bore by which they came'
    : 'this kind of callback is not shown yet';

const knownItemsOf = (kind: string, event: JsonObject, credentials: Credentials): readonly InboundItem[] | undefined => {
  const milliseconds = numberIn(event.timestamp);
  const at = isoTime(milliseconds, 'timestamp');
  const token = required(idIn(event.message_token), 'message_token');
  switch (kind) {
    case 'message': {
      const message = required(objectIn(event.message), 'message');
      // A bot that is called from inside other chats answers there; this one has a chat of its own.
      if (event.chat_id !== undefined) return undefined;
      return [
        {
          kind: 'message',
          dedupKey: `message:${token}`,
          ...personOf(event),
          providerMessageId: token,
          content: contentOf(message, { messageToken: token, botId: botIdOf(credentials), unseen: event.silent === true }),
          sentAt: at,
          orderKey: `${String(milliseconds).padStart(15, '0')}-${token.padStart(20, '0')}`,
        },
      ];
    }
    case 'subscribed':
      return [{ kind: 'follow', dedupKey: `subscribed:${token}`, ...personOf(event), at }];
    case 'unsubscribed':
      return [{ kind: 'block', dedupKey: `unsubscribed:${token}`, ...personOf(event), at }];
    case 'delivered':
    case 'seen':
    case 'failed':
      return receiptsOf(kind, { token, at, words: event.desc, ...personOf(event) }, credentials);
    default:
      return undefined;
  }
};

const personOf = (event: JsonObject): { readonly conversationKey: string; readonly customer: InboundCustomer } => {
  const userId = idIn(event.user_id);
  const customer = required(personIn(event) ?? (userId === undefined ? undefined : { key: userId }), 'sender.id');
  return { conversationKey: customer.key, customer };
};

const personIn = (event: JsonObject): InboundCustomer | undefined => {
  const person = objectIn(event.sender) ?? objectIn(event.user);
  const key = idIn(person?.id);
  return key === undefined ? undefined : { key, displayName: textIn(person?.name), language: textIn(person?.language) };
};
