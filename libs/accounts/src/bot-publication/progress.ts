import type { Problem } from '../onboarding/events.js';
import { BOT_STEPS, type BotStep } from './events.js';
import type { BotPublication, StepState } from './state.js';

export interface StepProgress {
  readonly step: BotStep;
  readonly status: StepState['status'];
  /** ISO 8601: when it is tried again. */
  readonly retryAt?: string;
  readonly problem?: Problem;
}

/** What the person sees while the bot is made, or taken away. */
export const publicationProgress = ({ steps }: BotPublication): readonly StepProgress[] =>
  BOT_STEPS.map((step) => {
    const { status, retryAt, problem } = steps[step];
    return { step, status, retryAt, problem };
  });
