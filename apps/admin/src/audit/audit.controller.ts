import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Needs } from '../needs.js';
import { Admin, type SignedInAdmin } from '../signed-in.js';
import { AUDIT_FORMATS } from './audit-formats.js';
import { AuditExportQuery, AuditQuery } from './audit-query.js';
import { Audit, type AuditEntry } from './audit.service.js';

@Controller('api/v1/audit')
export class AuditController {
  constructor(@Inject(Audit) private readonly audit: Audit) {}

  /** Who did what, newest first. */
  @Get()
  @Needs('audit.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: AuditQuery) {
    return this.audit.list(admin, query);
  }

  /** The same as a file, without a limit; it is recorded who took it. */
  @Get('export')
  @Needs('audit.export')
  async export(@Admin() admin: SignedInAdmin, @Query() query: AuditExportQuery, @Res() reply: FastifyReply): Promise<void> {
    const pages = await this.audit.export(admin, query);
    await reply
      .headers({
        'content-type': AUDIT_FORMATS[query.format].contentType,
        'content-disposition': `attachment; filename="audit.${query.format}"`,
        'cache-control': 'no-store',
      })
      .send(Readable.from(written(pages, query.format)));
  }
}

async function* written(pages: AsyncIterable<readonly AuditEntry[]>, format: 'ndjson' | 'csv'): AsyncGenerator<string> {
  const { head, rows } = AUDIT_FORMATS[format];
  if (head !== '') yield head;
  for await (const entries of pages) if (entries.length > 0) yield rows(entries);
}
