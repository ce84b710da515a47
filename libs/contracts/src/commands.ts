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
  | {
      readonly ok: true;
      readonly version: number | null;
      readonly events: readonly { readonly id: string; readonly type: string; readonly position: string }[];
      /** Of the stream, where it is another one than was named. */
      readonly id?: string;
    }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: string; readonly message: string; readonly details: Readonly<Record<string, unknown>> };
    };

/** To a closed conversation. Answered with the id of the one that goes on with it. */
export interface ReopenClosed {
  readonly type: 'ReopenClosed';
  readonly by: string;
  /** Of whoever wants it, if they are an agent: asked first where nobody had it. */
  readonly agentId?: string;
  readonly why: string;
}

/** Milliseconds that a caller waits for a CommandReply. */
export const COMMAND_DEADLINE_MS = 5_000;
