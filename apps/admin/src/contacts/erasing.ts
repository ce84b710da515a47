import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { derivedId, Refusal } from '@madoguchi/event-sourcing';
import { Background, LOGGER, type Logger, ProblemException } from '@madoguchi/service-kit';
import {
  type Certificate,
  type eraseContact,
  type Erasures,
  type EraseRequest,
  type Erasure,
  MediaStoreError,
  printCertificate,
} from '@madoguchi/use-cases';
import type { SignedInAdmin } from '../signed-in.js';
import { confirmationFor, type EraseContactRequest } from './requests.js';

/** What erasing needs; `main.ts` makes it. */
export interface ErasingParts {
  readonly erasures: Erasures;
  readonly eraseContact: ReturnType<typeof eraseContact>;
}

/** How often somebody looks for erasures that nobody ends, and for how long whoever began one is left to it. */
const LOOK_EVERY_MS = 30_000;
const LEFT_ALONE_MS = 120_000;

export const ERASING_PARTS = Symbol('ERASING_PARTS');

/** Erases persons for administrators, and ends what an earlier process has begun. Each request leaves a line in the log. */
@Injectable()
export class Erasing implements OnApplicationBootstrap {
  constructor(
    @Inject(ERASING_PARTS) private readonly parts: ErasingParts,
    @Inject(Background) private readonly background: Background,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.background.run('ending erasures', (signal) => this.endUnfinished(signal));
  }

  async erase(admin: SignedInAdmin, contactId: string, { reason, confirm }: EraseContactRequest, key: string): Promise<Certificate> {
    const { tenantId, userId } = admin;
    const who = { audit: 'erase contact', tenantId, userId, contactId, reason };
    if (confirm !== confirmationFor(contactId)) {
      this.log.warn(who, 'refused: the confirmation was not typed as asked');
      throw new ProblemException(422, 'not-confirmed', `Type "${confirmationFor(contactId)}" to confirm. It cannot be taken back.`);
    }
    const request: EraseRequest = {
      id: derivedId('erasure', tenantId, userId, contactId, key),
      tenantId,
      contactId,
      reason,
      requestedBy: { kind: 'admin', id: userId },
      requestedAt: new Date().toISOString(),
    };
    this.log.info({ ...who, erasureId: request.id }, 'an erasure was asked for');
    try {
      const certificate = await this.parts.eraseContact.begin(request);
      this.log.info({ ...who, erasureId: request.id, digest: certificate.digest }, 'a contact was erased');
      return certificate;
    } catch (error) {
      throw await this.problemOf(error, request);
    }
  }

  list({ tenantId }: SignedInAdmin, contactId?: string): Promise<readonly Erasure[]> {
    return this.parts.erasures.list(tenantId, contactId);
  }

  async show({ tenantId }: SignedInAdmin, id: string): Promise<Erasure> {
    const erasure = await this.parts.erasures.find(tenantId, id);
    if (!erasure) throw new ProblemException(404, 'no-such-erasure', 'There is no such erasure.');
    return erasure;
  }

  async print(admin: SignedInAdmin, id: string): Promise<string> {
    const { certificate } = await this.show(admin, id);
    if (!certificate) throw new ProblemException(409, 'not-finished', 'This erasure has not ended yet. Ask again in a moment.');
    return printCertificate(certificate);
  }

  private async problemOf(error: unknown, { tenantId, id }: EraseRequest): Promise<unknown> {
    if (error instanceof Refusal) return new ProblemException(error.code === 'no-such-contact' ? 404 : 409, error.code, error.message);
    const begun = await this.parts.erasures.find(tenantId, id).catch(() => undefined);
    if (!begun) return error;
    const why = error instanceof MediaStoreError ? error.message : 'The read models did not follow in time, or a service is away.';
    this.log.error({ erasureId: id, err: error }, 'an erasure could not be ended now');
    return new ProblemException(
      503,
      'erasure-not-ended',
      `The keys are destroyed: nobody can read the data any more. The rest is not done yet. ${why} Send the same request with the same Idempotency-Key again.`,
      { erasureId: id },
    );
  }

  private async endUnfinished(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        for (const erasure of await this.parts.erasures.unfinished()) {
          if (signal.aborted) return;
          if (Date.now() - Date.parse(erasure.requestedAt) >= LEFT_ALONE_MS) await this.end(erasure);
        }
      } catch (error) {
        this.log.error({ err: error }, 'an erasure that had been interrupted could not be ended; it is tried again');
      }
    }
  }

  private async end(erasure: Erasure): Promise<void> {
    const { digest } = await this.parts.eraseContact.end(erasure);
    const { id, tenantId, contactId } = erasure;
    this.log.info({ audit: 'erase contact', tenantId, contactId, erasureId: id, digest }, 'an erasure that had been interrupted was ended');
  }
}
