import type { ReceiverRole } from '@madoguchi/use-cases';
import { botEngineContract } from '@madoguchi/use-cases/testing';
import { messengerBot } from './messenger-bot.js';

const now = () => new Date('2026-11-26T00:00:00.000Z');
const engineAt = (real: ReceiverRole | undefined) =>
  messengerBot({ expectedRole: ({ receiverRole }) => receiverRole as ReceiverRole | undefined, readRole: async () => real }, now);
const shop = { name: 'Shop', credentials: { appId: '556677889900111', receiverRole: 'secondary' } };
const bot = {
  id: 'b',
  kind: 'messenger',
  name: 'Platform bot',
  endpoint: null,
  script: null,
  appId: '998877665544332',
  accounts: [shop],
} as const;

botEngineContract({
  name: 'the bot at Messenger',
  engine: engineAt('secondary'),
  bot: () => bot,
  broken: () => ({ ...bot, appId: null }),
  answersElsewhere: true,
});

describe('testing a bot at Messenger', () => {
  const failed = async (real: ReceiverRole | undefined, change: object = {}) => {
    const checks = await engineAt(real).test({ ...bot, ...change }, AbortSignal.timeout(60_000));
    return checks.flatMap(({ ok, reason }) => (ok ? [] : [reason]));
  };

  it('M-186, M-187: compares the role of our app at each of its pages with the expected one', async () => {
    expect(await failed('secondary')).toEqual([]);
    expect(await failed('primary')).toEqual(['At "Shop" our app is the primary receiver; the account says secondary.']);
    expect(await failed(undefined)).toEqual([expect.stringContaining('did not say')]);
  });

  it('M-184: says what is missing before it can serve a page', async () => {
    expect(await failed('secondary', { accounts: [] })).toEqual([expect.stringContaining('no account')]);
    expect(await failed('secondary', { accounts: [{ ...shop, credentials: { appId: '1' } }] })).toEqual([
      expect.stringContaining('does not say'),
    ]);
    expect(await failed('secondary', { appId: '556677889900111' })).toEqual([expect.stringContaining("bot's own app")]);
  });
});
