import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { harden } from '../access/harden.js';
import { servePage } from './serve-page.js';

let folder: string;
let desk: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>Madoguchi</title>');
  await writeFile(join(folder, 'assets', 'page-1a2b.js'), 'export {};');
  desk = Fastify();
  const application = { getHttpAdapter: () => ({ getInstance: () => desk }) } as unknown as NestFastifyApplication;
  harden(application);
  await servePage(application, folder);
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

describe('the built page', () => {
  it.each([
    ['/', 200, 'no-cache'],
    ['/conversations/7', 200, 'no-cache'],
    ['/assets/page-1a2b.js', 200, 'public, max-age=31536000, immutable'],
    ['/assets/nothing.js', 404, 'no-store'],
    ['/api/v1/nothing', 404, 'no-store'],
  ])('says of %s for how long it may be kept: %i %s', async (url, status, kept) => {
    const { statusCode, headers } = await desk.inject({ url, headers: { accept: 'text/html' } });
    expect([statusCode, headers['cache-control']]).toEqual([status, kept]);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});
