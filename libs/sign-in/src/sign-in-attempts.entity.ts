import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody guessed lately. The key is a hash: neither addresses nor accounts can be read here. */
@Entity('sign_in_attempts')
export class SignInAttempts {
  @PrimaryColumn({ name: 'key_hash', type: 'text' })
  keyHash: string;

  @Column({ name: 'attempts', type: 'int' })
  attempts: number;

  @Column({ name: 'since', type: 'timestamptz' })
  since: Date;
}
