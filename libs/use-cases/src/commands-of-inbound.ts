import {
  type ChangeCustomerMessage,
  type MessageContent,
  type ReceiveCustomerMessage,
  type RecordReceipt,
  threadKey,
  withFiles,
} from '@madoguchi/conversation';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import { derivedId } from '@madoguchi/event-sourcing';

type ItemOf<Kind extends InboundItem['kind']> = Extract<InboundItem, { kind: Kind }>;

/** A message as a command to its conversation. */
export const receiveCommand = (
  message: InboundMessage,
  item: ItemOf<'message'>,
  {
    thread,
    contactId,
    number,
    afterOrderKey,
    botId,
    threadOwner,
    language,
  }: { thread: string } & Pick<ReceiveCustomerMessage, 'contactId' | 'number' | 'afterOrderKey' | 'botId' | 'threadOwner' | 'language'>,
): ReceiveCustomerMessage => {
  const { tenantId, accountId, channel, queueId } = message;
  const { customer, providerMessageId, sentAt, orderKey, sender, replyTo, replyHandle, quoteToken, readToken } = item;
  return {
    type: 'ReceiveCustomerMessage',
    threadKey: threadKey(accountId, item.conversationKey),
    accountId,
    channel,
    number,
    customerKey: customer.key,
    contactId,
    customerName: customer.displayName,
    language,
    queueId,
    botId,
    threadOwner,
    messageId: derivedId('message', tenantId, thread, providerMessageId),
    providerMessageId,
    content: withOwnMedia(message, item.content),
    sentAt,
    orderKey,
    afterOrderKey,
    sender,
    replyTo,
    replyHandle,
    quoteToken,
    readToken,
    ...(message.imported ? { imported: true as const } : {}),
  };
};

/** What became of a message afterwards, as a command. */
export const changeCommand = (
  message: InboundMessage,
  item: ItemOf<'edit' | 'unsend' | 'reaction' | 'receipt'>,
): ChangeCustomerMessage | RecordReceipt => {
  if (item.kind === 'receipt') return { type: 'RecordReceipt', about: item.about, receipt: item.receipt };
  const { providerMessageId } = item;
  switch (item.kind) {
    case 'edit':
      return { type: 'EditCustomerMessage', providerMessageId, content: withOwnMedia(message, item.content), editedAt: item.editedAt };
    case 'unsend':
      return { type: 'UnsendCustomerMessage', providerMessageId, unsentAt: item.unsentAt };
    case 'reaction':
      return { type: 'ReactToMessage', providerMessageId, reactions: item.reactions, reactedAt: item.reactedAt };
  }
};

/** Channels know no tenants, so two accounts may name their files alike; in the log every file has a name of its own. */
export const withOwnMedia = (message: InboundMessage, content: MessageContent): MessageContent =>
  withFiles(content, (file) =>
    // What is stored already stands under its name.
    file.source.kind === 'stored' ? file : { ...file, mediaId: derivedId('media', message.tenantId, message.accountId, file.mediaId) },
  );
