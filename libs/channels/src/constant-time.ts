import { timingSafeEqual } from 'node:crypto';

/** Whether a secret and what somebody claims it to be are the same text, in a time that does not depend on where they differ. */
export const equalInConstantTime = (secret: string, claimed: string): boolean => {
  const known = Buffer.from(secret);
  const given = Buffer.from(claimed);
  // timingSafeEqual throws on other lengths; the length of a signature or token is no secret.
  return known.length === given.length && timingSafeEqual(known, given);
};
