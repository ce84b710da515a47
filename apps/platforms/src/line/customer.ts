import type { ActionResult, ChatEntry, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import type { LineDelivery, LineEvent } from './delivery.js';
import { newOpaqueToken, newReplyToken, newUlid } from './ids.js';
import { hideQuickReplies } from './quick-replies.js';
import { nextMessageId, type LineAccount, type LineUser } from './state.js';

interface Acting {
  readonly world: World;
  readonly account: LineAccount;
  readonly delivery: LineDelivery;
  readonly user: LineUser;
}

const PLACES = { title: 'Tokyo Station', address: '東京都千代田区丸の内1' };

/** What one action of a customer makes LINE tell the account. @throws ControlProblem for what cannot be done on LINE. */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  const { account, user } = acting;
  const groupId = action.group?.id;
  if (groupId !== undefined && !/^C[0-9a-f]{32}$/.test(groupId))
    throw new ControlProblem(400, 'bad group', 'A group of LINE has an id of C and 32 hexadecimal digits.');
  if (groupId !== undefined) account.groups[groupId] ??= action.group?.name ?? 'Group';
  if (user.blocked && groupId === undefined && action.type !== 'follow' && action.type !== 'raw') {
    throw new ControlProblem(409, 'blocked', `${user.name} has blocked the account. Send { "type": "follow" } first.`);
  }

  const emitter = new Emitter(acting, groupId);
  switch (action.type) {
    case 'text':
      return emitter.message(
        { type: 'text', text: action.text, ...quoted(action.replyTo) },
        { kind: 'text', text: action.text, replyTo: action.replyTo },
        { quotable: true },
      );
    case 'image':
      return emitter.media('image', fileOf('image', file, action.file), action.imageSet ? { imageSet: action.imageSet } : {});
    case 'video':
      return emitter.media('video', fileOf('video', file, action.file), { duration: 2_000 });
    case 'audio':
    case 'voice':
      return emitter.media('audio', fileOf('audio', file, action.file), { duration: 1_200 });
    case 'file':
      return emitter.media('file', fileOf('file', file, action.file), {});
    case 'sticker':
      return emitter.sticker(fileOf('sticker', file));
    case 'location': {
      const { latitude, longitude, title = PLACES.title, address = PLACES.address } = action;
      return emitter.message(
        { type: 'location', title, address, latitude, longitude },
        { kind: 'location', text: `${title}\n${address}`, location: { latitude, longitude } },
      );
    }
    case 'postback':
      return emitter.event({ type: 'postback', postback: { data: action.data } }, { kind: 'event', text: action.data });
    case 'choose':
      return emitter.choose(action.messageId, action.choice);
    case 'unknown':
      return emitter.message(
        { type: action.kind ?? 'hologram', payload: { note: 'not known when this was written' } },
        { kind: 'unknown', text: action.kind ?? 'hologram' },
      );
    case 'edit':
      return emitter.edit(action.messageId, action.text);
    case 'unsend':
      return emitter.unsend(action.messageId);
    case 'follow': {
      const isUnblocked = user.blocked;
      Object.assign(user, { friend: true, blocked: false });
      return emitter.event(
        { type: 'follow', follow: { isUnblocked } },
        { kind: 'event', text: isUnblocked ? 'unblocked' : 'added as a friend' },
      );
    }
    case 'block':
      user.blocked = true;
      return emitter.event({ type: 'unfollow' }, { kind: 'event', text: 'blocked' }, { answerable: false });
    case 'raw':
      return emitter.raw(action.event);
    default:
      throw new ControlProblem(400, 'not on this platform', `LINE tells accounts nothing about a ${action.type}.`);
  }
};

const quoted = (messageId: string | undefined) => (messageId === undefined ? {} : { quotedMessageId: messageId });

/** Builds events of one customer (in one chat) with the properties in the order in which LINE writes them. */
class Emitter {
  constructor(
    private readonly acting: Acting,
    private readonly groupId: string | undefined,
  ) {}

  private get chat(): string {
    return this.groupId ?? this.acting.user.id;
  }

  message(
    message: Record<string, unknown> & { readonly type: string },
    entry: Pick<ChatEntry, 'kind'> & Partial<ChatEntry>,
    more: { readonly quotable?: boolean; readonly mediaId?: string; readonly readyAt?: number } = {},
  ): ActionResult {
    const { account, user, world } = this.acting;
    const id = nextMessageId(account);
    const { type, ...rest } = message;
    const markAsReadToken = newOpaqueToken();
    const tokens = { ...(more.quotable ? { quoteToken: this.quoteTokenOf(id) } : {}), markAsReadToken };
    account.messages[id] = {
      chat: this.chat,
      userId: user.id,
      type,
      mediaId: more.mediaId,
      readyAt: more.readyAt,
      markAsReadToken,
      unsent: false,
    };
    hideQuickReplies(world, account, this.chat);
    if (this.groupId === undefined) user.wroteAt = world.clock.now().getTime();
    const result = this.event({ type: 'message', message: { type, id, ...tokens, ...rest } }, { ...entry, id });
    return { ...result, messageId: id };
  }

  media(type: 'image' | 'video' | 'audio' | 'file', file: UploadedFile, more: Record<string, unknown>): ActionResult {
    const { world, account } = this.acting;
    const stored = world.media.put(file);
    const body = type === 'file' ? { fileName: file.name, fileSize: stored.size } : { ...more, contentProvider: { type: 'line' } };
    const prepared =
      type === 'video' || type === 'audio' ? { readyAt: world.clock.now().getTime() + account.transcodingSeconds * 1_000 } : {};
    return this.message(
      { type, ...body },
      { kind: type, media: world.media.inChat(stored) },
      { quotable: type === 'image' || type === 'video', mediaId: stored.id, ...prepared },
    );
  }

