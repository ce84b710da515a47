import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { INBOUND_STREAM, type InboundMessage } from '@madoguchi/contracts';
import { OnJetStream } from '@madoguchi/jetstream';
import type { receiveInbound } from '@madoguchi/use-cases';
import { RECEIVE_INBOUND } from './tokens.js';

/** Takes what ingress stored into the log, in order per conversation; acknowledged after the append. */
@Controller()
export class WhenAMessageArrivesThenReceiveIt {
  constructor(@Inject(RECEIVE_INBOUND) private readonly receive: ReturnType<typeof receiveInbound>) {}

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
