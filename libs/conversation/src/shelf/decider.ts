import { type Decider, derivedId, type Personal, Refusal, type StreamName, streamName } from '@madoguchi/event-sourcing';

export const SHELF = 'shelf';

/** What a platform sent and nobody is shown: kept whole, one short stream per item. */
export type ShelfEvent =
  | {
      readonly type: 'WebhookItemShelved';
      readonly data: {
        readonly accountId: string;
        readonly channel: string;
        /** The platform's own word for it; of what is kept because the link is off, ours. */
        readonly kind: string;
        readonly reason: Personal<string>;
        /** It was understood: an administrator may import it. Absent: it was not. */
        readonly why?: 'link off';
        /** The fragment as received (may be personal); with `why`, the item that ingress made of it. */
        readonly raw: Personal<unknown>;
        readonly receivedAt: string;
      };
    }
  /** It stands in its conversation now, as what came late. */
  | { readonly type: 'ShelvedItemImported'; readonly data: { readonly importedAt: string } };

export type WebhookItemShelved = Extract<ShelfEvent, { type: 'WebhookItemShelved' }>;

export const shelfPersonalFields = { WebhookItemShelved: ['raw', 'reason'], ShelvedItemImported: [] } as const satisfies Record<
  ShelfEvent['type'],
  readonly string[]
>;

export type ShelveWebhookItem = { readonly type: 'ShelveWebhookItem' } & WebhookItemShelved['data'];

/** The caller has had the item received. */
export interface RecordItemImported {
  readonly type: 'RecordItemImported';
  /** ISO 8601. */
  readonly at: string;
}

export type ShelfCommand = ShelveWebhookItem | RecordItemImported;

export const shelfStream = (tenantId: string, accountId: string, dedupKey: string): StreamName =>
  streamName(SHELF, derivedId('shelf', tenantId, accountId, dedupKey));

export interface ShelvedItem {
  readonly shelved: boolean;
  readonly imported?: true;
}

const decide = (command: ShelfCommand, { shelved, imported }: ShelvedItem): readonly ShelfEvent[] => {
  if (command.type === 'ShelveWebhookItem') {
    const { type: _, ...data } = command;
    return shelved ? [] : [{ type: 'WebhookItemShelved', data }];
  }
  if (!shelved) throw new Refusal('no-such-item', 'Nothing of this kind lies on the shelf.');
  return imported ? [] : [{ type: 'ShelvedItemImported', data: { importedAt: command.at } }];
};

export const shelfDecider: Decider<ShelvedItem, ShelfCommand, ShelfEvent> = {
  initialState: () => ({ shelved: false }),
  evolve: (item, event) => {
    switch (event.type) {
      case 'WebhookItemShelved':
        return { shelved: true };
      case 'ShelvedItemImported':
        return { ...item, imported: true };
      default:
        return item;
    }
  },
  decide,
};
