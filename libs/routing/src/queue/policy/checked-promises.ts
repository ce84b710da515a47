import { Refusal } from '@madoguchi/event-sourcing';
import { withoutPlaceholders } from './checked-automatic-texts.js';
import { checkedTexts } from './checked-texts.js';
import { whole } from './numbers.js';
import { DEFAULT_POLICY, type QueuePolicy, type ServiceTargets } from './policy.js';

const YEAR = 12 * 30 * 86_400;

/** What is absent is not promised. @throws Refusal `bad-policy` with the path of the field */
export const checkedService = (given: Partial<ServiceTargets>): ServiceTargets => {
  const service = { ...DEFAULT_POLICY.service, ...known(given, Object.keys(DEFAULT_POLICY.service), 'service') };
  const target = (seconds: number | null, path: string) => (seconds === null ? null : whole(seconds, 1, YEAR, `service.${path}`));
  return {
    firstAnswerSeconds: target(service.firstAnswerSeconds, 'firstAnswerSeconds'),
    nextAnswerSeconds: target(service.nextAnswerSeconds, 'nextAnswerSeconds'),
    resolutionSeconds: target(service.resolutionSeconds, 'resolutionSeconds'),
    warnAtPercent: whole(service.warnAtPercent, 1, 100, 'service.warnAtPercent'),
  };
};

type Silence = NonNullable<QueuePolicy['silence']>;

/** Without a notice it is closed without a word. @throws Refusal `bad-policy` with the path of the field, `bad-text`, `bad-language` */
export const checkedSilence = (given: Pick<Silence, 'closeAfterSeconds'> & Partial<Silence>): Silence => {
  const {
    closeAfterSeconds,
    noticeBeforeSeconds = 0,
    notice = {},
  } = known(given, ['closeAfterSeconds', 'noticeBeforeSeconds', 'notice'], 'silence');
  const checked = {
    closeAfterSeconds: whole(closeAfterSeconds, 60, YEAR, 'silence.closeAfterSeconds'),
    noticeBeforeSeconds: whole(noticeBeforeSeconds, 0, closeAfterSeconds - 1, 'silence.noticeBeforeSeconds'),
    notice: withoutPlaceholders(checkedTexts(notice), 'silence.notice'),
  };
  if (noticeBeforeSeconds === 0 && Object.keys(checked.notice).length > 0) {
    throw new Refusal('bad-policy', 'Say how long before it is closed the customer is told so.', { path: 'silence.noticeBeforeSeconds' });
  }
  return checked;
};

/** A field that nobody knows is a promise that nobody keeps. */
const known = <Given extends object>(given: Given, fields: readonly string[], path: string): Given => {
  if (typeof given !== 'object' || given === null) throw new Refusal('bad-policy', 'This is an object.', { path });
  const unknown = Object.keys(given).filter((key) => !fields.includes(key));
  if (unknown.length > 0) throw new Refusal('bad-policy', `There is no ${unknown.join(', ')} here.`, { path, unknown });
  return given;
};
