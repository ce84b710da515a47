import { type Decider, derivedId, type Personal, type StreamName, streamName } from '@madoguchi/event-sourcing';

/** What a platform sent and we do not understand yet: kept whole, one short stream per item. */
export type ShelfEvent = {
  readonly type: 'WebhookItemShelved';
  readonly data: {
    readonly accountId: string;
    readonly channel: string;
    /** The platform's own word for it. */
    readonly kind: string;
    readonly reason: Personal<string>;
    /** The fragment as received (may be personal). */
    readonly raw: Personal<unknown>;
    readonly receivedAt: string;
  };
};

export const shelfPersonalFields = { WebhookItemShelved: ['raw', 'reason'] } as const satisfies Record<
  ShelfEvent['type'],
  readonly string[]
>;

export type ShelfCommand = { readonly type: 'ShelveWebhookItem' } & ShelfEvent['data'];

export const shelfStream = (tenantId: string, accountId: string, dedupKey: string): StreamName =>
  streamName('shelf', derivedId('shelf', tenantId, accountId, dedupKey));

export const shelfDecider: Decider<{ readonly shelved: boolean }, ShelfCommand, ShelfEvent> = {
  initialState: () => ({ shelved: false }),
  evolve: () => ({ shelved: true }),
  decide: ({ type: _, ...data }, { shelved }) => (shelved ? [] : [{ type: 'WebhookItemShelved', data }]),
};
