import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { accountStream, integrationAccountDecider, PLATFORM_ACCOUNT } from '@madoguchi/accounts';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import { derivedId, type EventStore, follow, handleCommand, Refusal } from '@madoguchi/event-sourcing';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import type { PlatformAccountMoved } from '../platform-accounts/claims.js';
import { EVENT_STORE } from '../tokens.js';

const AUTOMATION = 'when-a-platform-account-moved-then-tell-who-had-it';

/** The last one wins, visibly on both sides: the account that had it is marked as taken over. Of another tenant not even the name is told. */
@Controller()
export class WhenAPlatformAccountMovedThenTellWhoHadIt {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  @OnJetStream<PlatformAccountMoved>({
    stream: EVENTS_STREAM,
    durable: 'tell-who-had-it',
    subjects: eventSubjects(PLATFORM_ACCOUNT, ['PlatformAccountMoved']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: PlatformAccountMoved): Promise<void> {
    const { from, to, movedAt } = event.data;
    const app =
      from.tenantId === to.tenantId ? { appId: to.accountId, appName: 'another integration account' } : { appId: 'another installation' };
    const command = { type: 'RecordPageTakenOver', ...app, since: movedAt, at: movedAt } as const;
    const cause = {
      ...follow(event, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, event.id)),
      tenantId: from.tenantId,
    };
    try {
      await handleCommand(this.store, integrationAccountDecider, accountStream(from.accountId), command, cause, { now: () => new Date() });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
