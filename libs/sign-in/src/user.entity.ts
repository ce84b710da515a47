import type { Role } from '@madoguchi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who may sign in. */
@Entity('users')
export class User {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'tenant_id', type: 'uuid' })
  tenantId: string;

  /** Lower case, unique in the installation: it says which tenant somebody means. */
  @Column({ name: 'email', type: 'text' })
  email: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'role', type: 'text' })
  role: Role;

  /** Of the stream that says so; 0 for the role with which the log-in was made. */
  @Column({ name: 'role_version', type: 'int', default: 0 })
  roleVersion: number;

  /** The agent that this person is; null for who only administers. */
  @Column({ name: 'agent_id', type: 'uuid', nullable: true })
  agentId: string | null;

  /** Argon2id, in the PHC format. */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  /** Since when the person cannot sign in; null: can. */
  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
