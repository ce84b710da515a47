import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import { Counter, LOGGER, type Logger } from '@madoguchi/service-kit';
import type { moveThread, ThreadCause } from '@madoguchi/use-cases';
import { MOVE_THREAD } from './tokens.js';

const moves = new Counter({
  name: 'madoguchi_thread_moves_total',
  help: 'Threads at platforms that were to follow the control here, by what became of it',
  labelNames: ['action', 'outcome'],
});

/** In order for each conversation: an agent who takes over and gives back at once has both done, in this order. */
@Controller()
export class WhenControlPassesThenMoveTheThread {
  constructor(
    @Inject(MOVE_THREAD) private readonly move: ReturnType<typeof moveThread>,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  @OnJetStream<ThreadCause>({
    stream: EVENTS_STREAM,
    durable: 'threads-follow-control',
    subjects: eventSubjects('conversation', ['ControlPassed', 'ConversationClosed']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: ThreadCause): Promise<void> {
    const { action, outcome } = await this.move(event);
    if (action === 'none') return;
    moves.inc({ action, outcome });
    if (outcome !== 'done') this.log.warn({ stream: event.stream, action, outcome }, 'a thread at the platform did not follow the control');
  }
}
