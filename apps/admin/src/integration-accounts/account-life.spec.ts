import { derivedId, handleCommand, type RecordedEvent, START, startOf } from '@madoguchi/event-sourcing';
import { conversationDecider, conversationId, conversationStream, type ReceiveCustomerMessage, threadKey } from '@madoguchi/conversation';
import type { AccountSign } from '@madoguchi/contracts';
import { healthyLine, lineForm, nextId, pageForm } from '../testing/account-forms.js';
import { type AccountsCentre, eventually, type Person, startAccountsCentre } from '../testing/accounts-centre.js';

const QUEUE = derivedId('spec', 'queue');

describe('the life of an integration account', () => {
  let centre: AccountsCentre;
  beforeAll(async () => {
    centre = await startAccountsCentre();
  });
  afterAll(() => centre?.stop());

  const add = async (form: object, who: Person = 'admin') => centre.call(who, 'POST', 'integration-accounts', form);
  const added = async (form: object, who: Person = 'admin') => (await add(form, who)).body;
  const show = async (id: string, who: Person = 'admin') => (await centre.call(who, 'GET', `integration-accounts/${id}`)).body;
  const post = (id: string, action: string, body?: object) => centre.call('admin', 'POST', `integration-accounts/${id}/${action}`, body);
  const tell = (id: string, channel: 'line' | 'messenger', sign: AccountSign['sign'], seenAt = new Date().toISOString()) =>
    centre.tell({ tenantId: centre.tenantId, accountId: id, channel, sign, seenAt });

  it('M-04: a page belongs to one account; the second attempt is told who has it, within rights, and how to move it', async () => {
    const page = { pageId: nextId() };
    const first = await added(pageForm('Has the page', page));
    const ours = await add(pageForm('Wants it too', page));
    expect(ours).toMatchObject({
      status: 409,
      body: { code: 'platform-account-held', heldBy: 'this tenant', accountId: first.id, howToMove: expect.stringContaining('moveHere') },
    });
    const theirs = await add(pageForm('Theirs', page), 'other');
    expect(theirs).toMatchObject({ status: 409, body: { heldBy: 'somebody else', howToMove: expect.stringContaining('platform') } });
    expect(JSON.stringify(theirs.body)).not.toMatch(new RegExp(`${first.id}|${centre.tenantId}`));

    const moved = await add({ ...pageForm('Moved here', page), moveHere: true });
    expect(moved).toMatchObject({ status: 201, body: { platformAccountId: page.pageId } });
    await eventually(async () => expect(await show(first.id)).toMatchObject({ takenOver: { appId: moved.body.id } }));
  });

  it('M-04, M-180: another tenant takes a page over only when the platform says that it is theirs', async () => {
    const page = { pageId: nextId() };
    const first = await added(pageForm('Ours', page));
    const wanted = { ...pageForm('Theirs by proof', page), moveHere: true };
    centre.platform.script({ status: 401, body: JSON.stringify({ error: { code: 190, message: 'no' } }) });
    expect((await add(wanted, 'other')).status).toBe(409);
    centre.platform.script({ status: 200, body: JSON.stringify({ id: page.pageId, name: 'Shop', username: 'madoguchi.shop', data: [] }) });
    expect((await add(wanted, 'other')).status).toBe(201);
    await eventually(async () => expect((await show(first.id)).takenOver).toMatchObject({ appId: 'another installation' }));
  });

  it('M-32, M-33, M-50: a test of the connection names every check with its remedy, and is recorded', async () => {
    const account = await added(lineForm('Tested'));
    centre.platform.script({ status: 401, body: '{"message":"Authentication failed"}' });
    const failed = (await post(account.id, 'test-connection')).body;
    expect(failed).toMatchObject({ ok: false, checks: [{ check: 'token', ok: false, remedy: expect.any(String) }] });
    centre.platform.script(healthyLine(account.webhookUrl));
    const passed = (await post(account.id, 'test-connection')).body;
    expect(passed.checks.map(({ check }: { check: string }) => check)).toEqual(
      expect.arrayContaining(['token', 'account matches', 'webhook']),
    );
    const recorded = (await centre.events(account.id)).filter(({ type }) => type === 'ConnectionTested');
    expect(recorded.map(({ data }) => (data as { ok: boolean }).ok)).toEqual([false, passed.ok]);
    expect((await show(account.id)).lastTest.checks).toHaveLength(passed.checks.length);
  });

  it('M-22, M-25, M-27: a test of a page shows both user names, refuses another page’s token, and keeps end and scopes of the token', async () => {
    const page = { pageId: nextId() };
    const { id } = await added(pageForm('Tested page', page));
    const expires = Math.floor(Date.now() / 1000) + 13 * 24 * 3600;
    const facebook = (of: object) =>
      centre.platform.script(({ path }) => {
        if (path.includes('debug_token'))
          return { status: 200, body: JSON.stringify({ data: { is_valid: true, expires_at: expires, scopes: ['pages_messaging'] } }) };
        return { status: 200, body: JSON.stringify({ data: [], ...(path.includes('/me') ? of : {}) }) };
      });
    const failed = async () => {
      const { ok, checks } = (await post(id, 'test-connection')).body;
      return [
        ok,
        Object.fromEntries(
          checks.flatMap((one: { check: string; ok: boolean; reason: string }) => (one.ok ? [] : [[one.check, one.reason]])),
        ),
      ];
    };
    facebook({ id: page.pageId, name: 'Shop', username: 'another.shop' });
    expect(await failed()).toEqual([
      false,
      expect.objectContaining({ 'page username': expect.stringMatching(/another\.shop.*madoguchi\.shop/) }),
    ]);
    facebook({ id: '4040404040', name: 'Other', username: 'madoguchi.shop' });
    expect(await failed()).toEqual([
      false,
      expect.objectContaining({ 'account matches': expect.stringMatching(new RegExp(`4040404040.*${page.pageId}`)) }),
    ]);

    const expiresAt = new Date(expires * 1000).toISOString();
    expect((await show(id)).token).toEqual({ expiresAt, missingScopes: [expect.objectContaining({ scope: 'pages_manage_metadata' })] });
    await eventually(async () => {
      const { tokenExpiresAt, reasons } = (await centre.call('admin', 'GET', `channel-health/${id}`)).body;
      expect([tokenExpiresAt, reasons]).toEqual([expiresAt, expect.arrayContaining([{ what: 'token expires', expiresAt, daysLeft: 13 }])]);
    });
  });

  it('M-63, M-64, M-65: LINE’s [Verify] turns the switch on by itself, and the event says so', async () => {
    const account = await added(lineForm('Verified by LINE'));
    expect(account).toMatchObject({ state: 'waiting for verification', linked: false });
    await tell(account.id, 'line', 'verify request');
    await eventually(async () => expect(await show(account.id)).toMatchObject({ state: 'linked', verifiedAt: expect.any(String) }));
    expect((await centre.events(account.id)).at(-1)).toMatchObject({
      type: 'IntegrationAccountLinked',
      data: { how: 'automatic after verification' },
    });
  });

  it('M-39, M-40, M-41, M-45, M-46, M-48: Messenger’s handshake links once the page’s subscription, read back, has every needed field', async () => {
    const form = pageForm('Waits for Facebook');
    const account = await added(form);
    const subscribed = (fields: readonly string[]) =>
      centre.platform.script({ status: 200, body: JSON.stringify({ data: [{ id: '556677889900111', subscribed_fields: fields }] }) });
    subscribed(['messages']);
    await tell(account.id, 'messenger', 'handshake');
    await eventually(async () => expect((await show(account.id)).subscription).not.toBeNull());
    const half = await show(account.id);
    expect(half).toMatchObject({ linked: false, state: 'waiting for verification' });
    expect(half.subscription.fields).toContainEqual({ field: 'message_deliveries', needed: true, subscribed: false });
    expect(half.subscription.fields).toContainEqual({ field: 'messages', needed: true, subscribed: true });

    subscribed(half.subscription.fields.map(({ field }: { field: string }) => field));
    await post(account.id, 'test-connection');
    expect(await show(account.id)).toMatchObject({ linked: true, state: 'linked' });
  });

  it('M-28: a wrong verify token leaves an event, and not one for every knock', async () => {
    const account = await added(pageForm('Knocked at'));
    await tell(account.id, 'messenger', 'handshake refused', '2026-11-25T10:00:00.000Z');
    await tell(account.id, 'messenger', 'handshake refused', '2026-11-25T10:00:01.000Z');
    await tell(account.id, 'messenger', 'handshake refused', '2026-11-25T10:11:00.000Z');
    await eventually(async () =>
      expect((await centre.events(account.id)).filter(({ type }) => type === 'HandshakeRefused').map(({ data }) => data)).toEqual([
        { refusedAt: '2026-11-25T10:00:00.000Z' },
        { refusedAt: '2026-11-25T10:11:00.000Z' },
      ]),
    );
  });

  it('M-106: unlinking keeps credentials and history, and is put back with one click', async () => {
    const account = await added(lineForm('Switched'));
    await post(account.id, 'link');
    expect((await post(account.id, 'unlink')).body).toMatchObject({ linked: false, intake: 'keep', credentials: account.credentials });
    expect((await post(account.id, 'link')).body).toMatchObject({ linked: true });
  });

  it('M-107, M-108, M-109: deleting needs the name, typed; it destroys secrets, frees the page, keeps the history, and only new data bring it back', async () => {
    const form = pageForm('To be deleted');
    const account = await added(form);
    await post(account.id, 'link');
    const remove = (name: string) => post(account.id, 'delete-information', { name });
    expect(await remove('to be deleted')).toMatchObject({ status: 409, body: { code: 'name-not-confirmed' } });
    expect(
      (await centre.call('agent', 'POST', `integration-accounts/${account.id}/delete-information`, { name: 'To be deleted' })).status,
    ).toBe(403);
    const deleted = await remove('To be deleted');
    expect(deleted.body).toMatchObject({ state: 'deleted', linked: false, intake: 'gone' });
    expect(deleted.body.credentials.every(({ set }: { set: boolean }) => !set)).toBe(true);
    expect(
      await centre.database.query('select count(*)::int as left from account_credentials where account_id = $1', [account.id]),
    ).toEqual([{ left: 0 }]);
    const history = (await centre.call('admin', 'GET', `integration-accounts/${account.id}/events`)).body.items;
    expect(history.slice(-2).map(({ type }: { type: string }) => type)).toEqual([
      'IntegrationAccountUnlinked',
      'IntegrationAccountDeleted',
    ]);
    expect((await add(form, 'other')).status).toBe(201);

    expect(await post(account.id, 'link')).toMatchObject({ status: 409, body: { code: 'account-deleted' } });
    expect((await post(account.id, 'set-up-again', { name: 'Again', credentials: {} })).status).toBe(422);
    const again = (await post(account.id, 'set-up-again', { name: 'Again', credentials: pageForm('x').credentials })).body;
    expect(again).toMatchObject({ id: account.id, name: 'Again', state: 'waiting for verification', linked: false });
    expect(again.webhookUrl).not.toBe(account.webhookUrl);
    const open = await centre.credentials.open(centre.tenantId, account.id);
    expect(await post(account.id, 'set-up-again', { name: 'Once more', credentials: pageForm('x').credentials })).toMatchObject({
      status: 409,
      body: { code: 'account-exists' },
    });
    expect(await centre.credentials.open(centre.tenantId, account.id)).toEqual(open);
  });

  it('M-107: gives the app of a deleted page the address of a page that is still there, so that its messages go on coming', async () => {
    const app = { appId: nextId(), appSecret: 'a'.repeat(32) };
    const [first, second] = [await added(pageForm('Has the address', app)), await added(pageForm('Stays', app))];
    const told: string[] = [];
    let fields: readonly string[] = [];
    centre.platform.script(({ method, path, body }) => {
      if (method === 'POST' && path.includes(`/${app.appId}/subscriptions`)) {
        const subscription = JSON.parse(body.toString()) as { readonly callback_url: string; readonly fields: string };
        told.push(subscription.callback_url);
        fields = subscription.fields.split(',');
      }
      const data = [{ id: app.appId, subscribed_fields: fields, object: 'page', callback_url: told.at(-1), active: true, fields }];
      return { status: 200, body: JSON.stringify(method === 'POST' ? { success: true } : { data }) };
    });
    for (const { id } of [second, first]) expect((await post(id, 'set-webhook')).body.ok).toBe(true);
    expect(told).toEqual([second.webhookUrl, first.webhookUrl]);
    await post(first.id, 'delete-information', { name: 'Has the address' });
    await eventually(async () => {
      expect(told.slice(2)).toEqual([second.webhookUrl]);
      expect((await centre.events(second.id)).filter(({ type }) => type === 'WebhookSet')).toHaveLength(2);
    });
  });

  it('M-173, M-175, M-176: what comes before an account is linked, active and has a queue waits, and is requested in order, once', async () => {
    const account = await added({ ...lineForm('Not routed yet'), active: false });
    const opened: string[] = [];
    for (const customer of ['first', 'second', 'third']) {
      opened.push(await arrive(centre, account.id, customer));
    }
    const requests = async () =>
      (await allEvents()).filter(({ type, stream }) => type === 'AgentRequested' && opened.includes(stream.replace('conversation-', '')));
    const allEvents = async () => {
      const events: RecordedEvent[] = [];
      for await (const page of centre.store.readAll({ after: START })) events.push(...page);
      return events;
    };
    await eventually(async () => expect(await notRouted(centre, account.id)).toBe(3));

    await post(account.id, 'link');
    await centre.call('admin', 'PATCH', `integration-accounts/${account.id}`, { queueId: QUEUE });
    expect(await show(account.id)).toMatchObject({ intake: 'hold', routingGaps: ['not active'] });
    expect(await requests()).toEqual([]);

    await centre.call('admin', 'PATCH', `integration-accounts/${account.id}`, { active: true });
    await eventually(async () => expect(await notRouted(centre, account.id)).toBe(0));
    const asked = await requests();
    expect(asked.map(({ stream }) => stream.replace('conversation-', ''))).toEqual(opened);
    expect(asked.map(({ data }) => (data as { queueId: string }).queueId)).toEqual([QUEUE, QUEUE, QUEUE]);
  });
});

