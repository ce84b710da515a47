import type { BotProfile } from '../account/events.js';
import type { Problem } from '../onboarding/events.js';
import { BOT_STEPS, type BotPublicationEvent, type BotStep, type UndoneWhy } from './events.js';

export interface StepState {
  /** `started`: somebody has called, and nobody has said what came of it. */
  readonly status: 'waiting' | 'started' | 'done' | 'failed' | 'undone';
  readonly tries: number;
  /** A try before the last one was made and nobody ever said what came of it: it may have worked, whatever came of the later ones. */
  readonly oneInDoubt?: boolean;
  /** Of the last start. */
  readonly startedAt?: string;
  readonly retryAt?: string;
  readonly undoTries: number;
  readonly problem?: Problem;
}

export interface BotPublication {
  readonly status: 'none' | 'running' | 'published' | 'undoing' | 'undone' | 'discarded';
  readonly attempt: number;
  readonly profile?: BotProfile;
  readonly steps: Readonly<Record<BotStep, StepState>>;
  readonly botId?: string;
  readonly undoneWhy?: UndoneWhy;
  /** Of the step for which it was taken back. */
  readonly failure?: Problem;
}

const waiting: StepState = { status: 'waiting', tries: 0, undoTries: 0 };

const allWaiting = Object.fromEntries(BOT_STEPS.map((step) => [step, waiting])) as Readonly<Record<BotStep, StepState>>;

export const initialBotPublication = (): BotPublication => ({ status: 'none', attempt: 0, steps: allWaiting });

const withStep = (publication: BotPublication, step: BotStep, change: Partial<StepState>): BotPublication => ({
  ...publication,
  steps: { ...publication.steps, [step]: { ...publication.steps[step], ...change } },
});

export const evolve = (publication: BotPublication, event: BotPublicationEvent): BotPublication => {
  switch (event.type) {
    case 'BotPublicationStarted': {
      const { attempt, profile } = event.data;
      return { status: 'running', attempt, profile, steps: allWaiting };
    }
    case 'BotStepStarted': {
      const { step, tries, startedAt } = event.data;
      const { status, oneInDoubt } = publication.steps[step];
      const inDoubt = oneInDoubt || status === 'started' || undefined;
      return withStep(publication, step, { status: 'started', tries, startedAt, retryAt: undefined, oneInDoubt: inDoubt });
    }
    case 'BotStepDone': {
      const { step, botId = publication.botId } = event.data;
      return { ...withStep(publication, step, { status: 'done', problem: undefined }), botId };
    }
    case 'BotStepFailed': {
      const { step, retryAt, code, reason, remedy } = event.data;
      return withStep(publication, step, { status: 'failed', retryAt, problem: { code, reason, remedy } });
    }
    case 'BotPublicationFinished':
      return { ...publication, status: 'published' };
    case 'BotUndoingStarted': {
      const { why, code, reason, remedy } = event.data;
      const failure = code !== undefined && reason !== undefined && remedy !== undefined ? { code, reason, remedy } : undefined;
      return { ...publication, status: 'undoing', undoneWhy: why, failure };
    }
    case 'BotStepUndone':
      return withStep(publication, event.data.step, { status: 'undone', problem: undefined, retryAt: undefined });
    case 'BotUndoFailed': {
      const { step, tries, retryAt, code, reason, remedy } = event.data;
      return withStep(publication, step, { undoTries: tries, retryAt, problem: { code, reason, remedy } });
    }
    case 'BotPublicationUndone':
      return { ...publication, status: 'undone', botId: undefined };
    case 'BotPublicationDiscarded':
      return { ...publication, status: 'discarded' };
    default:
      return unknownEvent(publication, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (publication: BotPublication, _event: never): BotPublication => publication;

/** A draft whose making was taken back waits to be tried again or discarded; meanwhile its name is anybody's. */
export const isFailedDraft = ({ status, undoneWhy }: BotPublication): boolean => status === 'undone' && undoneWhy !== 'account deleted';
