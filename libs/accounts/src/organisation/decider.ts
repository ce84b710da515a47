import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { PENDING_MINUTES } from '../onboarding/limits.js';
import type { OrganisationEvent } from './events.js';
import { type RecordBotMaker, recordBotMaker } from './record-bot-maker.js';
import { type SetOrganisation, setOrganisation } from './set-organisation.js';
import type { Organisation } from './state.js';

export type OrganisationCommand = SetOrganisation | RecordBotMaker;

/** The settings of a tenant. A tenant that has set nothing counts its days in UTC. */
export const organisationDecider: Decider<Organisation, OrganisationCommand, OrganisationEvent> = {
  initialState: () => ({ timeZone: 'UTC', pendingMinutes: PENDING_MINUTES.usual }),
  evolve: (organisation, event) => {
    switch (event.type) {
      case 'OrganisationTimeZoneSet':
        return { ...organisation, timeZone: event.data.timeZone };
      case 'PendingMinutesSet':
        return { ...organisation, pendingMinutes: event.data.minutes };
      case 'DefaultContentProfileChosen':
        return { ...organisation, defaultContentProfileId: event.data.contentProfileId ?? undefined };
      case 'AwayReasonsSet':
        return { ...organisation, awayReasons: event.data.reasons };
      default:
        return organisation;
    }
  },
  decide: (command, organisation) => {
    switch (command.type) {
      case 'SetOrganisation':
        return setOrganisation(command, organisation);
      case 'RecordBotMaker':
        return recordBotMaker(command);
      default:
        return neverReached(command);
    }
  },
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `An organisation knows no command "${String((command as { type?: unknown }).type)}".`);
};
