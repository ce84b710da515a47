import { Inject, Injectable } from '@nestjs/common';
import { type Decider, derivedId, type DomainEvent, type EventStore, streamName } from '@madoguchi/event-sourcing';
import { isNameTaken, listSettings, type SettingKind } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { asCommand } from '../as-command.js';
import type { SettingsQuery } from '../page-query.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import { currentDocument } from './current-document.js';

/** One kind of small documents of a tenant, each with a stream of its own. */
export interface DocumentKind<State extends { readonly status: string }, Command, Event extends DomainEvent, View> {
  readonly kind: SettingKind;
  readonly decider: Decider<State, Command, Event>;
  /** For problems: `business hours`. */
  readonly title: string;
  view(id: string, state: State, version: number): View;
}

/** What is done with every kind of them alike. Lists come from the read model, everything else from the stream. */
@Injectable()
export class Settings {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  async list<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    { kind, view }: DocumentKind<State, Command, Event, View>,
    { archived, cursor, limit }: SettingsQuery,
  ): Promise<{ readonly items: readonly View[]; readonly nextCursor: string | null }> {
    const { items, nextCursor } = await listSettings(this.database, { tenantId: admin.tenantId, kind, archived, cursor, limit });
    return { items: items.map((row) => view(row.id, row.body as State, row.version)), nextCursor };
  }

  async show<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    documents: DocumentKind<State, Command, Event, View>,
    id: string,
  ): Promise<View> {
    const { state, version } = await this.current(admin, documents, id);
    return documents.view(id, state, version);
  }

  /** @throws ProblemException 404 */
  async current<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    { tenantId }: SignedInAdmin,
    { kind, decider, title }: DocumentKind<State, Command, Event, View>,
    id: string,
  ): Promise<{ readonly state: State; readonly version: number }> {
    const found = await currentDocument(this.store, decider, streamName(kind, id), tenantId);
    if (found.version === 0) throw new ProblemException(404, `no-such-${kind.replaceAll('_', '-')}`, `There is no such ${title}.`);
    return found;
  }

  /** Repeated with the same key it gives the same document. */
  async add<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    documents: DocumentKind<State, Command, Event, View>,
    command: Command,
    key: string,
  ): Promise<View> {
    const id = derivedId(documents.kind, admin.tenantId, key);
    await this.refuseTakenName(admin, documents, id, nameIn(command));
    await asCommand(this.store, admin, documents.decider, streamName(documents.kind, id), command, key);
    return this.show(admin, documents, id);
  }

  /** @throws ProblemException 404, 409, 412 */
  async change<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    documents: DocumentKind<State, Command, Event, View>,
    id: string,
    command: Command,
    { key, seen }: { readonly key: string; readonly seen?: number },
  ): Promise<View> {
    await this.current(admin, documents, id);
    await this.refuseTakenName(admin, documents, id, nameIn(command));
    await asCommand(this.store, admin, documents.decider, streamName(documents.kind, id), command, key, { expectedVersion: seen });
    return this.show(admin, documents, id);
  }

  private async refuseTakenName(
    { tenantId }: SignedInAdmin,
    { kind, title }: { readonly kind: SettingKind; readonly title: string },
    id: string,
    name: string | undefined,
  ): Promise<void> {
    if (name !== undefined && (await isNameTaken(this.database, { tenantId, kind, id, name })))
      throw new ProblemException(409, 'name-taken', `Another ${title} of this name is there already. Choose another name.`);
  }
}

const nameIn = (command: unknown): string | undefined => (command as { readonly name?: string }).name;
