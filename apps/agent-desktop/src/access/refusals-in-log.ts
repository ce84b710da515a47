import { randomUUID } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { EventStore } from '@madoguchi/event-sourcing';
import { LOGGER, type Logger, refusedFor } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import { recordRefusal } from '@madoguchi/use-cases';
import type { FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { EVENT_STORE } from '../tokens.js';

/** As the guard leaves it. */
export type SignedInRequest = FastifyRequest & { signedIn?: SignedIn };

/** Puts into the log who was refused, before they are told. Refused is refused, also when the log is away. */
@Injectable()
export class RefusalsInLog implements NestInterceptor {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** What a handler refuses to whom the guard let in. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        const lacking = refusedFor(error);
        const request = context.getType() === 'http' ? context.switchToHttp().getRequest<SignedInRequest>() : undefined;
        if (lacking === undefined || !request?.signedIn) return throwError(() => error);
        return from(this.record(request.signedIn, lacking, request)).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }

  async record({ user, tenant }: SignedIn, permission: string, { method, routeOptions }: FastifyRequest): Promise<void> {
    const { id: userId, agentId, role } = user;
    const refused = { tenantId: tenant.id, userId, agentId, role, permission, method, route: routeOptions.url ?? '' };
    this.log.warn(refused, 'refused');
    try {
      await recordRefusal(this.store, randomUUID(), refused, () => new Date());
    } catch (error) {
      this.log.error({ err: error, userId }, 'a refusal could not be recorded');
    }
  }
}
