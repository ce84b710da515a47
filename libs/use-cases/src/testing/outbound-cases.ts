import type { SendRoute } from '@madoguchi/conversation';
import { type Channel, MediaUnavailableError, type SendOutcome } from '../channel.js';
import type { ContractCase, OutboundContractSetup } from './channel-contract-setup.js';
import { deadlineAfterRequest } from './deadline-after-request.js';
import { type Script, type ScriptedPlatform, startScriptedPlatform } from './scripted-platform.js';

/** Long enough for an answer over loopback under load. */
const PATIENCE_MS = 120_000;

/** Calls to the platform: every end that a call can have becomes the outcome that it is, and nothing that is secret gets out. */
export const outboundCases: readonly ContractCase<OutboundContractSetup>[] = [
  {
    name: 'tells what was accepted, with the ids of the platform',
    run: (setup) =>
      everyRoute(setup, setup.sending.accepted, (outcome) =>
        expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: setup.sending.messageIds }),
      ),
  },
  {
    name: 'tells what was refused for good, with a reason and a remedy',
    run: async (setup) => {
      for (const answer of setup.sending.rejected) {
        await everyRoute(setup, answer, (outcome) => {
          expect(outcome).toMatchObject({ outcome: 'rejected', code: expect.any(String) });
          if (outcome.outcome === 'rejected') expect(Math.min(outcome.reason.length, outcome.remedy.length)).toBeGreaterThan(10);
        });
      }
    },
  },
  {
    name: 'tells what may be sent again, and when',
    run: async (setup) => {
      for (const { answer, afterMs } of setup.sending.retry) {
        await everyRoute(setup, answer, (outcome) => {
          expect(outcome).toMatchObject({ outcome: 'retry', afterMs: afterMs ?? expect.any(Number) });
        });
      }
    },
  },
  {
    name: 'knows that nothing was sent when nobody listens, or the deadline had passed before',
    run: async (setup) => {
      const gone = await (setup.startPlatform ?? startScriptedPlatform)();
      await gone.stop();
      for (const route of setup.sending.routes) {
        expect(await send(setup, setup.channel(gone.url), route)).toMatchObject({ outcome: 'retry' });
        expect(
          await setup.channel(gone.url).send({ ...setup.sending.request, route }, setup.credentials, AbortSignal.abort()),
        ).toMatchObject({ outcome: 'retry' });
      }
    },
  },
  {
    name: 'tells before sending what cannot go out, and does not try it',
    run: (setup) =>
      withPlatform(setup, setup.sending.accepted, async (platform) => {
        const channel = setup.channel(platform.url);
        const { textLimit } = channel.capabilities;
        const now = new Date('2026-11-23T10:00:00Z');
        const context = { now, lastCustomerMessageAt: now };
        expect(channel.checkContent({ type: 'text', text: 'x'.repeat(textLimit) }, context)).toEqual([]);
        const unfit = [
          { type: 'text', text: 'x'.repeat(textLimit + 1) },
          { type: 'text', text: ' \n' },
          { type: 'unknown', kind: 'dice', raw: {} },
          { type: 'postback', data: 'a' },
        ] as const;
        for (const content of unfit) {
          const [problem] = channel.checkContent(content, context);
          expect(problem).toMatchObject({ code: expect.any(String), reason: expect.any(String), remedy: expect.any(String) });
          const request = { ...setup.sending.request, content, route: setup.sending.routes[0] as SendRoute };
          expect(await channel.send(request, setup.credentials, AbortSignal.timeout(PATIENCE_MS))).toMatchObject({
            outcome: 'rejected',
            code: problem?.code,
          });
        }
        expect(platform.requests).toEqual([]);
      }),
  },
  {
    name: 'never tells a secret, even when the platform echoes it',
    run: async (setup) => {
      const secrets = setup
        .channel('')
        .credentialFields.filter(({ secret }) => secret)
        .map(({ name }) => setup.credentials[name] as string);
      const words = `Invalid: ${secrets.join(' ')}`;
      const answers: readonly Script[] = [
        ...[400, 401, 403, 404, 409, 413, 418, 429, 500].map((status) => ({ status, body: setup.sending.refusal(words) })),
        'reset',
      ];
      for (const answer of answers) expectNoSecret(await everythingTold(setup, answer), secrets);
      const broken = Object.fromEntries(Object.entries(setup.credentials).map(([name, value]) => [name, `${value}\r\nx-evil: 1/../é`]));
      expectNoSecret(await everythingTold({ ...setup, credentials: broken }, setup.sending.accepted), secrets);
    },
  },
];

