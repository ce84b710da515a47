import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, NotBefore, OnJetStream } from '@madoguchi/jetstream';
import { type QueuedReply, sendReply } from '@madoguchi/use-cases';
import { SEND_REPLY } from './tokens.js';

/** Answers of one conversation go out one after the other; one that must wait lets nobody else wait. */
@Controller()
export class WhenAReplyIsQueuedThenSendIt {
  constructor(@Inject(SEND_REPLY) private readonly send: ReturnType<typeof sendReply>) {}

  @OnJetStream<QueuedReply>({
    stream: EVENTS_STREAM,
    durable: 'send',
    subjects: eventSubjects('conversation', ['ReplyQueued', 'ReplyRequeued']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: QueuedReply): Promise<void> {
    const result = await this.send(event);
    if (result !== 'done') throw new NotBefore(result.later);
  }
}
