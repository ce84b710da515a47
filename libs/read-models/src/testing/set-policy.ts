import { DEFAULT_POLICY, type QueuePolicy } from '@madoguchi/routing';
import type { RecordedLog } from './recorded-log.js';

/** The queue goes by the usual policy, but for what is said here. */
export const setPolicy = (log: RecordedLog, queueId: string, policy: Partial<QueuePolicy>): void => {
  const version = log.events.filter(({ type }) => type === 'QueuePolicySet').length + 1;
  log.record('queue', queueId, { type: 'QueuePolicySet', data: { version, policy: { ...DEFAULT_POLICY, ...policy } } });
};
