import type { ChatEntry } from '../control-api.js';
import type { World } from '../world.js';
import type { LineWorksDelivery, LineWorksEvent } from './delivery.js';
import type { LineWorksAccount, LineWorksMember } from './state.js';

/** Builds the events of members, with the properties in the order in which LINE WORKS writes them, and shows them in the chat. */
export class LineWorksTalk {
  constructor(
    private readonly world: World,
    private readonly account: LineWorksAccount,
    private readonly delivery: LineWorksDelivery,
  ) {}

  /** A message in the 1:1 talk, whose room is not named; or in a room of several people. */
  message(member: LineWorksMember, content: Readonly<Record<string, unknown>>, room?: string): LineWorksEvent {
    return this.event('message', { userId: member.id, ...(room === undefined ? {} : { channelId: room }) }, { content });
  }

  /** Everything but messages names the room of the 1:1 talk too. */
  inTalk(member: LineWorksMember, type: 'postback' | 'begin' | 'end', more: Readonly<Record<string, unknown>> = {}): LineWorksEvent {
    return this.event(type, { userId: member.id, channelId: member.room }, more);
  }

  ofRoom(room: string, type: 'join'): LineWorksEvent {
    return this.event(type, { channelId: room }, {});
  }

  /** The member's talk is there, again or for the first time. @returns the event's id, where the bot is told of it */
  begin(member: LineWorksMember): string | undefined {
    member.left = false;
    this.world.state.changed();
    return this.delivery.tell(this.inTalk(member, 'begin'));
  }

  show(chat: string, member: LineWorksMember, id: string, entry: Pick<ChatEntry, 'kind'> & Partial<ChatEntry>): void {
    const at = new Date(this.account.lastEventAt).toISOString();
    this.world.chats.add('lineworks', this.account.botId, chat, { id, from: 'customer', senderName: member.name, at, ...entry });
  }

  private event(type: string, source: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>>): LineWorksEvent {
    return { type, source: { ...source, domainId: this.account.domainId }, issuedTime: this.nextTime(), ...more };
  }

  /** Never twice the same millisecond: so the order of an account's events can be told from them. */
  nextTime(): string {
    this.account.lastEventAt = Math.max(this.world.clock.now().getTime(), this.account.lastEventAt + 1);
    this.world.state.changed();
    return new Date(this.account.lastEventAt).toISOString();
  }
}
