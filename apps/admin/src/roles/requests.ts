import { ArrayMaxSize, IsArray, IsEmail, IsOptional, IsString, Length, Matches } from 'class-validator';

const PERMISSIONS_ARE = 'permissions must be a list of names as GET /api/v1/permissions gives them, or <what>.all';

export class AddRole {
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  /** `integration-accounts.view`, or `integration-accounts.all` for all of one kind. */
  @IsArray({ message: PERMISSIONS_ARE })
  @ArrayMaxSize(200)
  @IsString({ each: true, message: PERMISSIONS_ARE })
  permissions: string[];
}

/** What is left out stays; permissions are given whole. */
export class ChangeRoleBody {
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name?: string;

  @IsOptional()
  @IsArray({ message: PERMISSIONS_ARE })
  @ArrayMaxSize(200)
  @IsString({ each: true, message: PERMISSIONS_ARE })
  permissions?: string[];
}

const ROLE_IS = 'role must be admin, supervisor, agent, or the id of a role of GET /api/v1/roles';
const ROLE = /^(admin|supervisor|agent|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export class AddMember {
  @IsEmail({ require_tld: false }, { message: 'email must look like name@example.com' })
  email: string;

  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  @IsString()
  @Length(10, 200, { message: 'password must have 10 to 200 characters' })
  password: string;

  @Matches(ROLE, { message: ROLE_IS })
  role: string;
}

export class GiveRoleBody {
  @Matches(ROLE, { message: ROLE_IS })
  role: string;
}
