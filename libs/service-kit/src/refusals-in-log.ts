import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import type { Logger } from './logger.js';
import { refusedFor } from './problem.js';

/** Who asks, as a session tells. */
interface Person {
  readonly user: { readonly id: string; readonly agentId: string | null; readonly role: string };
  readonly tenant: { readonly id: string };
}

/** Who was refused what, and where. */
export interface Refused {
  readonly tenantId: string;
  readonly userId: string;
  readonly agentId: string | null;
  readonly role: string;
  readonly permission: string;
  readonly method: string;
  /** As the route is written. */
  readonly route: string;
}

/** Puts into the log who was refused, before they are told. Refused is refused, also when the log is away. */
export class RefusalsInLog implements NestInterceptor {
  constructor(
    private readonly log: Logger,
    private readonly recordRefused: (refused: Refused) => Promise<void>,
  ) {}

  /** What a handler refuses to whom the guard let in: it leaves them as `signedIn` of the request. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        const lacking = refusedFor(error);
        const request =
          context.getType() === 'http' ? context.switchToHttp().getRequest<FastifyRequest & { signedIn?: Person }>() : undefined;
        if (lacking === undefined || !request?.signedIn) return throwError(() => error);
        return from(this.record(request.signedIn, lacking, request)).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }

  async record({ user, tenant }: Person, permission: string, { method, routeOptions }: FastifyRequest): Promise<void> {
    const { id: userId, agentId, role } = user;
    const refused = { tenantId: tenant.id, userId, agentId, role, permission, method, route: routeOptions.url ?? '' };
    this.log.warn(refused, 'refused');
    try {
      await this.recordRefused(refused);
    } catch (error) {
      this.log.error({ err: error, userId }, 'a refusal could not be recorded');
    }
  }
}
