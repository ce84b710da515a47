import { INBOUND_STREAM, type InboundMessage } from '@madoguchi/contracts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { consumePartitions, type ConsumeOptions } from '@madoguchi/jetstream';
import { receiveInbound } from '@madoguchi/use-cases';

/** Takes what ingress stored into the log, in order per conversation; acknowledged after the append. */
export const whenAMessageArrivesThenReceiveIt = (store: EventStore, options: Pick<ConsumeOptions, 'connection' | 'signal' | 'log' | 'now'>): Promise<void> => {
  const receive = receiveInbound(store, options.now);
  return consumePartitions({
    ...options,
    stream: INBOUND_STREAM,
    durable: 'receive',
    subjects: (partition) => [`inbound.${partition}.>`],
    key: (delivery) => {
      const { accountId, item } = delivery.json<InboundMessage>();
      return `${accountId}/${item.conversationKey}`;
    },
    handler: async (delivery) => {
      await receive(delivery.json<InboundMessage>());
    },
  });
};
