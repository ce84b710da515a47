import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Needs, NeedsForMore } from '../needs.js';
import { Admin, type SignedInAdmin } from '../signed-in.js';
import { EventsExports } from './events-export.js';
import { ExportQuery } from './export-query.js';

/** The tenant's part of the log, as a file that is written while it is read. */
@Needs('events.export')
@Controller('api/v1/events')
export class EventsController {
  constructor(@Inject(EventsExports) private readonly exports: EventsExports) {}

  @Get()
  @NeedsForMore('unseal', 'events.unseal')
  async export(@Admin() admin: SignedInAdmin, @Query() query: ExportQuery, @Res() reply: FastifyReply): Promise<void> {
    const { contentType, fileName, upTo, bytes } = await this.exports.start(admin, query);
    await reply
      .headers({
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
        'madoguchi-up-to': upTo,
      })
      .send(bytes);
  }
}
