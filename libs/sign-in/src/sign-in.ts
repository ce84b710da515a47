import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Permission } from '@madoguchi/accounts';
import type { Role, SessionView } from '@madoguchi/contracts';
import { Refusal } from '@madoguchi/event-sourcing';
import type { DataSource } from 'typeorm';
import { normalEmail } from './email.js';
import { isPassword, refuseLikeAnybody } from './passwords.js';
import { permissionsOf } from './roles.js';
import { Session } from './session.entity.js';
import { countAttempt, forgiveAttempts } from './throttle.js';
import { User } from './user.entity.js';

/** Who is signed in. */
export interface SignedIn extends Omit<SessionView, 'token'> {
  readonly sessionId: string;
  /** What this person may do now, by their role. */
  readonly permissions: readonly Permission[];
}

export interface SignInRequestFrom {
  readonly email: string;
  readonly password: string;
  /** The caller's IP address. */
  readonly address: string;
}

const LONGEST_HOURS = 12;
const IDLE_HOURS = 2;
const HOUR_MS = 3_600_000;
/** `last_used_at` is written at most once in this time. */
const TOUCH_EVERY_MS = 60_000;
const TOKEN_BYTES = 32;

const VALID = `session.revoked_at is null and session.created_at > $2 and session.last_used_at > $3`;

/** Sessions of people: a token of 32 random bytes, good for 12 hours at most and 2 hours without use. */
export class SignIn {
  constructor(
    private readonly database: DataSource,
    private readonly now: () => Date,
  ) {}

  /**
   * @returns the token; it is shown once and nowhere stored
   * @throws Refusal `wrong-credentials`, after the same work whether the person exists or not; `too-many-attempts`
   */
  async signIn({ email, password, address }: SignInRequestFrom): Promise<{ readonly token: string; readonly signedIn: SignedIn }> {
    const known = normalEmail(email);
    await countAttempt(this.database, known, address, this.now());
    const user = await this.database.manager.findOneBy(User, { email: known });
    const right = user ? await isPassword(user.passwordHash, password) : await refuseLikeAnybody(password);
    if (!user || !right) throw new Refusal('wrong-credentials', 'E-mail address or password is wrong.');

    if (user.suspendedAt) throw new Refusal('wrong-credentials', 'This sign-in has ended. Ask an administrator.');
    await forgiveAttempts(this.database, known, address, this.now());
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.now();
    await this.database.manager.insert(Session, {
      id: randomUUID(),
      tokenHash: hashOf(token),
      tenantId: user.tenantId,
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      revokedAt: null,
    });
    const signedIn = await this.sessionFor(token);
    if (!signedIn) throw new Error('a session ended before it began: the clocks of the services differ');
    await this.forgetOldSessions(now);
    return { token, signedIn };
  }

  /** Undefined when there is no such session, or it has ended. Counts as use. */
  async sessionFor(token: string): Promise<SignedIn | undefined> {
    const [row] = await this.database.query<SessionRow[]>(
      `select session.id, session.last_used_at, person.id as user_id, person.name, person.email, person.role, person.agent_id,
         tenant.id as tenant_id, tenant.name as tenant_name, own_role.permissions
       from sessions session
       join users person on person.id = session.user_id and person.tenant_id = session.tenant_id
       join tenants tenant on tenant.id = session.tenant_id
       left join roles own_role on own_role.id = person.role and own_role.tenant_id = person.tenant_id and not own_role.archived
       where session.token_hash = $1 and person.suspended_at is null and ${VALID}`,
      [hashOf(token), ...this.validSince()],
    );
    if (!row) return undefined;
    if (this.now().getTime() - row.last_used_at.getTime() >= TOUCH_EVERY_MS) await this.touch([row.id]);
    return {
      sessionId: row.id,
      user: { id: row.user_id, name: row.name, email: row.email, role: row.role, agentId: row.agent_id },
      tenant: { id: row.tenant_id, name: row.tenant_name },
      permissions: permissionsOf(row.role, row.permissions),
    };
  }

  /** Which of these sessions have not ended: for sockets that stay open. An open socket counts as use. */
  async stillValid(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (sessionIds.length === 0) return new Set();
    const rows = await this.database.query<{ id: string; last_used_at: Date }[]>(
      `select session.id, session.last_used_at from sessions session where session.id = any($1) and ${VALID}`,
      [sessionIds, ...this.validSince()],
    );
    const unused = rows.filter((row) => this.now().getTime() - row.last_used_at.getTime() >= TOUCH_EVERY_MS);
    if (unused.length > 0) await this.touch(unused.map(({ id }) => id));
    return new Set(rows.map(({ id }) => id));
  }

  async signOut(sessionId: string): Promise<void> {
    await this.database.query('update sessions set revoked_at = $2 where id = $1 and revoked_at is null', [sessionId, this.now()]);
  }

  /** Ends every session of a person: a lost device, a dismissal, a new password. */
  async signOutEverywhere(tenantId: string, userId: string, inside: Pick<DataSource, 'query'> = this.database): Promise<void> {
    await inside.query('update sessions set revoked_at = $3 where tenant_id = $1 and user_id = $2 and revoked_at is null', [
      tenantId,
      userId,
      this.now(),
    ]);
  }

  /** The person cannot sign in any more, and every session ends now. Repeated, it changes nothing. `inside`: a transaction. */
  async suspend(tenantId: string, userId: string, inside: Pick<DataSource, 'query'> = this.database): Promise<void> {
    await inside.query('update users set suspended_at = $3 where tenant_id = $1 and id = $2 and suspended_at is null', [
      tenantId,
      userId,
      this.now(),
    ]);
    await this.signOutEverywhere(tenantId, userId, inside);
  }

  async liftSuspension(tenantId: string, userId: string): Promise<void> {
    await this.database.query('update users set suspended_at = null where tenant_id = $1 and id = $2', [tenantId, userId]);
  }

  private validSince(): readonly [Date, Date] {
    const now = this.now().getTime();
    return [new Date(now - LONGEST_HOURS * HOUR_MS), new Date(now - IDLE_HOURS * HOUR_MS)];
  }

  private async touch(sessionIds: readonly string[]): Promise<void> {
    await this.database.query('update sessions set last_used_at = $2 where id = any($1) and revoked_at is null', [sessionIds, this.now()]);
  }

  private async forgetOldSessions(now: Date): Promise<void> {
    await this.database.query('delete from sessions where created_at <= $1', [new Date(now.getTime() - LONGEST_HOURS * HOUR_MS)]);
  }
}

interface SessionRow {
  readonly id: string;
  readonly last_used_at: Date;
  readonly user_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Of the tenant's own role. */
  readonly permissions: readonly string[] | null;
  readonly agent_id: string | null;
  readonly tenant_id: string;
  readonly tenant_name: string;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
