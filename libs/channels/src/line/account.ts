import type { CredentialField, Credentials } from '@madoguchi/use-cases';

/** Visible ASCII without blanks: what fits into a header. */
const visible = /^[\x21-\x7e]+$/;

/** The form of a LINE Official Account, in the order in which the LINE Developers Console shows the values. */
export const lineCredentialFields: readonly CredentialField[] = [
  {
    name: 'channelId',
    secret: false,
    required: true,
    check: (value) =>
      /^\d{8,12}$/.test(value)
        ? undefined
        : 'The channel ID is a number of about 10 digits. Copy it from "Basic settings" in the LINE Developers Console.',
  },
  {
    name: 'channelSecret',
    secret: true,
    required: true,
    check: (value) =>
      visible.test(value) && value.length >= 16 && value.length <= 128
        ? undefined
        : 'The channel secret has 32 characters and no blanks. Copy it from "Basic settings" in the LINE Developers Console.',
  },
  {
    name: 'basicId',
    secret: false,
    required: true,
    check: (value) =>
      /^@[\x21-\x7e]{1,50}$/.test(value)
        ? undefined
        : 'The basic ID begins with "@". Copy it from the bot information on the tab "Messaging API" of the LINE Developers Console.',
  },
  {
    name: 'channelAccessToken',
    secret: true,
    required: true,
    check: (value) =>
      visible.test(value) && value.length <= 4_096
        ? undefined
        : 'The channel access token has no blanks and no line breaks. Copy it whole from the tab "Messaging API" of the LINE Developers Console.',
  },
];

/** The token, when it can be one; a header with anything else in it cannot be sent. */
export const accessTokenOf = (credentials: Credentials): string | undefined => {
  const token = credentials.channelAccessToken;
  return token !== undefined && visible.test(token) ? token : undefined;
};
