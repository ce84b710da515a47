import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import { Counter, LOGGER, type Logger } from '@madoguchi/service-kit';
import type { CustomerWrote, letBotAnswer } from '@madoguchi/use-cases';
import { LET_BOT_ANSWER } from './tokens.js';

const turns = new Counter({
  name: 'madoguchi_bot_turns_total',
  help: 'Messages of customers by what became of them',
  labelNames: ['outcome', 'why'],
});

/** In order for each conversation. A bot that does not answer costs its customer a deadline, and then people go on. */
@Controller()
export class WhenACustomerWritesToABotThenLetItAnswer {
  constructor(
    @Inject(LET_BOT_ANSWER) private readonly letAnswer: ReturnType<typeof letBotAnswer>,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  @OnJetStream<CustomerWrote>({
    stream: EVENTS_STREAM,
    durable: 'bot-answers',
    subjects: eventSubjects('conversation', ['CustomerMessageReceived']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: CustomerWrote): Promise<void> {
    const result = await this.letAnswer(event);
    if (result.outcome === 'not the bot’s') return;
    const why = result.outcome === 'handed over' ? result.why : '';
    turns.inc({ outcome: result.outcome, why });
    if (result.outcome === 'handed over') {
      this.log.info({ stream: event.stream, why, code: result.code, reason: result.reason }, 'a bot handed over to people');
    }
  }
}
