import { randomUUID } from 'node:crypto';
import type { Role } from '@madoguchi/contracts';
import { Refusal } from '@madoguchi/event-sourcing';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { normalEmail } from './email.js';
import { hashPassword } from './passwords.js';
import { Tenant } from './tenant.entity.js';
import { User } from './user.entity.js';

export interface NewTenant {
  /** Given where it is derived (a demo); else a new one. */
  readonly id?: string;
  readonly name: string;
}

export interface NewUser {
  /** Given where it is derived (a demo): the log names who asked, and knows them again. Else a new one. */
  readonly id?: string;
  readonly tenantId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The agent that this person is. */
  readonly agentId?: string;
  readonly password: string;
}

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** Repeating it with the same id changes nothing. */
export const createTenant = async (
  database: Pick<DataSource, 'query'>,
  { id = randomUUID(), name }: NewTenant,
  now: Date,
): Promise<string> => {
  await database.query('insert into tenants (id, name, created_at) values ($1, $2, $3) on conflict (id) do nothing', [id, name, now]);
  return id;
};

/**
 * @returns the person's id
 * @throws Refusal `bad-email`, `bad-password`, `user-exists`, `email-taken`, `agent-taken`, `no-such-tenant`
 */
export const createUser = async (
  database: { readonly manager: Pick<EntityManager, 'insert'> },
  user: NewUser,
  now: Date,
): Promise<string> => {
  const email = normalEmail(user.email);
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)
    throw new Refusal('bad-email', 'An e-mail address looks like name@example.com.');
  if (user.password.length < SHORTEST_PASSWORD || user.password.length > LONGEST_PASSWORD) {
    throw new Refusal('bad-password', `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`);
  }
  const { id = randomUUID(), tenantId, name, role, agentId = null } = user;
  try {
    await database.manager.insert(User, {
      id,
      tenantId,
      email,
      name,
      role,
      agentId,
      passwordHash: await hashPassword(user.password),
      createdAt: now,
    });
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
  return id;
};

/** @throws Refusal `email-taken`, by whatever tenant */
export const refuseTakenEmail = async (database: { readonly manager: Pick<EntityManager, 'existsBy'> }, email: string): Promise<void> => {
  if (await database.manager.existsBy(User, { email: normalEmail(email) })) throw emailTaken();
};

const emailTaken = (): Refusal => new Refusal('email-taken', 'Somebody signs in with this e-mail address already.');

const refusalOf = (error: unknown): Refusal | undefined => {
  if (!(error instanceof QueryFailedError)) return undefined;
  switch ((error.driverError as { constraint?: string }).constraint) {
    case 'users_pkey':
      return new Refusal('user-exists', 'This person is there already.');
    case 'users_email_key':
      return emailTaken();
    case 'users_tenant_id_agent_id_key':
      return new Refusal('agent-taken', 'Another person is this agent already.');
    case 'users_tenant_id_fkey':
      return new Refusal('no-such-tenant', 'There is no such tenant.');
    default:
      return undefined;
  }
};

/** By name; of one tenant. Password hashes are left out. */
export const listUsers = async (
  database: { readonly manager: Pick<EntityManager, 'find'> },
  tenantId: string,
): Promise<Omit<User, 'passwordHash'>[]> =>
  database.manager.find(User, {
    select: {
      id: true,
      tenantId: true,
      email: true,
      name: true,
      role: true,
      roleVersion: true,
      agentId: true,
      suspendedAt: true,
      createdAt: true,
    },
    where: { tenantId },
    order: { name: 'asc', id: 'asc' },
  });

export const findTenant = (database: DataSource, id: string): Promise<Tenant | null> => database.manager.findOneBy(Tenant, { id });
