import { randomUUID } from 'node:crypto';
import type { ActionResult, ChatEntry, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import type { LineWorksDelivery, LineWorksEvent } from './delivery.js';
import { keepFile, type LineWorksAccount, type LineWorksMember, mayUse } from './state.js';
import type { LineWorksTalk } from './talk.js';

export interface Acting {
  readonly world: World;
  readonly account: LineWorksAccount;
  readonly delivery: LineWorksDelivery;
  readonly talk: LineWorksTalk;
  readonly member: LineWorksMember;
}

type Shown = Pick<ChatEntry, 'kind'> & Partial<ChatEntry>;

/** The button with which a member begins. */
const START = { text: '利用開始', postback: 'start' };

/** What one action of a member makes LINE WORKS tell the bot. @throws ControlProblem for what cannot be done there. */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  const { account, member, talk, delivery } = acting;
  if (action.type !== 'raw' && !mayUse(account, member.id))
    throw new ControlProblem(409, 'not in the list', `${member.name} does not find the bot: their domain does not have it.`);
  const room = action.group && joinedRoom(acting, action.group.id, action.group.name);
  if (member.left && room === undefined && action.type !== 'follow' && action.type !== 'raw') {
    throw new ControlProblem(409, 'blocked', `${member.name} has gone out of the talk. Send { "type": "follow" } first.`);
  }
  const says = (content: Readonly<Record<string, unknown>> & { readonly type: string }, shown: Shown): ActionResult => {
    if (!account.bot.callbackEvents.includes(content.type) && KNOWN.has(content.type))
      throw new ControlProblem(409, 'not offered', `The bot's settings do not let members send a ${content.type} (callbackEvents).`);
    return told(acting, delivery.tell(talk.message(member, content, room)), room ?? member.id, shown);
  };
  switch (action.type) {
    case 'text':
      return says({ type: 'text', text: action.text }, { kind: 'text', text: action.text });
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return says(...sent(acting, action.type, fileOf(action.type, file, action.file)));
    case 'voice':
      return says(...sent(acting, 'audio', fileOf('voice', file, action.file)));
    case 'sticker':
      return says(
        { type: 'sticker', packageId: '18', stickerId: '310' },
        { kind: 'sticker', media: stored(acting, fileOf('sticker', file)).shown },
      );
    case 'location': {
      const { latitude, longitude, address = '東京都千代田区丸の内1' } = action;
      return says(
        { type: 'location', address, latitude, longitude },
        { kind: 'location', text: address, location: { latitude, longitude } },
      );
    }
    case 'unknown': {
      const kind = action.kind ?? 'hologram';
      return says({ type: kind, payload: { note: 'not known when this was written' } }, { kind: 'unknown', text: kind });
    }
    case 'postback':
      return told(acting, delivery.tell(talk.inTalk(member, 'postback', { data: action.data })), member.id, {
        kind: 'event',
        text: action.data,
      });
    case 'choose':
      return choose(acting, action.messageId, action.choice);
    case 'follow': {
      const wasOut = member.left;
      const began = told(acting, talk.begin(member), member.id, { kind: 'event', text: wasOut ? 'unblocked' : 'added as a friend' });
      const started = says({ type: 'text', ...START }, { kind: 'text', text: START.text });
      return { messageId: started.messageId, eventIds: [...began.eventIds, ...started.eventIds] };
    }
    case 'block':
      member.left = true;
      return told(acting, delivery.tell(talk.inTalk(member, 'end')), member.id, { kind: 'event', text: 'blocked' });
    case 'raw':
      return { messageId: null, eventIds: [delivery.force(complete(acting, action.event))] };
    default:
      throw new ControlProblem(400, 'not on this platform', `LINE WORKS tells bots nothing about a ${action.type}.`);
  }
};

/** What `callbackEvents` can hold; newer kinds come whatever it says. */
const KNOWN = new Set(['text', 'location', 'sticker', 'image', 'file', 'audio', 'video']);

/** The id in the chat is ours: LINE WORKS has none. */
const told = ({ talk, member }: Acting, eventId: string | undefined, chat: string, shown: Shown): ActionResult => {
  const messageId = randomUUID();
  talk.show(chat, member, messageId, shown);
  return { messageId: shown.kind === 'event' ? null : messageId, eventIds: eventId === undefined ? [] : [eventId] };
};

const stored = ({ world }: Acting, file: UploadedFile) => {
  const media = world.media.put(file);
  return { mediaId: media.id, shown: world.media.inChat(media) };
};

/** The event tells the file's id and nothing else of it. */
const sent = (acting: Acting, type: 'image' | 'video' | 'audio' | 'file', file: UploadedFile) => {
  const { mediaId, shown } = stored(acting, file);
  const fileId = keepFile(acting.account, { fileName: file.name, from: 'member', mediaId }, acting.world.clock.now());
  return [
    { type, fileId },
    { kind: type, media: shown },
  ] as const;
};

const choose = (acting: Acting, messageId: string, choice: string): ActionResult => {
  const { world, account, member, talk, delivery } = acting;
  const entry = world.chats.find('lineworks', account.botId, member.id, messageId);
  const button = entry?.buttons?.find(({ data }) => data === choice);
  if (entry?.from !== 'account' || !button) throw new ControlProblem(404, 'no such choice', `Message ${messageId} offers no "${choice}".`);
  // Who presses a button with a message action is heard to say its words; a postback action says nothing.
  return button.text === undefined
    ? told(acting, delivery.tell(talk.inTalk(member, 'postback', { data: choice })), member.id, { kind: 'event', text: button.label })
    : told(acting, delivery.tell(talk.message(member, { type: 'text', text: button.text, postback: choice })), member.id, {
        kind: 'text',
        text: button.text,
      });
};

/** @throws ControlProblem while the bot's policy keeps it out of rooms of several people */
const joinedRoom = ({ account, talk, delivery, world }: Acting, room: string, name = 'Room'): string => {
  if (!account.bot.enableGroupJoin)
    throw new ControlProblem(409, 'one to one only', "The bot's policy (enableGroupJoin) keeps it out of rooms of several people.");
  if (account.rooms[room] === undefined) {
    account.rooms[room] = name;
    world.state.changed();
    delivery.tell(talk.ofRoom(room, 'join'));
  }
  return room;
};

const complete = ({ account, member, talk }: Acting, event: Readonly<Record<string, unknown>>): LineWorksEvent => ({
  type: 'unnamed',
  source: { userId: member.id, domainId: account.domainId },
  issuedTime: talk.nextTime(),
  ...event,
});
