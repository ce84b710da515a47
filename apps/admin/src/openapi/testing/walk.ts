import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { DEFAULT_AWAY_REASONS } from '@madoguchi/accounts';
import type { Admin, Answer, Asked, Person } from '../../testing/start-admin.js';

export interface Tried {
  readonly method: string;
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly request: unknown;
  readonly answer: Answer;
}

const day = [{ from: '09:00', to: '18:00' }];
const hours = {
  timeZone: 'Asia/Tokyo',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  holidays: [{ name: '元日', on: '01-01' }],
  exceptions: [{ on: '2026-12-31', name: 'Short day', periods: [{ from: '09:00', to: '12:00' }] }],
};

/** An administrator sets a house up: one call of each kind at least, as it goes well. */
export const walk = async (centre: Admin, admin: Person): Promise<readonly Tried[]> => {
  const tried: Tried[] = [];
  const ask = async (method: string, path: string, asked: Asked = {}) => {
    const answer = await admin.ask(method, path, asked);
    tried.push({ method, path, request: asked.body, answer });
    return answer.body as { readonly id: string; readonly version: number };
  };
  const both = async (path: string) => {
    await centre.settled();
    await ask('GET', path);
  };

  const open = await ask('POST', 'business-hours', { body: { name: 'Weekdays', hours } });
  await ask('GET', `business-hours/${open.id}`);
  await ask('GET', `business-hours/${open.id}/preview?at=2026-11-25T01:00:00Z`);
  await ask('PATCH', `business-hours/${open.id}`, { body: { name: 'Office hours' }, ifMatch: '"1"' });
  const profile = await ask('POST', 'content-profiles', {
    body: { name: 'Pictures and PDF', inbound: ['image'], outbound: ['image/png', 'application/pdf'] },
  });
  await ask('GET', `content-profiles/${profile.id}`);
  await ask('PATCH', `content-profiles/${profile.id}`, { body: { inbound: ['image', 'location'] } });
  await ask('PATCH', 'organisation', { body: { timeZone: 'Asia/Tokyo', defaultContentProfileId: profile.id } });
  await ask('GET', 'organisation');
  const doctor = { key: 'doctor', names: { en: 'doctor', ja: '通院', ru: 'врач' } };
  await ask('PATCH', 'organisation', { body: { awayReasons: [...DEFAULT_AWAY_REASONS, doctor] } });
  const texts = {
    ja: '{{customer.name}} 様、お問い合わせありがとうございます。',
    en: 'Dear {{customer.name}}, thank you for writing to us.',
  };
  const template = await ask('POST', 'reply-templates', { body: { name: 'Welcome', shortcut: 'hi', texts } });
  await ask('GET', `reply-templates/${template.id}`);
  await ask('PATCH', `reply-templates/${template.id}`, { body: { texts: { ru: 'Здравствуйте, {{customer.name}}!' } } });
  await ask('POST', `reply-templates/${template.id}/preview`, { body: { languages: ['en'], values: { 'customer.name': 'Maria' } } });
  const skill = await ask('POST', 'skills', { body: { kind: 'skill', key: 'billing', names: { en: 'Billing', ja: '請求', ru: 'Счета' } } });
  for (const [key, en, ja, ru] of [
    ['ja', 'Japanese', '日本語', 'японский'],
    ['en', 'English', '英語', 'английский'],
  ] as const)
    await admin.ask('POST', 'skills', { body: { kind: 'language', key, names: { en, ja, ru } } });
  await ask('GET', `skills/${skill.id}`);
  await ask('PATCH', `skills/${skill.id}`, { body: { names: { en: 'Invoices' } }, ifMatch: '"1"' });
  const wrapUp = { kind: 'required', seconds: 60, codes: [{ code: 'answered', names: { en: 'Answered', ja: '回答済み' } }] };
  const policy = {
    requires: { skills: { billing: 3 }, languageLevel: 2 },
    businessHoursId: open.id,
    texts: {
      waiting: { en: 'Thank you. Somebody will answer you in a moment.', ja: '担当者が順番にお答えします。' },
      closed: { en: 'We are closed now and open {{nextOpening}}.', ja: 'ただいま営業時間外です。{{nextOpening}}に再開します。' },
      handedOver: { en: 'A person will go on with you.', ja: '担当者に代わります。' },
      waitingAfterSeconds: 30,
      fallbackLanguage: 'en',
    },
    wrapUp,
    silence: {
      closeAfterSeconds: 86_400,
      noticeBeforeSeconds: 3_600,
      notice: { en: 'We close this soon.', ja: 'まもなく終了いたします。' },
    },
    service: { firstAnswerSeconds: 600, nextAnswerSeconds: 300, resolutionSeconds: 14_400, warnAtPercent: 80 },
  };
  const queue = await ask('POST', 'queues', { body: { name: 'Billing', offerSeconds: 45, policy } });
  await ask('GET', `queues/${queue.id}`);
  await ask('PATCH', `queues/${queue.id}`, { body: { offerSeconds: 60 }, ifMatch: '"2"' });
  const agent = await ask('POST', 'agents', {
    body: {
      name: 'Aiko Tanaka',
      email: 'aiko@centre.example',
      password: 'correct horse',
      capacity: 3,
      queueIds: [queue.id],
      skills: { billing: 4 },
      languages: { ja: 5, en: 3 },
    },
  });
  await ask('GET', `agent-profiles/${agent.id}`);
  await ask('PATCH', `agent-profiles/${agent.id}`, { body: { capacity: 4 }, ifMatch: '"1"' });
  await ask('DELETE', `agent-profiles/${agent.id}?workInHand=return`);
  await ask('POST', `agent-profiles/${agent.id}/restore`);
  const role = await ask('POST', 'roles', { body: { name: 'Channel keeper', permissions: ['integration-accounts.all', 'queues.view'] } });
  await ask('GET', `roles/${role.id}`);
  await ask('PATCH', `roles/${role.id}`, { body: { permissions: ['integration-accounts.view'] } });
  await ask('GET', 'roles');
  await ask('GET', 'permissions');
  const member = await ask('POST', 'members', {
    body: { email: 'mika@centre.example', name: 'Mika Sato', password: 'correct horse', role: 'supervisor' },
  });
  await ask('PUT', `members/${member.id}/role`, { body: { role: role.id } });
  await ask('GET', 'members');
  const credentials = {
    channelId: '1234567890',
    channelSecret: '0123456789abcdef0123456789abcdef',
    basicId: '@123abcde',
    channelAccessToken: `token-${'x'.repeat(120)}`,
  };
  const account = await ask('POST', 'integration-accounts', { body: { type: 'line', name: 'Umeda shop', queueId: queue.id, credentials } });
  await both('integration-accounts');
  await ask('GET', 'page-choices/preflight');
  centre.facebook.add({ id: '1029384756601', name: 'Umeda Kitchen', username: 'umeda.kitchen' });
  centre.facebook.add({ id: '1029384756602', name: 'Namba Kitchen', others: [{ id: '990022', name: 'Other desk' }] });
  centre.facebook.scopes = ['pages_show_list', 'pages_messaging'];
  const logIn: { readonly id: string; readonly authorizationUrl?: string } = await ask('POST', 'page-choices');
  await ask('POST', 'page-choices/log-in', { body: centre.facebook.allow(logIn.authorizationUrl ?? '') });
  await ask('GET', `page-choices/${logIn.id}?search=kitchen`);
  await ask('POST', `page-choices/${logIn.id}/pages`, { body: { pages: [{ pageId: '1029384756601' }, { pageId: '1029384756602' }] } });
  await ask('GET', `integration-accounts/${account.id}`);
  await ask('PATCH', `integration-accounts/${account.id}`, { body: { name: 'Umeda flagship shop' } });
  await ask('POST', 'integration-accounts/bulk-edit', { body: { accounts: [{ id: account.id }], language: 'ja' } });
  await walkBot(centre, admin, ask);
  await ask('GET', `integration-accounts/${account.id}/shelf`);
  await ask('POST', `integration-accounts/${account.id}/shelf/import`);
  const draft = await admin.ask('POST', 'integration-accounts', {
    body: { type: 'line', name: 'Namba shop', draft: true, credentials: {} },
  });
  const sent = await ask('POST', `integration-accounts/${draft.body.id}/forms`, { body: { fields: ['channelId', 'basicId'], hours: 24 } });
  await both(`integration-accounts/${draft.body.id}/forms`);
  await ask('DELETE', `integration-accounts/${draft.body.id}/forms/${sent.id}`);
  await ask('GET', 'home');
  await both('business-hours');
  await ask('GET', `business-hours/${open.id}/bound`);
  await ask('GET', `content-profiles/${profile.id}/bound`);
  await ask('GET', `queues/${queue.id}/bound`);
  await ask('GET', `skills/${skill.id}/bound`);
  await ask('GET', 'skills/in-use');
  for (const list of ['content-profiles', 'reply-templates', 'queues', 'agents', 'agent-profiles', 'skills', 'audit'])
    await ask('GET', list);
  for (const [path, body] of [
    ['content-profiles', { name: 'Old', inbound: [], outbound: [] }],
    ['reply-templates', { name: 'Old', texts: { en: 'Old' } }],
    ['business-hours', { name: 'Old', hours }],
    ['queues', { name: 'Old', offerSeconds: 30 }],
    ['roles', { name: 'Old', permissions: [] }],
    ['skills', { kind: 'skill', key: 'old', names: { en: 'Old' } }],
  ] as const) {
    const { body: added } = await admin.ask('POST', path, { body, key: randomUUID() });
    await ask('DELETE', `${path}/${added.id}`);
    if (path === 'skills' || path === 'queues') await ask('POST', `${path}/${added.id}/restore`);
  }
  return tried;
};

/** The bot of a contact window: what makes bots, its publication, and that it is taken back. LINE WORKS is not there. */
const walkBot = async (
  centre: Admin,
  admin: Person,
  ask: (method: string, path: string, asked?: Asked) => Promise<{ readonly id: string }>,
) => {
  const maker = {
    clientId: 'Qw3rTyUiOpAsDfGhJkLz',
    clientSecret: 'secretOfTheClientApp',
    serviceAccount: 'ab12c.serviceaccount@example',
    administratorId: 'hana@company',
    domainId: '10000001',
  };
  await ask('PATCH', 'organisation/bot-maker', { body: { credentials: maker } });
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  await admin.ask('PATCH', 'organisation/bot-maker', { body: { credentials: { privateKey } } });
  await ask('GET', 'organisation/bot-maker');
  const window = await ask('POST', 'contact-windows', { body: { name: 'Personnel' } });
  const bot = `contact-windows/${window.id}/bot`;
  await ask('POST', bot, { body: { name: '人事相談', description: '人事への質問はこちらへどうぞ。', language: 'ja' } });
  await ask('GET', bot);
  await ask('POST', `${bot}/cancel`);
  await centre.settled();
  await ask('POST', `${bot}/discard`);
};
