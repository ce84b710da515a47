import { Refusal } from '@madoguchi/event-sourcing';
import { isLocalDate, type LocalDate } from '../../time/local-date.js';
import type { ApplicationStep, OnboardingEvent } from '../events.js';
import { badDate } from '../refusals.js';
import type { Onboarding } from '../state.js';

/** How far the business's own application to WhatsApp has come. */
export interface RecordApplicationStep {
  readonly type: 'RecordApplicationStep';
  readonly step: ApplicationStep;
  readonly on: LocalDate;
}

const IN_ORDER: readonly ApplicationStep[] = ['applied', 'approved', 'certificate received'];

/** A day may be corrected; the steps keep their order. */
export const recordApplicationStep = ({ step, on }: RecordApplicationStep, { application }: Onboarding): readonly OnboardingEvent[] => {
  const place = IN_ORDER.indexOf(step);
  if (place < 0) throw new Refusal('bad-step', `A step is one of: ${IN_ORDER.join(', ')}.`);
  if (!isLocalDate(on)) throw badDate();
  if (application[step] === on) return [];
  const early = IN_ORDER.slice(0, place).find((before) => (application[before] ?? '') > on);
  const late = IN_ORDER.slice(place + 1).find((after) => (application[after] ?? '9999') < on);
  const clash = early ?? late;
  if (clash)
    throw new Refusal('steps-out-of-order', `This day does not fit the one of the step "${clash}".`, {
      step: clash,
      on: application[clash],
    });
  return [{ type: 'ApplicationStepRecorded', data: { step, on } }];
};
