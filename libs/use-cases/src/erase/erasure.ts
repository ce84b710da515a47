import type { EraseReason } from '@madoguchi/conversation';
import type { Actor, Position } from '@madoguchi/event-sourcing';

/** Somebody asked for a person to be erased. Nothing personal stands in it, so it may be kept. */
export interface EraseRequest {
  /** A uuid; the same when the request is repeated. */
  readonly id: string;
  readonly tenantId: string;
  readonly contactId: string;
  readonly reason: EraseReason;
  readonly requestedBy: Actor;
  /** ISO 8601. */
  readonly requestedAt: string;
}

export interface DestroyedKey {
  readonly id: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly destroyedAt: string;
}

/** What there was of a person when the key had gone; noted down before the rest goes, so that an interrupted erasure can be ended. */
export interface Traces {
  readonly conversations: readonly string[];
  /** Ids of stored files. */
  readonly files: readonly string[];
  /** Events of which something was sealed under the destroyed keys, in the streams of the person and of the conversations. */
  readonly events: number;
  /** Rows of read models by table that said something of the person. */
  readonly rows: Readonly<Record<string, number>>;
}

export interface Erasure extends EraseRequest {
  readonly destroyedKeys: readonly DestroyedKey[];
  readonly traces?: Traces;
  /** Once everything is done. */
  readonly certificate?: Certificate;
}

/** What is given to whom asks what was done: signed, and without anything personal. */
export interface Certificate extends EraseRequest {
  readonly kind: 'madoguchi certificate of erasure';
  readonly format: 1;
  /** ISO 8601. */
  readonly completedAt: string;
  readonly destroyed: Traces & { readonly keys: readonly DestroyedKey[] };
  /** SHA-256 of everything above, as JSON with its names in order, lower-case hex. */
  readonly digest: string;
  /** HMAC-SHA-256 of the digest under a key that follows from the installation's master key, base64url. */
  readonly signature: string;
}

/** The keys of persons, and the list of those who were erased. */
export interface Erasures {
  /** Milliseconds after which no process uses a destroyed key any more. */
  readonly forgottenAfterMs: number;
  /**
   * Destroys every key that the person has now, and puts the erasure on the list, in one step: durable when it resolves. One that is on
   * the list already stays as it was, and gets no further keys but those of `also`, which a restored backup has brought back.
   */
  begin(request: EraseRequest, also?: readonly DestroyedKey[]): Promise<Erasure>;
  noteTraces(id: string, traces: Traces): Promise<void>;
  finish(id: string, certificate: Certificate): Promise<void>;
  find(tenantId: string, id: string): Promise<Erasure | undefined>;
  /** Newest first; of one person, or of all. */
  list(tenantId: string, contactId?: string): Promise<readonly Erasure[]>;
  /** Of all tenants, oldest first: begun, and not ended by whoever began them. */
  unfinished(): Promise<readonly Erasure[]>;
  /** Whether the person ever had a key. */
  knows(tenantId: string, contactId: string): Promise<boolean>;
}

/** A person in the read models. */
export interface PersonRows {
  /** Waits until the read models have come there. @throws when they do not come in time */
  reach(position: Position): Promise<void>;
  conversationsOf(tenantId: string, contactId: string): Promise<readonly string[]>;
  /** Rows of these conversations and of the person that say something of them, and the files that they name. */
  tracesOf(tenantId: string, contactId: string, conversations: readonly string[]): Promise<Pick<Traces, 'files' | 'rows'>>;
  /** Whether no row of these conversations says anything of a person any more. */
  areSilentAbout(conversations: readonly string[]): Promise<boolean>;
}
