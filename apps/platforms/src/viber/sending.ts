import type { Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import type { ViberCall } from './calls.js';
import type { ViberDelivery } from './delivery.js';
import { nextToken } from './ids.js';
import { drawingProblem, isObject, unseenIn } from './keyboards.js';
import { isLoadable, loadForCustomer } from './media.js';
import { checkMessage, inChat, type Message } from './messages.js';
import type { ViberAccount, ViberUser } from './state.js';

const HOUR_MS = 3_600_000;

/** To one user in a clock hour, without a reply. */
const MAX_UNANSWERED = 100;

/** Of every user here. */
const CLIENT_VERSION = 10;

export const sendMessage = (world: World, { account, body }: ViberCall, delivery: ViberDelivery): Answer => {
  if (!account.webhook) return answers.refused(10);
  const refused = checkMessage(body);
  if (refused) return answers.refused(refused.status, refused.words);
  const { receiver } = body;
  if (typeof receiver !== 'string' || receiver === '') return answers.refused(4, 'missing parameter: receiver');
  const user = account.users[receiver];
  if (!user) return answers.refused(5);
  if (!user.subscribed) return answers.refused(6);
  if (Number(body['min_api_version'] ?? 1) > CLIENT_VERSION) return answers.refused(13);
  if (!mayWrite(world, user)) return answers.refused(12, 'Too many requests: 100 messages in an hour without reply');
  const token = nextToken(account, world.clock.now());
  const problem = drawingProblem(body['keyboard']) ?? drawingProblem(body['rich_media']);
  if (problem === undefined) show(world, account, user, token, body, delivery);
  else fail(delivery, user, token, problem);
  return {
    ...answers.ok({ message_token: token, billing_status: 1 }),
    messages: [{ chat: user.id, id: token, delivered: problem === undefined }],
  };
};

const mayWrite = (world: World, { unanswered }: ViberUser): boolean => {
  const hour = Math.floor(world.clock.now().getTime() / HOUR_MS);
  if (unanswered.hour !== hour) Object.assign(unanswered, { hour, count: 0 });
  unanswered.count += 1;
  return unanswered.count <= MAX_UNANSWERED;
};

/** Puts a message in front of the user; whether it could be shown, the account is told afterwards. */
const show = (world: World, account: ViberAccount, user: ViberUser, token: string, message: Message, delivery: ViberDelivery): void => {
  place(world, account, user, token, message);
  if (!isLoadable(message['type'])) {
    arrived(delivery, user, token);
    return;
  }
  void loadForCustomer(world, { ...message, type: message['type'] }).then((media) => {
    if (world.stopped.aborted) return;
    world.chats.change('viber', account.uri, user.id, token, { media });
    if (media.problem === undefined) arrived(delivery, user, token);
    else fail(delivery, user, token, `media: ${media.problem}`);
  });
};

/** The 200 of `conversation_started` may bear one message, the only one for somebody who has not subscribed. What is none is overlooked. */
export const welcome = (world: World, account: ViberAccount, user: ViberUser, answer: Buffer): void => {
  const message = readMessage(answer);
  if (message && !checkMessage(message)) place(world, account, user, nextToken(account, world.clock.now()), message);
};

const readMessage = (answer: Buffer): Message | undefined => {
  try {
    const value: unknown = JSON.parse(answer.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Into the chat. The keyboard of the message before goes, its tracking data too. */
const place = (world: World, account: ViberAccount, user: ViberUser, token: string, message: Message): void => {
  if (user.keyboardOf !== undefined) world.chats.change('viber', account.uri, user.id, user.keyboardOf, { buttons: undefined });
  user.keyboardOf = message['keyboard'] === undefined ? undefined : token;
  user.trackingData = message['tracking_data'] as string | undefined;
  const unseen = [...unseenIn(message['keyboard']), ...unseenIn(message['rich_media'])];
  if (unseen.length > 0) user.unseen[token] = unseen;
  world.chats.add('viber', account.uri, user.id, {
    id: token,
    from: 'account',
    senderName: (message['sender'] as { readonly name: string }).name,
    at: world.clock.now().toISOString(),
    ...inChat(message),
  });
  world.state.changed();
};

const arrived = (delivery: ViberDelivery, user: ViberUser, token: string): void => {
  user.unread.push(token);
  delivery.emit(delivery.create('delivered', { message_token: token, user_id: user.id }));
};

const fail = (delivery: ViberDelivery, user: ViberUser, token: string, desc: string): void => {
  delivery.emit(delivery.create('failed', { message_token: token, user_id: user.id, desc }));
};
