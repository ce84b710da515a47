import { type AccountLookup, rememberingLookup } from './account-lookup.js';
import type { IngressAccount } from './find-account.js';

const account: IngressAccount = { tenantId: 't', accountId: 'a', credentials: {} };

describe('remembering accounts', () => {
  let clock: number;
  let asked: string[];
  let answer: AccountLookup;
  let lookup: AccountLookup;

  beforeEach(() => {
    clock = 0;
    asked = [];
    answer = async () => account;
    const find: AccountLookup = (channel, key) => {
      asked.push(key);
      return answer(channel, key);
    };
    lookup = rememberingLookup(find, { now: () => new Date(clock), deadlineMs: 20 });
  });

  it('asks once for five seconds, for accounts and for strangers', async () => {
    expect(await lookup('line', 'known')).toBe(account);
    answer = async () => undefined;
    expect(await lookup('line', 'stranger')).toBeUndefined();
    clock = 4_999;
    expect(await lookup('line', 'known')).toBe(account);
    expect(await lookup('line', 'stranger')).toBeUndefined();
    expect(asked).toEqual(['known', 'stranger']);
  });

  it('sees a change after five seconds', async () => {
    await lookup('line', 'k');
    answer = async () => undefined;
    clock = 5_000;
    expect(await lookup('line', 'k')).toBeUndefined();
    answer = async () => account;
    clock = 10_000;
    expect(await lookup('line', 'k')).toBe(account);
  });

  it('asks the same question once at a time', async () => {
    await Promise.all([lookup('line', 'k'), lookup('line', 'k'), lookup('line', 'k')]);
    expect(asked).toEqual(['k']);
  });

  it('keeps an account for ten minutes while the database fails', async () => {
    await lookup('line', 'k');
    answer = () => Promise.reject(new Error('away'));
    clock = 9 * 60_000;
    expect(await lookup('line', 'k')).toBe(account);
    clock = 11 * 60_000;
    await expect(lookup('line', 'k')).rejects.toThrow('away');
  });

  it('M-47: keeps it for handshakes for as long as the database is away', async () => {
    await lookup('line', 'k');
    answer = () => Promise.reject(new Error('away'));
    clock = 7 * 24 * 3_600_000;
    expect(await lookup('line', 'k', 'any')).toBe(account);
    await expect(lookup('line', 'unseen', 'any')).rejects.toThrow('away');
    await expect(lookup('line', 'k')).rejects.toThrow('away');
  });

  it('waits no longer than its deadline for a database that hangs', async () => {
    await lookup('line', 'k');
    answer = () => new Promise(() => undefined);
    clock = 60_000;
    expect(await lookup('line', 'k')).toBe(account);
    await expect(lookup('line', 'unseen')).rejects.toThrow(/20 ms/);
  });

  it('lets nobody push an account out by guessing keys', async () => {
    await lookup('line', 'k');
    answer = async () => undefined;
    for (let guess = 0; guess < 10_001; guess += 1) await lookup('line', `guess ${guess}`);
    asked = [];
    expect(await lookup('line', 'k')).toBe(account);
    await lookup('line', 'guess 0');
    expect(asked).toEqual(['guess 0']);
  });
});
