import { move, type HandingOver, type HandoverEvent } from './handover.js';
import { deliver, type Sending } from './sending.js';
import type { MessengerPage } from './state.js';
import { ownerOf } from './threads.js';

/** In these words customers ask for a person, or for the bot again; at the third the bot says nothing. */
const PERSON = /person|human|担当|оператор/i;
const BOT = /bot|ボット|бот/i;
const SILENCE = /silence/i;

/** What it tells with a thread that it passes. */
const TOLD = { reason: 'asked for human', summary: 'The customer asked the bot for a person.', fields: { topic: 'person' } };

/** A small bot at Messenger: repeats what it hears, passes who asks for a person to the desk, and comes back when it is called. */
export class PlayBot {
  constructor(
    private readonly sending: Sending,
    private readonly handing: Omit<HandingOver, 'botHears'>,
  ) {}

  /** The customer wrote; the bot hears it whoever has the thread. */
  hears(page: MessengerPage, psid: string, text: string): void {
    const { botApp } = page;
    if (!botApp?.plays) return;
    const mine = ownerOf(page, psid, this.handing.world.clock.now()) === botApp.appId;
    if (!mine) {
      if (BOT.test(text) && botApp.role === 'primary')
        this.move(page, psid, { kind: 'take_thread_control', caller: botApp.appId, metadata: 'the customer wants the bot' });
      return;
    }
    if (SILENCE.test(text)) return;
    const language = page.people[psid]?.language;
    if (!PERSON.test(text)) return this.says(page, psid, `Bot: ${text}`);
    this.says(page, psid, 'Bot: one moment.');
    this.passes(page, psid, JSON.stringify({ ...TOLD, ...(language ? { language } : {}) }));
  }

  /** The desk asks for the thread, gives it, or takes it. */
  isTold(page: MessengerPage, psid: string, event: HandoverEvent): void {
    const { botApp } = page;
    if (botApp?.plays && botApp.grants && event === 'request_thread_control') this.passes(page, psid, 'as you wish');
  }

  private passes(page: MessengerPage, psid: string, metadata: string): void {
    this.move(page, psid, { kind: 'pass_thread_control', caller: page.botApp!.appId, target: page.appId, metadata });
  }

  private move(page: MessengerPage, psid: string, what: Parameters<typeof move>[3]): void {
    move({ ...this.handing, botHears: (...told) => this.isTold(...told) }, page, psid, what);
  }

  private says(page: MessengerPage, psid: string, text: string): void {
    const person = page.people[psid]!;
    const message = { entry: { kind: 'text', text }, inEcho: { text } } as const;
    deliver(this.sending, page, person, message, undefined, undefined, page.botApp!.appId);
  }
}
