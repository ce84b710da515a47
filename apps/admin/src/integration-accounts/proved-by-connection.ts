import type { Channel, Credentials } from '@madoguchi/use-cases';

export const CHECK_DEADLINE_MS = 10_000;

/** Without these nobody has shown anything. */
const PROOF = ['token', 'account matches'];

/** Asks the platform whether who has these credentials has this account. @returns when it said so */
export const provedByConnection = async (channel: Channel, credentials: Credentials, now: () => Date): Promise<Date | undefined> => {
  const checks = await channel.testConnection(credentials, AbortSignal.timeout(CHECK_DEADLINE_MS));
  const proved = PROOF.every((name) => checks.some(({ check, ok }) => check === name && ok));
  return proved ? now() : undefined;
};
