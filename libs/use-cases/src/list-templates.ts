import { type ChannelType, conversationDecider, type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import type { TemplateList, TemplatesRequest } from '@madoguchi/contracts';
import { type EventStore, fold, type Recorded } from '@madoguchi/event-sourcing';
import type { Channel } from './channel.js';
import type { Credentials } from './credentials.js';

export interface ListTemplatesPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
}

const CALL_DEADLINE_MS = 10_000;

/**
 * The messages that the platform has approved for the account of a conversation and that can be sent now, those in the customer's language
 * first; none where it has no such thing.
 */
export const listTemplates =
  (ports: ListTemplatesPorts) =>
  async ({ tenantId, conversationId }: TemplatesRequest): Promise<TemplateList> => {
    const events = (await ports.store.readStream(conversationStream(conversationId))) as unknown as readonly Recorded<ConversationEvent>[];
    const opened = events.find((event) => event.type === 'ConversationOpened');
    const channel = opened && ports.channels.get(opened.data.channel);
    if (!opened || opened.metadata.tenantId !== tenantId || !channel?.listTemplates) return { items: [] };
    const credentials = await ports.credentials(tenantId, opened.data.accountId);
    const templates = await channel.listTemplates(credentials, AbortSignal.timeout(CALL_DEADLINE_MS));
    const { language } = fold(conversationDecider, events as readonly ConversationEvent[]);
    const approved = templates.filter(({ status }) => status === 'approved').map(({ status: _, ...template }) => template);
    return { items: approved.toSorted((one, other) => distance(one.language, language) - distance(other.language, language)) };
  };

const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;

/** Platforms write `en_US` where others write `en-US`. */
const distance = (tag: string, wanted: string | undefined): 0 | 1 => (wanted !== undefined && base(tag) === base(wanted) ? 0 : 1);
