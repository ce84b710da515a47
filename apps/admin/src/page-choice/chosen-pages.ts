import { HttpException, Inject, Injectable } from '@nestjs/common';
import {
  type ChosenPage,
  type PageChoice,
  type PageChoiceCommand,
  pageChoiceDecider,
  pageChoiceStream,
  type PageChoiceEvent,
  waitingPages,
} from '@madoguchi/accounts';
import { derivedId, type EventStore, follow, handleCommand, type Recorded } from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { LOGGER, type Logger } from '@madoguchi/service-kit';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { CREDENTIALS, EVENT_STORE } from '../tokens.js';
import { ConnectPage } from './connect-page.js';
import { pageChoiceIfAny } from './current-page-choice.js';
import { PAGE_APP, readyApp } from './page-app.js';
import type { PageAppSettings } from './page-app-settings.js';
import { PageProblem } from './page-problem.js';
import { pageTokenField } from './page-tokens.js';

const AT_ONCE = 4;

type Chosen = Extract<Recorded<PageChoiceEvent>, { type: 'PagesChosen' }>;
type Outcome = Extract<PageChoiceCommand, { type: 'RecordPageConnected' | 'RecordPageNotConnected' }>;

/** Step 2: connects what was chosen, page by page; whoever finds a page waiting may do it, also twice. */
@Injectable()
export class ChosenPages {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(PAGE_APP) private readonly settings: PageAppSettings,
    @Inject(ConnectPage) private readonly pages: ConnectPage,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Pick<Logger, 'error'>,
  ) {}

  /** One page that fails stops no other. What nobody expected leaves its page waiting, for whoever comes next. */
  async connect(tenantId: string, choiceId: string): Promise<void> {
    const known = await pageChoiceIfAny(this.store, tenantId, choiceId);
    if (!known) return;
    const tokens = await this.credentials.open(tenantId, choiceId);
    const waiting = waitingPages(known.choice);
    for (let start = 0; start < waiting.length; start += AT_ONCE) {
      const some = waiting
        .slice(start, start + AT_ONCE)
        .map((page) => this.one(choiceId, known.choice, chosenBy(known.events, page), page, tokens));
      await Promise.all(some);
    }
    const after = await pageChoiceIfAny(this.store, tenantId, choiceId);
    if (after?.choice.status === 'closed') await this.credentials.destroy(tenantId, choiceId);
  }

  private async one(
    choiceId: string,
    choice: PageChoice,
    because: Chosen | undefined,
    { pageId, takeOver }: ChosenPage,
    tokens: Readonly<Record<string, string>>,
  ): Promise<void> {
    const page = choice.pages.find((offered) => offered.pageId === pageId);
    const token = tokens[pageTokenField(pageId)];
    if (!page || !token || because?.metadata.actor.kind !== 'admin') return;
    const admin = { tenantId: because.metadata.tenantId, userId: because.metadata.actor.id };
    const { mayRenew } = because.data;
    const wanted = { admin, page, token, takeOver, mayRenew, choiceId, key: derivedId('page of a choice', because.id) };
    try {
      const { app } = readyApp(this.settings);
      const connected = await this.pages.connect({ ...wanted, app });
      await this.record(choiceId, because, { type: 'RecordPageConnected', pageId, ...connected, at: this.at() });
    } catch (error) {
      const problem = problemIn(error);
      if (problem) await this.record(choiceId, because, { type: 'RecordPageNotConnected', pageId, ...problem, at: this.at() });
      else this.log.error({ err: error, choiceId, pageId }, 'a chosen page could not be connected; it is tried again');
    }
  }

  private async record(choiceId: string, because: Chosen, command: Outcome): Promise<void> {
    const cause = follow(because, because.metadata.actor, derivedId('outcome', because.id, command.pageId));
    await handleCommand(this.store, pageChoiceDecider, pageChoiceStream(choiceId), command, cause, { now: () => this.clock.now() });
  }

  private at(): string {
    return this.clock.now().toISOString();
  }
}

/** The last choice that names the page. */
const chosenBy = (events: readonly Recorded<PageChoiceEvent>[], { pageId }: ChosenPage): Chosen | undefined =>
  events.findLast((event): event is Chosen => event.type === 'PagesChosen' && event.data.pages.some((page) => page.pageId === pageId));

const problemIn = (error: unknown) => {
  if (error instanceof PageProblem) {
    const { code, reason, remedy } = error;
    return { code, reason, remedy };
  }
  if (!(error instanceof HttpException)) return undefined;
  const {
    code = 'refused',
    detail = error.message,
    extensions,
  } = error.getResponse() as { code?: string; detail?: string; extensions?: { howToMove?: string } };
  return { code, reason: detail, remedy: extensions?.howToMove ?? 'Choose the page once more.' };
};
