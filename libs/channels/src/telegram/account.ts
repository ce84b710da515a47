import type { CredentialField, Credentials } from '@madoguchi/use-cases';

/** `<bot id>:<secret part>`, as BotFather gives it. Nothing in it could change the path of an address. */
const botToken = /^[1-9]\d{0,15}:[A-Za-z0-9_-]{30,60}$/;

/** The form of a Telegram bot. */
export const telegramCredentialFields: readonly CredentialField[] = [
  {
    name: 'botUsername',
    secret: false,
    required: true,
    check: (value) =>
      /^@?[A-Za-z0-9_]{5,32}$/.test(value) && /bot$/i.test(value)
        ? undefined
        : 'The user name of a bot has 5 to 32 letters, digits or "_" and ends in "bot". Copy it from BotFather.',
  },
  {
    name: 'botToken',
    secret: true,
    required: true,
    check: (value) =>
      botToken.test(value)
        ? undefined
        : 'The token looks like 123456789:AbC…: digits, a colon, about 35 characters. Copy it whole from BotFather.',
  },
  {
    name: 'webhookSecret',
    secret: true,
    required: true,
    generated: true,
    check: (value) =>
      /^[A-Za-z0-9_-]{32,256}$/.test(value)
        ? undefined
        : 'The webhook secret is made here: 32 to 256 letters, digits, "_" or "-". Generate a new one.',
  },
];

/** The token, when it can be one; anything else must not get into an address. */
export const botTokenOf = (credentials: Credentials): string | undefined => {
  const token = credentials.botToken;
  return token !== undefined && botToken.test(token) ? token : undefined;
};

/** Digits before the colon: the bot's own user id, the same after a new token was issued. */
export const botIdOf = (credentials: Credentials): string => credentials.botToken?.split(':', 1)[0] ?? '';
