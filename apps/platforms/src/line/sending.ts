import type { Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers, type BodyError } from './answers.js';
import { buttonsOf } from './buttons.js';
import type { LineCall } from './calls.js';
import { newOpaqueToken } from './ids.js';
import { loadForCustomer } from './media.js';
import { checkMessages, hasQuoteToken, inChat, type MessageObject, quoteTokenIn } from './messages.js';
import { hideQuickReplies, rememberQuickReplies } from './quick-replies.js';
import { CHAT_ID, nextMessageId, USER_ID, type LineAccount, type SentMessage } from './state.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** reply: free, once per token, within a minute of the webhook (20 minutes of the event), and without a retry key. */
export const reply = (world: World, { account, body, headers }: LineCall): Answer => {
  if (headers['x-line-retry-key'] !== undefined) return answers.retryKeyNotAllowed();
  if (typeof body['replyToken'] !== 'string' || body['replyToken'] === '')
    return answers.badBody([{ message: 'May not be empty', property: 'replyToken' }]);
  const refusal = refusedMessages(body['messages']);
  if (refusal) return refusal;
  const token = account.replyTokens[body['replyToken']];
  const now = world.clock.now().getTime();
  if (!token || token.used || now - token.sentAt > MINUTE || now - token.eventAt > 20 * MINUTE) return answers.invalidReplyToken();
  const foreignQuote = refusedQuotes(account, [token.chat], body['messages'] as MessageObject[]);
  if (foreignQuote) return foreignQuote;
  token.used = true;
  return deliver(world, account, [token.chat], body['messages'] as MessageObject[]);
};

export const push = (world: World, call: LineCall): Answer => {
  const { account, body } = call;
  const to = body['to'];
  if (to === undefined || to === '') return answers.badBody([{ message: 'May not be empty', property: 'to' }]);
  if (typeof to !== 'string' || !CHAT_ID.test(to)) return answers.badProperty('to');
  const refusal = refusedMessages(body['messages']);
  if (refusal) return refusal;
  return oncePerRetryKey(world, call, () => {
    if (!isReachable(world, account, to)) return answers.failedToSend();
    const foreignQuote = refusedQuotes(account, [to], body['messages'] as MessageObject[]);
    if (foreignQuote) return foreignQuote;
    if (isOverQuota(account, 1)) return answers.monthlyLimit();
    return deliver(world, account, [to], body['messages'] as MessageObject[], 'counted');
  });
};

export const multicast = (world: World, call: LineCall): Answer => {
  const { account, body } = call;
  const to = body['to'];
  if (!Array.isArray(to) || to.length < 1 || to.length > 500)
    return answers.badBody([{ message: 'Size must be between 1 and 500', property: 'to' }]);
  const wrong = to.findIndex((id) => typeof id !== 'string' || !USER_ID.test(id));
  if (wrong >= 0) return answers.badProperty(`to[${wrong}]`);
  const refusal = refusedMessages(body['messages']);
  if (refusal) return refusal;
  return oncePerRetryKey(world, call, () => {
    const foreignQuote = refusedQuotes(account, to as string[], body['messages'] as MessageObject[]);
    if (foreignQuote) return foreignQuote;
    if (isOverQuota(account, to.length)) return answers.monthlyLimit();
    const { messages } = deliver(
      world,
      account,
      to.filter((id) => isReachable(world, account, id)),
      body['messages'] as MessageObject[],
      'counted',
    );
    return { ...answers.ok(), messages };
  });
};

/** The validate calls: everything that can be said without sending. */
export const validate = ({ body }: LineCall): Answer => refusedMessages(body['messages']) ?? answers.ok();

const refusedMessages = (messages: unknown): Answer | undefined => {
  if (!Array.isArray(messages))
    return messages === undefined
      ? answers.badBody([{ message: 'May not be empty', property: 'messages' }])
      : answers.badProperty('messages');
  const errors = checkMessages(messages);
  return errors.length > 0 ? answers.badBody(errors) : undefined;
};

