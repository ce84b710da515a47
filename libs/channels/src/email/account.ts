import type { CredentialField, Credentials } from '@madoguchi/use-cases';

/** `w-`, 26 characters of base32, and the domain under which this installation receives mail. */
const BASE_ADDRESS = /^w-[a-z2-7]{26}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const RANDOM_CHARACTERS = 26;

const LONGEST_NAME = 100;

/** Everything here is issued by us; the administrator copies the base address to the mail service that shall forward to it. */
export const emailCredentialFields: readonly CredentialField[] = [
  {
    name: 'baseAddress',
    secret: false,
    required: true,
    generated: ({ mailDomain, random }) => mailDomain && `w-${random(RANDOM_CHARACTERS)}@${mailDomain}`,
    fixed: true,
    check: (value) => (BASE_ADDRESS.test(value) ? undefined : 'The base address is issued and cannot be chosen; leave it out.'),
  },
  {
    name: 'displayName',
    secret: false,
    required: false,
    check: (value) =>
      value.length <= LONGEST_NAME && !/[\p{Cc}<>@]/u.test(value)
        ? undefined
        : `The name that customers see has at most ${LONGEST_NAME} characters, and no line breaks, "<", ">" or "@".`,
  },
  {
    name: 'replyKey',
    secret: true,
    required: true,
    generated: true,
    check: (value) => (/^[A-Za-z0-9_-]{43}$/.test(value) ? undefined : 'The key is issued and cannot be chosen; leave it out.'),
  },
];

/** The address of the account when it is one, in lower case. */
export const baseAddressOf = ({ baseAddress }: Credentials): string | undefined => {
  const address = baseAddress?.toLowerCase();
  return address !== undefined && BASE_ADDRESS.test(address) ? address : undefined;
};
