import type { ConversationCommand, MessageContent } from '@madoguchi/conversation';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import { derivedId } from '@madoguchi/event-sourcing';
import { handedOverWith } from './handed-over-with.js';

/** What platforms tell of other apps that serve the same page. */
export type FromOtherApp = Extract<InboundItem, { kind: 'other app message' | 'thread control' }>;

/** A bot of the account that is an app at its platform. */
export interface AppBot {
  readonly botId: string;
  readonly botAppId: string;
}

/** As a command to the conversation that runs; `content`: with files under the names that they have here. */
export const commandOfOtherApp = (
  { tenantId, queueId }: InboundMessage,
  item: FromOtherApp,
  { botId, botAppId }: AppBot,
  thread: string,
  content: (content: MessageContent) => MessageContent,
): ConversationCommand => {
  if (item.kind === 'other app message') {
    const { providerMessageId, sentAt, orderKey, appId } = item;
    return {
      type: 'ReceiveOtherAppMessage',
      messageId: derivedId('message', tenantId, thread, providerMessageId),
      providerMessageId,
      content: content(item.content),
      sentAt,
      orderKey,
      ...(appId === undefined ? {} : { appId }),
      ...(appId === botAppId ? { botId } : {}),
    };
  }
  const { what, appId, ours, metadata, at } = item;
  const isBot = appId === botAppId;
  if (what === 'requested') return { type: 'ReportThreadRequest', at, appId, ...(isBot ? { botId } : {}) };
  const owner = ours ? 'us' : isBot ? 'bot' : 'another app';
  return { type: 'ReportThreadControl', owner, how: what, at, appId, botId, queueId, handed: handedOverWith(metadata) };
};
