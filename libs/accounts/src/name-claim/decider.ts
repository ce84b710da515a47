import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { NameClaimEvent } from './events.js';

export interface NameClaim {
  readonly holderId?: string;
  /** ISO 8601. */
  readonly claimedAt?: string;
}

export interface ClaimName {
  readonly type: 'ClaimName';
  readonly scope: string;
  readonly name: string;
  readonly holderId: string;
  /** Who is not called so any more, as the caller has seen: left over by a request that ended half-way. */
  readonly leftOverBy?: string;
}

export interface ReleaseName {
  readonly type: 'ReleaseName';
  readonly holderId: string;
}

export type NameClaimCommand = ClaimName | ReleaseName;

/** As long as the thing itself may still be on its way into the log, nobody doubts the claim. */
export const CLAIM_STANDS_MS = 60_000;

/** How a name is compared. */
export const comparedName = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

const decide = (command: NameClaimCommand, claim: NameClaim, now: Date): readonly NameClaimEvent[] => {
  switch (command.type) {
    case 'ClaimName':
      return claimName(command, claim, now);
    case 'ReleaseName':
      return claim.holderId === command.holderId ? [{ type: 'NameReleased', data: { holderId: command.holderId } }] : [];
    default:
      return neverReached(command);
  }
};

const claimName = ({ scope, name, holderId, leftOverBy }: ClaimName, claim: NameClaim, now: Date): readonly NameClaimEvent[] => {
  const age = claim.claimedAt === undefined ? 0 : now.getTime() - Date.parse(claim.claimedAt);
  const claimed: NameClaimEvent = {
    type: 'NameClaimed',
    data: { scope, name: comparedName(name), holderId, claimedAt: now.toISOString() },
  };
  if (claim.holderId === undefined) return [claimed];
  // Said again in time, so that nobody takes it for left over while it is used.
  if (claim.holderId === holderId) return age > CLAIM_STANDS_MS / 2 ? [claimed] : [];
  if (claim.holderId === leftOverBy && age > CLAIM_STANDS_MS) return [claimed];
  throw new Refusal('name-taken', 'This name is there already. Choose another name.', { holderId: claim.holderId });
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A name knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** Who is called so. Its stream is the one place where two who want the same name at once meet. */
export const nameClaimDecider = (now: Date): Decider<NameClaim, NameClaimCommand, NameClaimEvent> => ({
  initialState: () => ({}),
  evolve: (claim, event) => {
    switch (event.type) {
      case 'NameClaimed':
        return { holderId: event.data.holderId, claimedAt: event.data.claimedAt };
      case 'NameReleased':
        return {};
      default:
        return claim;
    }
  },
  decide: (command, claim) => decide(command, claim, now),
});
