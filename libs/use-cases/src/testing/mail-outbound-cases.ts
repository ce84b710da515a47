import type { SendOutcome } from '../channel.js';
import type { ContractCase, MailContractSetup } from './channel-contract-setup.js';
import { MAIL_STAGES, type MailStage } from './scripted-mail-server.js';
import { type Script, type ScriptedPlatform, startScriptedPlatform } from './scripted-platform.js';

const PATIENCE_MS = 120_000;
/** How long a server that has fallen silent is waited for. */
const SILENCE_MS = 50;

const BEFORE_THE_END = MAIL_STAGES.filter((stage) => stage !== 'END');

/** Handing mails over: up to the final dot nothing has been sent, behind it nobody knows until the answer is there. */
export const mailOutboundCases: readonly ContractCase<MailContractSetup>[] = [
  ...(['reset', 'hang', 'hang in the body', { status: 250, body: 'x'.repeat(3 * 2 ** 20) }] as const).map(
    (script): ContractCase<MailContractSetup> => ({
      name: `does not pretend to know what became of a whole mail: ${JSON.stringify(script).slice(0, 40)}`,
      run: async (setup) => {
        const { outcome } = await sent(setup, at('END', script));
        expect(outcome.outcome).toBe('unknown');
      },
    }),
  ),
  ...BEFORE_THE_END.flatMap((stage) =>
    (['reset', 'hang', 'hang in the body'] as const).map((script): ContractCase<MailContractSetup> => ({
      name: `knows that nothing was sent when it ends at ${stage} (${script})`,
      run: async (setup) => {
        const { outcome, mails } = await sent(setup, at(stage, script));
        expect({ stage, script, outcome }).toMatchObject({ outcome: { outcome: 'retry', afterMs: expect.any(Number) } });
        expect(mails).toEqual([]);
      },
    })),
  ),
  {
    name: 'takes a 4xx for "later" and a 5xx for "never", wherever it comes once the log-in is done',
    run: async (setup) => {
      for (const stage of ['MAIL', 'RCPT', 'DATA', 'END'] as const) {
        for (const [status, outcome] of [
          [451, 'retry'],
          [554, 'rejected'],
        ] as const) {
          const answer = { status, body: `${status === 451 ? 4 : 5}.3.0 not so` };
          expect({ stage, ...(await sent(setup, at(stage, answer))).outcome }).toMatchObject({ stage, outcome });
        }
      }
    },
  },
  {
    name: 'keeps the deadline while it tests the connection',
    run: async (setup) => {
      for (const stage of ['CONNECT', 'EHLO', 'AUTH'] as const) {
        await withServer(setup, at(stage, 'hang'), async ({ url }) => {
          const checks = await setup.channel(url).testConnection(setup.credentials, AbortSignal.timeout(10 * SILENCE_MS));
          expect(checks.some(({ ok }) => !ok)).toBe(true);
        });
      }
    },
  },
  {
    name: 'says the same Message-ID on every attempt, and leaves a repeat to a person',
    run: async (setup) => {
      const { sending } = setup;
      await withServer(
        setup,
        () => ({ status: 250 }),
        async (server) => {
          const channel = setup.channel(server.url);
          for (const route of sending.routes) expect(channel.repeatAfterUnknown(route)).toBe('never');
          const send = () => channel.send(sending.request, setup.credentials, AbortSignal.timeout(PATIENCE_MS));
          const outcomes = [await send(), await send()];
          expect(outcomes[1]).toEqual(outcomes[0]);
          const ids = mailsOf(server).map((mail) => /^Message-ID: *(?:\r\n )?(<.*>)\r?$/im.exec(mail)?.[1]);
          expect(ids).toEqual([sending.messageIds[0], sending.messageIds[0]]);
          const other = await channel.send(
            { ...sending.request, idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964fe' },
            setup.credentials,
            AbortSignal.timeout(PATIENCE_MS),
          );
          expect(other).not.toEqual(outcomes[0]);
        },
      );
    },
  },
];

const at =
  (stage: MailStage, script: Script) =>
  ({ method }: { readonly method: string }): Script =>
    method === stage ? script : { status: 250 };

const mailsOf = ({ requests }: ScriptedPlatform): readonly string[] =>
  requests.filter(({ method }) => method === 'END').map(({ body }) => body.toString('utf8'));

/** A server that falls silent is left alone once it has: however slow the machine is, that is where the call ends. */
const sent = async (
  setup: MailContractSetup,
  script: (request: { readonly method: string }) => Script,
): Promise<{ readonly outcome: SendOutcome; readonly mails: readonly string[] }> => {
  const impatience = new AbortController();
  const watched = (request: { readonly method: string }): Script => {
    const played = script(request);
    if (played === 'hang' || played === 'hang in the body') setTimeout(() => impatience.abort(), SILENCE_MS);
    return played;
  };
  const server = await (setup.startPlatform ?? startScriptedPlatform)();
  server.script(watched);
  try {
    const signal = AbortSignal.any([impatience.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const outcome = await setup.channel(server.url).send(setup.sending.request, setup.credentials, signal);
    return { outcome, mails: mailsOf(server) };
  } finally {
    await server.stop();
  }
};

const withServer = async (
  { startPlatform = startScriptedPlatform }: MailContractSetup,
  script: (request: { readonly method: string }) => Script,
  use: (server: ScriptedPlatform) => Promise<void>,
): Promise<void> => {
  const server = await startPlatform();
  server.script(script);
  try {
    await use(server);
  } finally {
    await server.stop();
  }
};
