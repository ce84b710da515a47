import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, NotBefore, OnJetStream } from '@madoguchi/jetstream';
import type { tellBotNotice, WebhookItemShelved } from '@madoguchi/use-cases';
import { TELL_BOT_NOTICE } from './tokens.js';

/** What was written in a room of several people is kept on the shelf and answered by nobody: the room is told why, once. */
@Controller()
export class WhenSomebodyWritesInARoomThenSayThatTalksAreOneToOne {
  constructor(@Inject(TELL_BOT_NOTICE) private readonly tell: ReturnType<typeof tellBotNotice>) {}

  @OnJetStream<WebhookItemShelved>({
    stream: EVENTS_STREAM,
    durable: 'refuse-rooms',
    subjects: eventSubjects('shelf', ['WebhookItemShelved']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: WebhookItemShelved): Promise<void> {
    const result = await this.tell(event);
    if (result !== 'done') throw new NotBefore(result.later);
  }
}
