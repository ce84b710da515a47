import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { EVENT_FORMATS } from '@madoguchi/event-formats';
import { type EventStore, Refusal, START } from '@madoguchi/event-sourcing';
import { Background, ProblemException } from '@madoguchi/service-kit';
import { checkedFilter, type EventFilter, type ReadableLog, replay, startAuditedExport, type Unseal } from '@madoguchi/use-cases';
import type { SignedInAdmin } from '../signed-in.js';
import { EVENT_STORE, SEALED_LOG } from '../tokens.js';
import { ExportPlaces } from './export-places.js';
import type { ExportQuery } from './export-query.js';
import { whileTaken } from './while-taken.js';

/** How long an export waits for its reader before it is broken off; for specs. */
export const PATIENCE_MS = Symbol('PATIENCE_MS');
const USUAL_PATIENCE_MS = 60_000;

export interface EventsExport {
  readonly contentType: string;
  readonly fileName: string;
  /** Where it ends: the next export may begin behind it. */
  readonly upTo: string;
  /** Read to its end, left early or not read on, it records how it ended. */
  readonly bytes: Readable;
}

/** The log as it stands, so that nothing is opened for who may not see it, and what opens it for who may. */
export interface SealedEvents {
  readonly raw: ReadableLog;
  readonly open: Unseal;
}

/** Takes events of one tenant out of the log. Who took what stands in the log before the first of them leaves. */
@Injectable()
export class EventsExports {
  private readonly places = new ExportPlaces();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SEALED_LOG) private readonly sealed: SealedEvents,
    @Inject(Background) private readonly background: Background,
    @Optional() @Inject(PATIENCE_MS) private readonly patienceMs = USUAL_PATIENCE_MS,
  ) {}

  async start({ tenantId, userId }: SignedInAdmin, query: ExportQuery): Promise<EventsExport> {
    const filter = { ...filterOf(query), tenantId };
    const giveBack = this.places.take(tenantId);
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
      const bytes = await whileTaken(encoded(audited(pages), query.format, giveBack), this.patienceMs);
      return { contentType, fileName: `events-${exportId}.${query.format}`, upTo, bytes };
    } catch (error) {
      giveBack();
      throw error;
    }
  }
}

/** @param ended is called when it has ended, however that came */
async function* encoded(pages: ReturnType<typeof replay>, format: ExportQuery['format'], ended: () => void): AsyncGenerator<Uint8Array> {
  const encoder = EVENT_FORMATS[format].start();
  try {
    for await (const { events } of pages) {
      const bytes = encoder.encode(events);
      if (bytes.length > 0) yield bytes;
    }
    const rest = encoder.end();
    if (rest.length > 0) yield rest;
  } finally {
    ended();
  }
}

const filterOf = ({ stream, category, type, channel, from, to }: ExportQuery): EventFilter => {
  try {
    return checkedFilter({ stream, categories: category, types: type, channels: channel, from, to });
  } catch (error) {
    if (error instanceof Refusal) throw new ProblemException(422, error.code, error.message);
    throw error;
  }
};
