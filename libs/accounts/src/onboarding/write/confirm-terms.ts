import { Refusal } from '@madoguchi/event-sourcing';
import { checkedLanguage } from '../../language.js';
import { checkedTime, type Timed } from '../../moment.js';
import { type OnboardingEvent, type Term, TERMS } from '../events.js';
import type { Onboarding } from '../state.js';

/** [Confirm] in the dialog that names the monthly charge and the consequences. Who pressed it stands in the metadata. */
export interface ConfirmTerms extends Timed {
  readonly type: 'ConfirmTerms';
  /** Which text stood in the dialog. */
  readonly textVersion: string;
  readonly language: string;
  readonly ticks: readonly Term[];
  /** The dialog was scrolled to its end. */
  readonly readToEnd: boolean;
}

export const confirmTerms = (command: ConfirmTerms, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const { textVersion, language, ticks, readToEnd, at } = command;
  if (typeof textVersion !== 'string' || !/^[\w.-]{1,40}$/.test(textVersion))
    throw new Refusal('bad-text-version', 'The version of the confirmed text is missing.');
  if (readToEnd !== true) throw new Refusal('not-read', 'Read the text to its end before you confirm it.');
  const missing = TERMS.filter((term) => !ticks.includes(term));
  if (missing.length > 0)
    throw new Refusal('not-all-ticked', 'Every statement has to be ticked before a number is activated.', { missing });
  if (onboarding.terms?.textVersion === textVersion) return [];
  return [
    {
      type: 'TermsConfirmed',
      data: { textVersion, language: checkedLanguage(language), ticks: TERMS, confirmedAt: checkedTime(at).toISOString() },
    },
  ];
};
