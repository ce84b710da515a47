import { generateKeyPairSync } from 'node:crypto';
import type { ReceivedRequest, Script, ScriptedPlatform } from '@madoguchi/use-cases/testing';

export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
  .trim();
/** What makes bots for a company. */
export const clientApp = {
  clientId: 'Qw3rTyUiOpAsDfGhJkLz',
  clientSecret: 'clientSecretOfTheCompany',
  serviceAccount: 'ab12c.serviceaccount@example',
  privateKey,
  administratorId: 'hana@example',
  domainId: '10000001',
};

/** LINE WORKS does not do it. */
export const refused = (status: number) => ({ answer: { status, body: '{"code":"REFUSED"}' } }) as const;

interface SmallBot {
  readonly botName: string;
  readonly description: string;
  readonly photoUrl: string;
  readonly callbackUrl: string;
  domains: Record<string, { readonly visible: boolean }>;
  secrets: number;
}

const json = (body: unknown, status = 200): Script => ({ status, body: JSON.stringify(body) });
const TOKEN = json({ access_token: 'jp1AAAATokenOfTheSpec', expires_in: '86400', scope: 'bot' });

/** As much of LINE WORKS as a bot needs on its way; what a test sets in `fault` comes before it. */
export class SmallLineWorks {
  readonly bots = new Map<string, SmallBot>();
  /** `METHOD path` of every call but those for tokens. */
  readonly calls: string[] = [];
  /** `after`: the call is done all the same, and its answer is this. */
  fault: (call: string) => { readonly answer: Script; readonly after?: true } | undefined = () => undefined;
  private made = 0;

  constructor(platform: ScriptedPlatform) {
    platform.script((request) => this.answer(request));
  }

  private answer(request: ReceivedRequest): Script {
    if (request.path.startsWith('/oauth2/')) return TOKEN;
    const call = `${request.method} ${request.path.replace('/v1.0/', '').split('?')[0]}`;
    this.calls.push(call);
    const fault = this.fault(call);
    if (fault && !fault.after) return fault.answer;
    const answer = this.perform(call, request);
    return fault?.answer ?? answer;
  }

  private perform(call: string, { body }: ReceivedRequest): Script {
    const [method, path = ''] = call.split(' ');
    const [, id = '', part, domain = ''] = path.split('/');
    const sent = () => JSON.parse(body.toString()) as never;
    if (path === 'bots' && method === 'POST') return this.create(sent());
    if (path === 'bots') return json({ bots: [...this.bots].map(([botId, { botName }]) => ({ botId: Number(botId), botName })) });
    const bot = this.bots.get(id);
    if (!bot) return json({ code: 'NOT_FOUND' }, 404);
    if (method === 'DELETE') {
      this.bots.delete(id);
      return { status: 204 };
    }
    if (part === 'secret') return json({ secret: `secret-of-${id}-${(bot.secrets += 1)}` });
    if (part === 'domains' && method === 'GET')
      return json({ domains: Object.entries(bot.domains).map(([domainId, more]) => ({ domainId: Number(domainId), ...more })) });
    if (part === 'domains') {
      bot.domains = { ...bot.domains, [domain]: sent() };
      return json({}, 201);
    }
    return json({ ...bot, botId: Number(id) });
  }

  private create(profile: Omit<SmallBot, 'domains' | 'secrets'>): Script {
    const id = String(2_000_000 + (this.made += 1));
    this.bots.set(id, { ...profile, domains: {}, secrets: 0 });
    return json({ botId: Number(id) }, 201);
  }
}
