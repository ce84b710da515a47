import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, NotBefore, OnJetStream } from '@madoguchi/jetstream';
import type { ContactFollowed, tellBotNotice } from '@madoguchi/use-cases';
import { TELL_BOT_NOTICE } from './tokens.js';

/** A bot that we made introduces itself: its description is the first message of the talk, once for each member. */
@Controller()
export class WhenAMemberAddsTheBotThenGreetThem {
  constructor(@Inject(TELL_BOT_NOTICE) private readonly tell: ReturnType<typeof tellBotNotice>) {}

  @OnJetStream<ContactFollowed>({
    stream: EVENTS_STREAM,
    durable: 'greet-members',
    subjects: eventSubjects('contact', ['ContactFollowed']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: ContactFollowed): Promise<void> {
    const result = await this.tell(event);
    if (result !== 'done') throw new NotBefore(result.later);
  }
}