/** For platforms that are called over HTTP. */
export const webhookOutboundCases: readonly ContractCase[] = [
  ...(
    ['reset', { status: 500 }, { status: 502, body: '<html>' }, { status: 200, body: '<html>' }, { status: 200, body: '{"almost' }] as const
  ).map((script): ContractCase<OutboundContractSetup> => ({
    name: `does not pretend to know what became of a message: ${JSON.stringify(script)}`,
    run: (setup) => everyRoute(setup, script, (outcome) => expect(outcome.outcome).toBe('unknown')),
  })),
  ...(['hang', 'hang in the body'] as const).map((script): ContractCase<OutboundContractSetup> => ({
    name: `keeps the deadline in every call (${script})`,
    run: (setup) =>
      withPlatform(setup, script, async (platform) => {
        const channel = setup.channel(platform.url);
        const { mediaReference, customerKey, request, routes } = setup.sending;
        const signal = () => deadlineAfterRequest(platform);
        for (const route of routes)
          expect((await channel.send({ ...request, route }, setup.credentials, signal())).outcome).toBe('unknown');
        expect(await mediaError(channel, mediaReference, setup, signal())).toMatchObject({ retryable: true });
        expect(await channel.fetchProfile(customerKey, setup.credentials, signal())).toBeUndefined();
        expect(
          (await channel.mark({ recipient: request.recipient, mark: { kind: 'typing' } }, setup.credentials, signal())).outcome,
        ).not.toBe('done');
        expect((await channel.testConnection(setup.credentials, signal())).some(({ ok }) => !ok)).toBe(true);
        expect((await channel.registerWebhook('https://desk.example/hook', setup.credentials, signal())).some(({ ok }) => !ok)).toBe(true);
      }),
  })),
  {
    name: 'follows no redirect',
    run: (setup) =>
      withPlatform(setup, { status: 302, headers: { location: '/elsewhere' } }, async (platform) => {
        const [route] = setup.sending.routes;
        const outcome = await send(setup, setup.channel(platform.url), route as SendRoute);
        expect(outcome.outcome).toBe('rejected');
        await mediaError(setup.channel(platform.url), setup.sending.mediaReference, setup);
        expect(platform.requests.filter(({ path }) => path.includes('elsewhere'))).toEqual([]);
      }),
  },
  {
    name: 'does not read an answer without end',
    run: (setup) =>
      everyRoute(setup, { status: 200, body: `{"filling":"${'x'.repeat(3 * 2 ** 20)}"}` }, (outcome) =>
        expect(outcome.outcome).toBe('unknown'),
      ),
  },
  {
    name: 'never repeats without harm where the port says "never", and always bears the same key where it says "same key"',
    run: async (setup) => {
      const keyOf = ({ headers, body }: ScriptedPlatform['requests'][number]) =>
        JSON.stringify(headers).includes(setup.sending.request.idempotencyKey) || body.includes(setup.sending.request.idempotencyKey);
      for (const route of setup.sending.routes) {
        await withPlatform(setup, { status: 500 }, async (platform) => {
          const channel = setup.channel(platform.url);
          await send(setup, channel, route);
          await send(setup, channel, route);
          expect(platform.requests).toHaveLength(2);
          expect(platform.requests.map(keyOf)).toEqual(Array(2).fill(channel.repeatAfterUnknown(route) === 'same key'));
        });
      }
    },
  },
];

const withPlatform = async (
  { startPlatform = startScriptedPlatform }: OutboundContractSetup,
  script: Script,
  use: (platform: ScriptedPlatform) => Promise<void>,
): Promise<void> => {
  const platform = await startPlatform();
  platform.script(script);
  try {
    await use(platform);
  } finally {
    await platform.stop();
  }
};

const send = (setup: OutboundContractSetup, channel: Channel, route: SendRoute): Promise<SendOutcome> =>
  channel.send({ ...setup.sending.request, route }, setup.credentials, AbortSignal.timeout(PATIENCE_MS));

const everyRoute = (setup: OutboundContractSetup, script: Script, check: (outcome: SendOutcome) => void): Promise<void> =>
  withPlatform(setup, script, async (platform) => {
    for (const route of setup.sending.routes) check(await send(setup, setup.channel(platform.url), route));
  });

const mediaError = async (
  channel: Channel,
  reference: string,
  setup: OutboundContractSetup,
  signal = AbortSignal.timeout(PATIENCE_MS),
): Promise<unknown> => {
  try {
    const { stream } = await channel.fetchMedia(reference, setup.credentials, signal);
    for await (const _ of stream);
  } catch (error) {
    expect(error).toBeInstanceOf(MediaUnavailableError);
    return error;
  }
  return undefined;
};

/** Whatever the channel says about calls that this answer meets. */
const everythingTold = async (setup: OutboundContractSetup, script: Script): Promise<string> => {
  const told: unknown[] = [];
  await withPlatform(setup, script, async (platform) => {
    const channel = setup.channel(platform.url);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (const route of setup.sending.routes) told.push(await send(setup, channel, route));
    const error = (await mediaError(channel, setup.sending.mediaReference, setup)) as MediaUnavailableError | undefined;
    told.push(error, error?.message, error?.stack, error?.reason, String(error?.cause));
    told.push(await channel.fetchProfile(setup.sending.customerKey, setup.credentials, signal));
    for (const mark of [
      { kind: 'typing' },
      { kind: 'read', providerMessageId: setup.sending.messageIds[0] ?? '' },
      { kind: 'reaction', providerMessageId: setup.sending.messageIds[0] ?? '', emoji: '👍' },
    ] as const) {
      const { recipient } = setup.sending.request;
      told.push(await channel.mark({ recipient, mark, lastCustomerMessageId: setup.sending.messageIds[0] }, setup.credentials, signal));
    }
    told.push(await channel.testConnection(setup.credentials, signal, 'https://desk.example/hook'));
    told.push(await channel.registerWebhook('https://desk.example/hook', setup.credentials, signal));
  });
  return JSON.stringify(told);
};

const expectNoSecret = (told: string, secrets: readonly string[]): void => {
  expect(secrets.length).toBeGreaterThan(0);
  // A part of one would be too much as well.
  for (const secret of secrets) expect(told).not.toContain(secret.slice(-12));
};
