import { Refusal } from '@madoguchi/event-sourcing';
import { checkedName } from '../account/write/account-name.js';
import { LIMITED_KINDS } from './allows-content.js';
import type { AllowedContent, ContentProfile, ContentProfileEvent } from './events.js';
import type { ContentProfileState } from './state.js';

export interface DefineContentProfile extends ContentProfile {
  readonly type: 'DefineContentProfile';
  readonly name: string;
}

const MOST_ENTRIES = 200;
const MIME = /^[a-z]+\/(\*|[a-z0-9][a-z0-9.+-]{0,99})$/;

/** @throws Refusal `bad-content` */
export const checkedAllowed = (entries: readonly AllowedContent[]): readonly AllowedContent[] => {
  if (!Array.isArray(entries) || entries.length > MOST_ENTRIES)
    throw new Refusal('bad-content', `A profile names at most ${MOST_ENTRIES} kinds and types.`);
  const lower = (entries as readonly AllowedContent[]).map((entry) => String(entry).trim().toLowerCase());
  const wrong = lower.find((entry) => !(LIMITED_KINDS as readonly string[]).includes(entry) && !MIME.test(entry));
  if (wrong !== undefined) {
    throw new Refusal('bad-content', `A profile names kinds (${LIMITED_KINDS.join(', ')}) and types such as image/png or image/*.`, {
      wrong,
    });
  }
  return [...new Set(lower)].sort();
};

export const defineContentProfile = (command: DefineContentProfile, profile: ContentProfileState): readonly ContentProfileEvent[] => {
  if (profile.status !== 'none') throw new Refusal('content-profile-exists', 'This content profile exists already; change it instead.');
  const { name, inbound, outbound } = command;
  return [
    {
      type: 'ContentProfileDefined',
      data: { name: checkedName(name), inbound: checkedAllowed(inbound), outbound: checkedAllowed(outbound) },
    },
  ];
};
