import { Body, Controller, HttpCode, HttpException, Inject, Post } from '@nestjs/common';
import { derivedId } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import type { IntegrationAccountView } from '../integration-accounts/account-view.js';
import { IntegrationAccounts } from '../integration-accounts/integration-accounts.service.js';
import { Needs } from '../needs.js';
import { Queues } from '../queues/queues.service.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { BulkEdit, type ChosenAccount } from './requests.js';

/** What became of one of them. */
export interface Edited {
  readonly id: string;
  /** Null where it was refused. */
  readonly account: IntegrationAccountView | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

@Controller('api/v1/integration-accounts/bulk-edit')
export class BulkEditController {
  constructor(
    @Inject(IntegrationAccounts) private readonly accounts: IntegrationAccounts,
    @Inject(Queues) private readonly queues: Queues,
  ) {}

  /** Queue, language and active of several channels. Each is changed for itself: one that is refused stops no other, and is named. */
  @Post()
  @HttpCode(200)
  @Needs('integration-accounts.change')
  async edit(
    @Admin() admin: SignedInAdmin,
    @Body() request: BulkEdit,
    @IdempotencyKey() key: string,
  ): Promise<{ readonly items: readonly Edited[] }> {
    const { accounts, queueId, language, active } = request;
    if (queueId === undefined && language === undefined && active === undefined)
      throw new ProblemException(422, 'nothing-to-change', 'Say what shall change: queueId, language or active.');
    if (queueId !== undefined) await this.queues.refuseUnusable(admin, [queueId]);
    const items: Edited[] = [];
    for (const account of accounts) items.push(await this.one(admin, account, { queueId, language, active }, key));
    return { items };
  }

  private async one(
    admin: SignedInAdmin,
    { id, version }: ChosenAccount,
    change: Pick<BulkEdit, 'queueId' | 'language' | 'active'>,
    key: string,
  ): Promise<Edited> {
    try {
      return { id, account: await this.accounts.apply(admin, id, change, derivedId('bulk-edit', key, id), version), problem: null };
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      const { code, detail } = error.getResponse() as { readonly code: string; readonly detail: string };
      return { id, account: null, problem: { code, detail } };
    }
  }
}
