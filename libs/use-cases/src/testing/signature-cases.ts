import type { WebhookRequest } from '../channel.js';
import type { Credentials } from '../credentials.js';
import type { ChannelContractSetup, ContractCase } from './channel-contract-setup.js';
import { authentic, NOWHERE, RECEIVED_AT, requestWith } from './webhook-request.js';

/** All wrong ones are refused alike, and none is an error of ours. */
export const signatureCases: readonly ContractCase[] = [
  {
    name: 'reads what the platform signed',
    run: (setup) => {
      const reading = read(setup, authentic(setup, bodyOf(setup)));
      expect(reading.verdict).toBe('read');
      expect(reading.answer.status).toBe(200);
    },
  },
  {
    name: 'refuses a webhook without the header',
    run: (setup) => {
      const { withoutHeader } = setup.authenticity;
      expectRefusal(setup, requestWith(bodyOf(setup), {}), { statuses: withoutHeader ? [withoutHeader] : undefined });
    },
  },
  ...refused('an empty header', (setup) => signedBy(setup, () => '')),
  ...refused('a header that is one character short', (setup) => signedBy(setup, (signature) => signature.slice(0, -1))),
  ...refused('a header that is one character long', (setup) => signedBy(setup, (signature) => `${signature}=`)),
  ...refused('a header in the wrong case', (setup) => signedBy(setup, swapCase)),
  ...refused('another spelling of the same bytes', (setup) =>
    signedBy(setup, (signature) => `${signature.slice(0, 5)} ${signature.slice(5)}`),
  ),
  ...refused('a header of 1 MB', (setup) => signedBy(setup, (signature) => signature.repeat(Math.ceil(2 ** 20 / signature.length)))),
  ...refused('a header that came twice', (setup) => {
    const body = bodyOf(setup);
    const signature = setup.authenticity.sign(Buffer.from(body), setup.credentials);
    return requestWith(body, { [setup.authenticity.header]: [signature, signature] });
  }),
  ...refused('a header that came twice and was joined on the way', (setup) => signedBy(setup, (signature) => `${signature}, ${signature}`)),
  ...refused("another tenant's secret", (setup) => {
    const body = bodyOf(setup);
    return requestWith(body, { [setup.authenticity.header]: setup.authenticity.sign(Buffer.from(body), setup.otherCredentials) });
  }),
  {
    name: 'refuses a body that was changed by one byte, where the signature covers it',
    run: (setup) => {
      if (!setup.authenticity.coversBody) return;
      const original = authentic(setup, bodyOf(setup));
      for (const place of [0, Math.floor(original.body.length / 2), original.body.length - 1]) {
        const body = Buffer.from(original.body);
        body[place] = (body[place] ?? 0) ^ 1;
        expectRefusal(setup, { ...original, body });
      }
    },
  },
  {
    name: 'refuses the same JSON written with other spaces, where the signature covers it',
    run: (setup) => {
      const original = authentic(setup, bodyOf(setup));
      const spaced = { ...original, body: Buffer.from(JSON.stringify(JSON.parse(bodyOf(setup)), null, 1)) };
      if (setup.authenticity.coversBody === true) expectRefusal(setup, spaced);
      if (setup.authenticity.coversBody === 'as JSON') expect(read(setup, spaced)).toEqual(read(setup, original));
    },
  },
  {
    name: 'refuses everything while no secret is set',
    run: (setup) => {
      for (const secret of ['', undefined]) {
        const credentials = { ...setup.credentials, [setup.authenticity.secretField]: secret } as Credentials;
        const body = Buffer.from(bodyOf(setup));
        const empty = { ...setup.credentials, [setup.authenticity.secretField]: '' };
        for (const header of ['', 'undefined', setup.authenticity.sign(body, empty), setup.authenticity.sign(body, setup.credentials)]) {
          expectRefusal(setup, requestWith(body, { [setup.authenticity.header]: header }), { credentials });
        }
      }
    },
  },
  {
    name: 'refuses a GET, unless it is a handshake of the platform',
    run: (setup) => {
      const reading = read(setup, { ...authentic(setup, ''), method: 'GET' });
      expect(reading.verdict).toBe('refused');
      expect(reading.answer.status).toBeGreaterThanOrEqual(400);
      expect(reading.answer.status).toBeLessThan(500);
    },
  },
];

function refused(what: string, request: (setup: ChannelContractSetup) => WebhookRequest): readonly ContractCase[] {
  return [{ name: `refuses ${what}`, run: (setup) => expectRefusal(setup, request(setup)) }];
}

const bodyOf = (setup: ChannelContractSetup): string => setup.webhooks.text('hello');

const signedBy = (setup: ChannelContractSetup, change: (signature: string) => string): WebhookRequest => {
  const body = bodyOf(setup);
  const { header, sign } = setup.authenticity;
  return requestWith(body, { [header]: change(sign(Buffer.from(body), setup.credentials)) });
};

const swapCase = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));

const read = (setup: ChannelContractSetup, request: WebhookRequest, credentials = setup.credentials) =>
  setup.channel(NOWHERE).readWebhook(request, credentials, RECEIVED_AT);

const expectRefusal = (
  setup: ChannelContractSetup,
  request: WebhookRequest,
  { credentials, statuses = [401, 403] }: { readonly credentials?: Credentials; readonly statuses?: readonly number[] } = {},
): void => {
  const reading = read(setup, request, credentials);
  expect(reading.verdict).toBe('refused');
  expect(statuses).toContain(reading.answer.status);
  const told = JSON.stringify(reading);
  for (const secret of [setup.credentials[setup.authenticity.secretField], setup.otherCredentials[setup.authenticity.secretField]]) {
    expect(told).not.toContain(secret);
  }
};
