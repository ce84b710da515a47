import { Inject, Injectable } from '@nestjs/common';
import { PAGE_CHOICE, type PageChoice, pageChoiceDecider, type PageChoiceEvent, waitingPages } from '@madoguchi/accounts';
import {
  derivedId,
  type EventStore,
  follow,
  handleCommand,
  idOf,
  type Position,
  type Recorded,
  START,
  type StreamName,
} from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { LOGGER, type Logger } from '@madoguchi/service-kit';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { CREDENTIALS, EVENT_STORE } from '../tokens.js';
import { ChosenPages } from './chosen-pages.js';

const LOOK_EVERY_MS = 30_000;
/** Whoever took the choice connects it at once; this is for when that process is gone. */
const LEFT_AFTER_MS = 60_000;

interface Open {
  readonly choice: PageChoice;
  readonly last: Recorded<PageChoiceEvent>;
}

/** Finishes choices whose process died, and destroys what is kept of those that nobody finishes. Any copy of the service may run it. */
@Injectable()
export class UnfinishedPageChoices {
  private readonly open = new Map<StreamName, Open>();
  private position: Position = START;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(ChosenPages) private readonly chosen: ChosenPages,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look(signal).catch((error: unknown) =>
        this.log.warn({ err: error }, 'choices of pages cannot be read now; it is tried again'),
      );
      await this.clock.until(new Date(this.clock.now().getTime() + LOOK_EVERY_MS), signal);
    }
  }

  private async look(signal: AbortSignal): Promise<void> {
    for await (const page of this.store.readAll({ after: this.position, categories: [PAGE_CHOICE] })) {
      for (const event of page as readonly Recorded<PageChoiceEvent>[]) {
        const { choice } = this.open.get(event.stream) ?? { choice: pageChoiceDecider.initialState() };
        this.open.set(event.stream, { choice: pageChoiceDecider.evolve(choice, event), last: event });
        this.position = event.position;
      }
    }
    for (const [stream, known] of [...this.open]) {
      if (signal.aborted) return;
      await this.tend(stream, known).catch((error: unknown) =>
        this.log.warn({ stream, err: error }, 'a choice of pages is left as it is for now'),
      );
    }
  }

  private async tend(stream: StreamName, { choice, last }: Open): Promise<void> {
    const { tenantId } = last.metadata;
    const now = this.clock.now();
    if (choice.status !== 'closed' && choice.validUntil !== undefined && Date.parse(choice.validUntil) <= now.getTime()) {
      const cause = follow(last, { kind: 'system', automation: 'page-choice' }, derivedId('expire page choice', stream));
      await handleCommand(this.store, pageChoiceDecider, stream, { type: 'ExpirePageChoice', at: now.toISOString() }, cause, {
        now: () => now,
      });
      await this.forget(stream, tenantId);
    } else if (choice.status === 'closed') {
      await this.forget(stream, tenantId);
    } else if (waitingPages(choice).length > 0 && Date.parse(choice.chosenAt!) + LEFT_AFTER_MS <= now.getTime()) {
      await this.chosen.connect(tenantId, idOf(stream));
    }
  }

  private async forget(stream: StreamName, tenantId: string): Promise<void> {
    await this.credentials.destroy(tenantId, idOf(stream));
    this.open.delete(stream);
  }
}
