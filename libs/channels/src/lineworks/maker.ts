import type { CredentialField, Credentials } from '@madoguchi/use-cases';
import { lineworksCredentialFields } from './account.js';

/** A bot made with the ClientApp speaks with its credentials. */
export const SHARED_WITH_BOTS: readonly string[] = ['clientId', 'clientSecret', 'serviceAccount', 'privateKey'];

const memberId = /^[\x21-\x7e]{1,200}$/;
const domainNumber = /^[1-9]\d{0,15}$/;

/** The ClientApp that makes bots for a company, and what each of them needs beside its own profile. */
export const lineworksMakerFields: readonly CredentialField[] = [
  ...lineworksCredentialFields.filter(({ name }) => SHARED_WITH_BOTS.includes(name)),
  {
    name: 'administratorId',
    secret: false,
    required: true,
    check: (value) =>
      memberId.test(value)
        ? undefined
        : 'LINE WORKS wants an administrator for each bot: enter the log-in ID of one, such as hana@company.',
  },
  {
    name: 'domainId',
    secret: false,
    required: true,
    check: (value) =>
      domainNumber.test(value) ? undefined : 'The Domain ID is a number. It stands at API > ClientApp in the LINE WORKS Developer Console.',
  },
];

/** The same ClientApp, speaking of one of its bots. */
export const makerOf = (maker: Credentials, botId: string): Credentials => ({ ...maker, botId });
