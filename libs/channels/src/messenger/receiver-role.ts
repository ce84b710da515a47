import type { ConnectionCheck, Credentials, ReceiverRole } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import type { PlatformAnswer } from '../platform-call.js';
import { callAsPage, graphErrorIn, type MessengerHosts, resultIn } from './call.js';
import { readPageSubscription } from './subscription.js';

export const expectedRoleIn = ({ receiverRole }: Credentials): ReceiverRole | undefined =>
  receiverRole === 'primary' || receiverRole === 'secondary' ? receiverRole : undefined;

/** Refusals of what only the primary receiver may ask. */
const ONLY_FOR_PRIMARY = new Set([3, 10, 200, 230]);

/** Meta tells the primary receiver who the secondary ones are, and nobody else: so the question answers itself. */
export const readReceiverRole = async (
  hosts: MessengerHosts,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<ReceiverRole | undefined> => roleIn(await ask(hosts, credentials, signal), credentials);

const ask = (hosts: MessengerHosts, credentials: Credentials, signal: AbortSignal) =>
  callAsPage(hosts, { method: 'GET', path: 'me/secondary_receivers', query: { fields: 'id,name' }, signal }, credentials);

const roleIn = (answer: PlatformAnswer<unknown>, credentials: Credentials): ReceiverRole | undefined => {
  if (resultIn(answer)) return 'primary';
  if (answer.kind !== 'answered' || answer.status >= 500 || answer.status === 429) return undefined;
  const { code, transient } = graphErrorIn(answer.body, credentials);
  return !transient && ONLY_FOR_PRIMARY.has(code ?? 0) ? 'secondary' : undefined;
};

/** What tells us of the other app. */
const TOLD_BY = ['standby', 'messaging_handovers'];

/** Of a page that another app serves too; nothing where the form says no role. */
export const receiverRoleChecks = async (
  hosts: MessengerHosts,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const expected = expectedRoleIn(credentials);
  if (!expected) return [];
  const role = await timed(ask(hosts, credentials, signal));
  const fields = await timed(readPageSubscription(hosts, credentials, signal));
  const missing = fields.answer?.filter(({ field, subscribed }) => TOLD_BY.includes(field) && !subscribed).map(({ field }) => field);
  return [
    checked('receiver role', role.milliseconds, otherRole(expected, roleIn(role.answer, credentials))),
    checked('standby', fields.milliseconds, notTold(missing)),
  ];
};

const notTold = (missing: readonly string[] | undefined): Problem | undefined => {
  if (missing === undefined) return { reason: 'Meta did not say what the page is subscribed to.', remedy: 'Test again later.' };
  if (missing.length === 0) return undefined;
  return {
    reason: `We do not hear what the other app says: the page is not subscribed to ${missing.join(', ')}.`,
    remedy: 'Press "Set Webhook" in the integration account.',
  };
};

const WHERE: Readonly<Record<ReceiverRole, string>> = {
  secondary:
    'On the page: Settings > Advanced messaging > Linked apps > Messenger receiver: make the bot platform the primary receiver and our app a secondary one. Today: Settings > Conversation routing: make the bot platform the default application.',
  primary:
    'On the page: Settings > Advanced messaging > Linked apps > Messenger receiver: make our app the primary receiver. Today: Settings > Conversation routing: make our app the default application.',
};

const otherRole = (expected: ReceiverRole, real: ReceiverRole | undefined): Problem | undefined => {
  if (real === expected) return undefined;
  if (real === undefined) return { reason: 'Meta did not say which receiver our app is.', remedy: 'Test again later.' };
  return {
    reason: `At the page our app is the ${real} receiver; the form says ${expected}.`,
    remedy: `${WHERE[expected]} Or correct the form.`,
  };
};
