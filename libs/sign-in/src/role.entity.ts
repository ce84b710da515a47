import type { Permission } from '@madoguchi/accounts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tenant's own role as its stream has it: asked on every request, so it stands where sessions stand. Its history is in the log. */
@Entity('roles')
export class RoleRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'uuid' })
  tenantId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'permissions', type: 'text', array: true })
  permissions: Permission[];

  @Column({ name: 'archived', type: 'boolean' })
  archived: boolean;

  /** Of its stream: an older state never overwrites a newer one. */
  @Column({ name: 'version', type: 'int' })
  version: number;
}