  sticker(picture: UploadedFile): ActionResult {
    const { media } = this.acting.world;
    const message = { type: 'sticker', packageId: '446', stickerId: '1988', stickerResourceType: 'STATIC', keywords: ['ok', 'thanks'] };
    return this.message(message, { kind: 'sticker', media: media.inChat(media.put(picture)) }, { quotable: true });
  }

  /** Taps a button: the phone sends its words, tells the account of its data, or opens a page of which LINE tells nothing. */
  choose(messageId: string, choice: string): ActionResult {
    const { account, world } = this.acting;
    const buttons = world.chats.find('line', account.channelId, this.chat, messageId)?.buttons ?? [];
    const button = buttons.find(({ data, text, url }) => (data ?? text ?? url) === choice);
    if (!button) throw new ControlProblem(404, 'no such choice', `Message ${messageId} offers no ${choice} (any more).`);
    const { data, text, url } = button;
    if (data !== undefined) {
      hideQuickReplies(world, account, this.chat);
      const shown = text === undefined ? ({ kind: 'event', text: data } as const) : ({ kind: 'text', text } as const);
      return this.event({ type: 'postback', postback: { data } }, shown);
    }
    if (url !== undefined || text === undefined) return { messageId: null, eventIds: [] };
    return this.message({ type: 'text', text }, { kind: 'text', text }, { quotable: true });
  }

  edit(messageId: string, text: string): ActionResult {
    const { account, world } = this.acting;
    const message = this.own(messageId);
    if (message.type !== 'text') throw new ControlProblem(400, 'not editable', 'On LINE only texts can be edited.');
    if (this.groupId === undefined) throw new ControlProblem(400, 'not editable', 'LINE tells of edits in groups only: name the group.');
    world.chats.change('line', account.channelId, this.chat, messageId, { text, edited: true });
    return {
      ...this.event({ type: 'messageEdited', message: { type: 'text', id: messageId, quoteToken: this.quoteTokenOf(messageId), text } }),
      messageId,
    };
  }

  unsend(messageId: string): ActionResult {
    const { account, world } = this.acting;
    this.own(messageId).unsent = true;
    world.chats.change('line', account.channelId, this.chat, messageId, { deleted: true, text: undefined, media: undefined });
    return { ...this.event({ type: 'unsend', unsend: { messageId } }, undefined, { answerable: false }), messageId };
  }

  event(
    head: { readonly type: string } & Record<string, unknown>,
    entry?: Pick<ChatEntry, 'kind'> & Partial<ChatEntry>,
    { answerable = true } = {},
  ): ActionResult {
    const { account, delivery, user, world } = this.acting;
    const timestamp = this.nextTimestamp();
    const replyToken = answerable ? newReplyToken() : undefined;
    if (replyToken) this.issueReplyToken(replyToken, timestamp);
    const event: LineEvent = {
      ...head,
      webhookEventId: newUlid(new Date(timestamp)),
      deliveryContext: { isRedelivery: false },
      timestamp,
      source: this.groupId === undefined ? { type: 'user', userId: user.id } : { type: 'group', groupId: this.groupId, userId: user.id },
      ...(replyToken ? { replyToken } : {}),
      mode: 'active',
    };
    if (entry) {
      const line = {
        id: event.webhookEventId,
        from: 'customer',
        senderName: user.name,
        at: new Date(timestamp).toISOString(),
        ...entry,
      } as const;
      world.chats.add('line', account.channelId, this.chat, line);
    }
    world.state.changed();
    delivery.faults.pass(event);
    return { messageId: null, eventIds: [event.webhookEventId] };
  }

  raw(event: Readonly<Record<string, unknown>>): ActionResult {
    const timestamp = typeof event['timestamp'] === 'number' ? event['timestamp'] : this.nextTimestamp();
    const complete = {
      type: 'unnamed',
      webhookEventId: newUlid(new Date(timestamp)),
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: this.acting.user.id },
      mode: 'active',
      ...event,
      timestamp,
    } as LineEvent;
    if (complete.replyToken !== undefined) this.issueReplyToken(complete.replyToken, timestamp);
    this.acting.delivery.faults.pass(complete);
    return { messageId: null, eventIds: [complete.webhookEventId] };
  }

  private quoteTokenOf(messageId: string): string {
    const token = newOpaqueToken();
    this.acting.account.quoteTokens[token] = { chat: this.chat, id: messageId };
    return token;
  }

  private own(messageId: string) {
    const { account, user } = this.acting;
    const message = account.messages[messageId];
    if (!message || message.userId !== user.id || message.chat !== this.chat)
      throw new ControlProblem(404, 'no such message', `${user.name} has sent no message ${messageId} in this chat.`);
    if (message.unsent) throw new ControlProblem(409, 'unsent', `Message ${messageId} has been unsent.`);
    return message;
  }

  private issueReplyToken(token: string, eventAt: number): void {
    const { replyTokens } = this.acting.account;
    const tooOld = this.acting.world.clock.now().getTime() - 3_600_000;
    for (const [old, { eventAt: at }] of Object.entries(replyTokens)) {
      if (at >= tooOld) break;
      delete replyTokens[old];
    }
    replyTokens[token] = { chat: this.chat, eventAt, sentAt: this.acting.world.clock.now().getTime(), used: false };
  }

  /** Milliseconds, never twice the same: so the order of an account's events can be told from them. */
  private nextTimestamp(): number {
    const { account, world } = this.acting;
    account.lastEventAt = Math.max(world.clock.now().getTime(), account.lastEventAt + 1);
    return account.lastEventAt;
  }
}
