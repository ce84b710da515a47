import { Inject, Injectable } from '@nestjs/common';
import {
  accountStream,
  botPublicationDecider,
  botPublicationStream,
  comparedName,
  INTEGRATION_ACCOUNT,
  integrationAccountDecider,
  isFailedDraft,
} from '@madoguchi/accounts';
import type { Cause, EventStore } from '@madoguchi/event-sourcing';
import { listIntegrationAccounts } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';
import { currentDocument } from '../settings/current-document.js';
import { isNameTaken, Names, namesBeside, nameTaken, type ScopedName } from '../settings/names.service.js';
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
   * Before the account is written. What was called so before names were claimed is found in the list.
   * @throws ProblemException 409 `name-taken`
   */
  async claim(cause: Cause, id: string, name: string): Promise<void> {
    const wanted = comparedName(name);
    const { tenantId } = cause;
    const rows = await listIntegrationAccounts(this.database, tenantId);
    for (const other of rows.filter((row) => row.id !== id && comparedName(row.name) === wanted))
      if ((await this.namesOf(tenantId, other.id)).length > 0) throw nameTaken(TITLE);
    await this.names.claim(cause, [labelOf(name)], { id, title: TITLE, namesOf: (other) => this.namesOf(tenantId, other) });
  }

  /** For who would not be told. @returns whether it is this account's now */
  async claimIfFree(cause: Cause, id: string, name: string): Promise<boolean> {
    try {
      await this.claim(cause, id, name);
      return true;
    } catch (error) {
      if (isNameTaken(error)) return false;
      throw error;
    }
  }

  /** Those of the names that the account does not have any more, or never got. */
  async letGo(cause: Cause, id: string, names: readonly string[]): Promise<void> {
    await this.names.release(cause, namesBeside(names.map(labelOf), await this.namesOf(cause.tenantId, id)), id);
  }

  private async namesOf(tenantId: string, id: string): Promise<readonly ScopedName[]> {
    const { state } = await currentDocument(this.store, integrationAccountDecider, accountStream(id), tenantId);
    if (state.status !== 'open' || state.name === undefined) return [];
    return state.botWay === 'simple' && (await this.isFailedDraft(tenantId, id)) ? [] : [labelOf(state.name)];
  }

  private async isFailedDraft(tenantId: string, id: string): Promise<boolean> {
    const { state } = await currentDocument(this.store, botPublicationDecider, botPublicationStream(id), tenantId);
    return isFailedDraft(state);
  }
}

const labelOf = (name: string): ScopedName => ({ scope: INTEGRATION_ACCOUNT, name });
