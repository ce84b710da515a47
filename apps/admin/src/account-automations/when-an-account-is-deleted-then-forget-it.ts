import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { accountStream, INTEGRATION_ACCOUNT, type IntegrationAccountEvent } from '@madoguchi/accounts';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { derivedId, type EventStore, follow, idOf, type Recorded } from '@madoguchi/event-sourcing';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import { foldAccount, type IntegrationAccountRow } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { forgetAccount } from '../integration-accounts/forget-account.js';
import { CREDENTIALS, EVENT_STORE } from '../tokens.js';

const AUTOMATION = 'when-an-account-is-deleted-then-forget-it';

export type IntegrationAccountDeleted = Extract<Recorded<IntegrationAccountEvent>, { type: 'IntegrationAccountDeleted' }>;

/** Whoever deleted it, a person or a deadline: its secrets are destroyed, and what it held at the platform is free. */
@Controller()
export class WhenAnAccountIsDeletedThenForgetIt {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
  ) {}

  @OnJetStream<IntegrationAccountDeleted>({
    stream: EVENTS_STREAM,
    durable: 'forget-deleted-accounts',
    subjects: eventSubjects(INTEGRATION_ACCOUNT, ['IntegrationAccountDeleted']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: IntegrationAccountDeleted): Promise<void> {
    const events = (await this.store.readStream(accountStream(idOf(event.stream)))) as readonly Recorded<IntegrationAccountEvent>[];
    // Set up again meanwhile, it has new secrets: those are not to be touched.
    if (events.some(({ type, version }) => type === 'IntegrationAccountAdded' && version > event.version)) return;
    const row = events.reduce<IntegrationAccountRow | undefined>((known, next) => foldAccount(known, next), undefined);
    if (!row) return;
    const cause = follow(event, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, event.id));
    await forgetAccount({ store: this.store, credentials: this.credentials, now: () => new Date() }, cause, row);
  }
}