const notRouted = async ({ database }: AccountsCentre, accountId: string): Promise<number> => {
  const [row] = await database.query(`select count(*)::int as found from agent_inbox_v3 where account_id = $1 and status = 'not routed'`, [
    accountId,
  ]);
  return row.found as number;
};

/** As ingress and the conversations' service take in a message of an account that is not routed. @returns the conversation's id */
const arrive = async ({ store, tenantId }: AccountsCentre, accountId: string, customer: string): Promise<string> => {
  const thread = threadKey(accountId, customer);
  const id = conversationId(tenantId, thread, 1);
  const command: ReceiveCustomerMessage = {
    type: 'ReceiveCustomerMessage',
    threadKey: thread,
    accountId,
    channel: 'line',
    number: 1,
    customerKey: customer,
    contactId: derivedId('spec contact', customer),
    messageId: derivedId('spec message', customer),
    providerMessageId: `message of ${customer}`,
    content: { type: 'text', text: 'Is anybody there?' },
    sentAt: new Date().toISOString(),
    orderKey: new Date().toISOString(),
  };
  const cause = startOf(tenantId, { kind: 'customer', id: command.contactId }, derivedId('spec', accountId, customer));
  await handleCommand(store, conversationDecider, conversationStream(id), command, cause, { now: () => new Date() });
  return id;
};
