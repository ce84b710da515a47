import { randomUUID } from 'node:crypto';
import { comparedName, INTEGRATION_ACCOUNT, nameClaimDecider, type NameClaimEvent, nameClaimStream } from '@madoguchi/accounts';
import { channelsFrom } from '@madoguchi/channels';
import { type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import { type Decider, fold, handleCommand, startOf } from '@madoguchi/event-sourcing';
import type { Channel, ConnectionCheck } from '@madoguchi/use-cases';
import { AccountNames } from '../integration-accounts/account-names.service.js';
import { FollowedAccounts } from '../scheduler/followed-accounts.js';
import { VirtualClock } from '../scheduler/testing/virtual-clock.js';
import { Names } from '../settings/names.service.js';
import { ProcessesUnderTest } from '../testing/account-processes.js';
import { ChannelChecker } from './checker.js';

/** Records what a spec says has happened. */
const anything: Decider<null, readonly ConversationEvent[], ConversationEvent> = {
  initialState: () => null,
  evolve: () => null,
  decide: (events) => events,
};

describe('the health of channels', () => {
  const clock = new VirtualClock('2026-11-25T14:02:00.000Z');
  let processes: ProcessesUnderTest;
  let results: readonly ConnectionCheck[];
  let atOnce = 0;
  let mostAtOnce = 0;
  let page: Awaited<ReturnType<NonNullable<Channel['readPage']>>>;
  const tested: string[] = [];
  const line: Channel = {
    ...channelsFrom({}).get('line')!,
    testConnection: async (credentials) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      tested.push(credentials.name ?? 'page');
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      return results;
    },
    readPage: () => Promise.resolve(page),
    readToken: () =>
      Promise.resolve({ expiresAt: '2026-12-05T00:00:00.000Z', scopes: [], missingScopes: [{ scope: 'send', effect: 'cannot send' }] }),
  };

  beforeAll(async () => {
    processes = await ProcessesUnderTest.start(clock, new Map([['line', line]]));
  });
  afterAll(() => processes.stop());
  beforeEach(() => {
    results = [{ check: 'token', ok: true, milliseconds: 1 }];
    tested.length = 0;
    mostAtOnce = 0;
  });

  const account = async (name: string, linked = true): Promise<string> => {
    const id = randomUUID();
    await processes.command(id, { type: 'AddAccount', accountType: 'line', name, webhookKey: randomUUID() });
    await processes.credentials.save(processes.tenantId, id, { name });
    if (linked) await processes.command(id, { type: 'LinkAccount' });
    return id;
  };
  const happened = (conversationId: string, ...events: readonly ConversationEvent[]) => {
    const cause = startOf(processes.tenantId, { kind: 'system', automation: 'spec' }, randomUUID());
    return handleCommand(processes.store, anything, conversationStream(conversationId), events, cause, { now: () => clock.now() });
  };
  const opened = (accountId: string): ConversationEvent => ({
    type: 'ConversationOpened',
    data: { threadKey: randomUUID(), accountId, channel: 'line', number: 1, customerKey: 'U1', contactId: randomUUID() },
  });
  const failed = (replyId: string, code: string): ConversationEvent => ({
    type: 'ReplyFailed',
    data: { replyId, code, reason: 'no', remedy: 'Enter a new token.' },
  });
  const health = async (id: string) => {
    await processes.projected();
    return (await processes.call('admin', 'GET', `channel-health/${id}`)).body;
  };
  /** Puts the clock forward to what is waited for, until it has happened. */
  const tick = (happens: () => Promise<boolean> | boolean) =>
    processes.until(async () => {
      if (await happens()) return true;
      const [next] = clock.waitedFor();
      if (next) clock.advanceTo(next);
      return false;
    });

  it('B-14: says since when and how many, and sends exactly those again once it works', async () => {
    const id = await account('Repairs');
    const [first, second, foreign] = [randomUUID(), randomUUID(), randomUUID()];
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    await happened(first, opened(id), failed(one, 'credentials-refused'), failed(three, 'window-closed'));
    await happened(second, opened(id), failed(two, 'credentials-refused'));
    await happened(foreign, opened(await account('Another')), failed(randomUUID(), 'credentials-refused'));
    expect(await health(id)).toMatchObject({
      light: 'red',
      reasons: [{ what: 'nothing goes out', since: '2026-11-25T14:02:00.000Z', affected: 2 }],
    });
    const resend = (key = randomUUID()) => processes.call('admin', 'POST', `channel-health/${id}/resend`, undefined, key);
    expect(await resend()).toMatchObject({ status: 409, body: { code: 'outage-goes-on', affected: 2 } });
    expect(processes.sent).toEqual([]);

    const at = clock.now().toISOString();
    await processes.command(id, { type: 'RecordConnectionTest', checks: [{ check: 'token', ok: true, milliseconds: 1 }], at });
    expect(await health(id)).toMatchObject({ light: 'yellow', reasons: [{ what: 'messages to send again', affected: 2 }], toSendAgain: 2 });
    expect((await resend()).body).toEqual({ requeued: 2, refused: [] });
    expect(processes.sent.map(({ request }) => request)).toMatchObject([
      { id: first, command: { type: 'ResendAfterOutage', replyId: one }, cause: { actor: { kind: 'admin' } } },
      { id: second, command: { type: 'ResendAfterOutage', replyId: two } },
    ]);
    await happened(first, { type: 'ReplyAccepted', data: { replyId: one, providerMessageIds: ['1'] } });
    await happened(second, { type: 'ReplyAccepted', data: { replyId: two, providerMessageIds: ['2'] } });
    expect(await health(id)).toMatchObject({ light: 'green', reasons: [], toSendAgain: 0 });
  });

  it('tests standing accounts by and by, one at a time, and records what is new', async () => {
    const ids = [await account('First'), await account('Second'), await account('Off', false)];
    const testsOf = async (id: string) => (await processes.events(id)).filter(({ type }) => type === 'ConnectionTested');
    const count = (name: string) => tested.filter((one) => one === name).length;
    await tick(async () => (await testsOf(ids[0]!)).length === 1 && (await testsOf(ids[1]!)).length === 1);
    await tick(() => count('First') >= 3);
    expect(mostAtOnce).toBe(1);
    expect(tested).not.toContain('Off');
    expect(await testsOf(ids[0]!)).toHaveLength(1);
    expect((await processes.types(ids[0]!)).filter((type) => type === 'TokenChecked')).toHaveLength(1);
    expect(await health(ids[0]!)).toMatchObject({
      light: 'yellow',
      reasons: [{ what: 'token expires', daysLeft: 10 }, { what: 'scopes missing' }],
      tokenExpiresAt: '2026-12-05T00:00:00.000Z',
    });

    results = [{ check: 'token', ok: false, reason: 'dead', remedy: 'Enter a new one.', milliseconds: 1 }];
    await tick(async () => (await testsOf(ids[0]!)).length === 2);
    expect(await health(ids[0]!)).toMatchObject({
      light: 'red',
      reasons: expect.arrayContaining([expect.objectContaining({ what: 'test failed' })]),
    });
  });

  it('M-172, M-180: follows the name of a page, and notices when another application has its messages, and when it has no more', async () => {
    page = { name: 'Old name', ours: true, others: [] };
    const id = randomUUID();
    await processes.command(
      id,
      { type: 'AddAccount', accountType: 'line', name: 'Old name', webhookKey: randomUUID(), nameFollowsPlatform: true },
      { type: 'LinkAccount' },
    );
    page = { name: 'New name', ours: false, others: [{ appId: '77', appName: 'Other desk' }] };
    await tick(async () => (await processes.types(id)).includes('IntegrationAccountRenamed'));
    await tick(async () => (await processes.types(id)).includes('PageTakenOver'));
    expect(await health(id)).toMatchObject({
      light: 'red',
      reasons: expect.arrayContaining([expect.objectContaining({ what: 'taken over', by: { appId: '77', appName: 'Other desk' } })]),
      name: 'New name',
    });
    page = { name: 'New name', ours: true, others: [{ appId: '77', appName: 'Other desk' }] };
    await tick(async () => (await processes.types(id)).includes('PageTakenBack'));
    expect((await processes.types(id)).filter((type) => type === 'PageTakenOver')).toHaveLength(1);

    await processes.command(id, { type: 'ApplyAccount', name: 'By hand', changedFields: [] });
    page = { name: 'Newest name', ours: true, others: [] };
    const before = tested.length;
    await tick(() => tested.length > before + 5);
    expect((await processes.events(id)).findLast(({ type }) => type === 'IntegrationAccountRenamed')?.data).toEqual({ name: 'By hand' });
    page = undefined;
  });

  it('M-172: a name that is followed is claimed like any other: who is just taking it keeps it', async () => {
    const claims = (name: string) => nameClaimStream(processes.tenantId, INTEGRATION_ACCOUNT, comparedName(name));
    const holderOf = async (name: string) =>
      fold(nameClaimDecider(new Date()), (await processes.store.readStream(claims(name))) as never as readonly NameClaimEvent[]).holderId;
    const other = await account('Slow hand', false);
    const claim = { type: 'ClaimName', scope: INTEGRATION_ACCOUNT, name: 'Wanted by two', holderId: other } as const;
    const cause = startOf(processes.tenantId, { kind: 'admin', id: 'spec' }, randomUUID());
    await handleCommand(processes.store, nameClaimDecider(new Date()), claims('Wanted by two'), claim, cause, { now: () => new Date() });

    const id = randomUUID();
    page = { name: 'Wanted by two', ours: true, others: [] };
    const add = { type: 'AddAccount', accountType: 'line', name: 'Follower', webhookKey: randomUUID(), nameFollowsPlatform: true } as const;
    await processes.credentials.save(processes.tenantId, id, { name: 'Follower' });
    await processes.command(id, add, { type: 'LinkAccount' });
    await tick(() => tested.filter((one) => one === 'Follower').length >= 2);
    expect(await processes.types(id)).not.toContain('IntegrationAccountRenamed');
    expect(await holderOf('Wanted by two')).toBe(other);

    page = { name: 'Nobody else', ours: true, others: [] };
    await tick(async () => (await processes.types(id)).includes('IntegrationAccountRenamed'));
    expect(await holderOf('Nobody else')).toBe(id);
    page = { name: 'Moved on', ours: true, others: [] };
    await tick(async () => (await holderOf('Nobody else')) === undefined);
    expect(await holderOf('Moved on')).toBe(id);
    page = undefined;
  });

  it('is tested by one of two copies at a time: who stands by goes on when the other has lost its session', async () => {
    const here: string[] = [];
    const channel: Channel = { ...line, testConnection: async ({ name = '' }) => (here.push(name), results) };
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const { store, database, credentials } = processes;
    const accounts = new FollowedAccounts(store, clock, quiet);
    const names = new AccountNames(store, database, new Names(store));
    const publicUrl = 'https://madoguchi.example';
    const copy = new ChannelChecker(
      store,
      database,
      credentials,
      new Map([['line', channel]]),
      publicUrl,
      names,
      accounts,
      clock,
      Math.random,
      quiet,
    );
    const ending = new AbortController();
    const running = [accounts.run(ending.signal), copy.run(ending.signal)];
    try {
      await accounts.caughtUp;
      await account('Once');
      await tick(() => tested.filter((name) => name === 'Once').length >= 3);
      expect(here).toEqual([]);

      const lock = `hashtextextended('madoguchi projector channel-checker', 0)`;
      const ended = await database.query<readonly unknown[]>(
        `select pg_terminate_backend(pid) from pg_locks
         where locktype = 'advisory' and granted and ((classid::bigint << 32) | objid::bigint) = ${lock}`,
      );
      expect(ended).toHaveLength(1);
      await tick(() => here.length >= 3);
      // Who has lost it notices a little later, and stands by from then on.
      await processes.until(async () => {
        const [before, then] = [tested.length, here.length];
        await tick(() => here.length > then + 2);
        return tested.length === before;
      });
    } finally {
      ending.abort();
      await Promise.all(running);
    }
  });

  it('is for those who may see accounts, each of their own tenant', async () => {
    const id = await account('Ours');
    await processes.projected();
    expect((await processes.call('other', 'GET', 'channel-health')).body).toEqual({ items: [] });
    expect((await processes.call('other', 'GET', `channel-health/${id}`)).status).toBe(404);
    expect((await processes.call('other', 'POST', `channel-health/${id}/resend`)).status).toBe(404);
    expect((await processes.call('agent', 'GET', 'channel-health')).status).toBe(403);
    const names = (await processes.call('admin', 'GET', 'channel-health')).body.items.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toContain('Ours');
  });
});
