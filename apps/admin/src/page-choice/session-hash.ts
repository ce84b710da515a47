import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { sessionTokenOf } from '@madoguchi/sign-in';
import type { FastifyRequest } from 'fastify';
import { secretHash } from '../secret-hash.js';

/** What proves later that it is the same session, and opens nothing. */
export const SessionHash = createParamDecorator((_: unknown, context: ExecutionContext): { readonly hash: string } => ({
  hash: secretHash(sessionTokenOf(context.switchToHttp().getRequest<FastifyRequest>().headers) ?? ''),
}));
