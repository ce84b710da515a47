import { startScriptedMailServer } from '@madoguchi/use-cases/testing';
import { deadline } from '../testing/scripted.js';
import type { MailResolver } from './connection.js';
import { emailChannel } from './index.js';
import { emailCredentials, MAIL_DOMAIN } from './testing/email-account.js';
import { withLogIn } from './testing/email-setup.js';

const none = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
const DOMAIN = 'in.desk-of-tests.jp';
const credentials = { ...emailCredentials, baseAddress: emailCredentials.baseAddress.replace(MAIL_DOMAIN, DOMAIN) };

const complete: MailResolver = {
  resolveMx: async () => [{ exchange: 'mx.desk-of-tests.jp' }],
  resolveTxt: async (domain) =>
    domain.startsWith('_dmarc.') ? [['v=DMARC1; ', 'p=none']] : [['other'], ['v=spf1 ', 'ip4:192.0.2.1 -all']],
};

const tested = async ({ resolver = complete, mailDomain = DOMAIN as string | undefined, status = 250, stage = 'AUTH' } = {}) => {
  const server = await startScriptedMailServer();
  try {
    server.script(({ method }) => (method === stage ? { status, body: 'as it is' } : { status: 250 }));
    const checks = await emailChannel({ submissionUrl: withLogIn(server.url), mailDomain }, undefined, resolver).testConnection(
      credentials,
      deadline(),
    );
    return { checks, sent: server.requests.filter(({ method }) => method === 'MAIL') };
  } finally {
    await server.stop();
  }
};

describe('testing the connection of a mail account', () => {
  it('checks domain, log-in and DNS, and sends nothing', async () => {
    const { checks, sent } = await tested();
    expect(checks.map(({ check, ok }) => [check, ok])).toEqual([
      ['mail domain', true],
      ['submission', true],
      ['mx', true],
      ['spf', true],
      ['dmarc', true],
    ]);
    expect(sent).toEqual([]);
  });

  it.each([
    ['the log-in is refused', { status: 535 }, 'submission', /log-in was refused: 535 as it is/],
    ['the server is busy', { status: 421, stage: 'CONNECT' }, 'submission', /421/],
    ['there is no MX record', { resolver: { ...complete, resolveMx: none('ENODATA') } }, 'mx', /no MX/],
    ['mail is not wanted there', { resolver: { ...complete, resolveMx: async () => [{ exchange: '' }] } }, 'mx', /no MX/],
    [
      'there is no SPF record',
      { resolver: { ...complete, resolveTxt: async (domain: string) => (domain.startsWith('_') ? [['v=DMARC1']] : []) } },
      'spf',
      /no SPF/,
    ],
    [
      'there is no DMARC record',
      { resolver: { ...complete, resolveTxt: async (domain: string) => (domain.startsWith('_') ? [] : [['v=spf1 -all']]) } },
      'dmarc',
      /no DMARC/,
    ],
    ['the domain has changed', { mailDomain: 'other.desk-of-tests.jp' }, 'mail domain', /in\.desk-of-tests\.jp.*other\.desk-of-tests\.jp/],
  ])('says so, and what to do, when %s', async (_, how, check, reason) => {
    const failed = (await tested(how)).checks.filter(({ ok }) => !ok);
    expect(failed).toMatchObject([{ check, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\w{4}/) }]);
  });

  it('says that nothing was checked where no resolver answers', async () => {
    const { checks } = await tested({ resolver: { resolveMx: none('ECONNREFUSED'), resolveTxt: none('ETIMEOUT') } });
    expect(checks.at(-1)).toMatchObject({ check: 'dns', ok: true, reason: expect.stringContaining('nothing was checked') });
    const silent = emailChannel({ mailDomain: DOMAIN }, undefined, {
      resolveMx: () => new Promise(() => undefined),
      resolveTxt: () => new Promise(() => undefined),
    });
    expect((await silent.testConnection(credentials, AbortSignal.timeout(50))).at(-1)).toMatchObject({ check: 'dns', ok: true });
  });

  it('says what the operator has to set', async () => {
    const checks = await emailChannel({}).testConnection(credentials, deadline());
    expect(checks).toMatchObject([
      { check: 'mail domain', ok: false, remedy: expect.stringContaining('MADOGUCHI_MAIL_DOMAIN') },
      { check: 'submission', ok: false, remedy: expect.stringContaining('MADOGUCHI_SMTP_URL') },
    ]);
  });

  it('has nothing to register: the customer’s mail service forwards', async () => {
    expect(await emailChannel({}).registerWebhook('mailto:x', credentials, deadline())).toEqual([]);
  });
});
