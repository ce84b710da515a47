import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ProblemException } from '@madoguchi/service-kit';
import type { FastifyRequest } from 'fastify';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A uuid that the caller made for this one action and repeats when the answer was lost. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !uuid.test(key)) {
    throw new ProblemException(
      400,
      'idempotency-key-needed',
      'Send the header Idempotency-Key with a new uuid for each action, and the same one when you repeat it.',
    );
  }
  return key.toLowerCase();
});
