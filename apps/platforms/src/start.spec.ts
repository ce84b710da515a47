import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewAccount } from './control-api.js';
import { startPlatforms } from './start.js';
import { HANA, TOKEN } from './testing/telegram-account.js';
import { PUBLIC_HOST, StandIns } from './testing/stand-ins.js';

const seed: NewAccount[] = [
  {
    platform: 'telegram',
    name: '窓口',
    credentials: { botToken: TOKEN, botUsername: 'madoguchi_bot' },
    customers: [{ id: HANA, name: 'Hana' }, { name: 'Ken' }],
  },
];

describe('the state of the stand-ins', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'platforms-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is kept over restarts with a file: people, chats, pictures, and what was not delivered yet', async () => {
    const file = join(folder, 'platforms.json');
    const before = await StandIns.start(seed, file);
    const bot = before.at('telegram', '7000000001');
    await bot.act(HANA, { type: 'image', caption: '写真' });
    const chat = await bot.chat(HANA);
    await before.stop();

    const after = await StandIns.start(seed, file);
    const again = after.at('telegram', '7000000001');
    expect(await again.chat(HANA)).toEqual(chat);
    expect((await fetch(after.address('play') + chat[0]!.media!.url)).headers.get('content-type')).toBe('image/jpeg');
    expect((await after.control('GET', '/telegram/7000000001/customers')).json.map(({ name }: { name: string }) => name)).toEqual([
      'Hana',
      'Ken',
    ]);
    await again.settings({ webhookUrl: `https://${PUBLIC_HOST}/t` });
    await after.requests(1);
    expect(after.receiver.requests[0]!.json).toMatchObject({ message: { caption: '写真' } });
    await after.stop();
  });

  it('forgets pictures of a state that was deleted', async () => {
    const file = join(folder, 'platforms.json');
    const before = await StandIns.start(seed, file);
    await before.at('telegram', '7000000001').act(HANA, { type: 'image' });
    await before.stop();
    expect(readdirSync(`${file}.media`)).toHaveLength(1);
    rmSync(file);
    const after = await StandIns.start(seed, file);
    expect(readdirSync(`${file}.media`)).toHaveLength(0);
    await after.stop();
  });

  it('is in memory without a file', async () => {
    const standIns = await StandIns.start(seed);
    await standIns.at('telegram', '7000000001').act(HANA, { type: 'image' });
    await standIns.stop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a file that holds something else, and leaves it alone', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'my notes');
    await expect(startPlatforms({ host: '127.0.0.1', ports: {}, internet: {}, dataFile: file })).rejects.toThrow(
      /does not hold the state of the stand-ins/,
    );
    expect(existsSync(`${file}.media`)).toBe(false);
  });

  it('refuses a seed that no platform would have', async () => {
    const start = (account: NewAccount) => startPlatforms({ host: '127.0.0.1', ports: {}, internet: {}, seed: [account] });
    await expect(start({ platform: 'pager' })).rejects.toThrow(/PLATFORMS_SEED names the platform pager; there are line, /);
    await expect(start({ platform: 'line', credentials: { channelSecret: 'short' } })).rejects.toThrow(
      /LINE would never issue this channelSecret/,
    );
  });
});
