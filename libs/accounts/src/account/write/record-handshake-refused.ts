import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** Somebody came with a wrong verify token, and was answered 403. */
export interface RecordHandshakeRefused extends Timed {
  readonly type: 'RecordHandshakeRefused';
}

/** Anybody can knock: more often it would fill the log. */
const PAUSE_MS = 10 * 60_000;

export const recordHandshakeRefused = (
  { at }: RecordHandshakeRefused,
  { handshakeRefusedAt }: IntegrationAccount,
): readonly IntegrationAccountEvent[] => {
  const time = checkedTime(at);
  if (handshakeRefusedAt !== undefined && time.getTime() < Date.parse(handshakeRefusedAt) + PAUSE_MS) return [];
  return [{ type: 'HandshakeRefused', data: { refusedAt: time.toISOString() } }];
};
