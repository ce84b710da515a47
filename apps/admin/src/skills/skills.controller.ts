import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { Needs } from '../needs.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { AddSkill, RenameSkillBody, SkillsQuery } from './requests.js';
import { Skills } from './skills.service.js';

@Controller('api/v1/skills')
@UseInterceptors(VersionAsETag)
export class SkillsController {
  constructor(@Inject(Skills) private readonly skills: Skills) {}

  /** The catalogue of skills and languages. */
  @Get()
  @Needs('skills.view')
  list(@Admin() admin: SignedInAdmin, @Query() query: SkillsQuery) {
    return this.skills.list(admin, query);
  }

  /** One of each key; its names may change, the key does not. */
  @Post()
  @Needs('skills.change')
  add(@Admin() admin: SignedInAdmin, @Body() request: AddSkill, @IdempotencyKey() key: string) {
    return this.skills.add(admin, request, key);
  }

  /** Skills and languages that agents have or queues ask for, with how many there are of each. */
  @Get('in-use')
  @Needs('skills.view')
  async inUse(@Admin() admin: SignedInAdmin) {
    return { items: await this.skills.inUse(admin) };
  }

  @Get(':id')
  @Needs('skills.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.skills.show(admin, id);
  }

  /** Renames it; agents and policies name the key, so nothing follows. */
  @Patch(':id')
  @Needs('skills.change')
  rename(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RenameSkillBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.skills.rename(admin, id, request, { key, seen });
  }

  /** Archives it; refused while agents have it or queues ask for it. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('skills.change')
  archive(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.skills.archive(admin, id, { key, seen });
  }

  /** Takes it out of the archive. */
  @Post(':id/restore')
  @HttpCode(200)
  @Needs('skills.change')
  restore(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.skills.restore(admin, id, { key, seen });
  }

  /** The agents that have it and the queues that ask for it. */
  @Get(':id/bound')
  @Needs('skills.view')
  async bound(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return { items: await this.skills.bound(admin, id) };
  }
}
