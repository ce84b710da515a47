import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationRow } from '@madoguchi/contracts';
import { type Desk, DeskError } from '../system/desk.js';

const TURN_MS = 400;
const RETRY_MS = 200;
/** Replies in one conversation before it is closed and makes room for the next. */
const REPLIES_EACH = 4;
/** One conversation in so many is put to sleep after the first reply. */
const SLEEPS = 4;
const SLEEP_MS = 3_000;

/** How the agents' words look. */
export const REPLY = /reply [0-9a-f-]{36}/;

/** What an agent wrote, and whether the desk said that it has it. */
export interface WrittenReply {
  readonly text: string;
  taken: boolean;
}

/**
 * An agent who takes every offer, answers and closes, as long as the signal allows. Services are being killed: what
 * fails is done again in the next turn; a reply is repeated with its own Idempotency-Key until there is an answer.
 */
export const workAsAgent = async (desk: Desk, signal: AbortSignal): Promise<readonly WrittenReply[]> => {
  const written: WrittenReply[] = [];
  const repliesIn = new Map<string, number>();
  let begun = 0;

  const reply = async ({ id, channel }: ConversationRow) => {
    const key = randomUUID();
    const entry: WrittenReply = { text: `reply ${key}`, taken: false };
    written.push(entry);
    while (!signal.aborted) {
      try {
        const type = channel === 'email' ? 'email' : 'text';
        await desk.reply(id, { type, text: entry.text }, undefined, key);
        entry.taken = true;
        return;
      } catch (error) {
        if (error instanceof DeskError && error.status < 500) return;
        await sleep(RETRY_MS);
      }
    }
  };

  const attend = async (conversation: ConversationRow) => {
    const count = (repliesIn.get(conversation.id) ?? 0) + 1;
    if (count > REPLIES_EACH) return desk.close(conversation.id);
    await reply(conversation);
    repliesIn.set(conversation.id, count);
    if (count === 1 && (begun += 1) % SLEEPS === 1) await desk.snooze(conversation.id, new Date(Date.now() + SLEEP_MS));
  };

  const underWay = new Map<string, Promise<unknown>>();
  /** A call that a kill has cut off keeps only its own conversation waiting. */
  const begin = (id: string, work: () => Promise<unknown>) => {
    if (underWay.has(id)) return;
    const ended = work()
      .catch(() => undefined)
      .finally(() => underWay.delete(id));
    underWay.set(id, ended);
  };

  const turn = async () => {
    if ((await desk.me()).presence !== 'available') await desk.setPresence('available');
    const [offers, mine] = await Promise.all([desk.offers(), desk.conversations('my')]);
    for (const { offerId } of offers.items) begin(offerId, () => desk.accept(offerId));
    for (const conversation of mine.items) begin(conversation.id, () => attend(conversation));
  };

  while (!signal.aborted) {
    await turn().catch(() => {});
    await sleep(TURN_MS, undefined, { signal }).catch(() => {});
  }
  await Promise.all(underWay.values());
  return written;
};
