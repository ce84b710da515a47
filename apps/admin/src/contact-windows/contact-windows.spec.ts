import { generateKeyPairSync } from 'node:crypto';
import { shelfDecider, shelfStream } from '@madoguchi/conversation';
import { derivedId, handleCommand, startOf } from '@madoguchi/event-sourcing';
import { lineForm } from '../testing/account-forms.js';
import { type AccountsCentre, eventually, startAccountsCentre } from '../testing/accounts-centre.js';

describe('contact windows', () => {
  let centre: AccountsCentre;
  beforeAll(async () => {
    centre = await startAccountsCentre();
  });
  afterAll(() => centre?.stop());

  const open = async (name: string) => (await centre.call('admin', 'POST', 'contact-windows', { name })).body;
  const call = (method: string, path: string, body?: object, headers?: Record<string, string>) =>
    centre.call('admin', method, `contact-windows/${path}`, body, headers);

  it('M-52: are opened, listed by name, renamed on the version that was seen, and archived; nobody else sees them', async () => {
    const window = await open('Umeda counter');
    await eventually(async () => expect((await centre.call('admin', 'GET', 'contact-windows')).body.items).toContainEqual(window));
    expect((await centre.call('admin', 'POST', 'contact-windows', { name: 'umeda counter' })).body.code).toBe('name-taken');
    const etag = { 'if-match': `"${window.version}"` };
    const renamed = await call('PATCH', window.id, { name: 'Namba counter' }, etag);
    expect(renamed).toMatchObject({
      status: 200,
      etag: `"${window.version + 1}"`,
      body: { name: 'Namba counter', baseAddress: window.baseAddress },
    });
    expect((await call('PATCH', window.id, { name: 'Too late' }, etag)).status).toBe(412);
    expect((await centre.call('other', 'GET', `contact-windows/${window.id}`)).status).toBe(404);
    expect((await call('DELETE', window.id)).body).toMatchObject({ archived: true });
    expect((await call('PATCH', window.id, { name: 'Again' })).body.code).toBe('contact-window-archived');
  });

  it('M-68, M-69: a base address is issued with the window, and nothing changes or deletes it', async () => {
    const window = await open('With an address');
    expect(window.baseAddress).toMatch(/^w-[a-z2-7]{26}@in\.madoguchi\.example$/);
    for (const refused of [
      await call('PATCH', window.id, { baseAddress: 'mine@in.madoguchi.example' }),
      await call('DELETE', `${window.id}/base-address`),
      await call('POST', `${window.id}/base-address`),
    ]) {
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'base-address-fixed', detail: expect.stringContaining('cannot be changed or deleted') },
      });
    }
    expect((await call('GET', window.id)).body).toEqual(window);
  });

  it('M-08, M-54, M-68: accounts are bound to a window; its mail account has its base address, which is not typed; it is not archived while they are', async () => {
    const window = await open('With channels');
    const mail = (
      await centre.call('admin', 'POST', 'integration-accounts', {
        type: 'email',
        name: 'Mail',
        credentials: {},
        contactWindowId: window.id,
      })
    ).body;
    expect(mail).toMatchObject({
      platformAccountId: window.baseAddress,
      webhookUrl: `mailto:${window.baseAddress}`,
      contactWindowId: window.id,
      state: 'saved',
    });
    const second = { type: 'email', name: 'Second mail', credentials: {}, contactWindowId: window.id };
    expect((await centre.call('admin', 'POST', 'integration-accounts', second)).body.code).toBe('platform-account-held');

    const line = (await centre.call('admin', 'POST', 'integration-accounts', lineForm('Bound'))).body;
    const bound = await centre.call('admin', 'POST', `integration-accounts/${line.id}/bind`, { contactWindowId: window.id });
    expect(bound.body.contactWindowId).toBe(window.id);
    await eventually(async () =>
      expect((await call('GET', `${window.id}/bound`)).body.items.map(({ name }: { name: string }) => name)).toEqual(['Bound', 'Mail']),
    );
    expect((await call('DELETE', window.id)).body).toMatchObject({ code: 'in-use' });
    const nowhere = { contactWindowId: derivedId('spec', 'nowhere') };
    expect((await centre.call('admin', 'POST', `integration-accounts/${line.id}/bind`, nowhere)).status).toBe(404);
  });

  it('M-74: for mail the switch is not automatic', async () => {
    const { items } = (await centre.call('admin', 'GET', 'integration-account-types')).body;
    expect(items.find(({ type }: { type: string }) => type === 'email')).toMatchObject({ autoLinkOn: 'never' });
  });

  it('M-76, M-83, M-89, M-93, M-98, M-100, M-104: a bot from the Developer Console may be left half-done and resumed; it has the one place of its window, and gives it back', async () => {
    const window = await open('With a bot');
    const bot = async () => (await call('GET', `${window.id}/bot`)).body;
    const untouched = await bot();
    expect(untouched).toMatchObject({ way: null, simple: null, console: null });
    expect(
      untouched.tabs.map(({ way, title, open }: { way: string; title: { en: string }; open: boolean }) => [way, title.en, open]),
    ).toEqual([
      ['simple', 'Make a bot here', true],
      ['console', 'Link a bot from Developer Console', true],
    ]);

    const started = { type: 'lineworks', name: 'HR bot', contactWindowId: window.id, draft: true };
    const credentials = { clientId: 'Qw3rTyUiOpAsDfGhJkLz', clientSecret: 'clientSecretOfTheCompany' };
    const account = (await centre.call('admin', 'POST', 'integration-accounts', { ...started, credentials })).body;
    expect(await bot()).toMatchObject({
      way: 'console',
      accountId: account.id,
      tabs: [
        { way: 'simple', open: false },
        { way: 'console', open: true },
      ],
      console: {
        next: 'service account',
        webhookUrl: expect.stringMatching(/^https:\/\/madoguchi\.example\/webhooks\/lineworks\/[\w-]{32}$/),
      },
    });
    expect((await bot()).console.webhookUrl).toBe(account.webhookUrl);
    const titleOf = async (step: string) => (await bot()).console.steps.find((one: { step: string }) => one.step === step).title;
    for (const title of Object.values<string>(await titleOf('bot'))) expect(title).toMatch(/Off.*On/);
    for (const title of Object.values<string>(await titleOf('callback'))) expect(title).toMatch(/Callback URL/i);

    const privateKey = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    const resume = (values: object) =>
      centre.call('admin', 'PATCH', `integration-accounts/${account.id}`, { credentials: values, draft: true });
    await resume({ serviceAccount: 'ab12c.serviceaccount@example', privateKey });
    expect((await bot()).console.next).toBe('bot');
    await resume({ botId: '2000001' });
    const entered = (await bot()).console;
    expect(entered).toMatchObject({ next: 'callback', missingFields: [] });
    expect(entered.steps.at(-2)).toMatchObject({
      step: 'administrator',
      done: false,
      title: { en: expect.stringContaining('administrator screen') },
    });
    await centre.tell({
      tenantId: centre.tenantId,
      accountId: account.id,
      channel: 'lineworks',
      sign: 'signed request',
      seenAt: new Date().toISOString(),
    });
    await eventually(async () => expect((await bot()).console.next).toBe('link'));
    await centre.call('admin', 'POST', `integration-accounts/${account.id}/link`);
    const done = (await bot()).console;
    expect(done).toMatchObject({ next: null, state: 'linked' });
    expect(done.steps.map(({ step, done: isDone }: { step: string; done: boolean }) => [step, isDone])).toContainEqual([
      'administrator',
      true,
    ]);
    for (const { title } of done.steps) expect(Object.keys(title)).toEqual(['en', 'ja', 'ru']);

    const second = { ...started, name: 'Second bot', credentials };
    expect((await centre.call('admin', 'POST', 'integration-accounts', second)).body).toMatchObject({
      code: 'bot-exists',
      accountId: account.id,
      way: 'console',
    });
    const other = (await centre.call('admin', 'POST', 'integration-accounts', { ...second, contactWindowId: undefined })).body;
    expect((await centre.call('admin', 'POST', `integration-accounts/${other.id}/bind`, { contactWindowId: window.id })).body.code).toBe(
      'bot-exists',
    );
    expect((await call('DELETE', window.id)).status).toBe(409);

    await centre.call('admin', 'POST', `integration-accounts/${account.id}/delete-information`, { name: 'HR bot' });
    expect(await bot()).toMatchObject({ way: null, accountId: null, console: null });
    expect((await centre.call('admin', 'POST', `integration-accounts/${other.id}/bind`, { contactWindowId: window.id })).status).toBe(200);
    expect(await bot()).toMatchObject({ way: 'console', accountId: other.id });
    const third = await open('Another one');
    const moved = await centre.call('admin', 'POST', `integration-accounts/${other.id}/bind`, { contactWindowId: third.id });
    expect(moved.body.code).toBe('bot-stays');
    expect((await call('GET', `${third.id}/bot`)).body.way).toBeNull();
  });

  it('M-72: Gmail’s question about the forwarding is shown with its code and link, and guides for Gmail and Outlook are at hand', async () => {
    const window = await open('Forwarded');
    const mail = (
      await centre.call('admin', 'POST', 'integration-accounts', {
        type: 'email',
        name: 'Forwarded',
        credentials: {},
        contactWindowId: window.id,
      })
    ).body;
    const question = {
      code: '123456789',
      link: 'https://mail-settings.google.com/mail/vf-x',
      requestedBy: 'shop@gmail.example',
      verified: true,
    };
    await shelve(centre, mail.id, question);
    const shown = () => centre.call('admin', 'GET', `integration-accounts/${mail.id}/forwarding-confirmations`);
    await eventually(async () => expect((await shown()).body.items).toEqual([{ ...question, receivedAt: '2026-11-25T10:00:00.000Z' }]));
    expect((await centre.call('other', 'GET', `integration-accounts/${mail.id}/forwarding-confirmations`)).status).toBe(404);
    const { items } = (await centre.call('admin', 'GET', 'integration-account-types')).body;
    const guides = items.find(({ type }: { type: string }) => type === 'email').forwardingGuides;
    for (const provider of ['gmail', 'outlook']) expect(Object.keys(guides[provider])).toEqual(['en', 'ja', 'ru']);
  });
});

/** As the mail that ingress reads out ends in the log. */
const shelve = async ({ store, tenantId }: AccountsCentre, accountId: string, raw: object) => {
  const command = {
    type: 'ShelveWebhookItem',
    accountId,
    channel: 'email',
    kind: 'gmail-forwarding-confirmation',
    reason: 'Gmail asks whether it may forward to this address',
    raw,
    receivedAt: '2026-11-25T10:00:00.000Z',
  } as const;
  const about = { subject: derivedId('spec', 'contact') };
  const cause = { ...startOf(tenantId, { kind: 'system', automation: 'spec' }, derivedId('spec shelf', accountId)), ...about };
  await handleCommand(store, shelfDecider, shelfStream(tenantId, accountId, 'mail-1'), command, cause, { now: () => new Date() });
};
