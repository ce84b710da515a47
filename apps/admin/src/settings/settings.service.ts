import { Inject, Injectable } from '@nestjs/common';
import { type Decider, derivedId, type DomainEvent, type EventStore, fold, Refusal, streamName } from '@madoguchi/event-sourcing';
import { isNameTaken, listSettings, type SettingKind } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { asCommand, causeOf, wasRecorded } from '../as-command.js';
import type { SettingsQuery } from '../page-query.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE } from '../tokens.js';
import { currentDocument } from './current-document.js';
import { Names, namesBeside, nameTaken, type ScopedName } from './names.service.js';

/** One kind of small documents of a tenant, each with a stream of its own. */
export interface DocumentKind<State extends { readonly status: string }, Command, Event extends DomainEvent, View> {
  readonly kind: SettingKind;
  readonly decider: Decider<State, Command, Event>;
  /** For problems: `business hours`. */
  readonly title: string;
  /** Which names of it no other may have; left out: its name. */
  namesIn?(state: State): readonly ScopedName[];
  view(id: string, state: State, version: number): View;
}

/** `beforehand`: saves what does not stand in the events, once nothing is left that would refuse them. */
interface WriteOptions {
  readonly key: string;
  readonly seen?: number;
  beforehand?(): Promise<void>;
}

/** What is done with every kind of them alike. Lists come from the read model, everything else from the stream. */
@Injectable()
export class Settings {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(Names) private readonly names: Names,
  ) {}

  async list<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    { kind, view }: DocumentKind<State, Command, Event, View>,
    { archived, cursor, limit }: SettingsQuery,
    having?: object,
  ): Promise<{ readonly items: readonly View[]; readonly nextCursor: string | null }> {
    const { items, nextCursor } = await listSettings(this.database, { tenantId: admin.tenantId, kind, archived, having, cursor, limit });
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

  /** Repeated with the same key it gives the same document. `id`: where what it is about says it. */
  async add<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    documents: DocumentKind<State, Command, Event, View>,
    command: Command,
    key: string,
    id = derivedId(documents.kind, admin.tenantId, key),
    beforehand?: WriteOptions['beforehand'],
  ): Promise<View> {
    await this.write(admin, documents, id, command, { key, beforehand });
    return this.show(admin, documents, id);
  }

  /** @throws ProblemException 404, 409, 412 */
  async change<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    documents: DocumentKind<State, Command, Event, View>,
    id: string,
    command: Command,
    options: WriteOptions,
  ): Promise<View> {
    await this.current(admin, documents, id);
    await this.write(admin, documents, id, command, options);
    return this.show(admin, documents, id);
  }

  /**
   * The names first: a document shall not stand there with a name that another got at the same moment. What was recorded before does
   * nothing again.
   */
  private async write<State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
    admin: SignedInAdmin,
    documents: DocumentKind<State, Command, Event, View>,
    id: string,
    command: Command,
    { key, seen, beforehand }: WriteOptions,
  ): Promise<void> {
    const { kind, decider, title } = documents;
    const stream = streamName(kind, id);
    if (await wasRecorded(this.store, admin, stream, key)) return;
    const naming = causeOf(admin, key);
    const namesOf = async (other: string) =>
      namesIn(documents, (await currentDocument(this.store, decider, streamName(kind, other), admin.tenantId)).state);
    const { state, version } = await currentDocument(this.store, decider, stream, admin.tenantId);
    const next = afterwards(decider, state, command);
    const before = namesIn(documents, state);
    const after = namesIn(documents, next ?? state);
    const wanted = namesBeside(after, before);
    await this.refuseNamesBeforeClaims(admin, kind, id, title, wanted);
    try {
      await this.names.claim(naming, wanted, { id, title, namesOf });
      if (next && (seen ?? version) === version) await beforehand?.();
      await asCommand(this.store, admin, decider, stream, command, key, { expectedVersion: seen });
    } catch (error) {
      // Of anything but a refusal nobody knows yet what became of it.
      if (error instanceof ProblemException && error.getStatus() < 500)
        await this.names.release(naming, namesBeside(wanted, await namesOf(id)), id);
      throw error;
    }
    await this.names.release(naming, namesBeside(before, await namesOf(id)), id);
  }

  /** What was called so before names were claimed is found in the list. */
  private async refuseNamesBeforeClaims(
    { tenantId }: SignedInAdmin,
    kind: SettingKind,
    id: string,
    title: string,
    names: readonly ScopedName[],
  ): Promise<void> {
    for (const { scope, name } of names)
      if (scope === kind && (await isNameTaken(this.database, { tenantId, kind, id, name }))) throw nameTaken(title);
  }
}

const namesIn = <State extends { readonly status: string }, Command, Event extends DomainEvent, View>(
  { kind, namesIn: own }: DocumentKind<State, Command, Event, View>,
  state: State,
): readonly ScopedName[] => {
  if (state.status === 'none' || state.status === 'archived') return [];
  const { name } = state as { readonly name?: string };
  return own?.(state) ?? (name ? [{ scope: kind, name }] : []);
};

/** What would come of it; undefined when it is refused: a refusal is told when the command is really made, which may have been done already. */
const afterwards = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  state: State,
  command: Command,
): State | undefined => {
  try {
    return fold({ initialState: () => state, evolve: decider.evolve }, decider.decide(command, state));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};
