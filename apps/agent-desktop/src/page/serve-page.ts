import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemOf } from '@madoguchi/service-kit';

/**
 * The built page. Files with a hash in their name never change; everything that is no file and not the API is the page
 * itself, which knows its own addresses.
 *
 * @returns false when the page is not built: then only the API is there.
 */
export const servePage = async (app: NestFastifyApplication, folder: string): Promise<boolean> => {
  const fastify = app.getHttpAdapter().getInstance();
  if (!existsSync(join(folder, 'index.html'))) return false;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) =>
      void response.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  fastify.get('/', (_request, reply) => reply.sendFile('index.html'));
  fastify.get('/*', (request, reply) => {
    const isPage = !/^\/(api|assets|health|metrics)(\/|$)/.test(request.url) && (request.headers.accept ?? '').includes('text/html');
    if (isPage) return reply.sendFile('index.html');
    const problem = problemOf(404, 'not-found', `There is nothing at ${request.url.split('?')[0]}.`);
    return reply
      .status(404)
      .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
      .send(JSON.stringify(problem));
  });
  return true;
};
