import { Refusal } from '@madoguchi/event-sourcing';
import type { CheckResult } from './events.js';

const MOST_CHECKS = 50;
const LONGEST_TEXT = 1_000;

/** Long runs of letters and digits are keys, tokens and signatures; ids of platforms are shorter, or digits only. */
const TOKEN = /(?=[\w+=-]*[A-Za-z])(?=[\w+=-]*\d)[\w+=-]{24,}/g;

/** The text without anything that looks like a token: adapters should not put one in, and here is the last place where it can be stopped. */
export const withoutTokens = (text: string): string => text.slice(0, LONGEST_TEXT).replace(TOKEN, '…');

/** @throws Refusal `bad-checks` */
export const checkedResults = (checks: readonly CheckResult[]): readonly CheckResult[] => {
  if (!Array.isArray(checks) || checks.length > MOST_CHECKS) throw new Refusal('bad-checks', `A test has at most ${MOST_CHECKS} checks.`);
  return (checks as readonly CheckResult[]).map(({ check, ok, reason, remedy, milliseconds }) => {
    if (typeof check !== 'string' || !/^[a-z][a-z0-9 -]{0,59}$/.test(check))
      throw new Refusal('bad-checks', 'A check is named by a few lower-case words.');
    return {
      check,
      ok: ok === true,
      reason: reason === undefined ? undefined : withoutTokens(reason),
      remedy: remedy === undefined ? undefined : withoutTokens(remedy),
      milliseconds: Math.max(0, Math.round(milliseconds)),
    };
  });
};
