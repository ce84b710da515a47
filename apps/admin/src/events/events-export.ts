import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_FORMATS } from '@madoguchi/event-formats';
import { type EventStore, Refusal, START } from '@madoguchi/event-sourcing';
import { Background, ProblemException } from '@madoguchi/service-kit';
import { checkedFilter, type EventFilter, type ReadableLog, replay, startAuditedExport, type Unseal } from '@madoguchi/use-cases';
import type { SignedInAdmin } from '../signed-in.js';
import { EVENT_STORE, SEALED_LOG } from '../tokens.js';
import type { ExportQuery } from './export-query.js';

/** Each reads the log and writes as fast as it can; more of them would be felt by everybody else. */
const MOST_AT_ONCE = 2;

export interface EventsExport {
  readonly contentType: string;
  readonly fileName: string;
  /** Where it ends: the next export may begin behind it. */
  readonly upTo: string;
  /** Read to its end or left early, it records how it ended. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The log as it stands, so that nothing is opened for who may not see it, and what opens it for who may. */
export interface SealedEvents {
  readonly raw: ReadableLog;
  readonly open: Unseal;
}

/** Takes events of one tenant out of the log. Who took what stands in the log before the first of them leaves. */
@Injectable()
export class EventsExports {
  private running = 0;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SEALED_LOG) private readonly sealed: SealedEvents,
    @Inject(Background) private readonly background: Background,
  ) {}

  async start({ tenantId, userId }: SignedInAdmin, query: ExportQuery): Promise<EventsExport> {
    const filter = { ...filterOf(query), tenantId };
    if (this.running >= MOST_AT_ONCE) {
      throw new ProblemException(429, 'too-many-exports', 'Other exports are running. Start this one when they have ended.');
    }
    this.running += 1;
    let encoding = false;
    try {
      const exportId = randomUUID();
      const after = query.after ?? START;
      const upTo = await this.store.head();
      const unseal = query.unseal === 'true' ? this.sealed.open : undefined;
      const audited = await startAuditedExport(
        this.store,
        {
          exportId,
          tenantId,
          actor: { kind: 'admin', id: userId },
          through: 'API',
          format: query.format,
          personalData: unseal ? 'open' : 'sealed',
          filter,
          after,
          upTo,
        },
        () => new Date(),
      );
      const pages = replay(this.sealed.raw, { filter, after, upTo, unseal, signal: this.background.signal });
      const { contentType } = EVENT_FORMATS[query.format];
      encoding = true;
      const bytes = await begun(this.encoded(audited(pages), query.format));
      return { contentType, fileName: `events-${exportId}.${query.format}`, upTo, bytes };
    } catch (error) {
      if (!encoding) this.running -= 1;
      throw error;
    }
  }

  private async *encoded(pages: ReturnType<typeof replay>, format: ExportQuery['format']): AsyncGenerator<Uint8Array> {
    const encoder = EVENT_FORMATS[format].start();
    try {
      for await (const { events } of pages) {
        const bytes = encoder.encode(events);
        if (bytes.length > 0) yield bytes;
      }
      const rest = encoder.end();
      if (rest.length > 0) yield rest;
    } finally {
      this.running -= 1;
    }
  }
}

/**
 * The same, with its first piece in hand. A generator that nobody has asked for anything ends without its `finally`; and what fails at
 * once can still be told as a problem.
 */
const begun = async (pieces: AsyncGenerator<Uint8Array>): Promise<AsyncIterable<Uint8Array>> => {
  let first: IteratorResult<Uint8Array> | undefined = await pieces.next();
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const piece = first ?? (await pieces.next());
        first = undefined;
        return piece;
      },
      return: () => pieces.return(undefined),
    }),
  };
};

const filterOf = ({ stream, category, type, channel, from, to }: ExportQuery): EventFilter => {
  try {
    return checkedFilter({ stream, categories: category, types: type, channels: channel, from, to });
  } catch (error) {
    if (error instanceof Refusal) throw new ProblemException(422, error.code, error.message);
    throw error;
  }
};
