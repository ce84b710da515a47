import { accountStream } from '@madoguchi/accounts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { withoutSecrets } from '@madoguchi/use-cases';

const PAGE = 100;

/** What happened to an account, oldest first: who did it, when, and why it followed. Never a value of a credential field. */
export const accountHistory = async (store: EventStore, accountId: string, after: number) => {
  const events = await store.readStream(accountStream(accountId));
  const page = events.slice(after, after + PAGE).map(withoutSecrets);
  return {
    items: page.map(({ id, type, version, data, metadata }) => ({
      id,
      version,
      type,
      data,
      actor: metadata.actor,
      occurredAt: metadata.occurredAt,
      correlationId: metadata.correlationId,
      causationId: metadata.causationId,
    })),
    nextCursor: after + page.length < events.length ? String(after + page.length) : null,
  };
};
