import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { INBOUND_STREAM, type InboundMessage } from '@madoguchi/contracts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { OnJetStream } from '@madoguchi/jetstream';
import { receiveInbound } from '@madoguchi/use-cases';
import { EVENT_STORE } from './tokens.js';

/** Takes what ingress stored into the log, in order per conversation; acknowledged after the append. */
@Controller()
export class WhenAMessageArrivesThenReceiveIt {
  private readonly receive: ReturnType<typeof receiveInbound>;

  constructor(@Inject(EVENT_STORE) store: EventStore) {
    this.receive = receiveInbound(store, () => new Date());
  }

  @OnJetStream<InboundMessage>({
    stream: INBOUND_STREAM,
    durable: 'receive',
    subjects: (partition) => [`inbound.${partition}.>`],
    key: ({ accountId, item }) => `${accountId}/${item.conversationKey}`,
  })
  async handle(@Payload() message: InboundMessage): Promise<void> {
    await this.receive(message);
  }
}
