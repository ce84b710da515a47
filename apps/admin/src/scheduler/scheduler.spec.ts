import {
  accountStream,
  type IntegrationAccountCommand,
  integrationAccountDecider,
  type IntegrationAccountEvent,
  organisationDecider,
  organisationStream,
  TERMS,
} from '@madoguchi/accounts';
import { derivedId, type EventStore, handleCommand, type Recorded, startOf } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { FollowedAccounts } from './followed-accounts.js';
import { Scheduler } from './scheduler.js';
import { VirtualClock } from './testing/virtual-clock.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PATIENCE_MS = 120_000;

describe('what falls due for accounts', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  const running: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
  });
  afterAll(() => postgres.stop());
  afterEach(async () => {
    for (const stop of running.splice(0)) await stop();
  });

  /** As a process does it: its own connections, nothing that another one has kept. */
  const startProcess = async (clock: VirtualClock) => {
    const store = await openPostgresEventStore({ url: postgres.url });
    const ending = new AbortController();
    const accounts = new FollowedAccounts(store, clock, quiet);
    const work = [accounts.run(ending.signal), new Scheduler(store, accounts, clock, quiet).run(ending.signal)];
    let stopped = false;
    const stop = async () => {
      if (stopped) return;
      stopped = true;
      ending.abort();
      await Promise.all(work);
      await store.close();
    };
    running.push(stop);
    return { store, stop };
  };

  const eventually = async <Value>(read: () => Promise<Value> | Value, expected: Value) => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await read();
      if (JSON.stringify(value) === JSON.stringify(expected)) return;
      if (Date.now() > deadline) expect(value).toEqual(expected);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  /** A tenant with one account, and a way to command and to read it. */
  const tenantIn = async (store: EventStore, clock: VirtualClock, name: string, timeZone: string) => {
    const [tenantId, id] = [derivedId('spec', 'tenant', name), derivedId('spec', 'account', name)];
    let commands = 0;
    const cause = () => startOf(tenantId, { kind: 'admin', id: 'spec' }, derivedId('spec', name, (commands += 1)));
    const options = { now: () => clock.now() };
    await handleCommand(store, organisationDecider, organisationStream(tenantId), { type: 'SetOrganisation', timeZone }, cause(), options);
    return {
      stream: accountStream(id),
      command: (command: IntegrationAccountCommand) =>
        handleCommand(store, integrationAccountDecider, accountStream(id), command, cause(), options),
      happened: async (by = store) =>
        ((await by.readStream(accountStream(id))) as readonly Recorded<IntegrationAccountEvent>[]).flatMap(({ type, data, metadata }) => {
          if (metadata.actor.kind !== 'system') return [];
          const number = type === 'CertificateExpiryWarned' ? data.daysBefore : type === 'DeletionWarned' ? data.day : undefined;
          return [`${metadata.occurredAt} ${type}${number === undefined ? '' : ` ${number}`}`];
        }),
    };
  };

  const startOnboarding = async (tenant: Awaited<ReturnType<typeof tenantIn>>, at: string) => {
    await tenant.command({ type: 'AddAccount', accountType: 'whatsapp', name: 'Number', webhookKey: `key ${at} ${tenant.stream}` });
    await tenant.command({ type: 'StartOnboarding', kind: 'new', phoneNumber: '+81312345678', at });
  };

  it('M-131, M-151: comes at its time over a change to summer time and over restarts, once, with two copies at work', async () => {
    const clock = new VirtualClock('2026-03-24T06:00:00.000Z');
    const first = await startProcess(clock);
    const berlin = await tenantIn(first.store, clock, 'Berlin', 'Europe/Berlin');
    await startOnboarding(berlin, '2026-03-24T06:00:00.000Z');
    await berlin.command({ type: 'RecordCertificate', createdOn: '2026-03-24', at: '2026-03-24T06:00:00.000Z', timeZone: 'Europe/Berlin' });

    // Midnight in Berlin, still in winter time.
    await eventually(() => clock.waitedFor(), ['2026-03-27T23:00:00.000Z']);
    clock.advanceTo('2026-03-27T22:59:59.999Z');
    expect(clock.waitedFor()).toEqual(['2026-03-27T23:00:00.000Z']);
    clock.advanceTo('2026-03-27T23:00:00.000Z');
    await eventually(berlin.happened, ['2026-03-27T23:00:00.000Z CertificateExpiryWarned 3']);
    await first.stop();

    // The clocks are put forward while nobody is there. Midnight comes an hour earlier.
    const [second, third] = [await startProcess(clock), await startProcess(clock)];
    await eventually(() => clock.waitedFor(), ['2026-03-29T22:00:00.000Z', '2026-03-29T22:00:00.000Z']);
    const seen = () => berlin.happened(second.store);
    clock.advanceTo('2026-03-29T22:00:00.000Z');
    await eventually(seen, ['2026-03-27T23:00:00.000Z CertificateExpiryWarned 3', '2026-03-29T22:00:00.000Z CertificateExpiryWarned 1']);
    await eventually(() => clock.waitedFor(), ['2026-03-30T22:00:00.000Z', '2026-03-30T22:00:00.000Z']);
    clock.advanceTo('2026-03-30T22:00:00.000Z');
    await eventually(async () => (await seen()).at(-1), '2026-03-30T22:00:00.000Z CertificateExpired');
    // The 20th day, at the hour of the day at which it was begun: 7 o'clock in winter, 7 o'clock in summer.
    await eventually(() => clock.waitedFor(), ['2026-04-13T05:00:00.000Z', '2026-04-13T05:00:00.000Z']);
    await Promise.all([second.stop(), third.stop()]);

    // Everybody was away for weeks: what was missed is made up for, once.
    clock.advanceTo('2026-04-30T12:00:00.000Z');
    const [fourth] = [await startProcess(clock), await startProcess(clock)];
    const told = () => berlin.happened(fourth.store);
    await eventually(
      async () => (await told()).slice(3),
      [
        '2026-04-30T12:00:00.000Z DeletionWarned 20',
        '2026-04-30T12:00:00.000Z DeletionWarned 27',
        '2026-04-30T12:00:00.000Z DeletionWarned 29',
        '2026-04-30T12:00:00.000Z IntegrationAccountDeleted',
      ],
    );
    await eventually(() => clock.waitedFor(), []);
  });

  it('M-147, M-150: a code ends after ten minutes, a number that is pending too long fails', async () => {
    const clock = new VirtualClock('2026-06-01T09:00:00.000Z');
    const { store } = await startProcess(clock);
    const tokyo = await tenantIn(store, clock, 'Tokyo', 'Asia/Tokyo');
    const at = () => clock.now().toISOString();
    const timeZone = 'Asia/Tokyo';
    await startOnboarding(tokyo, at());
    await tokyo.command({ type: 'ConfirmTerms', textVersion: '1', language: 'ja', ticks: TERMS, readToEnd: true, at: at() });
    await tokyo.command({ type: 'RecordCertificate', createdOn: '2026-06-01', at: at(), timeZone });
    await tokyo.command({ type: 'RequestVerificationCode', method: 'sms', at: at(), timeZone });
    await tokyo.command({ type: 'RecordCodeSent', request: 1, at: at() });
    await eventually(() => clock.waitedFor(), ['2026-06-01T09:10:00.000Z']);
    clock.advanceTo('2026-06-01T09:10:00.000Z');
    await eventually(tokyo.happened, ['2026-06-01T09:10:00.000Z VerificationCodeExpired']);

    await tokyo.command({ type: 'RequestVerificationCode', method: 'voice', at: at(), timeZone });
    await tokyo.command({ type: 'RecordCodeSent', request: 2, at: at() });
    await tokyo.command({ type: 'EnterVerificationCode', at: at(), timeZone });
    await tokyo.command({ type: 'RecordCodeAccepted', request: 2, at: at() });
    await eventually(() => clock.waitedFor(), ['2026-06-01T09:20:00.000Z']);
    clock.advanceTo('2026-06-01T09:20:00.000Z');
    await eventually(async () => (await tokyo.happened()).slice(1), ['2026-06-01T09:20:00.000Z ActivationFailed']);
  });

  it('warns 14 days before a token ends, and again of the next one; a new time zone moves the days at once', async () => {
    const clock = new VirtualClock('2026-09-01T00:00:00.000Z');
    const { store } = await startProcess(clock);
    const tenant = await tenantIn(store, clock, 'Tokens', 'UTC');
    const token = (expiresAt: string) =>
      tenant.command({ type: 'RecordToken', expiresAt, scopes: [], missingScopes: [], at: clock.now().toISOString() });
    await tenant.command({ type: 'AddAccount', accountType: 'messenger', name: 'Page', webhookKey: 'key of a page' });
    await token('2026-10-01T00:00:00.000Z');
    await eventually(() => clock.waitedFor(), ['2026-09-17T00:00:00.000Z']);
    clock.advanceTo('2026-09-17T00:00:00.000Z');
    await eventually(tenant.happened, ['2026-09-17T00:00:00.000Z TokenExpiryWarned']);
    await token('2026-09-20T00:00:00.000Z');
    await eventually(async () => (await tenant.happened()).length, 2);

    const moved = await tenantIn(store, clock, 'Moved', 'Asia/Tokyo');
    await startOnboarding(moved, clock.now().toISOString());
    await moved.command({ type: 'RecordCertificate', createdOn: '2026-09-17', at: clock.now().toISOString(), timeZone: 'Asia/Tokyo' });
    await eventually(() => clock.waitedFor(), ['2026-09-20T15:00:00.000Z']);
    const cause = startOf(derivedId('spec', 'tenant', 'Moved'), { kind: 'admin', id: 'spec' }, derivedId('spec', 'moves'));
    const command = { type: 'SetOrganisation', timeZone: 'Pacific/Auckland' } as const;
    await handleCommand(store, organisationDecider, organisationStream(cause.tenantId), command, cause, { now: () => clock.now() });
    await eventually(() => clock.waitedFor(), ['2026-09-20T12:00:00.000Z']);
  });
});
