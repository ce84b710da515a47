import httpProxy from '@fastify/http-proxy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ADMIN_RESOURCES } from '@madoguchi/contracts';
import { problemOf } from '@madoguchi/service-kit';

const DEADLINE_MS = 15_000;
const LONGER_DEADLINES_MS: Readonly<Record<string, number>> = {
  // An export is silent while nothing in the log fits, and waits for whoever reads it slowly.
  events: 10 * 60_000,
  // An erasure waits until the read models have followed, and deletes files.
  contacts: 2 * 60_000,
};

/** Cookie and authorization go along as they came: admin asks for itself who it is. */
export const forwardToAdmin = async (app: NestFastifyApplication, adminUrl: string): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  for (const [resource, methods] of Object.entries(ADMIN_RESOURCES)) {
    const prefix = `/api/v1/${resource}`;
    await fastify.register(httpProxy, {
      upstream: adminUrl,
      prefix,
      rewritePrefix: prefix,
      httpMethods: [...methods],
      http: { requestOptions: { timeout: LONGER_DEADLINES_MS[resource] ?? DEADLINE_MS } },
      replyOptions: {
        onError: (reply) => {
          const problem = problemOf(503, 'not-available', 'The service admin does not answer now. Try again in a moment.');
          void reply.status(503).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
        },
      },
    });
  }
};
