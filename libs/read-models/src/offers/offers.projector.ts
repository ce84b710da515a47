import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '@madoguchi/routing';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { OfferRow } from './offer-row.entity.js';

/** Read from the agents' streams: there an offer takes a place of the capacity, so there it is true first. */
export const offersProjector: Projector = {
  name: 'offers_v1',
  categories: ['agent'],
  tables: ['offers_v1'],
  async apply(events, transaction) {
    const open = new Map<string, OfferRow>();
    const ended = new Set<string>();
    for (const event of events as readonly Recorded<AgentEvent>[]) {
      switch (event.type) {
        case 'WorkOffered':
          open.set(event.data.offerId, offered(event));
          break;
        case 'OfferAccepted':
        case 'OfferDeclined':
        case 'OfferLapsed':
        case 'OfferWithdrawn':
          open.delete(event.data.offerId);
          ended.add(event.data.offerId);
          break;
        default:
      }
    }
    await upsertRows(transaction, OfferRow, [...open.values()]);
    if (ended.size > 0) await transaction.delete(OfferRow, [...ended]);
  },
};

type Offered = Extract<Recorded<AgentEvent>, { type: 'WorkOffered' }>;

const offered = ({ data, metadata, stream }: Offered): OfferRow =>
  Object.assign(new OfferRow(), {
    id: data.offerId,
    tenantId: metadata.tenantId,
    agentId: idOf(stream),
    conversationId: data.conversationId,
    queueId: data.queueId,
    offeredAt: new Date(metadata.occurredAt),
    expiresAt: new Date(data.expiresAt),
    explanation: data.explanation,
  } satisfies OfferRow);
