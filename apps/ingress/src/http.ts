import { FastifyAdapter } from '@nestjs/platform-fastify';

/** Meta sends batches of up to 3 MB. */
const BODY_LIMIT = 5 * 1024 * 1024;
const HEADER_LIMIT = 32 * 1024;
const MOST_CONNECTIONS = 5_000;
/** The token of a public file is longer than the hundred characters that Fastify takes by default. */
const LONGEST_PARAMETER = 500;

/** HTTP as platforms use it: bodies stay the exact bytes that were signed, slow senders are cut off. */
export const webhookHttp = (): FastifyAdapter => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    requestTimeout: 15_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 0,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: HEADER_LIMIT, connectionsCheckingInterval: 5_000 },
  });
  const fastify = adapter.getInstance();
  fastify.server.maxConnections = MOST_CONNECTIONS;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
  return adapter;
};
