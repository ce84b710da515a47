import type { IntegrationAccount } from './state.js';

/**
 * Where an account stands. `waiting for verification`: saved, and the platform has not shown yet that it reaches us ("Saved, not verified").
 * `saved`: there is nothing to verify. `on, waiting for set-up`: the switch was put on before the data were there.
 */
export type LinkState =
  'none' | 'draft' | 'saved' | 'waiting for verification' | 'verified' | 'linked' | 'on, waiting for set-up' | 'unlinked' | 'deleted';

/** Every required field was applied. */
export const isWholly = (account: IntegrationAccount): boolean => account.missingFields?.length === 0;

/** Messenger sends nothing but what is subscribed: there the list of fields belongs to it. */
export const isVerified = ({ accountType, verifiedAt, unsubscribedFields }: IntegrationAccount): boolean =>
  verifiedAt !== undefined && (accountType !== 'messenger' || unsubscribedFields?.length === 0);

/** Mail needs no proof; a bot that we make, and a number that we bring onto the platform, prove themselves by being there. */
const needsVerification = ({ accountType, botWay, onboarding }: IntegrationAccount): boolean =>
  accountType !== 'email' && botWay !== 'simple' && onboarding === undefined;

export const isWaitingForVerification = (account: IntegrationAccount): boolean =>
  account.status === 'open' && isWholly(account) && needsVerification(account) && !isVerified(account);

/** All that the account needs before messages can come through it. */
export const isSetUp = (account: IntegrationAccount): boolean => {
  if (account.onboarding) return account.onboarding.phase === 'active';
  return account.botWay === 'simple' ? account.botId !== undefined : isWholly(account);
};

export const linkState = (account: IntegrationAccount): LinkState => {
  if (account.status !== 'open') return account.status;
  if (account.linked) return isSetUp(account) ? 'linked' : 'on, waiting for set-up';
  const saved = isWholly(account) || account.onboarding !== undefined || account.botProfile !== undefined;
  if (!saved) return 'draft';
  if (account.switchedOff) return 'unlinked';
  if (isWaitingForVerification(account)) return 'waiting for verification';
  return needsVerification(account) ? 'verified' : 'saved';
};

export type RoutingGap = 'not active' | 'no queue';

/** What is missing before its messages reach an agent; empty: nothing. Until then they wait under "Not routed yet". */
export const routingGaps = ({ active, queueId }: IntegrationAccount): readonly RoutingGap[] => [
  ...(active ? [] : (['not active'] as const)),
  ...(queueId === undefined ? (['no queue'] as const) : []),
];

/**
 * What is done with a message that comes in.
 * `route`: it becomes a conversation and finds an agent. `hold`: it becomes a conversation that waits as "not routed".
 * `keep`: it is stored as it came, and shown to nobody until an administrator imports it. `gone`: the address answers 410.
 */
export type Intake =
  | { readonly do: 'route' }
  | { readonly do: 'hold'; readonly reasons: readonly RoutingGap[] }
  | { readonly do: 'keep'; readonly reason: 'link off' }
  | { readonly do: 'gone' };

export const intakeOf = (account: IntegrationAccount): Intake => {
  if (account.status !== 'open') return { do: 'gone' };
  if (!account.linked) return { do: 'keep', reason: 'link off' };
  const reasons = routingGaps(account);
  return reasons.length > 0 ? { do: 'hold', reasons } : { do: 'route' };
};
