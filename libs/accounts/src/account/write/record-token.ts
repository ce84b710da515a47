import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent, MissingScope } from '../events.js';

/** What the platform tells of the token: until when it is valid, and what it allows. */
export interface RecordToken extends Timed {
  readonly type: 'RecordToken';
  /** ISO 8601; null: it does not expire. */
  readonly expiresAt: string | null;
  readonly scopes: readonly string[];
  readonly missingScopes: readonly MissingScope[];
}

export const recordToken = ({ expiresAt, scopes, missingScopes, at }: RecordToken): readonly IntegrationAccountEvent[] => [
  {
    type: 'TokenChecked',
    data: {
      expiresAt: expiresAt === null ? null : checkedTime(expiresAt).toISOString(),
      scopes: [...scopes].sort(),
      missingScopes: missingScopes.map(({ scope, effect }) => ({ scope, effect })),
      checkedAt: checkedTime(at).toISOString(),
    },
  },
];
