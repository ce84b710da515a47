import { randomUUID } from 'node:crypto';
import {
  botPublicationDecider,
  type BotPublicationEvent,
  botPublicationStream,
  contactWindowDecider,
  contactWindowStream,
  type ContactWindowEvent,
} from '@madoguchi/accounts';
import { channelsFrom } from '@madoguchi/channels';
import { derivedId, fold, handleCommand, startOf } from '@madoguchi/event-sourcing';
import { type ScriptedPlatform, startScriptedPlatform } from '@madoguchi/use-cases/testing';
import { VirtualClock } from '../scheduler/testing/virtual-clock.js';
import { ProcessesUnderTest } from '../testing/account-processes.js';
import { pictureFiles } from '../testing/picture-files.js';
import type { PictureFiles } from './bot-pictures.js';
import type { BotOfWindowView } from './bot-view.js';
import { defaultPicture } from './default-picture.js';
import { clientApp as maker, privateKey, refused, SmallLineWorks } from './testing/small-lineworks.js';

const description = '人事への質問はこちらへどうぞ。';

describe('a bot inside LINE WORKS', () => {
  const clock = new VirtualClock('2026-11-25T01:00:00.000Z');
  let processes: ProcessesUnderTest;
  let platform: ScriptedPlatform;
  let lineworks: SmallLineWorks;
  let pictures: PictureFiles;
  let windows = 0;
  let asked = 0;

  beforeAll(async () => {
    platform = await startScriptedPlatform();
    lineworks = new SmallLineWorks(platform);
    pictures = await pictureFiles();
    const channels = channelsFrom({ MADOGUCHI_LINEWORKS_AUTH: platform.url, MADOGUCHI_LINEWORKS_API: platform.url });
    processes = await ProcessesUnderTest.start(clock, channels, { pictures });
    await processes.call('admin', 'PATCH', 'organisation/bot-maker', { credentials: maker });
  });
  afterAll(async () => {
    await processes.stop();
    await platform.stop();
  });
  beforeEach(() => {
    lineworks.fault = () => undefined;
    asked = lineworks.calls.length;
  });

  const openWindow = async (): Promise<string> => {
    windows += 1;
    const id = randomUUID();
    const cause = startOf(processes.tenantId, { kind: 'admin', id: 'spec' }, derivedId('spec window', windows));
    const command = { type: 'OpenContactWindow', name: `Window ${windows}`, at: clock.now().toISOString() } as const;
    await handleCommand(processes.store, contactWindowDecider, contactWindowStream(id), command, cause, { now: () => clock.now() });
    return id;
  };
  const bot = (id: string, method = 'GET', path = '', body?: unknown, key?: string) =>
    processes.call('admin', method, `contact-windows/${id}/bot${path}`, body, key);
  const shown = async (id: string) => (await bot(id)).body as BotOfWindowView;
  const publish = (id: string, name = `Desk ${windows}`, more: object = {}, key?: string) =>
    bot(id, 'POST', '', { name, description, ...more }, key);
  const publicationOf = async (accountId: string) =>
    fold(
      botPublicationDecider,
      (await processes.store.readStream(botPublicationStream(accountId))) as never as readonly BotPublicationEvent[],
    );
  /** Of the last account that had the place. */
  const becomes = async (id: string, status: string) => {
    const events = (await processes.store.readStream(contactWindowStream(id))) as never as readonly ContactWindowEvent[];
    const accountId = events.flatMap((event) => (event.type === 'BotReserved' ? [event.data.accountId] : [])).at(-1)!;
    await processes.until(async () => (await publicationOf(accountId)).status === status);
    await processes.projected();
    return accountId;
  };
  const linked = (accountId: string) =>
    processes.until(async () => (await processes.types(accountId)).includes('IntegrationAccountLinked'));
  const published = async (name?: string) => {
    const id = await openWindow();
    await publish(id, name);
    await linked(await becomes(id, 'published'));
    return { id, view: await shown(id) };
  };
  const calls = () => lineworks.calls.slice(asked);
  const created = () => calls().filter((call) => call === 'POST bots').length;
  const placeOf = async (id: string) =>
    fold(contactWindowDecider, (await processes.store.readStream(contactWindowStream(id))) as never as readonly ContactWindowEvent[]).bot;
  const upload = (id: string, fileName: string, bytes: Buffer, rename?: boolean) =>
    bot(id, 'POST', `/image?fileName=${encodeURIComponent(fileName)}${rename ? '&rename=true' : ''}`, bytes);
  /** As a process that had it in hand and died. */
  const commandOfADeadProcess = async (accountId: string, command: Parameters<typeof botPublicationDecider.decide>[0]) => {
    const cause = startOf(processes.tenantId, { kind: 'system', automation: 'dead' }, randomUUID());
    await handleCommand(processes.store, botPublicationDecider, botPublicationStream(accountId), command, cause, {
      now: () => clock.now(),
    });
  };

  it('M-77, M-78, M-81, M-82, M-88: three fields and a button; step by step it comes into being, members find it, and the link goes on by itself', async () => {
    const id = await openWindow();
    const { body: image } = await upload(id, 'jinji01.png', defaultPicture());
    const answer = await publish(id, '人事相談', { imageId: image.imageId, queueId: randomUUID(), language: 'ja' });
    expect(answer).toMatchObject({ status: 202, body: { way: 'simple', canMakeBots: true, simple: { name: '人事相談', attempt: 1 } } });
    await linked(await becomes(id, 'published'));

    const view = await shown(id);
    expect(view.simple).toMatchObject({ botId: expect.any(String), state: 'linked', firstMessage: description, nameCharacters: 4 });
    expect(view.simple!.steps.map(({ step, status }) => [step, status])).toEqual(
      ['host image', 'create bot', 'open to members', 'issue secret', 'save credentials'].map((step) => [step, 'done']),
    );
    expect(view.simple!.notes.map(({ note }) => note)).toEqual(['members find it', 'not in the admin list', 'when deleted']);
    for (const { text } of view.simple!.notes) expect(Object.keys(text)).toEqual(['en', 'ja', 'ru']);
    const events = await processes.events(view.accountId!);
    expect(events.at(-1)).toMatchObject({ type: 'IntegrationAccountLinked', data: { how: 'automatic after publishing' } });

    const made = lineworks.bots.get(view.simple!.botId!)!;
    expect(made).toMatchObject({ botName: '人事相談', description, domains: { 10000001: { visible: true } } });
    expect(created()).toBe(1);
    const webhookKey = events.flatMap((event) => (event.type === 'IntegrationAccountAdded' ? [event.data.webhookKey] : []))[0];
    expect(made.callbackUrl).toBe(`https://madoguchi.example/webhooks/lineworks/${webhookKey}`);
    const token = new URL(made.photoUrl).pathname.replace('/media/', '');
    expect(pictures.links.open(token, new Date('2036-01-01'))).toEqual({ tenantId: processes.tenantId, mediaId: image.imageId });
    expect(await processes.credentials.open(processes.tenantId, view.accountId!)).toEqual({
      clientId: maker.clientId,
      clientSecret: maker.clientSecret,
      serviceAccount: maker.serviceAccount,
      privateKey,
      botId: view.simple!.botId,
      botSecret: `secret-of-${view.simple!.botId}-1`,
    });
    const told = JSON.stringify([view, events, await processes.store.readStream(botPublicationStream(view.accountId!))]);
    for (const secret of [maker.clientSecret, 'BEGIN PRIVATE', 'secret-of-']) expect(told).not.toContain(secret);
  });

  it('M-79: one bot per contact window, also when fifty ask at once; the others are told why', async () => {
    const id = await openWindow();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, number) => publish(id, `Bot ${number}`)));
    const [made, others] = [answers.filter(({ status }) => status === 202), answers.filter(({ status }) => status !== 202)];
    expect(made).toHaveLength(1);
    expect(new Set(others.map(({ status, body }) => `${status} ${body.code}`))).toEqual(new Set(['409 bot-exists']));
    expect(others[0]!.body).toMatchObject({
      detail: 'This contact window already has a bot. Only one is possible.',
      accountId: made[0]!.body.accountId,
      way: 'simple',
      texts: { ja: 'この窓口には既にBotがあります。作成できるのは1つです。' },
    });
    await becomes(id, 'published');
    expect(created()).toBe(1);
    // The names of those that came to nothing are free, the bot's own is not.
    const next = await openWindow();
    expect((await publish(next, made[0]!.body.simple.name)).body.code).toBe('name-taken');
    expect((await publish(next, made[0]!.body.simple.name === 'Bot 7' ? 'Bot 8' : 'Bot 7')).status).toBe(202);
    const events = await processes.store.readStream(contactWindowStream(id));
    expect(events.map(({ type }) => type)).toEqual(['ContactWindowOpened', 'BotReserved']);
    // Or it would be made while the next test counts.
    await becomes(next, 'published');
  });

  it('M-78: the same request again is the same bot, and its steps are seen live', async () => {
    const id = await openWindow();
    const key = randomUUID();
    const ending = new AbortController();
    const reader = (await processes.live(`contact-windows/${id}/bot/live`, ending.signal)).getReader();
    const answers = await Promise.all([1, 2, 3].map(() => publish(id, 'Twice', {}, key)));
    expect(new Set(answers.map(({ body }) => body.accountId as string)).size).toBe(1);
    let told = '';
    while (!told.includes('"status":"published"')) told += Buffer.from((await reader.read()).value ?? []).toString();
    expect(told.split('data: ').length).toBeGreaterThan(2);
    ending.abort();
    await becomes(id, 'published');
    expect(await publish(id, 'Twice', {}, key)).toMatchObject({ status: 202, body: { simple: { status: 'published' } } });
    expect(created()).toBe(1);
  });

  it('M-84, M-85, M-87: nothing begins before name and description are as they should be', async () => {
    const id = await openWindow();
    const wrong = async (change: object) => (await bot(id, 'POST', '', { name: 'Desk', description, ...change })).body.code as string;
    for (const name of ['', '人'.repeat(21), 'HR\ndesk']) expect(await wrong({ name })).toBe('bad-bot-name');
    for (const text of ['', '問'.repeat(101)]) expect(await wrong({ description: text })).toBe('bad-bot-description');
    expect(await wrong({ imageId: randomUUID() })).toBe('bad-bot-image');
    expect(await placeOf(id)).toBeUndefined();
    expect((await shown(id)).simple).toBeNull();
    expect((await shown(id)).limits).toMatchObject({ name: 20, description: 100, image: 10 * 1024 * 1024 });
    expect((await publish(id, '👍🏽'.repeat(20))).status).toBe(202);
    await becomes(id, 'published');
  });

  it('M-86: a picture is a PNG under 10 MB by its bytes, with a name of lower-case letters and digits; or it is renamed', async () => {
    const id = await openWindow();
    const png = defaultPicture();
    const large = (size: number) => Buffer.concat([png], size);
    for (const name of ['Jinji.png', 'jinji-01.png', '人事.png', 'jinji.gif', 'jinji']) {
      expect(await upload(id, name, png)).toMatchObject({ status: 422, body: { code: 'bad-bot-image', suggestion: expect.any(String) } });
    }
    expect((await upload(id, 'HR Desk 01.PNG', png, true)).body).toMatchObject({ fileName: 'hrdesk01.png', mimeType: 'image/png' });
    expect((await upload(id, 'largest.png', large(10 * 1024 * 1024 - 1))).body.size).toBe(10 * 1024 * 1024 - 1);
    for (const bytes of [large(10 * 1024 * 1024), large(12 * 1024 * 1024)])
      expect(await upload(id, 'toolarge.png', bytes)).toMatchObject({ status: 422, body: { code: 'bad-bot-image' } });
    for (const other of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '\xff\xd8\xff\xe0 no png'])
      expect(await upload(id, 'named.png', Buffer.from(other, 'latin1'))).toMatchObject({ status: 422, body: { code: 'bad-bot-image' } });
  });

  it('M-78: what passes is tried again and seen meanwhile; what does not is taken back, and may be published anew', async () => {
    const id = await openWindow();
    lineworks.fault = (call) => (call.startsWith('POST bots/') && call.includes('/domains/') ? refused(429) : undefined);
    await publish(id, 'Back again');
    const opening = async () => (await shown(id)).simple!.steps[2]!;
    await processes.until(async () => (await opening()).retryAt !== null);
    expect(await opening()).toMatchObject({ status: 'failed', problem: { code: 'rate-limit', reason: expect.stringContaining('429') } });
    expect(lineworks.bots.size).toBeGreaterThan(0);

    lineworks.fault = (call) => (call.includes('/domains/') ? refused(403) : undefined);
    const before = lineworks.bots.size;
    clock.advanceTo((await opening()).retryAt!);
    await becomes(id, 'undone');
    expect(lineworks.bots.size).toBe(before - 1);
    const failed = await shown(id);
    expect(failed.simple).toMatchObject({ undoneWhy: 'a step failed', botId: null, linked: false, name: 'Back again' });
    expect(failed.simple!.steps[2]).toMatchObject({ problem: { code: 'not-allowed', remedy: expect.stringContaining('scope "bot"') } });
    await processes.until(async () => (await placeOf(id)) === undefined);

    lineworks.fault = () => undefined;
    await processes.projected();
    const again = await publish(id, 'Back again');
    expect(again.body).toMatchObject({ accountId: failed.simple!.accountId, simple: { attempt: 2, failure: null } });
    await becomes(id, 'published');
  });

  it('M-78: what failed stays as a draft with its reason, its name and place are anybody’s, and it can be discarded', async () => {
    const id = await openWindow();
    lineworks.fault = (call) => (call === 'POST bots' ? refused(403) : undefined);
    await publish(id, 'Came to nothing');
    const draft = await becomes(id, 'undone');
    await processes.until(async () => (await placeOf(id)) === undefined);
    const failed = await shown(id);
    expect(failed).toMatchObject({
      way: null,
      accountId: null,
      simple: { accountId: draft, status: 'undone', failure: { code: 'not-allowed' } },
    });
    const told = failed.simple!.notes.find(({ note }) => note === 'try again or discard');
    expect(Object.keys(told!.text)).toEqual(['en', 'ja', 'ru']);

    lineworks.fault = () => undefined;
    const other = await openWindow();
    expect((await publish(other, 'Came to nothing')).status).toBe(202);
    await becomes(other, 'published');
    expect((await publish(id, 'Came to nothing')).body.code).toBe('name-taken');
    expect((await bot(other, 'POST', '/discard')).body.code).toBe('nothing-to-discard');

    const key = randomUUID();
    for (const answer of [await bot(id, 'POST', '/discard', undefined, key), await bot(id, 'POST', '/discard', undefined, key)])
      expect(answer).toMatchObject({ status: 200, body: { way: null, simple: null } });
    await processes.until(async () => (await processes.types(draft)).includes('IntegrationAccountDeleted'));
    await processes.projected();
    expect((await publish(id, 'Something new')).body.simple.accountId).not.toBe(draft);
    await becomes(id, 'published');
  });

  it('M-78: a bot whose making had no answer is looked for, not made twice', async () => {
    const id = await openWindow();
    lineworks.fault = (call) => (call === 'POST bots' ? { answer: 'reset', after: true } : undefined);
    await publish(id, 'Lost answer');
    await processes.until(() => created() === 1);
    const { accountId } = await shown(id);
    await processes.until(() => clock.waitedFor().length > 0);
    lineworks.fault = () => undefined;
    clock.advanceTo(new Date(clock.now().getTime() + 60_000));
    await becomes(id, 'published');
    expect(created()).toBe(1);
    expect([...lineworks.bots.values()].filter(({ botName }) => botName === 'Lost answer')).toHaveLength(1);
    expect((await processes.events(accountId!)).map(({ type }) => type)).toContain('BotPublished');
  });

  it('M-78: who dies with a step in hand is followed by another process, and there is one bot', async () => {
    const id = await openWindow();
    lineworks.fault = (call) => (call === 'POST bots' ? refused(429) : undefined);
    await publish(id, 'Dead hand');
    const retryAt = () => shown(id).then(({ simple }) => simple?.steps[1]?.retryAt ?? null);
    await processes.until(async () => (await retryAt()) !== null);
    const { accountId } = await shown(id);
    // It had called: the bot is there, and nobody has said so.
    await commandOfADeadProcess(accountId!, { type: 'StartBotStep', step: 'create bot', tries: 2, at: (await retryAt())! });
    const callbackUrl = `https://madoguchi.example/webhooks/lineworks/${(await processes.events(accountId!)).flatMap((event) => (event.type === 'IntegrationAccountAdded' ? [event.data.webhookKey] : []))[0]}`;
    lineworks.bots.set('2999999', { botName: 'Dead hand', description, photoUrl: '', callbackUrl, domains: {}, secrets: 0 });
    lineworks.fault = () => undefined;
    clock.advanceTo(new Date(clock.now().getTime() + 3 * 60_000));
    await becomes(id, 'published');
    expect((await shown(id)).simple!.botId).toBe('2999999');
    expect(created()).toBe(1);
  });

  it('M-78: cancelled on its way, it leaves nothing behind; a bot that members have is not cancelled', async () => {
    const id = await openWindow();
    lineworks.fault = (call) => (call.endsWith('/secret') ? refused(429) : undefined);
    await publish(id, 'Changed my mind');
    await processes.until(async () => (await shown(id)).simple?.steps[3]?.status === 'failed');
    expect((await bot(id, 'POST', '/cancel')).status).toBe(202);
    await becomes(id, 'undone');
    expect([...lineworks.bots.values()].some(({ botName }) => botName === 'Changed my mind')).toBe(false);
    lineworks.fault = () => undefined;
    const { id: other } = await published();
    expect((await bot(other, 'POST', '/cancel')).body.code).toBe('already-published');
  });

  it('M-111: deleted, it is taken from the members; a refusal is shown and tried again until it is gone, and only then there is place for another', async () => {
    const { id, view } = await published('To be deleted');
    lineworks.fault = (call) => (call.startsWith('DELETE ') ? refused(500) : undefined);
    const at = () => clock.now().toISOString();
    await processes.command(view.accountId!, { type: 'DeleteAccount', typedName: 'To be deleted', at: at() });
    const making = async () => (await shown(id)).simple!.steps[1]!;
    await processes.until(async () => (await making()).retryAt !== null);
    expect(await making()).toMatchObject({ problem: { code: 'no-answer', reason: expect.stringContaining('500') } });
    expect(await shown(id)).toMatchObject({ way: 'simple', simple: { status: 'undoing', linked: false, state: 'deleted' } });
    expect((await publish(id, 'Too early')).body.code).toBe('bot-exists');
    expect(await processes.credentials.open(processes.tenantId, view.accountId!)).toEqual({});
    expect(lineworks.bots.has(view.simple!.botId!)).toBe(true);

    lineworks.fault = () => undefined;
    clock.advanceTo((await making()).retryAt!);
    await becomes(id, 'undone');
    expect(lineworks.bots.has(view.simple!.botId!)).toBe(false);
    await processes.until(async () => (await placeOf(id)) === undefined);
    expect((await publish(id, 'The next one')).status).toBe(202);
    await becomes(id, 'published');
  });

  it('M-78: a company enters its ClientApp once; its secrets are written only, and bots follow when they change', async () => {
    const { view } = await published();
    const { body } = await processes.call('admin', 'GET', 'organisation/bot-maker');
    expect(body.complete).toBe(true);
    expect(body.credentials).toContainEqual({ field: 'clientSecret', secret: true, set: true, lastFour: 'pany' });
    await processes.projected();
    const change = { credentials: { clientSecret: 'aNewSecretOfTheCompany' } };
    expect((await processes.call('admin', 'PATCH', 'organisation/bot-maker', change)).status).toBe(200);
    expect((await processes.credentials.open(processes.tenantId, view.accountId!)).clientSecret).toBe('aNewSecretOfTheCompany');
    const key = randomUUID();
    const set = (clientSecret: string, again?: string) =>
      processes.call('admin', 'PATCH', 'organisation/bot-maker', { credentials: { clientSecret } }, again);
    for (const [value, again] of [['theOldSecret', key], ['theSecretInForce'], ['theOldSecret', key]] as const)
      expect(await set(value, again)).toMatchObject({ status: 200 });
    const ofBot = async () => (await processes.credentials.open(processes.tenantId, view.accountId!)).clientSecret;
    expect(await ofBot()).toBe('theSecretInForce');
    // As if the first had ended before its bots had the value: the repeat gives them what is in force.
    await processes.credentials.save(processes.tenantId, view.accountId!, { clientSecret: 'half-way' });
    expect((await set('theOldSecret', key)).body.credentials).toContainEqual(
      expect.objectContaining({ field: 'clientSecret', lastFour: 'orce' }),
    );
    expect(await ofBot()).toBe('theSecretInForce');
    const wrong = await processes.call('admin', 'PATCH', 'organisation/bot-maker', { credentials: { domainId: 'ten', color: 'green' } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const theirs = await processes.call('other', 'GET', 'organisation/bot-maker');
    expect(theirs.body.complete).toBe(false);
  });

  it('is for administrators of its tenant; without a ClientApp it is refused and said where to enter one', async () => {
    const id = await openWindow();
    for (const [method, path, body] of [
      ['POST', '', { name: 'Desk', description }],
      ['POST', '/cancel', undefined],
      ['POST', '/discard', undefined],
      ['POST', '/image?fileName=a.png', defaultPicture()],
      ['GET', '', undefined],
    ] as const) {
      expect((await processes.call('agent', method, `contact-windows/${id}/bot${path}`, body)).status).toBe(403);
      if (path !== '/image?fileName=a.png')
        expect((await processes.call('other', method, `contact-windows/${id}/bot${path}`, body)).status).toBe(404);
    }
    expect((await processes.call('agent', 'PATCH', 'organisation/bot-maker', { credentials: {} })).status).toBe(403);
    expect((await bot(id, 'POST', '/cancel')).body.code).toBe('nothing-to-cancel');
  });
});
