import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { type ChangeBusinessHours, changeBusinessHours } from './change-business-hours.js';
import { type DefineBusinessHours, defineBusinessHours } from './define-business-hours.js';
import type { BusinessHoursEvent } from './events.js';
import type { BusinessHours } from './state.js';

/** The caller has seen that nobody has chosen them. */
export interface ArchiveBusinessHours {
  readonly type: 'ArchiveBusinessHours';
}

export type BusinessHoursCommand = DefineBusinessHours | ChangeBusinessHours | ArchiveBusinessHours;

const decide = (command: BusinessHoursCommand, hours: BusinessHours): readonly BusinessHoursEvent[] => {
  if (command.type === 'DefineBusinessHours') return defineBusinessHours(command, hours);
  if (hours.status === 'none') throw new Refusal('no-such-business-hours', 'There are no such business hours.');
  switch (command.type) {
    case 'ChangeBusinessHours':
      if (hours.status === 'archived') throw new Refusal('business-hours-archived', 'These business hours are archived.');
      return changeBusinessHours(command, hours);
    case 'ArchiveBusinessHours':
      return hours.status === 'archived' ? [] : [{ type: 'BusinessHoursArchived', data: {} }];
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `Business hours know no command "${String((command as { type?: unknown }).type)}".`);
};

/** When somebody is there, in a zone of the IANA database, with holidays and exceptions. */
export const businessHoursDecider: Decider<BusinessHours, BusinessHoursCommand, BusinessHoursEvent> = {
  initialState: () => ({ status: 'none', name: '' }),
  evolve: (hours, event) => {
    switch (event.type) {
      case 'BusinessHoursDefined':
        return { ...event.data, status: 'defined' };
      case 'BusinessHoursChanged':
        return { ...hours, ...event.data };
      case 'BusinessHoursArchived':
        return { ...hours, status: 'archived' };
      default:
        return hours;
    }
  },
  decide,
};
