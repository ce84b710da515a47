import type { BotProfile } from '../account/events.js';
import type { Problem } from '../onboarding/events.js';

/**
 * How a bot comes into being inside LINE WORKS, in this order; each is one call, or a few that may be repeated.
 * `host image`: the picture lies at a public address; `create bot`: LINE WORKS has it; `open to members`: they find it; `issue secret`: its
 * requests can be told from others; `save credentials`: ours can speak for it.
 */
export const BOT_STEPS = ['host image', 'create bot', 'open to members', 'issue secret', 'save credentials'] as const;
export type BotStep = (typeof BOT_STEPS)[number];

/** One process per account. Nothing secret is in it: what a step issues goes where secrets are kept. */
export type BotPublicationEvent =
  /** `attempt`: counts the publications of this account, from 1. */
  | {
      readonly type: 'BotPublicationStarted';
      readonly data: { readonly attempt: number; readonly profile: BotProfile; readonly startedAt: string };
    }
  /** Somebody calls the platform now. `tries`: which try of this step it is, from 1. */
  | { readonly type: 'BotStepStarted'; readonly data: { readonly step: BotStep; readonly tries: number; readonly startedAt: string } }
  | { readonly type: 'BotStepDone'; readonly data: { readonly step: BotStep; /** Of the step that creates it. */ readonly botId?: string } }
  /** It has certainly not happened. `retryAt`: when it is tried again; absent: never. */
  | { readonly type: 'BotStepFailed'; readonly data: { readonly step: BotStep; readonly retryAt?: string } & Problem }
  /** Members have it. */
  | { readonly type: 'BotPublicationFinished'; readonly data: { readonly botId: string; readonly finishedAt: string } }
  /** Whatever was done is taken back. */
  | { readonly type: 'BotUndoingStarted'; readonly data: { readonly why: UndoneWhy; readonly startedAt: string } & Partial<Problem> }
  | { readonly type: 'BotStepUndone'; readonly data: { readonly step: BotStep } }
  | {
      readonly type: 'BotUndoFailed';
      readonly data: { readonly step: BotStep; readonly tries: number; readonly retryAt: string } & Problem;
    }
  /**
   * The platform has nothing of it any more; its place in the contact window and its name are free. What is left is a draft, which may be
   * published again or discarded.
   */
  | { readonly type: 'BotPublicationUndone'; readonly data: { readonly why: UndoneWhy; readonly undoneAt: string } }
  /** Nobody wants to try it again: its draft goes. */
  | { readonly type: 'BotPublicationDiscarded'; readonly data: { readonly discardedAt: string } };

export type UndoneWhy = 'a step failed' | 'cancelled' | 'account deleted';

/** Which fields are about a person; see `personalFields` of the conversation. */
export const botPublicationPersonalFields = {
  BotPublicationStarted: [],
  BotStepStarted: [],
  BotStepDone: [],
  BotStepFailed: [],
  BotPublicationFinished: [],
  BotUndoingStarted: [],
  BotStepUndone: [],
  BotUndoFailed: [],
  BotPublicationUndone: [],
  BotPublicationDiscarded: [],
} as const satisfies Record<BotPublicationEvent['type'], readonly string[]>;
