import type { SentForm } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import type { AccountTypeField } from '../integration-account-types/account-type.js';

/** A form that was sent, as the administrators see it. */
export interface SentFormView {
  readonly id: string;
  readonly accountId: string;
  readonly fields: readonly string[];
  readonly state: 'sent' | 'opened' | 'filled in' | 'withdrawn' | 'expired';
  readonly expiresAt: string;
}

/** Told once, to who sent it. */
export interface NewSentForm extends SentFormView {
  /** Below the address of the desk. What stands behind the # is the secret: browsers send it to nobody. */
  readonly link: string;
}

/** The same form as the colleague sees it: what is asked, and nothing that is there already. */
export interface FormToFillIn {
  readonly id: string;
  readonly accountType: ChannelType;
  readonly accountName: string;
  readonly fields: readonly AccountTypeField[];
  readonly expiresAt: string;
}

export const sentFormView = (id: string, form: SentForm, now: Date): SentFormView => {
  const { accountId, fields, expiresAt, status, opened } = form;
  const over = now.getTime() >= Date.parse(expiresAt);
  const state = status !== 'sent' ? (status as 'filled in' | 'withdrawn') : over ? 'expired' : opened ? 'opened' : 'sent';
  return { id, accountId, fields, state, expiresAt };
};
