import { randomUUID } from 'node:crypto';
import { channelsFrom } from '@madoguchi/channels';
import type { Channel, ConnectionCheck } from '@madoguchi/use-cases';
import { VirtualClock } from '../scheduler/testing/virtual-clock.js';
import { ProcessesUnderTest } from '../testing/account-processes.js';

describe('who gets the messages of a page', () => {
  const clock = new VirtualClock('2026-11-25T14:02:00.000Z');
  let processes: ProcessesUnderTest;
  let holder: string | undefined;
  let refusal: readonly ConnectionCheck[] = [];
  const registered: string[] = [];
  const messenger: Channel = {
    ...channelsFrom({}).get('messenger')!,
    readPage: () =>
      Promise.resolve(
        holder === undefined
          ? undefined
          : { name: 'Foods', ours: holder === 'ours', others: holder === 'ours' ? [] : [{ appId: holder, appName: 'Other desk' }] },
      ),
    registerWebhook: (url) => {
      registered.push(url);
      if (refusal.length === 0) holder = 'ours';
      return Promise.resolve(refusal);
    },
  };

  beforeAll(async () => {
    processes = await ProcessesUnderTest.start(
      clock,
      new Map([
        ['messenger', messenger],
        ['line', channelsFrom({}).get('line')!],
      ]),
    );
  });
  afterAll(() => processes.stop());

  const account = async (accountType: 'messenger' | 'line' = 'messenger') => {
    const id = randomUUID();
    await processes.command(id, { type: 'AddAccount', accountType, name: 'Foods', webhookKey: randomUUID() });
    return id;
  };
  const call = (id: string, method: string, path: string, who: 'admin' | 'other' | 'agent' = 'admin') =>
    processes.call(who, method, `integration-accounts/${id}/${path}`);

  it('M-180: is shown before it is linked; a page that was taken over is taken back when the platform says so', async () => {
    const id = await account();
    holder = '77';
    expect((await call(id, 'GET', 'page-holder')).body).toEqual({
      name: 'Foods',
      ours: false,
      others: [{ appId: '77', appName: 'Other desk' }],
      takenOver: null,
    });
    await processes.command(id, { type: 'RecordPageTakenOver', appId: '77', appName: 'Other desk', at: clock.now().toISOString() });
    expect((await call(id, 'GET', 'page-holder')).body.takenOver).toEqual({ appId: '77', appName: 'Other desk' });

    refusal = [{ check: 'page subscription', ok: false, reason: 'no right', remedy: 'Allow it.', milliseconds: 1 }];
    expect((await call(id, 'POST', 'take-back')).body).toEqual({ ok: false, checks: refusal });
    expect(await processes.types(id)).not.toContain('PageTakenBack');
    refusal = [];
    expect((await call(id, 'POST', 'take-back')).body).toEqual({ ok: true, checks: [] });
    expect((await processes.types(id)).at(-1)).toBe('PageTakenBack');
    expect(registered.at(-1)).toMatch(/^https:\/\/madoguchi\.example\/webhooks\/messenger\//);
  });

  it('is asked of pages only, inside a tenant, and says when the platform does not tell', async () => {
    const id = await account();
    holder = undefined;
    expect(await call(id, 'GET', 'page-holder')).toMatchObject({ status: 503, body: { code: 'page-not-read' } });
    expect(await call(await account('line'), 'GET', 'page-holder')).toMatchObject({ status: 409, body: { code: 'no-page' } });
    expect((await call(id, 'GET', 'page-holder', 'other')).status).toBe(404);
    expect((await call(id, 'POST', 'take-back', 'other')).status).toBe(404);
    expect((await call(id, 'POST', 'take-back', 'agent')).status).toBe(403);
  });
});
