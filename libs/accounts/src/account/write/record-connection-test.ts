import { checkedTime, type Timed } from '../../moment.js';
import { checkedResults } from '../check-results.js';
import type { CheckResult, IntegrationAccountEvent } from '../events.js';

/** What "Test connection" found, check by check. */
export interface RecordConnectionTest extends Timed {
  readonly type: 'RecordConnectionTest';
  readonly checks: readonly CheckResult[];
}

export const recordConnectionTest = ({ checks, at }: RecordConnectionTest): readonly IntegrationAccountEvent[] => {
  const results = checkedResults(checks);
  const ok = results.length > 0 && results.every((result) => result.ok);
  return [{ type: 'ConnectionTested', data: { ok, checks: results, testedAt: checkedTime(at).toISOString() } }];
};
