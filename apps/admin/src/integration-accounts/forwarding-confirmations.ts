import type { WebhookItemShelved } from '@madoguchi/conversation';
import { type EventStore, isErased, type Recorded, streamName } from '@madoguchi/event-sourcing';
import { shelvedItems } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';

/** What Gmail asks before it forwards to an address, and nobody else can read. */
export interface ForwardingConfirmationView {
  readonly receivedAt: string;
  readonly code: string | null;
  /** At Google. */
  readonly link: string | null;
  /** The mailbox that shall be forwarded. */
  readonly requestedBy: string | null;
  /** False: nobody has checked that it comes from Google. Go on only when you have just asked for the forwarding. */
  readonly verified: boolean;
}

const KIND = 'gmail-forwarding-confirmation';
const MOST = 20;

/** Newest first. What was erased meanwhile is left out. */
export const forwardingConfirmations = async (
  { store, database }: { readonly store: EventStore; readonly database: DataSource },
  tenantId: string,
  accountId: string,
): Promise<readonly ForwardingConfirmationView[]> => {
  const rows = await shelvedItems(database, { tenantId, accountId, kind: KIND, limit: MOST });
  const found: ForwardingConfirmationView[] = [];
  for (const { id } of rows) {
    const [event] = (await store.readStream(streamName('shelf', id))) as readonly Recorded<WebhookItemShelved>[];
    const raw = event && event.metadata.tenantId === tenantId ? event.data.raw : undefined;
    if (!event || raw === undefined || isErased(raw)) continue;
    const { code, link, requestedBy, verified } = (raw ?? {}) as Readonly<Record<string, unknown>>;
    found.push({
      receivedAt: event.data.receivedAt,
      code: textOrNull(code),
      link: textOrNull(link),
      requestedBy: textOrNull(requestedBy),
      verified: verified === true,
    });
  }
  return found;
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
