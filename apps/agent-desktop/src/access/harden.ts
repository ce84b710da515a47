import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemOf } from '@madoguchi/service-kit';
import { mayChange } from './same-origin.js';

/** Mantine writes its styles into the page at run time; pictures of customers come from the platforms. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Unlike files of the page, answers of the API are kept nowhere. The route decides: an address can be written in many ways. */
const isOfPage = (route: string | undefined): boolean => route !== undefined && !route.startsWith('/api/');

/** Headers for every answer, and the refusal of changes that another site asks for, at every address. Also in front of what is proxied. */
export const harden = (app: NestFastifyApplication): void => {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      reply.headers({
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      });
      if (!isOfPage(request.routeOptions.url)) reply.header('cache-control', 'no-store');
      if (!mayChange(request.method, request.headers, request.host)) {
        const problem = problemOf(
          403,
          'foreign-origin',
          'Changes are accepted from the desk’s own page only. Programs send no Origin header.',
        );
        await reply.status(403).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
      }
    });
};
