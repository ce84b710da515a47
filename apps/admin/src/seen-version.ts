import { type CallHandler, createParamDecorator, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ProblemException } from '@madoguchi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** The version that the person saw, of the header `If-Match`; undefined when it was not sent, or `*`. */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const tag = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (tag === undefined || tag.trim() === '*') return undefined;
  const [, version] = /^\s*"(\d{1,9})"\s*$/.exec(tag) ?? [];
  if (version === undefined)
    throw new ProblemException(400, 'bad-if-match', 'Send If-Match with the ETag of the answer that you saw, such as "7".');
  return Number(version);
});

/** Answers that bear a `version` get it as their ETag, to be sent back as `If-Match`. */
@Injectable()
export class VersionAsETag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number') void reply.header('etag', `"${version}"`);
        return body;
      }),
    );
  }
}
