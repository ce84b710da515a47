import type { BotAnswer, BotAtWork, BotEngine, ConnectionCheck, Credentials, ThreadControl } from '@madoguchi/use-cases';

/**
 * A bot that is an app at Messenger. It hears its customers there and answers them there; what was said comes back as what another app
 * said. So there is nothing to ask it: it is tested by whether the pages that it answers on know the two apps in their roles.
 */
export const messengerBot = (threads: Pick<ThreadControl, 'expectedRole' | 'readRole'>, now: () => Date): BotEngine => ({
  kind: 'messenger',

  answer: async (_request, { appId }, signal) => {
    if (typeof appId !== 'string') return noApp;
    return signal.aborted ? tooLate : { outcome: 'later' };
  },

  test: async ({ appId, accounts = [] }, signal): Promise<readonly ConnectionCheck[]> => {
    const { reason, remedy } = noApp;
    if (typeof appId !== 'string') return [{ check: 'app', ok: false, reason, remedy, milliseconds: 0 }];
    if (accounts.length === 0) return [{ check: 'accounts', ok: false, ...NO_ACCOUNT, milliseconds: 0 }];
    const looked = accounts.map((account) => roleOf(account, appId, threads, signal, now));
    return [{ check: 'app', ok: true, milliseconds: 0 }, ...(await Promise.all(looked))];
  },
});

const roleOf = async (
  { name, credentials }: NonNullable<BotAtWork['accounts']>[number],
  appId: string,
  threads: Pick<ThreadControl, 'expectedRole' | 'readRole'>,
  signal: AbortSignal,
  now: () => Date,
): Promise<ConnectionCheck> => {
  const started = now().getTime();
  const problem = await problemOf(name, credentials, appId, threads, signal);
  const check = { check: 'receiver role', milliseconds: now().getTime() - started };
  return problem ? { ...check, ok: false, ...problem } : { ...check, ok: true };
};

const problemOf = async (
  name: string,
  credentials: Credentials,
  appId: string,
  threads: Pick<ThreadControl, 'expectedRole' | 'readRole'>,
  signal: AbortSignal,
): Promise<{ readonly reason: string; readonly remedy: string } | undefined> => {
  if (credentials['appId'] === appId)
    return { reason: `"${name}" is connected by the bot's own app.`, remedy: 'Enter the app ID of the bot platform, not that of our app.' };
  const expected = threads.expectedRole(credentials);
  if (!expected)
    return {
      reason: `"${name}" does not say which Messenger receiver our app is.`,
      remedy: 'Enter "secondary" in the account where this bot has the conversations first.',
    };
  const real = await threads.readRole(credentials, signal);
  if (real === undefined) return { reason: `Meta did not say which receiver our app is at "${name}".`, remedy: 'Test again later.' };
  if (real === expected) return undefined;
  return {
    reason: `At "${name}" our app is the ${real} receiver; the account says ${expected}.`,
    remedy: 'Change it on the page (Advanced messaging > Linked apps, today Conversation routing), or in the account.',
  };
};

const noApp = {
  outcome: 'failed',
  code: 'no-app',
  reason: 'This bot has no app at Meta.',
  remedy: 'Enter the app ID that the bot platform shows.',
} as const satisfies BotAnswer;

const NO_ACCOUNT = {
  reason: 'This bot answers on no account.',
  remedy: 'Choose the Messenger accounts whose page it serves.',
};

const tooLate = {
  outcome: 'failed',
  code: 'deadline',
  reason: 'The deadline had passed before the bot was asked.',
  remedy: 'Give it more time.',
} as const satisfies BotAnswer;
