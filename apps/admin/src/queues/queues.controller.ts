import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Needs } from '../needs.js';
import { SettingsQuery } from '../page-query.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { Queues } from './queues.service.js';
import { AddQueue, ChangeQueueBody } from './requests.js';

@Controller('api/v1/queues')
@UseInterceptors(VersionAsETag)
export class QueuesController {
  constructor(@Inject(Queues) private readonly queues: Queues) {}

  @Get()
  @Needs('queues.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SettingsQuery) {
    return this.queues.list(admin, query);
  }

  @Post()
  @Needs('queues.change')
  add(@Admin() admin: SignedInAdmin, @Body() request: AddQueue, @IdempotencyKey() key: string) {
    return this.queues.add(admin, request, key);
  }

  @Get(':id')
  @Needs('queues.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.queues.show(admin, id);
  }

  @Patch(':id')
  @Needs('queues.change')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeQueueBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.queues.change(admin, id, request, { key, seen });
  }

  /** Archives it; refused while something is bound to it. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('queues.change')
  archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.queues.archive(admin, id, { key, seen });
  }

  /** Takes it out of the archive; refused while its name is another's, or what its policy names is archived. */
  @Post(':id/restore')
  @HttpCode(200)
  @Needs('queues.change')
  restore(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.queues.restore(admin, id, { key, seen });
  }

  @Get(':id/bound')
  @Needs('queues.view')
  async bound(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { items: await this.queues.bound(admin, id) };
  }
}
