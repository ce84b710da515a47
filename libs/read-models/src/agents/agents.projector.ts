import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '@madoguchi/routing';
import { In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { AgentRow } from './agent-row.entity.js';

export const agentsProjector: Projector = {
  name: 'agents_v1',
  categories: ['agent'],
  tables: ['agents_v1'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<AgentEvent>[];
    const ids = [...new Set(recorded.map((event) => idOf(event.stream)))];
    const rows = new Map((await transaction.findBy(AgentRow, { id: In(ids) })).map((row) => [row.id, row]));
    for (const event of recorded) {
      const id = idOf(event.stream);
      const row = event.type === 'AgentRegistered' ? registered(event, id) : rows.get(id);
      if (!row) continue;
      change(row, event);
      row.version = event.version;
      rows.set(id, row);
    }
    await upsertRows(transaction, AgentRow, [...rows.values()]);
  },
};

type Registered = Extract<Recorded<AgentEvent>, { type: 'AgentRegistered' }>;

const registered = ({ data, metadata }: Registered, id: string): AgentRow =>
  Object.assign(new AgentRow(), {
    id,
    tenantId: metadata.tenantId,
    name: data.name,
    capacity: data.capacity,
    queueIds: [...data.queueIds],
    presence: 'offline',
    presenceReason: null,
    presenceSince: new Date(metadata.occurredAt),
    conversationIds: [],
  } satisfies Omit<AgentRow, 'version'>);

const change = (row: AgentRow, event: Recorded<AgentEvent>): void => {
  switch (event.type) {
    case 'AgentChanged':
      row.name = event.data.name ?? row.name;
      row.capacity = event.data.capacity ?? row.capacity;
      row.queueIds = [...(event.data.queueIds ?? row.queueIds)];
      return;
    case 'PresenceChanged':
      row.presence = event.data.presence;
      row.presenceReason = event.data.reason ?? null;
      row.presenceSince = new Date(event.metadata.occurredAt);
      return;
    case 'WorkOffered':
      row.conversationIds = [...row.conversationIds.filter((id) => id !== event.data.conversationId), event.data.conversationId];
      return;
    case 'OfferDeclined':
    case 'OfferLapsed':
    case 'OfferWithdrawn':
    case 'WorkReleased':
      row.conversationIds = row.conversationIds.filter((id) => id !== event.data.conversationId);
      return;
    default:
      return;
  }
};