/** A message can be quoted only where it stands. */
const refusedQuotes = (account: LineAccount, chats: readonly string[], messages: readonly MessageObject[]): Answer | undefined => {
  const errors = messages.flatMap((message, index): BodyError[] => {
    const token = quoteTokenIn(message);
    if (token === undefined) return [];
    const quoted = typeof token === 'string' ? account.quoteTokens[token] : undefined;
    return chats.every((chat) => chat === quoted?.chat)
      ? []
      : [{ message: 'Invalid quote token', property: `messages[${index}].quoteToken` }];
  });
  return errors.length > 0 ? answers.badBody(errors) : undefined;
};

/**
 * A retry key counts from the first accepted request for 24 hours, for the whole account. Whether a repeat has the same
 * body is not looked at: LINE promises nothing for another one, so the stand-in is as blind.
 */
const oncePerRetryKey = (world: World, { account, headers, requestId }: LineCall, perform: () => Answer): Answer => {
  const given = headers['x-line-retry-key'];
  if (given === undefined) return perform();
  if (typeof given !== 'string' || !UUID.test(given)) return answers.retryKeyNotUuid();
  const key = given.toLowerCase();
  const now = world.clock.now().getTime();
  const accepted = account.retryKeys[key];
  if (accepted && now - accepted.at < DAY) {
    return {
      status: 409,
      headers: { 'x-line-accepted-request-id': accepted.requestId },
      body: { message: 'The retry key is already accepted', ...(accepted.sentMessages ? { sentMessages: accepted.sentMessages } : {}) },
    };
  }
  const answer = perform();
  if (answer.status === 200) {
    forgetOldRetryKeys(account, now);
    account.retryKeys[key] = { requestId, sentMessages: (answer.body as { sentMessages?: SentMessage[] }).sentMessages, at: now };
    world.state.changed();
  }
  return answer;
};

/** Keys stand in the order in which they came, so the first young one ends the search. */
const forgetOldRetryKeys = (account: LineAccount, now: number): void => {
  for (const [key, { at }] of Object.entries(account.retryKeys)) {
    if (now - at < DAY) return;
    delete account.retryKeys[key];
  }
};

/** Friends, groups that the account is in, and for a week whoever wrote. A block does not show here. */
const isReachable = (world: World, account: LineAccount, to: string): boolean => {
  if (account.groups[to] !== undefined) return true;
  const user = account.users[to];
  if (!user) return false;
  return user.friend || world.clock.now().getTime() - (user.wroteAt ?? 0) < 7 * DAY;
};

const isOverQuota = (account: LineAccount, recipients: number): boolean =>
  account.monthlyQuota !== null && account.usage + recipients > account.monthlyQuota;

const deliver = (
  world: World,
  account: LineAccount,
  chats: readonly string[],
  messages: readonly MessageObject[],
  counting: 'free' | 'counted' = 'free',
): Answer & { readonly messages: NonNullable<Answer['messages']> } => {
  const sent = messages.map(({ type }): SentMessage => ({
    id: nextMessageId(account),
    ...(hasQuoteToken(type) ? { quoteToken: newOpaqueToken() } : {}),
  }));
  const shown = chats.flatMap((chat) => {
    const delivered = !account.users[chat]?.blocked;
    if (delivered && counting === 'counted') account.usage += 1;
    if (delivered) messages.forEach((message, index) => show(world, account, chat, sent[index]!, message));
    return sent.map(({ id }) => ({ chat, id, delivered }));
  });
  world.state.changed();
  return { ...answers.ok({ sentMessages: sent }), messages: shown };
};

const show = (world: World, account: LineAccount, chat: string, { id, quoteToken }: SentMessage, message: MessageObject): void => {
  const sender = message['sender'] as { readonly name?: string } | undefined;
  const senderName = sender?.name ? `${sender.name} from ${account.name}` : account.name;
  const quoted = account.quoteTokens[String(quoteTokenIn(message))];
  const shown = buttonsOf(message);
  const buttons = [...shown.staying, ...shown.quick];
  hideQuickReplies(world, account, chat);
  rememberQuickReplies(account, chat, id, shown);
  if (quoteToken !== undefined) account.quoteTokens[quoteToken] = { chat, id };
  world.chats.add('line', account.channelId, chat, {
    id,
    from: 'account',
    senderName,
    at: world.clock.now().toISOString(),
    ...inChat(message),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(quoted ? { replyTo: quoted.id } : {}),
  });
  if (['image', 'video', 'audio'].includes(message.type)) void loadForCustomer(world, account, chat, id, message);
};
