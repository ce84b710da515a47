import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecutionContext, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { queueDecider, queueStream } from '@madoguchi/routing';
import { type EventStore, handleCommand, type RecordedEvent, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { nothingIsSealed } from '@madoguchi/use-cases';
import { EVENT_STORE, SEALED_LOG } from '../tokens.js';
import { EventsController } from './events.controller.js';
import { EventsExports, PATIENCE_MS } from './events-export.js';

const DEADLINE_MS = 120_000;
const tenants = Array.from({ length: 5 }, () => randomUUID());
const [ours = '', theirs = ''] = tenants;

let store: EventStore;
/** Its exports wait for their readers as long as always; those of the other one only a moment. */
let patient: string;
let impatient: string;
const stops: (() => Promise<unknown>)[] = [];
const asked: ClientRequest[] = [];

/** What was made comes again and again: no buffer on the way to a reader holds it all. */
const endless = (log: EventStore): EventStore => ({
  ...log,
  async *readAll(options) {
    const pages: (readonly RecordedEvent[])[] = [];
    for await (const page of log.readAll(options)) pages.push(page.filter(({ type }) => type === 'QueueCreated'));
    for (;;) for (const page of pages) yield page;
  },
});

/** Who asks stands in a header: who may ask is not looked at here. */
const asTold = {
  canActivate: (context: ExecutionContext) => {
    const request = context.switchToHttp().getRequest<{ headers: { tenant: string }; admin: object }>();
    request.admin = { tenantId: request.headers.tenant, userId: ours, permissions: [] };
    return true;
  },
};

const started = async (patienceMs?: number): Promise<string> => {
  @Module({
    controllers: [EventsController],
    providers: [
      EventsExports,
      { provide: EVENT_STORE, useValue: store },
      { provide: SEALED_LOG, useValue: { raw: endless(store), open: nothingIsSealed } },
      { provide: APP_GUARD, useValue: asTold },
      ...(patienceMs === undefined ? [] : [{ provide: PATIENCE_MS, useValue: patienceMs }]),
    ],
  })
  class SpecModule {}
  const logger = createLogger('spec');
  logger.level = 'silent';
  const app = await createApplication({ module: SpecModule }, logger);
  await app.listen(0, '127.0.0.1');
  stops.push(() => app.close());
  return app.getUrl();
};

beforeAll(async () => {
  store = inMemoryEventStore();
  for (const tenantId of tenants) {
    for (let n = 0; n < 100; n += 1) {
      const cause = startOf(tenantId, { kind: 'system', automation: 'spec' }, randomUUID());
      const command = { type: 'CreateQueue', name: 'x'.repeat(100), offerSeconds: 30 } as const;
      await handleCommand(store, queueDecider, queueStream(randomUUID()), command, cause, { now: () => new Date() });
    }
  }
  patient = await started();
  impatient = await started(500);
});
afterEach(() => asked.splice(0).forEach((request) => request.destroy()));
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** Asks for an export and reads nothing of it. */
const begin = async (url: string, tenant: string): Promise<IncomingMessage> => {
  const request = get(`${url}/api/v1/events`, { headers: { tenant }, agent: false });
  request.on('error', () => undefined);
  asked.push(request);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return response;
};
const statusFor = async (url: string, tenant: string) => (await begin(url, tenant)).statusCode;
const until = async (condition: () => Promise<boolean>) => {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await sleep(20);
  }
};
const outcomesSince = async (before: string) => {
  const outcomes: unknown[] = [];
  for await (const page of store.readAll({ after: before, categories: ['audit'] }))
    outcomes.push(...page.filter(({ type }) => type === 'EventExportEnded').map(({ data }) => (data as { outcome: string }).outcome));
  return outcomes;
};

describe('an export that nobody reads on', () => {
  it('is broken off after a while: the log says so, the file cannot be taken for the whole, and the place is free', async () => {
    const before = await store.head();
    const stalled = [await begin(impatient, ours), await begin(impatient, ours)];
    expect(stalled.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    await until(async () => (await outcomesSince(before)).length === 2);
    expect(await outcomesSince(before)).toEqual(['broken off', 'broken off']);
    for (const response of stalled) await expect(text(response)).rejects.toThrow();
    expect(await statusFor(impatient, ours)).toBe(200);
  });

  it('takes its place from nobody of another tenant, as long as the service has places', async () => {
    expect([await statusFor(patient, ours), await statusFor(patient, ours), await statusFor(patient, ours)]).toEqual([200, 200, 429]);
    for (const tenant of [theirs, ...tenants.slice(2, 4)])
      expect([await statusFor(patient, tenant), await statusFor(patient, tenant)]).toEqual([200, 200]);
    expect(await statusFor(patient, tenants[4] ?? '')).toBe(429);
    asked.splice(0).forEach((request) => request.destroy());
    await until(async () => (await statusFor(patient, tenants[4] ?? '')) === 200);
    await until(async () => (await statusFor(patient, ours)) === 200);
  });
});
