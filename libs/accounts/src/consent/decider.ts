import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { ConsentEvent } from './events.js';
import { type GiveConsent, giveConsent, wayOf } from './give-consent.js';
import { type WithdrawConsent, withdrawConsent } from './withdraw-consent.js';
import type { Consent } from './state.js';

export type ConsentCommand = GiveConsent | WithdrawConsent;

const decide = (command: ConsentCommand, consent: Consent): readonly ConsentEvent[] => {
  switch (command.type) {
    case 'GiveConsent':
      return giveConsent(command, consent);
    case 'WithdrawConsent':
      return withdrawConsent(command, consent);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A consent knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** Whether a contact has agreed to receive messages, and how. */
export const consentDecider: Decider<Consent, ConsentCommand, ConsentEvent> = {
  initialState: () => ({ ways: new Set() }),
  evolve: (consent, event) => {
    switch (event.type) {
      case 'ConsentGiven':
        return { ways: new Set(consent.ways).add(wayOf(event.data)) };
      case 'ConsentWithdrawn':
        return { ways: new Set() };
      default:
        return consent;
    }
  },
  decide,
};
