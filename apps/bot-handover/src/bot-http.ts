import { FastifyAdapter } from '@nestjs/platform-fastify';

const BODY_LIMIT = 256 * 1024;

/** Bodies stay the exact bytes that were signed. */
export const botHttp = (): FastifyAdapter => {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, requestTimeout: 15_000 });
  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
  return adapter;
};
