import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { type ChangeContentProfile, changeContentProfile } from './change-content-profile.js';
import { type DefineContentProfile, defineContentProfile } from './define-content-profile.js';
import type { ContentProfileEvent } from './events.js';
import type { ContentProfileState } from './state.js';

/** The caller has seen that nobody has chosen it. */
export interface ArchiveContentProfile {
  readonly type: 'ArchiveContentProfile';
}

export type ContentProfileCommand = DefineContentProfile | ChangeContentProfile | ArchiveContentProfile;

const decide = (command: ContentProfileCommand, profile: ContentProfileState): readonly ContentProfileEvent[] => {
  if (command.type === 'DefineContentProfile') return defineContentProfile(command, profile);
  if (profile.status === 'none') throw new Refusal('no-such-content-profile', 'There is no such content profile.');
  switch (command.type) {
    case 'ChangeContentProfile':
      if (profile.status === 'archived') throw new Refusal('content-profile-archived', 'This content profile is archived.');
      return changeContentProfile(command, profile);
    case 'ArchiveContentProfile':
      return profile.status === 'archived' ? [] : [{ type: 'ContentProfileArchived', data: {} }];
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A content profile knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** Which media an account takes and sends. */
export const contentProfileDecider: Decider<ContentProfileState, ContentProfileCommand, ContentProfileEvent> = {
  initialState: () => ({ status: 'none', name: '', inbound: [], outbound: [] }),
  evolve: (profile, event) => {
    switch (event.type) {
      case 'ContentProfileDefined':
        return { ...event.data, status: 'defined' };
      case 'ContentProfileChanged':
        return { ...profile, ...event.data };
      case 'ContentProfileArchived':
        return { ...profile, status: 'archived' };
      default:
        return profile;
    }
  },
  decide,
};
