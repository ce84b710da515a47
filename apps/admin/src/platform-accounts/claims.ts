import { claimCause, platformAccountDecider, type PlatformAccountEvent, platformAccountStream } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { type Cause, type EventStore, handleCommand, type Recorded, Refusal } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import { problemOfRefusal } from '../as-command.js';

/** An account of ours, and the account of the platform that it wants or has. */
export interface Claim {
  readonly channel: ChannelType;
  readonly platformAccountId: string;
  readonly accountId: string;
}

export interface Wanted extends Claim {
  /** Whether the person may be told which account of their tenant has it. */
  readonly maySeeAccounts: boolean;
  /** They were told that somebody has it, and want it here. */
  readonly moveHere: boolean;
  /** Asks the platform whether who asks may link it; called only when another tenant has it. @returns when it said so */
  readonly prove: () => Promise<Date | undefined>;
}

const HOW_TO_MOVE = {
  'this tenant': 'Send the same request with "moveHere": true. The other integration account is told, and gets nothing any more.',
  'somebody else':
    'Send the same request with "moveHere": true and credentials that the platform accepts: it is asked whether the account is yours.',
} as const;

/**
 * One page, number or bot of a platform in one account of ours, over all tenants: claimed before it is applied.
 * @throws ProblemException `platform-account-held` with who has it, as far as the person may know, and how it is moved
 */
export const claimPlatformAccount = async (store: EventStore, cause: Cause, wanted: Wanted, now: () => Date): Promise<void> => {
  const { channel, platformAccountId, accountId, maySeeAccounts, moveHere, prove } = wanted;
  const stream = platformAccountStream(channel, platformAccountId);
  const holder = { tenantId: cause.tenantId, accountId };
  const run = (command: Parameters<typeof platformAccountDecider.decide>[0], name: string) =>
    handleCommand(
      store,
      platformAccountDecider,
      stream,
      command,
      claimCause({ ...cause, commandId: `${cause.commandId}/${name}` }, stream),
      { now },
    );
  const at = () => now().toISOString();
  try {
    await run({ type: 'ClaimPlatformAccount', channel, platformAccountId, holder, maySeeAccounts, at: at() }, 'claim');
  } catch (error) {
    if (!isHeld(error)) throw problemOfRefusal(error);
    if (!moveHere) throw heldProblem(error);
    const provedAt = error.details.heldBy === 'this tenant' ? undefined : (await prove())?.toISOString();
    await run({ type: 'MovePlatformAccount', to: holder, maySeeAccounts, provedAt, at: at() }, 'move').catch((refusal: unknown) => {
      throw isHeld(refusal) ? heldProblem(refusal) : problemOfRefusal(refusal);
    });
  }
};

/** Gives up what the account has; what another one has stays. */
export const releasePlatformAccount = async (
  store: EventStore,
  cause: Cause,
  claim: Claim,
  reason: string,
  now: () => Date,
): Promise<void> => {
  const stream = platformAccountStream(claim.channel, claim.platformAccountId);
  const holder = { tenantId: cause.tenantId, accountId: claim.accountId };
  const command = { type: 'ReleasePlatformAccount', holder, reason, at: now().toISOString() } as const;
  await handleCommand(store, platformAccountDecider, stream, command, claimCause(cause, stream), { now });
};

export type PlatformAccountMoved = Extract<Recorded<PlatformAccountEvent>, { type: 'PlatformAccountMoved' }>;

const isHeld = (error: unknown): error is Refusal => error instanceof Refusal && error.code === 'platform-account-held';

const heldProblem = ({ code, message, details }: Refusal): ProblemException =>
  new ProblemException(409, code, message, { ...details, howToMove: HOW_TO_MOVE[details.heldBy as keyof typeof HOW_TO_MOVE] });
