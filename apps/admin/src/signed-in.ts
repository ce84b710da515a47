import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { LOGGER, type Logger, ProblemException } from '@madoguchi/service-kit';
import { sessionTokenOf, SignIn } from '@madoguchi/sign-in';
import type { FastifyRequest } from 'fastify';

export interface SignedInAdmin {
  readonly tenantId: string;
  readonly userId: string;
}

type RequestOfAdmin = FastifyRequest & { admin?: SignedInAdmin };

/** Everything here is for administrators; a refusal leaves a trace. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<RequestOfAdmin>();
    if (/^\/(health|metrics)(\/|$)/.test(request.url)) return true;
    const token = sessionTokenOf(request.headers);
    const signedIn = token && (await this.signIn.sessionFor(token));
    if (!signedIn) throw new ProblemException(401, 'not-signed-in', 'Sign in first: POST /api/v1/sessions.');
    if (signedIn.user.role !== 'admin') {
      this.log.warn({ userId: signedIn.user.id, method: request.method, route: request.routeOptions.url }, 'refused: not an administrator');
      throw new ProblemException(403, 'not-allowed', 'Only administrators may do this.');
    }
    request.admin = { tenantId: signedIn.tenant.id, userId: signedIn.user.id };
    return true;
  }
}

/** The signed-in administrator of a route's request. */
export const Admin = createParamDecorator((_: unknown, context: ExecutionContext): SignedInAdmin => {
  const { admin } = context.switchToHttp().getRequest<RequestOfAdmin>();
  if (!admin) throw new Error('a route of the admin service is not behind AdminGuard');
  return admin;
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The header that makes a repeated command the same command. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !uuid.test(key)) {
    throw new ProblemException(400, 'no-idempotency-key', 'Send the header Idempotency-Key with a new uuid; repeat the same one when you repeat the command.');
  }
  return key.toLowerCase();
});
