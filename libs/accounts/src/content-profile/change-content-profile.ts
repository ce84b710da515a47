import { checkedName } from '../account/write/account-name.js';
import { checkedAllowed } from './define-content-profile.js';
import type { ContentProfile, ContentProfileEvent } from './events.js';
import type { ContentProfileState } from './state.js';

export interface ChangeContentProfile extends Partial<ContentProfile> {
  readonly type: 'ChangeContentProfile';
  readonly name?: string;
}

/** Only what differs is recorded. */
export const changeContentProfile = (command: ChangeContentProfile, profile: ContentProfileState): readonly ContentProfileEvent[] => {
  const name = command.name === undefined ? profile.name : checkedName(command.name);
  const inbound = command.inbound ? checkedAllowed(command.inbound) : profile.inbound;
  const outbound = command.outbound ? checkedAllowed(command.outbound) : profile.outbound;
  const data = {
    ...(name === profile.name ? {} : { name }),
    ...(String(inbound) === String(profile.inbound) ? {} : { inbound }),
    ...(String(outbound) === String(profile.outbound) ? {} : { outbound }),
  };
  return Object.keys(data).length > 0 ? [{ type: 'ContentProfileChanged', data }] : [];
};
