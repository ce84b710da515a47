import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import { checkedResults } from '../check-results.js';
import type { CheckResult, IntegrationAccountEvent } from '../events.js';

/** What came of telling the platform our address. Telegram and Viber prove by taking it that the account is theirs. */
export interface RecordWebhookSet extends Timed {
  readonly type: 'RecordWebhookSet';
  /** The public host and port: `office.example.com:1234`. The path stays out of the log. */
  readonly host: string;
  /** What failed; empty: the platform took it. */
  readonly problems: readonly CheckResult[];
}

const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/;

export const recordWebhookSet = ({ host, problems, at }: RecordWebhookSet): readonly IntegrationAccountEvent[] => {
  const [, port = '443'] = (typeof host === 'string' && HOST.exec(host)) || [host, '0'];
  if (Number(port) < 1 || Number(port) > 65_535)
    throw new Refusal('bad-host', 'An address is a host name or IP address, and a port from 1 to 65535.');
  const time = checkedTime(at).toISOString();
  return problems.length === 0
    ? [{ type: 'WebhookSet', data: { host, setAt: time } }]
    : [{ type: 'WebhookNotSet', data: { host, checks: checkedResults(problems), triedAt: time } }];
};
