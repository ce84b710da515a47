import httpProxy from '@fastify/http-proxy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemOf } from '@madoguchi/service-kit';

/** What the service admin answers, under the desk's origin, so that the page has one. Reading agents is the desk's own. */
const RESOURCES = {
  'integration-accounts': ['GET', 'POST', 'PATCH', 'DELETE'],
  'integration-account-types': ['GET'],
  forms: ['GET', 'POST'],
  home: ['GET'],
  'page-choices': ['GET', 'POST'],
  'contact-windows': ['GET', 'POST', 'PATCH', 'DELETE'],
  'channel-health': ['GET', 'POST'],
  bots: ['GET', 'POST', 'PATCH', 'DELETE'],
  queues: ['GET', 'POST', 'PATCH', 'DELETE'],
  agents: ['POST'],
  'agent-profiles': ['GET', 'PATCH'],
  skills: ['GET', 'POST', 'PATCH', 'DELETE'],
  'business-hours': ['GET', 'POST', 'PATCH', 'DELETE'],
  'content-profiles': ['GET', 'POST', 'PATCH', 'DELETE'],
  'reply-templates': ['GET', 'POST', 'PATCH', 'DELETE'],
  organisation: ['GET', 'PATCH'],
  permissions: ['GET'],
  roles: ['GET', 'POST', 'PATCH', 'DELETE'],
  members: ['GET', 'POST', 'PUT'],
  audit: ['GET'],
  events: ['GET'],
} as const;

const DEADLINE_MS = 15_000;
/** An export is silent while nothing in the log fits, and waits for whoever reads it slowly. */
const EXPORT_DEADLINE_MS = 10 * 60_000;

/** Cookie and authorization go along as they came: admin asks for itself who it is. */
export const forwardToAdmin = async (app: NestFastifyApplication, adminUrl: string): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  for (const [resource, methods] of Object.entries(RESOURCES)) {
    const prefix = `/api/v1/${resource}`;
    await fastify.register(httpProxy, {
      upstream: adminUrl,
      prefix,
      rewritePrefix: prefix,
      httpMethods: [...methods],
      http: { requestOptions: { timeout: resource === 'events' ? EXPORT_DEADLINE_MS : DEADLINE_MS } },
      replyOptions: {
        onError: (reply) => {
          const problem = problemOf(503, 'not-available', 'The service admin does not answer now. Try again in a moment.');
          void reply.status(503).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
        },
      },
    });
  }
};
