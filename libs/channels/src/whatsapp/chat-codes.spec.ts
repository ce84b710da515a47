import { startScriptedPlatform } from '@madoguchi/use-cases/testing';
import { deadline } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials } from './testing/whatsapp-setup.js';

const ok = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });
const shop = { code: 'ANED2T5QRU7HG1', prefilled_message: 'Hello shop', deep_link_url: 'https://wa.me/message/ANED2T5QRU7HG1' };
const made = { outcome: 'done', platformCode: shop.code, link: shop.deep_link_url };

describe('QR codes and short links of WhatsApp', () => {
  let platform: Awaited<ReturnType<typeof startScriptedPlatform>>;
  let listed: readonly object[];
  beforeEach(async () => {
    platform = await startScriptedPlatform();
    listed = [];
  });
  afterEach(() => platform.stop());

  const answering = (answer: ReturnType<typeof ok>) => {
    platform.script(({ method }) => (method === 'GET' ? ok({ data: listed }) : answer));
    return whatsappChannel({ api: platform.url }).chatCodes!;
  };
  const changes = () =>
    platform.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => [method, path.split('/').slice(2).join('/'), String(body)]);

  it('M-154: makes one, gives it another text, and deletes it', async () => {
    const codes = answering(ok(shop));
    expect(await codes.put({ prefilledText: 'Hello shop' }, whatsappCredentials, deadline())).toEqual(made);
    expect(await codes.put({ prefilledText: 'Hello shop', platformCode: shop.code }, whatsappCredentials, deadline())).toEqual(made);
    expect(await answering(ok({ success: true })).remove(shop.code, whatsappCredentials, deadline())).toEqual({ outcome: 'done' });
    expect(changes()).toEqual([
      ['POST', '441100223300551/message_qrdls', '{"prefilled_message":"Hello shop","generate_qr_image":"SVG"}'],
      ['POST', '441100223300551/message_qrdls', '{"prefilled_message":"Hello shop","code":"ANED2T5QRU7HG1"}'],
      ['DELETE', '441100223300551/message_qrdls/ANED2T5QRU7HG1', ''],
    ]);
  });

  it('makes none twice when the first answer was lost, and takes one that is gone for deleted', async () => {
    listed = [shop];
    expect(await answering(ok({})).put({ prefilledText: 'Hello shop' }, whatsappCredentials, deadline())).toEqual(made);
    expect(changes()).toEqual([]);
    listed = [];
    const gone = answering(graphRefusal(400, 100, 'There is no such code.'));
    expect(await gone.remove(shop.code, whatsappCredentials, deadline())).toEqual({ outcome: 'done' });
  });

  it('tells a refusal, and what nobody knows', async () => {
    const refused = answering(graphRefusal(400, 100, 'There are 2000 codes already.'));
    expect(await refused.put({ prefilledText: 'x' }, whatsappCredentials, deadline())).toMatchObject({
      outcome: 'refused',
      code: 'code-refused',
    });
    expect(await answering({ status: 500, body: '{}' }).put({ prefilledText: 'x' }, whatsappCredentials, deadline())).toMatchObject({
      outcome: 'unknown',
    });
    expect(await answering(ok({})).put({ prefilledText: 'x' }, whatsappCredentials, deadline())).toMatchObject({ outcome: 'unknown' });
  });
});
