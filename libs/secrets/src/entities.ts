import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One data key per tenant, wrapped by the master key, which is never stored. */
@Entity('tenant_keys')
export class TenantKey {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId: string;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey: Buffer;
}

/** One field of an account's form, sealed whether it is secret or not. */
@Entity('account_credentials')
export class AccountCredential {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId: string;

  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @PrimaryColumn({ type: 'text' })
  field: string;

  @Column({ type: 'bytea' })
  sealed: Buffer;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
