import { Refusal } from '@madoguchi/event-sourcing';
import { checkedName } from '../../account/write/account-name.js';
import { checkedTime, type Timed } from '../../moment.js';
import type { ContactWindowEvent } from '../events.js';
import type { ContactWindow } from '../state.js';
import { checkedAddress } from './base-address.js';

export interface OpenContactWindow extends Timed {
  readonly type: 'OpenContactWindow';
  /** A free label, 1-100 characters. */
  readonly name: string;
  /** Made by the caller, unguessable; absent where the installation takes no mail: then it is issued later. */
  readonly baseAddress?: string;
}

export const openContactWindow = ({ name, baseAddress, at }: OpenContactWindow, window: ContactWindow): readonly ContactWindowEvent[] => {
  if (window.status !== 'none') throw new Refusal('contact-window-exists', 'This contact window exists already.');
  const opened: ContactWindowEvent = {
    type: 'ContactWindowOpened',
    data: { name: checkedName(name), openedAt: checkedTime(at).toISOString() },
  };
  return baseAddress === undefined ? [opened] : [opened, { type: 'BaseAddressIssued', data: { baseAddress: checkedAddress(baseAddress) } }];
};
