import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import { type ConversationOpened, learnProfile } from '@madoguchi/use-cases';
import { LEARN_PROFILE } from './tokens.js';

/** Asks the platform for the customer's name, picture and language. A platform that tells nothing is no failure. */
@Controller()
export class WhenAConversationOpensThenLearnTheProfile {
  constructor(@Inject(LEARN_PROFILE) private readonly learn: ReturnType<typeof learnProfile>) {}

  @OnJetStream<ConversationOpened>({
    stream: EVENTS_STREAM,
    durable: 'learn-profiles',
    subjects: eventSubjects('conversation', ['ConversationOpened']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: ConversationOpened): Promise<void> {
    await this.learn(event);
  }
}
