import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '@madoguchi/accounts';
import { ProblemException, PUBLIC_ROUTES, RefusalsInLog } from '@madoguchi/service-kit';
import { type SignedIn, SignIn, sessionTokenOf } from '@madoguchi/sign-in';
import type { FastifyRequest } from 'fastify';

type SignedInRequest = FastifyRequest & { signedIn?: SignedIn };

const WITHOUT_SESSION = 'without session';
const NEEDED_PERMISSION = 'needed permission';

/** The one way past the guard for routes of the desk. */
export const WithoutSession = () => SetMetadata(WITHOUT_SESSION, true);

/** What somebody's role must allow, as in the administrators' API. A route that does not say so is for everybody who is signed in. */
export const Needs = (permission: Permission) => SetMetadata(NEEDED_PERMISSION, permission);

/** Every route needs a session, unless it says otherwise. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(RefusalsInLog) private readonly refusals: RefusalsInLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const places = [context.getHandler(), context.getClass()];
    if (PUBLIC_ROUTES.has(request.routeOptions.url) || this.reflector.getAllAndOverride<boolean>(WITHOUT_SESSION, places)) return true;
    const token = sessionTokenOf(request.headers);
    const signedIn = token === undefined ? undefined : await this.signIn.sessionFor(token);
    if (!signedIn)
      throw new ProblemException(401, 'not-signed-in', 'Sign in first: POST /api/v1/sessions with e-mail address and password.');
    const needed = this.reflector.getAllAndOverride<Permission | undefined>(NEEDED_PERMISSION, places);
    if (needed && !signedIn.permissions.includes(needed)) {
      await this.refusals.record(signedIn, needed, request);
      throw new ProblemException(403, 'not-allowed', `Your role does not allow this. It needs the permission "${needed}".`, {
        permission: needed,
      });
    }
    request.signedIn = signedIn;
    return true;
  }
}

/** Who asks. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!signedIn) throw new Error('this handler is reached without a session');
  return signedIn;
});

/** @throws ProblemException for a person who administers only. */
export const agentIdOf = ({ user }: SignedIn): string => {
  if (user.agentId === null)
    throw new ProblemException(403, 'no-agent', 'You sign in without being an agent. Ask an administrator to make you one.');
  return user.agentId;
};
