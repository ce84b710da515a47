import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import { ControlProblem } from '../platform.js';
import type { PlayContext } from './context.js';
import { serveControl } from './control.js';
import { serveLive } from './live.js';
import { serveMedia } from './media.js';

const MAX_UPLOAD = 200 * 1024 * 1024;

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** The customer's page and the control API. */
export const servePlay = async (app: FastifyInstance, context: PlayContext): Promise<void> => {
  await app.register(fastifyMultipart, { limits: { fileSize: MAX_UPLOAD, files: 1 } });
  await app.register(fastifyStatic, { root: fileURLToPath(new URL('../../page', import.meta.url)), cacheControl: false });

  // The API has no log-in; so at least no other web page may use it from the browser of whoever runs the demo.
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers;
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) {
      throw new ControlProblem(400, 'foreign origin', 'The control API takes no requests from other web pages.');
    }
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGE_POLICY);
  });
  app.setNotFoundHandler((request, reply) =>
    problem(reply, 404, 'not found', `There is no ${request.method} ${request.url.split('?')[0]}.`),
  );
  app.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) => {
    if (error instanceof ControlProblem) return problem(reply, error.status, error.code, error.message);
    if (error.statusCode !== undefined && error.statusCode < 500) return problem(reply, error.statusCode, 'bad request', error.message);
    return problem(reply, 500, 'internal error', error.message);
  });

  serveControl(app, context);
  serveMedia(app, context.world);
  serveLive(app, context.world);
};

const problem = (
  reply: { code(status: number): { type(type: string): { send(body: string): unknown } } },
  status: number,
  code: string,
  detail: string,
) =>
  reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: code, status, code, detail }));
