import type { CredentialField, Credentials } from '@madoguchi/use-cases';
import { lengthIn } from '../content-problem.js';
import { TEXT_LIMIT } from './limits.js';

/** Visible ASCII without blanks: what fits into a header. Viber gives three groups of 16 characters. */
const authToken = /^[\x21-\x7e]{10,128}$/;

/** Code points that Viber shows of a sender's name. */
const SENDER_NAME = 28;

/** The form of a Viber bot (once "Public Account"). */
export const viberCredentialFields: readonly CredentialField[] = [
  {
    name: 'botUsername',
    secret: false,
    required: true,
    check: (value) =>
      value === value.trim() && /^[^\p{Cc}]{1,75}$/u.test(value)
        ? undefined
        : 'The bot username is the exact name of the Viber account: 1 to 75 characters, without blanks around it.',
  },
  {
    name: 'authToken',
    secret: true,
    required: true,
    check: (value) =>
      authToken.test(value)
        ? undefined
        : 'The token has 10 to 128 characters and no blanks, such as three groups of 16 joined by "-". Viber gives it once the bot is approved (bots are a paid service since February 2024); copy it whole from the settings of the bot.',
  },
  {
    name: 'welcomeText',
    secret: false,
    required: false,
    check: (value) =>
      lengthIn(value, 'UTF-16 units') <= TEXT_LIMIT
        ? undefined
        : `The welcome has at most ${TEXT_LIMIT} characters. Shorten it, or leave it empty: then nobody is welcomed.`,
  },
];

/** The token, when it can be one; a header with anything else in it cannot be sent. */
export const authTokenOf = ({ authToken: token }: Credentials): string | undefined =>
  token !== undefined && authToken.test(token) ? token : undefined;

/** The only name of the bot that the form has. Whoever writes it in other letters means the same bot. */
export const botIdOf = ({ botUsername = '' }: Credentials): string => botUsername.trim().toLowerCase();

/** Who a message is from; Viber insists on a name. */
export const senderOf = ({ botUsername = '' }: Credentials): { readonly name: string } => ({
  name: [...botUsername.trim()].slice(0, SENDER_NAME).join(''),
});
