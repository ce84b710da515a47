import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '@madoguchi/routing';
import { In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { WrapUpRow } from './wrap-up-row.entity.js';

const CONCERNED = ['WrapUpStarted', 'WrapUpFinished', 'WorkReleased'] as const;
type Concerned = Extract<Recorded<AgentEvent>, { type: (typeof CONCERNED)[number] }>;

const concerns = (event: Recorded<AgentEvent>): event is Concerned => CONCERNED.some((type) => type === event.type);

export const wrapUpsProjector: Projector = {
  name: 'wrap_ups_v1',
  categories: ['agent'],
  tables: ['wrap_ups_v1'],
  async apply(events, transaction) {
    const recorded = (events as readonly Recorded<AgentEvent>[]).filter(concerns);
    if (recorded.length === 0) return;
    const ids = [...new Set(recorded.map((event) => event.data.conversationId))];
    const known = await transaction.findBy(WrapUpRow, { conversationId: In(ids) });
    const rows = new Map(known.map((row) => [row.conversationId, row]));
    for (const event of recorded) change(rows, event);
    await upsertRows(transaction, WrapUpRow, [...rows.values()]);
  },
};

const change = (rows: Map<string, WrapUpRow>, event: Concerned): void => {
  const { conversationId } = event.data;
  const row = rows.get(conversationId);
  switch (event.type) {
    case 'WrapUpStarted':
      rows.set(conversationId, wrapUp(event, { open: true, endsAt: event.data.endsAt === undefined ? null : new Date(event.data.endsAt) }));
      return;
    case 'WrapUpFinished':
      rows.set(conversationId, wrapUp(event, { code: event.data.code ?? row?.code ?? null }));
      return;
    case 'WorkReleased':
      // Also of work that went elsewhere: then nobody wraps up anything.
      if (row?.agentId === idOf(event.stream)) Object.assign(row, { open: false, endsAt: null });
  }
};

const wrapUp = ({ data, metadata, stream }: Concerned, more: Partial<WrapUpRow>): WrapUpRow =>
  Object.assign(new WrapUpRow(), {
    conversationId: data.conversationId,
    tenantId: metadata.tenantId,
    agentId: idOf(stream),
    open: false,
    endsAt: null,
    code: null,
    ...more,
  } satisfies WrapUpRow);
