import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, NotBefore, OnJetStream } from '@madoguchi/jetstream';
import { fetchMedia, type MessageWithContent } from '@madoguchi/use-cases';
import { FETCH_MEDIA } from './tokens.js';

/** Platforms forget files: they are brought into our own store as soon as a message has come, or when somebody asks again. One that must wait holds up no other. */
@Controller()
export class WhenAFileArrivesThenFetchIt {
  constructor(@Inject(FETCH_MEDIA) private readonly fetch: ReturnType<typeof fetchMedia>) {}

  @OnJetStream<MessageWithContent>({
    stream: EVENTS_STREAM,
    durable: 'fetch-files',
    subjects: eventSubjects('conversation', ['CustomerMessageReceived', 'CustomerMessageEdited', 'OtherAppWrote', 'MediaRequestedAgain']),
    key: (event) => event.id,
  })
  async handle(@Payload() event: MessageWithContent): Promise<void> {
    const result = await this.fetch(event);
    if (result !== 'done') throw new NotBefore(result.later);
  }
}
