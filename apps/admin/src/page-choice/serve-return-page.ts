import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { RETURN_PAGE, RETURN_SCRIPT } from './return-page.js';

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
};

/**
 * For everybody: the session's cookie does not come along from another site, so the page that Facebook opens can know nobody. What it asks
 * then, it asks as the person who is signed in.
 */
@Injectable()
export class ServeReturnPage implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly http: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance();
    fastify.get('/api/v1/page-choices/return', (_request, reply) =>
      reply.headers(HEADERS).type('text/html; charset=utf-8').send(RETURN_PAGE),
    );
    fastify.get('/api/v1/page-choices/return.js', (_request, reply) =>
      reply.headers(HEADERS).type('text/javascript; charset=utf-8').send(RETURN_SCRIPT),
    );
  }
}
