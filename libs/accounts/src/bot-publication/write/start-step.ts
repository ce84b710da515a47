import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { BotPublicationEvent, BotStep } from '../events.js';
import { nextStep } from '../plan.js';
import type { BotPublication } from '../state.js';

/** Recorded before the platform is called. One try belongs to one caller: who gets no event for it has been overtaken, and must not call. */
export interface StartBotStep extends Timed {
  readonly type: 'StartBotStep';
  readonly step: BotStep;
  readonly tries: number;
}

export const startStep = ({ step, tries, at }: StartBotStep, publication: BotPublication): readonly BotPublicationEvent[] => {
  const now = checkedTime(at);
  if (publication.status !== 'running' || tries <= publication.steps[step].tries) return [];
  const next = nextStep(publication, now);
  if (next.do !== 'start' || next.step !== step || next.tries !== tries)
    throw new Refusal('out-of-turn', 'Another step comes first, or it is too early.');
  return [{ type: 'BotStepStarted', data: { step, tries, startedAt: now.toISOString() } }];
};
