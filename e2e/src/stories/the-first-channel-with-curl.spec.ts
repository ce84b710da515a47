import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSystem, type System } from '../system/start-system.js';

const guide = fileURLToPath(new URL('../../../docs/guides/first-channel.md', import.meta.url));
const DEADLINE_MS = 180_000;

describe('the guide to the first channel', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(async () => {
    await system?.stop();
  });

  it('M-03, M-63, M-65: leads, as it is written, from an empty form to the first answered message', async () => {
    const blocks = [...readFileSync(guide, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block);
    expect(blocks.length).toBeGreaterThan(9);
    const env = { ...process.env, NODE_OPTIONS: '', ADDRESSES: join(system.dataFolder, 'addresses.json') };
    const script = join(system.dataFolder, 'first-channel.sh');
    writeFileSync(script, blocks.join('\n'));
    const { stdout } = await promisify(execFile)('bash', [script], { env, timeout: DEADLINE_MS });

    expect(stdout).toMatch(/^channelSecret \(secret\): LINE Developers Console/m);
    expect(stdout).toContain('Tea house is waiting for verification.');
    expect(stdout).toMatch(/^linked at \S+, verified at \S+$/m);
    expect(stdout).not.toContain('NOT OK');
    expect(stdout).toContain('The first message is answered.');
    expect(stdout).toMatch(/^WebhookVerified by system$/m);
    expect(stdout).toMatch(/^IntegrationAccountLinked by system$/m);
  });
});
