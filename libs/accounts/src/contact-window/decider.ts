import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { ContactWindowEvent } from './events.js';
import { type ContactWindow, evolve, initialContactWindow } from './state.js';
import { type ArchiveContactWindow, archiveContactWindow } from './write/archive-contact-window.js';
import { type BaseAddressCommand, decideBaseAddress } from './write/base-address.js';
import { type ChangeContactWindow, changeContactWindow } from './write/change-contact-window.js';
import { type OpenContactWindow, openContactWindow } from './write/open-contact-window.js';
import { type ReleaseBot, releaseBot } from './write/release-bot.js';
import { type ReserveBot, reserveBot } from './write/reserve-bot.js';

export type ContactWindowCommand =
  OpenContactWindow | ChangeContactWindow | ArchiveContactWindow | BaseAddressCommand | ReserveBot | ReleaseBot;

const decide = (command: ContactWindowCommand, window: ContactWindow): readonly ContactWindowEvent[] => {
  if (command.type === 'OpenContactWindow') return openContactWindow(command, window);
  if (window.status === 'none') throw new Refusal('no-such-contact-window', 'There is no such contact window.');
  if (window.status === 'archived') return afterEnd(command);
  switch (command.type) {
    case 'ChangeContactWindow':
      return changeContactWindow(command, window);
    case 'ArchiveContactWindow':
      return archiveContactWindow(command, window);
    case 'IssueBaseAddress':
    case 'ChangeBaseAddress':
      return decideBaseAddress(command, window);
    case 'ReserveBot':
      return reserveBot(command, window);
    case 'ReleaseBot':
      return releaseBot(command, window);
    default:
      return neverReached(command);
  }
};

const afterEnd = ({ type }: ContactWindowCommand): readonly ContactWindowEvent[] => {
  if (type === 'ArchiveContactWindow') return [];
  throw new Refusal('contact-window-archived', 'This contact window is archived.');
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A contact window knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** A contact window: its base address is issued once and for ever, and it has one bot at most. */
export const contactWindowDecider: Decider<ContactWindow, ContactWindowCommand, ContactWindowEvent> = {
  initialState: initialContactWindow,
  evolve,
  decide,
};
