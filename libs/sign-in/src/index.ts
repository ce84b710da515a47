import type { MigrationInterface } from 'typeorm';
import { RoleRow } from './role.entity.js';
import { Roles1795400010001 } from './roles.migration.js';
import { Session } from './session.entity.js';
import { SignInAttempts } from './sign-in-attempts.entity.js';
import { SignIn1795400010000 } from './sign-in.migration.js';
import { Suspensions1795400010002 } from './suspensions.migration.js';
import { Tenant } from './tenant.entity.js';
import { User } from './user.entity.js';

export * from './people.js';
export { RoleRow } from './role.entity.js';
export * from './roles.js';
export * from './session-token.js';
export * from './sign-in.js';
export type { Tenant } from './tenant.entity.js';
export type { User } from './user.entity.js';

/** For the `entities` of a DataSource. */
export const signInEntities = [Tenant, User, RoleRow, Session, SignInAttempts];

/** For the `migrations` of a DataSource that is opened with the owner's address. */
export const signInMigrations: readonly (new () => MigrationInterface)[] = [
  SignIn1795400010000,
  Roles1795400010001,
  Suspensions1795400010002,
];
