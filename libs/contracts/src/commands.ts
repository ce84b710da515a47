import type { Cause } from '@madoguchi/event-sourcing';

/** A command on its way to the service that owns the stream. */
export interface CommandRequest<Command> {
  /** The stream's id (a uuid), without its category. */
  readonly id: string;
  readonly command: Command;
  readonly cause: Cause;
  /** The version that a person saw; absent for automations. */
  readonly seenVersion?: number;
}

/** Refusals travel as values; an answer that does not come within the deadline is the caller's problem to show. */
export type CommandReply =
  | { readonly ok: true; readonly version: number | null; readonly events: readonly { readonly id: string; readonly type: string; readonly position: string }[] }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly message: string; readonly details: Readonly<Record<string, unknown>> } };

/** Milliseconds that a caller waits for a CommandReply. */
export const COMMAND_DEADLINE_MS = 5_000;
