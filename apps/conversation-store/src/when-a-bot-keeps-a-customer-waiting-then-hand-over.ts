import { setTimeout as sleep } from 'node:timers/promises';
import { conversationDecider, conversationStream } from '@madoguchi/conversation';
import { derivedId, type EventStore, startOf } from '@madoguchi/event-sourcing';
import { botsThatKeepWaiting } from '@madoguchi/read-models';
import type { Logger } from '@madoguchi/service-kit';
import { answerCommand } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';

const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 200;
const AUTOMATION = 'when-a-bot-keeps-a-customer-waiting-then-hand-over';

export interface Watched {
  readonly database: DataSource;
  readonly store: EventStore;
  now(): Date;
}

/**
 * Gives customers to people whose bot says nothing in its time. It runs where conversations are owned, not where bots are asked: that
 * service may be down, and nobody waits for it. Who has waited longest goes first.
 */
export const handOverThoseKeptWaiting = async ({ database, store, now }: Watched): Promise<number> => {
  const kept = await botsThatKeepWaiting(database, now(), AT_ONCE);
  for (const { conversationId, tenantId, epoch } of kept) {
    const commandId = derivedId(AUTOMATION, conversationId, epoch);
    const cause = startOf(tenantId, { kind: 'system', automation: AUTOMATION }, commandId);
    const command = { type: 'HandOver', epoch, reason: 'bot silent' } as const;
    await answerCommand(store, conversationDecider, conversationStream, { id: conversationId, command, cause }, now);
  }
  return kept.length;
};

/** Until the signal aborts; what fails is tried again in the next round. */
export const watchBots = async (watched: Watched, log: Pick<Logger, 'warn'>, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await handOverThoseKeptWaiting(watched).catch((error: unknown) => log.warn({ err: error }, 'who waits for a bot was not looked at'));
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
};
