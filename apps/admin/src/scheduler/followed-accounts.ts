import {
  BOT_PUBLICATION,
  type BotPublication,
  botPublicationDecider,
  type BotPublicationEvent,
  INTEGRATION_ACCOUNT,
  type IntegrationAccount,
  integrationAccountDecider,
  type IntegrationAccountEvent,
  ORGANISATION,
  type Organisation,
  organisationDecider,
  type OrganisationEvent,
} from '@madoguchi/accounts';
import {
  categoryOf,
  type EventStore,
  type Followed,
  idOf,
  type Position,
  type Recorded,
  type RecordedEvent,
  START,
  type StreamName,
} from '@madoguchi/event-sourcing';
import type { Logger } from '@madoguchi/service-kit';
import type { Clock } from './clock.js';

/** An account as the log has it now. */
export interface FollowedAccount {
  readonly id: string;
  readonly stream: StreamName;
  readonly tenantId: string;
  readonly account: IntegrationAccount;
  readonly version: number;
  readonly lastEvent: Followed;
}

/** The bot of an account on its way, as the log has it now. */
export interface FollowedPublication {
  readonly accountId: string;
  readonly tenantId: string;
  readonly publication: BotPublication;
  readonly lastEvent: Followed;
}

export type AccountChange = Recorded<IntegrationAccountEvent> | Recorded<OrganisationEvent> | Recorded<BotPublicationEvent>;

const CATEGORIES = [INTEGRATION_ACCOUNT, ORGANISATION, BOT_PUBLICATION];
const PAUSE_MS = 1_000;

/**
 * Every account of every tenant, with the bot that is made for it, folded from the log and kept up with it: for those who have to look at all of them again and again.
 * Nothing is kept anywhere else, so whoever starts anew finds the same. One copy of it for a whole process.
 */
export class FollowedAccounts {
  private readonly accounts = new Map<StreamName, FollowedAccount>();
  private readonly organisations = new Map<string, Organisation>();
  private readonly followedPublications = new Map<string, FollowedPublication>();
  private readonly listeners = new Set<(change: AccountChange) => void>();
  private position: Position = START;
  private settle!: () => void;
  /** The log was read to the end that it had at the start. */
  readonly caughtUp = new Promise<void>((resolve) => (this.settle = resolve));

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  all(): Iterable<FollowedAccount> {
    return this.accounts.values();
  }

  find(stream: StreamName): FollowedAccount | undefined {
    return this.accounts.get(stream);
  }

  organisationOf(tenantId: string): Organisation {
    return this.organisations.get(tenantId) ?? organisationDecider.initialState();
  }

  publications(): Iterable<FollowedPublication> {
    return this.followedPublications.values();
  }

  /** Told of every event after it was folded. @returns what ends it */
  onChange(listener: (change: AccountChange) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        for await (const page of this.store.readAll({ after: this.position, categories: CATEGORIES })) this.read(page);
        this.settle();
        for await (const page of this.store.subscribe({ after: this.position, categories: CATEGORIES, signal })) this.read(page);
      } catch (error) {
        if (signal.aborted) return;
        this.log.warn({ err: error }, 'the accounts cannot be followed now; it is tried again');
        await this.clock.until(new Date(this.clock.now().getTime() + PAUSE_MS), signal);
      }
    }
  }

  private read(page: readonly RecordedEvent[]): void {
    for (const event of page as readonly AccountChange[]) {
      this.see(event);
      this.position = event.position;
      for (const listener of this.listeners) listener(event);
    }
  }

  private see(event: AccountChange): void {
    if (categoryOf(event.stream) === ORGANISATION) {
      const { tenantId } = event.metadata;
      this.organisations.set(tenantId, organisationDecider.evolve(this.organisationOf(tenantId), event as Recorded<OrganisationEvent>));
      return;
    }
    const { stream, version, id, metadata } = event;
    const { tenantId, correlationId } = metadata;
    const lastEvent = { id, metadata: { tenantId, correlationId } };
    if (categoryOf(stream) === BOT_PUBLICATION) {
      const accountId = idOf(stream);
      const before = this.followedPublications.get(accountId)?.publication ?? botPublicationDecider.initialState();
      const publication = botPublicationDecider.evolve(before, event as Recorded<BotPublicationEvent>);
      this.followedPublications.set(accountId, { accountId, tenantId, publication, lastEvent });
      return;
    }
    const before = this.accounts.get(stream)?.account ?? integrationAccountDecider.initialState();
    const account = integrationAccountDecider.evolve(before, event as Recorded<IntegrationAccountEvent>);
    this.accounts.set(stream, {
      id: idOf(stream),
      stream,
      tenantId,
      account,
      version,
      lastEvent,
    });
  }
}
