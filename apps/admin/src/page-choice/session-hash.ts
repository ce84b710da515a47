import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { sessionTokenOf } from '@madoguchi/sign-in';
import type { FastifyRequest } from 'fastify';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What proves later that it is the same session, and opens nothing. */
export const SessionHash = createParamDecorator((_: unknown, context: ExecutionContext): { readonly hash: string } => ({
  hash: sha256(sessionTokenOf(context.switchToHttp().getRequest<FastifyRequest>().headers) ?? ''),
}));
