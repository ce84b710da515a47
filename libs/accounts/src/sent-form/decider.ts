import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { SentFormEvent } from './events.js';

export interface SentForm {
  readonly status: 'none' | 'sent' | 'filled in' | 'withdrawn';
  readonly accountId: string;
  readonly fields: readonly string[];
  readonly secretHash: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly opened: boolean;
  readonly wrongSecrets: number;
}

export interface SendForm {
  readonly type: 'SendForm';
  readonly accountId: string;
  /** Of the account's type, none that is issued once: the caller has looked. */
  readonly fields: readonly string[];
  readonly secretHash: string;
  /** How long the link is good, 1-168. */
  readonly hours: number;
}

export interface OpenForm {
  readonly type: 'OpenForm';
  readonly secretHash: string;
}

export interface FillInForm {
  readonly type: 'FillInForm';
  readonly secretHash: string;
  /** Names, no values. */
  readonly fields: readonly string[];
}

export interface WithdrawForm {
  readonly type: 'WithdrawForm';
}

export type SentFormCommand = SendForm | OpenForm | FillInForm | WithdrawForm;

export const FORM_LONGEST_HOURS = 168;
const MOST_WRONG_SECRETS = 5;
const HOUR_MS = 3_600_000;

const decide = (command: SentFormCommand, form: SentForm, now: Date): readonly SentFormEvent[] => {
  switch (command.type) {
    case 'SendForm':
      return sendForm(command, form, now);
    case 'OpenForm':
      return withSecret(command.secretHash, form, now, () => (form.opened ? [] : [{ type: 'FormOpened', data: {} }]));
    case 'FillInForm':
      return withSecret(command.secretHash, form, now, () => fillIn(command.fields, form));
    case 'WithdrawForm':
      if (form.status === 'none') throw noSuchForm();
      return form.status === 'sent' ? [{ type: 'FormWithdrawn', data: {} }] : [];
    default:
      return neverReached(command);
  }
};

const sendForm = ({ accountId, fields, secretHash, hours }: SendForm, form: SentForm, now: Date): readonly SentFormEvent[] => {
  if (form.status !== 'none') throw new Refusal('form-sent', 'This form was sent already, and its link was told then. Send a new one.');
  if (!Number.isInteger(hours) || hours < 1 || hours > FORM_LONGEST_HOURS)
    throw new Refusal('bad-hours', `A link is good for 1 to ${FORM_LONGEST_HOURS} whole hours.`);
  if (fields.length === 0) throw new Refusal('bad-fields', 'Name one field at least that is to be filled in.');
  if (!/^[0-9a-f]{64}$/.test(secretHash)) throw new Refusal('bad-secret', 'The hash of a secret has 64 hexadecimal digits.');
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS).toISOString();
  return [{ type: 'FormSent', data: { accountId, fields: [...new Set(fields)].sort(), secretHash, expiresAt } }];
};

/** A wrong secret is an event, so that it counts; who holds it learns nothing. */
const withSecret = (secretHash: string, form: SentForm, now: Date, right: () => readonly SentFormEvent[]): readonly SentFormEvent[] => {
  if (form.status === 'none' || form.wrongSecrets >= MOST_WRONG_SECRETS) throw noSuchForm();
  if (form.secretHash !== secretHash) return [{ type: 'FormSecretRefused', data: {} }];
  if (form.status !== 'sent') throw new Refusal('form-gone', 'This link was used or withdrawn. Ask for a new one.', { why: form.status });
  if (now.getTime() >= Date.parse(form.expiresAt))
    throw new Refusal('form-gone', 'This link has expired. Ask for a new one.', { why: 'expired' });
  return right();
};

const fillIn = (fields: readonly string[], form: SentForm): readonly SentFormEvent[] => {
  const others = fields.filter((field) => !form.fields.includes(field));
  if (others.length > 0) throw new Refusal('bad-fields', `This link is not for: ${others.join(', ')}.`, { fields: others });
  if (fields.length === 0) throw new Refusal('bad-fields', 'Fill in one field at least.');
  return [{ type: 'FormFilledIn', data: { fields: [...new Set(fields)].sort() } }];
};

const noSuchForm = () => new Refusal('no-such-form', 'There is no such form.');

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A form knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** A form that was sent to somebody who has no rights here: this one, these fields, once, for a time. */
export const sentFormDecider = (now: Date): Decider<SentForm, SentFormCommand, SentFormEvent> => ({
  initialState: () => ({ status: 'none', accountId: '', fields: [], secretHash: '', expiresAt: '', opened: false, wrongSecrets: 0 }),
  evolve: (form, event) => {
    switch (event.type) {
      case 'FormSent':
        return { ...form, ...event.data, status: 'sent' };
      case 'FormOpened':
        return { ...form, opened: true };
      case 'FormSecretRefused':
        return { ...form, wrongSecrets: form.wrongSecrets + 1 };
      case 'FormFilledIn':
        return { ...form, status: 'filled in' };
      case 'FormWithdrawn':
        return { ...form, status: 'withdrawn' };
      default:
        return form;
    }
  },
  decide: (command, form) => decide(command, form, now),
});
