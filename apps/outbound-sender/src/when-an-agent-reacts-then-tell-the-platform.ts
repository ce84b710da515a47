import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import { type AgentReacted, sendReaction } from '@madoguchi/use-cases';
import { SEND_REACTION } from './tokens.js';

/** A thumb under a customer's message; the last of several is the one that stays, so their order is kept. */
@Controller()
export class WhenAnAgentReactsThenTellThePlatform {
  constructor(@Inject(SEND_REACTION) private readonly send: ReturnType<typeof sendReaction>) {}

  @OnJetStream<AgentReacted>({
    stream: EVENTS_STREAM,
    durable: 'send-reactions',
    subjects: eventSubjects('conversation', ['AgentReacted']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: AgentReacted): Promise<void> {
    await this.send(event);
  }
}
