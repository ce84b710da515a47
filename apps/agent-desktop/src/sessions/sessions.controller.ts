import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionView } from '@madoguchi/contracts';
import { Refusal } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import { SESSION_COOKIE, type SignedIn, SignIn } from '@madoguchi/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, WithoutSession } from '../access/session.guard.js';
import { SignInBody } from './sign-in.request.js';

const viewOf = ({ user, tenant, permissions }: SignedIn): SessionView => ({ user, tenant, permissions });

const statusOf: Readonly<Record<string, number>> = { 'wrong-credentials': 401, 'too-many-attempts': 429 };

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(@Inject(SignIn) private readonly signIn: SignIn) {}

  @ApiOperation({ summary: 'Sign in. Sets the cookie for the page; `bearer: true` gives the token for a program.' })
  @Post()
  @HttpCode(200)
  @WithoutSession()
  async create(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, signedIn } = await this.signIn
      .signIn({ email: body.email, password: body.password, address: request.ip })
      .catch((error: unknown) => {
        throw error instanceof Refusal ? this.refused(error, reply) : error;
      });
    reply.header('set-cookie', cookieOf(token, request));
    return { ...viewOf(signedIn), ...(body.bearer ? { token } : {}) };
  }

  @ApiOperation({ summary: 'Who is signed in.' })
  @Get('current')
  current(@Caller() caller: SignedIn): SessionView {
    return viewOf(caller);
  }

  @ApiOperation({ summary: 'Sign out.' })
  @Delete('current')
  @HttpCode(204)
  async end(@Caller() caller: SignedIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(caller.sessionId);
    reply.header('set-cookie', `${cookieOf('', request)}; Max-Age=0`);
  }

  private refused(refusal: Refusal, reply: FastifyReply): ProblemException {
    const { retryAfterSeconds } = refusal.details;
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds));
    return new ProblemException(statusOf[refusal.code] ?? 422, refusal.code, refusal.message, refusal.details);
  }
}

/** Gone with the browser's session; the server ends it after twelve hours anyway. */
const cookieOf = (token: string, request: FastifyRequest): string =>
  `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict${request.protocol === 'https' ? '; Secure' : ''}`;
