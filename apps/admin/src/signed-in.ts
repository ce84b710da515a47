import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '@madoguchi/accounts';
import { ProblemException, PUBLIC_ROUTES, RefusalsInLog } from '@madoguchi/service-kit';
import { type SignedIn, sessionTokenOf, SignIn } from '@madoguchi/sign-in';
import type { FastifyRequest } from 'fastify';
import { NEEDED_FOR_MORE, NEEDED_PERMISSION, type NeededForMore, WITHOUT_SIGN_IN } from './needs.js';

export interface SignedInAdmin {
  readonly tenantId: string;
  readonly userId: string;
  /** What they may do: nobody can give others more than that. */
  readonly permissions: readonly Permission[];
}

type RequestOfAdmin = FastifyRequest & { signedIn?: SignedIn; admin?: SignedInAdmin };

/** Lets those in whose role allows what the route needs; who is refused stands in the log before they are told. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(RefusalsInLog) private readonly refusals: RefusalsInLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<RequestOfAdmin>();
    if (PUBLIC_ROUTES.has(request.routeOptions.url)) return true;
    if (this.reflector.get<true | undefined>(WITHOUT_SIGN_IN, context.getHandler())) return true;
    const token = sessionTokenOf(request.headers);
    const signedIn = token && (await this.signIn.sessionFor(token));
    if (!signedIn) throw new ProblemException(401, 'not-signed-in', 'Sign in first: POST /api/v1/sessions.');
    const needed = this.reflector.getAllAndOverride<Permission | undefined>(NEEDED_PERMISSION, [context.getHandler(), context.getClass()]);
    if (!needed)
      throw new ProblemException(403, 'no-permission-named', 'This route names no permission, so it is for nobody. It needs @Needs(…).');
    const more = this.reflector.get<NeededForMore | undefined>(NEEDED_FOR_MORE, context.getHandler());
    const asksForMore = more !== undefined && (request.query as Readonly<Record<string, unknown>>)[more.asked] === 'true';
    const missing = [needed, ...(asksForMore ? [more.permission] : [])].find((one) => !signedIn.permissions.includes(one));
    if (missing) {
      await this.refusals.record(signedIn, missing, request);
      throw new ProblemException(403, 'not-allowed', `Your role does not allow this. It needs the permission "${missing}".`, {
        permission: missing,
      });
    }
    request.signedIn = signedIn;
    request.admin = { tenantId: signedIn.tenant.id, userId: signedIn.user.id, permissions: signedIn.permissions };
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
    throw new ProblemException(
      400,
      'no-idempotency-key',
      'Send the header Idempotency-Key with a new uuid; repeat the same one when you repeat the command.',
    );
  }
  return key.toLowerCase();
});
