import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import { PERMISSION_TEXTS, PERMISSIONS } from '@madoguchi/accounts';
import { Needs } from '../needs.js';
import { SeenVersion, VersionAsETag } from '../seen-version.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { AddRole, ChangeRoleBody } from './requests.js';
import { RoleIdPipe } from './role-id.pipe.js';
import { Roles } from './roles.service.js';

@Controller('api/v1')
@UseInterceptors(VersionAsETag)
export class RolesController {
  constructor(@Inject(Roles) private readonly roles: Roles) {}

  /** Everything that a role can allow, with its name in each language. */
  @Get('permissions')
  @Needs('roles.view')
  permissions() {
    return { items: PERMISSIONS.map((permission) => ({ permission, texts: PERMISSION_TEXTS[permission] })) };
  }

  @Get('roles')
  @Needs('roles.view')
  async list(@Admin() admin: SignedInAdmin) {
    return { items: await this.roles.list(admin) };
  }

  @Post('roles')
  @Needs('roles.change')
  add(@Admin() admin: SignedInAdmin, @Body() request: AddRole, @IdempotencyKey() key: string) {
    return this.roles.add(admin, request, key);
  }

  @Get('roles/:id')
  @Needs('roles.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', RoleIdPipe) id: string) {
    return this.roles.show(admin, id);
  }

  @Patch('roles/:id')
  @Needs('roles.change')
  change(
    @Admin() admin: SignedInAdmin,
    @Param('id', RoleIdPipe) id: string,
    @Body() request: ChangeRoleBody,
    @IdempotencyKey() key: string,
    @SeenVersion() seen?: number,
  ) {
    return this.roles.change(admin, id, request, key, seen);
  }

  /** Archives it; refused while somebody has it. */
  @Delete('roles/:id')
  @HttpCode(200)
  @Needs('roles.change')
  archive(@Admin() admin: SignedInAdmin, @Param('id', RoleIdPipe) id: string, @IdempotencyKey() key: string, @SeenVersion() seen?: number) {
    return this.roles.archive(admin, id, key, seen);
  }
}
