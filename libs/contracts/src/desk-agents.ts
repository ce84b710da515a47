import type { Presence } from '@madoguchi/routing';

/** Agents, in what `{desk}/api/v1` says. */

/** `GET /agents/me`. */
export interface AgentView {
  readonly id: string;
  readonly name: string;
  readonly presence: Presence;
  readonly reason: string | null;
  readonly presenceSince: string;
  readonly load: number;
  readonly capacity: number;
}

/** `PUT /agents/me/presence`. */
export interface PresenceRequest {
  readonly presence: Presence;
  /** A key of {@link AwayReasonList} that is not archived. */
  readonly reason?: string;
  /** Of who goes: gives back what is in hand; absent: it stays. */
  readonly workInHand?: 'return';
}

/** `GET /away-reasons`, in the order in which they are offered. Archived ones are for reading what was chosen before. */
export interface AwayReasonList {
  readonly items: readonly { readonly key: string; readonly names: Readonly<Record<string, string>>; readonly archived: boolean }[];
}

/** `GET /agents`: everybody of the tenant, by name. */
export interface AgentDirectory {
  readonly items: readonly (AgentView & { readonly queues: readonly { readonly id: string; readonly name: string }[] })[];
}
