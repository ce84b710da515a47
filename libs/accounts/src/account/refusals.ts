import { Refusal } from '@madoguchi/event-sourcing';
import type { DeletionReason } from './events.js';

export const noSuchAccount = (): Refusal => new Refusal('no-such-account', 'There is no such integration account.');

export const accountDeleted = (reason: DeletionReason | undefined): Refusal =>
  new Refusal('account-deleted', 'The information of this account was deleted and cannot be restored. Set it up again with new data.', {
    reason,
  });

export const wrongType = (needed: string): Refusal => new Refusal('wrong-type', `Only an account of type ${needed} can do this.`);

export const notDue = (dueAt: Date): Refusal => new Refusal('not-due', 'It is too early for this.', { dueAt: dueAt.toISOString() });
