import { type ChannelType, type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import type { TemplateList, TemplatesRequest } from '@madoguchi/contracts';
import type { EventStore, Recorded } from '@madoguchi/event-sourcing';
import type { Channel, Credentials } from './channel.js';

export interface ListTemplatesPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
}

const CALL_DEADLINE_MS = 10_000;

/** The messages that the platform has approved for the account of a conversation and that can be sent now; none where it has no such thing. */
export const listTemplates =
  (ports: ListTemplatesPorts) =>
  async ({ tenantId, conversationId }: TemplatesRequest): Promise<TemplateList> => {
    const events = (await ports.store.readStream(conversationStream(conversationId))) as unknown as readonly Recorded<ConversationEvent>[];
    const opened = events.find((event) => event.type === 'ConversationOpened');
    const channel = opened && ports.channels.get(opened.data.channel);
    if (!opened || opened.metadata.tenantId !== tenantId || !channel?.listTemplates) return { items: [] };
    const credentials = await ports.credentials(tenantId, opened.data.accountId);
    const templates = await channel.listTemplates(credentials, AbortSignal.timeout(CALL_DEADLINE_MS));
    return { items: templates.filter(({ status }) => status === 'approved').map(({ status: _, ...template }) => template) };
  };
