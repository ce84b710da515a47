import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { Channel, Credentials } from '@madoguchi/use-cases';
import { type ChannelContractSetup, type ScriptedPlatform, startScriptedPlatform } from '@madoguchi/use-cases/testing';
import { documentedWebhooks } from '../../testing/webhooks.js';
import { lineworksChannel } from '../index.js';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

export const lineworksCredentials = {
  clientId: 'Qw3rTyUiOpAsDfGhJkLz',
  clientSecret: 'cLiEnTsEcReT1',
  serviceAccount: 'ab12c.serviceaccount@example',
  privateKey,
  botId: '2000001',
  botSecret: 'lwBotSecretExample0001',
};

export const lineworksMember = 'a1b2c3d4-0000-4e5f-8a9b-0123456789ab';

export const signLineWorks = (body: Buffer | string, { botSecret = '' }: Credentials = lineworksCredentials): string =>
  createHmac('sha256', botSecret).update(body).digest('base64');

export const lineworksToken = {
  status: 200,
  body: '{"access_token":"jp1AAAATokenOfTheTest","refresh_token":"jp1AAAARefresh","token_type":"Bearer","expires_in":"86400","scope":"bot"}',
};

export const lineworksFile = 'jp1.1700000000000000001.1700086400.1.1000001.0.0.0';

/** JSON of an event of the member in the 1:1 talk; `fields` are JSON members. */
export const lineworksEvent = (fields: string, issuedTime = '2026-11-20T01:23:45.678Z', type = 'message'): string =>
  `{"type":"${type}","source":{"userId":"${lineworksMember}","domainId":10000001},"issuedTime":"${issuedTime}",${fields}}`;

const text = (escaped: string, issuedTime?: string) => lineworksEvent(`"content":{"type":"text","text":"${escaped}"}`, issuedTime);

/** Issues tokens and keeps files, whatever the API itself is told to answer. */
let beside: ScriptedPlatform | undefined;
beforeAll(async () => {
  beside = await startScriptedPlatform();
  beside.script(({ path }) => (path === '/oauth2/v2.0/token' ? lineworksToken : { status: 201, body: '{}' }));
});
afterAll(() => beside?.stop());

/** Every callback names its bot. */
const toBot = (channel: Channel): Channel => ({
  ...channel,
  readWebhook: ({ headers, ...request }, credentials, receivedAt) =>
    channel.readWebhook({ ...request, headers: { 'x-works-botid': lineworksCredentials.botId, ...headers } }, credentials, receivedAt),
});

export const lineworksSetup: ChannelContractSetup = {
  name: 'LINE WORKS',
  channel: (platform) => {
    const other = beside?.url ?? platform;
    return toBot(lineworksChannel({ auth: other, api: platform, storage: other }));
  },
  credentials: lineworksCredentials,
  otherCredentials: { ...lineworksCredentials, botId: '2000002', botSecret: 'lwBotSecretExample0002' },
  authenticity: { header: 'x-works-signature', secretField: 'botSecret', coversBody: true, sign: signLineWorks },
  webhooks: {
    documented: documentedWebhooks('lineworks'),
    unknown: [
      lineworksEvent('"thought":"not-invented-yet"', undefined, 'telepathy'),
      lineworksEvent('"content":{"type":"hologram","shape":"not-invented-yet"}'),
      lineworksEvent('"content":{"type":"image","fileId":7,"note":"not-invented-yet"}'),
    ],
    text,
    longNumber: (digits) => lineworksEvent(`"id":${digits}`, undefined, 'telepathy'),
    ordered: ['2026-11-20T01:23:45Z', '2026-11-20T01:23:45.001Z', '2026-11-20T01:23:45.1Z', '2026-11-20T10:23:46.000+09:00'].map((time) =>
      text('a', time),
    ),
    redelivered: [text('again'), text('again')],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: lineworksMember,
      content: { type: 'text', text: 'お問い合わせありがとうございます 😀' },
      idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    },
    routes: [{ kind: 'push' }],
    accepted: { status: 201 },
    messageIds: [],
    rejected: [
      { status: 400, body: '{"code":"INVALID_PARAMETER","description":"content.text is invalid"}' },
      { status: 401, body: '{"code":"UNAUTHORIZED","description":"Authentication failed"}' },
      { status: 403, body: '{"code":"ACCESS_DENIED","description":"Access is denied for bot."}' },
      { status: 404, body: '{"code":"NOT_FOUND","description":"Not found"}' },
      { status: 405, body: '<html>' },
      { status: 413, body: '' },
    ],
    retry: [
      {
        answer: {
          status: 429,
          headers: { 'rateLimit-limit': '240', 'rateLimit-remaining': '0', 'rateLimit-reset': '12' },
          body: '{"code":"TOO_MANY_REQUESTS","description":"API rate limit exceeded"}',
        },
        afterMs: 12_000,
      },
      { answer: { status: 429, body: '' }, afterMs: 60_000 },
    ],
    refusal: (words) => JSON.stringify({ code: 'INVALID_PARAMETER', description: words, error: words, error_description: words }),
    examples: [
      { type: 'text', text: 'はい' },
      ...(['image', 'video', 'audio', 'file'] as const).map(
        (type) => ({ type, media: { mediaId: 'm1', source: { kind: 'stored' } } }) as const,
      ),
      { type: 'sticker', packId: '18', stickerId: '310' },
      { type: 'location', latitude: 35.658, longitude: 139.701 },
      { type: 'choices', style: 'quick replies', text: 'よろしいですか', options: [{ id: 'ok=1', label: 'はい' }] },
      { type: 'choices', style: 'buttons', text: '選択してください', options: [{ id: 'd=hr', label: '人事' }] },
      {
        type: 'choices',
        style: 'list',
        text: '選択してください',
        options: [{ id: 'd=hr', label: '人事', description: '休暇など' }],
        buttonLabel: '選ぶ',
      },
    ],
    acceptedAt: (path) =>
      path.endsWith('/attachments')
        ? { status: 200, body: JSON.stringify({ fileId: lineworksFile, uploadUrl: `${beside?.url}/k/emsg/r/jp1/file.png` }) }
        : { status: 201 },
    mediaReference: lineworksFile,
    customerKey: lineworksMember,
  },
};
