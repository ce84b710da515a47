import { Refusal } from '@madoguchi/event-sourcing';
import type { ContactWindowEvent } from '../events.js';
import type { ContactWindow } from '../state.js';

export type BaseAddressCommand =
  /** For a window that was opened while the installation took no mail. */
  | { readonly type: 'IssueBaseAddress'; readonly baseAddress: string }
  /** Always refused, with the reason: somebody may ask. Null: to delete it. */
  | { readonly type: 'ChangeBaseAddress'; readonly baseAddress: string | null };

const ADDRESS = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** @throws Refusal `bad-address` */
export const checkedAddress = (address: string): string => {
  const lower = typeof address === 'string' ? address.trim().toLowerCase() : '';
  if (!ADDRESS.test(lower)) throw new Refusal('bad-address', 'A base address is a mail address of letters, digits, dots and hyphens.');
  return lower;
};

const fixed = (): Refusal =>
  new Refusal('base-address-fixed', 'This address was issued for the contact window. It cannot be changed or deleted.');

export const decideBaseAddress = (command: BaseAddressCommand, window: ContactWindow): readonly ContactWindowEvent[] => {
  if (command.type === 'ChangeBaseAddress') throw fixed();
  const baseAddress = checkedAddress(command.baseAddress);
  if (window.baseAddress === baseAddress) return [];
  if (window.baseAddress !== undefined) throw fixed();
  return [{ type: 'BaseAddressIssued', data: { baseAddress } }];
};
