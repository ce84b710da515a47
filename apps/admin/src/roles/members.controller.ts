import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Needs } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { Members } from './members.service.js';
import { AddMember, GiveRoleBody } from './requests.js';

@Controller('api/v1/members')
export class MembersController {
  constructor(@Inject(Members) private readonly members: Members) {}

  @Get()
  @Needs('members.view')
  async list(@Admin() admin: SignedInAdmin) {
    return { items: await this.members.list(admin) };
  }

  @Post()
  @Needs('members.change')
  add(@Admin() admin: SignedInAdmin, @Body() request: AddMember, @IdempotencyKey() key: string) {
    return this.members.add(admin, request, key);
  }

  @Put(':id/role')
  @Needs('members.change')
  giveRole(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { role }: GiveRoleBody,
    @IdempotencyKey() key: string,
  ) {
    return this.members.giveRole(admin, id, role, key);
  }
}
