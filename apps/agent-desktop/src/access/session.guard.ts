import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@madoguchi/contracts';
import { ProblemException } from '@madoguchi/service-kit';
import { type SignedIn, SignIn, sessionTokenOf } from '@madoguchi/sign-in';
import type { FastifyRequest } from 'fastify';

const WITHOUT_SESSION = 'without session';
const ROLE = 'role';
const PROTECTED = /^\/api\/v1(\/|$|\?)/;

/** The one way past the guard inside `/api/v1`. */
export const WithoutSession = () => SetMetadata(WITHOUT_SESSION, true);

export const OnlyFor = (role: Role) => SetMetadata(ROLE, role);

type SignedInRequest = FastifyRequest & { signedIn?: SignedIn };

/** Everything under `/api/v1` needs a session, unless it says otherwise. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const places = [context.getHandler(), context.getClass()];
    if (!PROTECTED.test(request.url) || this.reflector.getAllAndOverride<boolean>(WITHOUT_SESSION, places)) return true;
    const token = sessionTokenOf(request.headers);
    const signedIn = token === undefined ? undefined : await this.signIn.sessionFor(token);
    if (!signedIn)
      throw new ProblemException(401, 'not-signed-in', 'Sign in first: POST /api/v1/sessions with e-mail address and password.');
    const role = this.reflector.getAllAndOverride<Role | undefined>(ROLE, places);
    if (role && signedIn.user.role !== role) throw new ProblemException(403, 'not-allowed', `Only the role "${role}" may do this.`);
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
