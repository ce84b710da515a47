import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { accountStream, type IntegrationAccountCommand, integrationAccountDecider } from '@madoguchi/accounts';
import { type AccountSign, accountSignSubjects, INBOUND_STREAM } from '@madoguchi/contracts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, handleCommand, Refusal, startOf } from '@madoguchi/event-sourcing';
import { OnJetStream } from '@madoguchi/jetstream';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { Channel } from '@madoguchi/use-cases';
import { CHECK_DEADLINE_MS } from '../integration-accounts/proved-by-connection.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE } from '../tokens.js';

const AUTOMATION = 'when-ingress-saw-a-sign-then-record-it';

/** A handshake, LINE's [Verify], a first signed request: recorded as a proof, after which the account may link by itself. */
@Controller()
export class WhenIngressSawASignThenRecordIt {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
  ) {}

  @OnJetStream<AccountSign>({
    stream: INBOUND_STREAM,
    durable: 'record-account-signs',
    subjects: accountSignSubjects,
    key: ({ accountId }) => accountId,
  })
  async handle(@Payload() sign: AccountSign): Promise<void> {
    if (sign.sign === 'handshake refused') return this.record(sign, { type: 'RecordHandshakeRefused', at: sign.seenAt }, 'refused');
    await this.record(sign, { type: 'RecordWebhookVerified', how: sign.sign, at: sign.seenAt }, 'verified');
    const fields = await this.subscribedFields(sign);
    if (fields) await this.record(sign, { type: 'RecordSubscription', fields, at: sign.seenAt }, 'subscription');
  }

  /** Where a platform sends only what is subscribed, the proof is whole only with it. */
  private async subscribedFields({ tenantId, accountId, channel }: AccountSign) {
    const values = await this.credentials.open(tenantId, accountId);
    return this.channels.get(channel)?.readSubscription?.(values, AbortSignal.timeout(CHECK_DEADLINE_MS));
  }

  private async record(
    { tenantId, accountId, sign, seenAt }: AccountSign,
    command: IntegrationAccountCommand,
    what: string,
  ): Promise<void> {
    const cause = startOf(tenantId, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, accountId, sign, seenAt, what));
    try {
      await handleCommand(this.store, integrationAccountDecider, accountStream(accountId), command, cause, { now: () => new Date() });
    } catch (error) {
      // Deleted meanwhile: there is nobody to tell.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
