import { hash, verify } from '@node-rs/argon2';

/** OWASP's smallest recommendation for Argon2id (the algorithm is the library's default): 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

export const isPassword = (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password.normalize('NFKC'));

/** Of a password that nobody knows: who does not exist takes as long to refuse as who does. */
let nobodysHash: Promise<string> | undefined;

export const refuseLikeAnybody = async (password: string): Promise<false> => {
  nobodysHash ??= hashPassword(crypto.randomUUID());
  await isPassword(await nobodysHash, password);
  return false;
};
