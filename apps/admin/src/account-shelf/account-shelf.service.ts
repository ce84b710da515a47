import { Inject, Injectable } from '@nestjs/common';
import { IMPORT_COMMANDS, type InboundItem, type InboundMessage } from '@madoguchi/contracts';
import { SHELF, shelfDecider, type WebhookItemShelved } from '@madoguchi/conversation';
import { derivedId, type EventStore, isErased, type Recorded, streamName } from '@madoguchi/event-sourcing';
import { CommandClient, CommandUnansweredError } from '@madoguchi/jetstream';
import { countKeptItems, type IntegrationAccountRow, keptItems, type KeptItems } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { asCommand, causeOf } from '../as-command.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CLOCK, DATABASE, EVENT_STORE } from '../tokens.js';

/** In one request. */
const MOST_AT_ONCE = 200;

export interface Imported {
  /** Let in by this request. */
  readonly imported: number;
  /** More is waiting: send another request. */
  readonly more: boolean;
}

/** What platforms sent while the link of an account was off. */
@Injectable()
export class AccountShelf {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CommandClient) private readonly commands: CommandClient,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  async count(admin: SignedInAdmin, accountId: string): Promise<KeptItems> {
    await currentAccount(this.store, admin.tenantId, accountId);
    return countKeptItems(this.database, admin.tenantId, accountId);
  }

  /**
   * Lets them into their conversations, in the order in which they came. Each waits for the one before it; what is in already stays as it
   * is, so that a request that ended half-way is simply sent again.
   *
   * @throws ProblemException 404, 409 `account-deleted`, 503
   */
  async import(admin: SignedInAdmin, accountId: string, key: string): Promise<Imported> {
    const account = await currentAccount(this.store, admin.tenantId, accountId);
    if (account.intake === 'gone')
      throw new ProblemException(
        409,
        'account-deleted',
        'The information of this account was deleted: nobody could answer what came for it.',
      );
    const ids = await keptItems(this.database, admin.tenantId, accountId, MOST_AT_ONCE + 1);
    for (const id of ids.slice(0, MOST_AT_ONCE)) await this.importOne(admin, account, id, key);
    return { imported: Math.min(ids.length, MOST_AT_ONCE), more: ids.length > MOST_AT_ONCE };
  }

  private async importOne(admin: SignedInAdmin, account: IntegrationAccountRow, id: string, key: string): Promise<void> {
    const stream = streamName(SHELF, id);
    const [kept] = (await this.store.readStream(stream)) as readonly Recorded<WebhookItemShelved>[];
    // What was erased is done with, too.
    if (kept && !isErased(kept.data.raw)) await this.receive(admin, messageOf(kept, account), derivedId('import', key, id));
    const command = { type: 'RecordItemImported', at: this.now().toISOString() } as const;
    await asCommand(this.store, admin, shelfDecider, stream, command, derivedId('imported', id));
  }

  private async receive(admin: SignedInAdmin, message: InboundMessage, key: string): Promise<void> {
    try {
      const answer = await this.commands.send(IMPORT_COMMANDS, { id: message.accountId, command: message, cause: causeOf(admin, key) });
      if (!answer.ok) throw new ProblemException(409, answer.refusal.code, answer.refusal.message, answer.refusal.details);
    } catch (error) {
      if (!(error instanceof CommandUnansweredError)) throw error;
      throw new ProblemException(503, 'no-answer', 'Conversations do not answer now. Send the request again: it goes on where it ended.');
    }
  }
}

/** As ingress would tell it now, but that it comes late. */
const messageOf = (
  { data, metadata }: Recorded<WebhookItemShelved>,
  { id: accountId, type: channel, intake, queueId }: IntegrationAccountRow,
): InboundMessage => ({
  tenantId: metadata.tenantId,
  accountId,
  channel,
  ...(intake === 'route' && queueId !== null ? { queueId } : {}),
  imported: true,
  receivedAt: data.receivedAt,
  item: data.raw as InboundItem,
});
