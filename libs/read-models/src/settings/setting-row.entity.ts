import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettingKind } from './setting-kinds.js';

/** A small document of a tenant, as its stream has it: lists and look-ups; decisions are made on the stream. */
@Entity('settings_v1')
export class SettingRow {
  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind: SettingKind;

  /** Of the stream; an organisation has the id of its tenant. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** The state that the kind's decider folds. */
  @Column({ name: 'body', type: 'jsonb' })
  body: object;

  @Column({ name: 'archived', type: 'boolean' })
  archived: boolean;

  @Column({ name: 'version', type: 'int' })
  version: number;
}
