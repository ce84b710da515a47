import type { VonageAccount } from './state.js';

/** In 1/10,000 of a euro, for each part. */
const PRICE = 625;

/** @returns false, and takes nothing, when the credit is not enough. */
export const pay = (account: VonageAccount, parts: number): boolean => {
  if (account.balance < parts * PRICE) return false;
  account.balance -= parts * PRICE;
  return true;
};

export const priceOf = (parts: number): string => ((parts * PRICE) / 10_000).toFixed(4);
