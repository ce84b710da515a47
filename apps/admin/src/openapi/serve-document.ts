import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { openApiDocument } from './document.js';

/** The description of the API at `/api/openapi.json`: for everybody, because it is the same for everybody. */
@Injectable()
export class ServeDocument implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly http: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    this.http.httpAdapter.getInstance().get('/api/openapi.json', (_request, reply) => reply.send(openApiDocument));
  }
}
