import { Inject, Injectable } from '@nestjs/common';
import { accountStream, comparedName, INTEGRATION_ACCOUNT, integrationAccountDecider } from '@madoguchi/accounts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { listIntegrationAccounts } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';
import { currentDocument } from '../settings/current-document.js';
import { Names, namesBeside, nameTaken, type ScopedName } from '../settings/names.service.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';

const TITLE = 'integration account';

/** The labels of accounts: each one's alone in its tenant, also when many ask for one at once. */
@Injectable()
export class AccountNames {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(Names) private readonly names: Names,
  ) {}

  /**
   * Before the account is written. What was called so before names were claimed, or follows the name of a page, is found in the list.
   * @throws ProblemException 409 `name-taken`
   */
  async claim(admin: SignedInAdmin, id: string, name: string): Promise<void> {
    const wanted = comparedName(name);
    const rows = await listIntegrationAccounts(this.database, admin.tenantId);
    if (rows.some((row) => row.id !== id && comparedName(row.name) === wanted)) throw nameTaken(TITLE);
    await this.names.claim(admin, [labelOf(name)], { id, title: TITLE, namesOf: (other) => this.namesOf(admin, other) });
  }

  /** Those of the names that the account does not have any more, or never got. */
  async letGo(admin: SignedInAdmin, id: string, names: readonly string[]): Promise<void> {
    await this.names.release(admin, namesBeside(names.map(labelOf), await this.namesOf(admin, id)), id);
  }

  private async namesOf({ tenantId }: SignedInAdmin, id: string): Promise<readonly ScopedName[]> {
    const { state } = await currentDocument(this.store, integrationAccountDecider, accountStream(id), tenantId);
    return state.status === 'open' && state.name !== undefined ? [labelOf(state.name)] : [];
  }
}

const labelOf = (name: string): ScopedName => ({ scope: INTEGRATION_ACCOUNT, name });
