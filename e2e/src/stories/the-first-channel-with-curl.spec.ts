import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSystem } from '../system/start-system.js';
import type { System } from '../system/system.js';

const guide = fileURLToPath(new URL('../../../docs/guides/first-channel.md', import.meta.url));
const DEADLINE_MS = 180_000;

/** Which files of a folder, at whatever depth, hold one of these texts. */
const filesWith = (folder: string, texts: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    // A server may have taken one away meanwhile.
    .filter((file) => existsSync(file) && texts.some((text) => readFileSync(file).includes(text)));

describe('the guide to the first channel', () => {
  let system: System;
  let secrets: readonly string[] = [];
  beforeAll(async () => {
    system = await startSystem({ environment: { LOG_LEVEL: 'trace' } });
  });
  afterAll(async () => {
    await system?.stop();
  });

  it('M-03, M-63, M-65: leads, as it is written, from an empty form to the first answered message', async () => {
    const blocks = [...readFileSync(guide, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block);
    expect(blocks.length).toBeGreaterThan(9);
    const env = { ...process.env, NODE_OPTIONS: '', ADDRESSES: join(system.dataFolder, 'addresses.json') };
    const script = join(system.dataFolder, 'first-channel.sh');
    writeFileSync(
      script,
      [...blocks, 'echo "SECRETS $(pick "it.channelSecret + \' \' + it.channelAccessToken" <<<"$CREDENTIALS")"'].join('\n'),
    );
    const { stdout } = await promisify(execFile)('bash', [script], { env, timeout: DEADLINE_MS });

    expect(stdout).toMatch(/^channelSecret \(secret\): LINE Developers Console/m);
    expect(stdout).toContain('Tea house is waiting for verification.');
    expect(stdout).toMatch(/^linked at \S+, verified at \S+$/m);
    expect(stdout).not.toContain('NOT OK');
    expect(stdout).toContain('The first message is answered.');
    expect(stdout).toMatch(/^WebhookVerified by system$/m);
    expect(stdout).toMatch(/^IntegrationAccountLinked by system$/m);
    secrets = /^SECRETS (.+)$/m.exec(stdout)?.[1]?.split(' ') ?? [];
  });

  it('M-26, M-49, M-59: and the secrets of the account are in no file of the database, of the bus or of any service’s log', () => {
    expect(secrets.map(({ length }) => length > 20)).toEqual([true, true]);
    // Those of a system in containers lie elsewhere.
    const folders = ['postgres', 'nats', 'logs'].map((name) => join(system.dataFolder, name)).filter((folder) => existsSync(folder));
    for (const folder of folders) {
      expect([folder, filesWith(folder, ['Tea house']).length > 0 || folder.endsWith('logs')]).toEqual([folder, true]);
      expect([folder, filesWith(folder, secrets)]).toEqual([folder, []]);
    }
  });
});
