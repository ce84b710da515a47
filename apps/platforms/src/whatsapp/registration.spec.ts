import { BUSINESS_ID, NUMBER_ID, SECOND_NUMBER_ID, WhatsAppUnderTest } from '../testing/whatsapp-account.js';

const MINUTE_MS = 60_000;

describe('WhatsApp, setting up a number', () => {
  let whatsapp: WhatsAppUnderTest;
  beforeAll(async () => {
    whatsapp = await WhatsAppUnderTest.start();
  });
  afterAll(() => whatsapp.standIns.stop());
  afterEach(async () => {
    for (const account of [whatsapp.account, whatsapp.second]) await account.settings({ registered: true });
  });

  const request = (id: string, method = 'SMS') => whatsapp.call('POST', `${id}/request_code`, { code_method: method, language: 'ja_JP' });
  const codeOf = async (account: typeof whatsapp.account, number: string) =>
    /(\d{3}-\d{3})/.exec((await account.chat(number)).at(-1)?.text ?? '')?.[1] ?? '';

  it('of a new number: add, request a code, verify it, register with a PIN', async () => {
    const { json } = await whatsapp.call('POST', `${BUSINESS_ID}/phone_numbers`, {
      cc: '81',
      phone_number: '355556666',
      verified_name: '三号店',
    });
    const id = json.id as string;
    const account = whatsapp.standIns.at('whatsapp', id);
    const state = async () => {
      const { json: node } = await whatsapp.call('GET', `${id}?fields=status,code_verification_status`);
      return [node.status, node.code_verification_status];
    };
    const register = (pin: string) => whatsapp.call('POST', `${id}/register`, { messaging_product: 'whatsapp', pin });
    expect(await state()).toEqual(['UNVERIFIED', 'NOT_VERIFIED']);
    expect((await register('212834')).json.error.code).toBe(133006);
    expect((await request(id)).json).toEqual({ success: true });
    expect((await whatsapp.call('POST', `${id}/verify_code`, { code: '000000x' })).json.error.code).toBe(100);
    const code = await codeOf(account, '81355556666');
    expect((await whatsapp.call('POST', `${id}/verify_code`, { code })).json).toEqual({ success: true });
    expect((await whatsapp.call('POST', `${id}/verify_code`, { code })).json.error.code).toBe(100);
    expect(await state()).toEqual(['PENDING', 'VERIFIED']);
    expect((await register('12')).json.error.code).toBe(100);
    expect((await register('212834')).json).toEqual({ success: true });
    expect(await state()).toEqual(['CONNECTED', 'VERIFIED']);
    expect((await register('000000')).json.error.code).toBe(133005);
    expect((await whatsapp.call('POST', id, { pin: '150954' })).json).toEqual({ success: true });
    expect((await whatsapp.call('POST', `${id}/deregister`)).json).toEqual({ success: true });
    expect((await register('150954')).json).toEqual({ success: true });
    expect(
      (await whatsapp.call('POST', `${BUSINESS_ID}/phone_numbers`, { cc: '81', phone_number: '355556666', verified_name: 'x' })).json.error
        .code,
    ).toBe(100);
  });

  it('codes end after ten minutes, come once a minute, by SMS or by a call', async () => {
    await whatsapp.account.settings({ registered: false });
    expect((await request(NUMBER_ID, 'PIGEON')).json.error.code).toBe(100);
    expect((await request(NUMBER_ID, 'VOICE')).json).toEqual({ success: true });
    expect((await request(NUMBER_ID)).json.error.message).toMatch(/last minute/);
    const code = await codeOf(whatsapp.account, '81312345678');
    await whatsapp.standIns.advance(10 * MINUTE_MS + 1_000);
    expect((await whatsapp.call('POST', `${NUMBER_ID}/verify_code`, { code })).json.error.message).toMatch(/expired/);
    expect((await request(NUMBER_ID)).json).toEqual({ success: true });
    await whatsapp.standIns.advance(MINUTE_MS);
  });

  it('is connected some time after it was registered, where that is set; a machine gets no code', async () => {
    await whatsapp.account.settings({ registered: false, connectsAfterSeconds: 120 });
    expect((await request(NUMBER_ID)).json).toEqual({ success: true });
    const code = await codeOf(whatsapp.account, '81312345678');
    expect((await whatsapp.call('POST', `${NUMBER_ID}/verify_code`, { code })).json).toEqual({ success: true });
    const register = () => whatsapp.call('POST', `${NUMBER_ID}/register`, { messaging_product: 'whatsapp', pin: '150954' });
    expect((await register()).json).toEqual({ success: true });
    const state = async () => {
      const { json } = await whatsapp.call('GET', `${NUMBER_ID}?fields=status,platform_type`);
      return [json.status, json.platform_type];
    };
    expect(await state()).toEqual(['PENDING', 'CLOUD_API']);
    expect((await whatsapp.text('too early')).json.error.code).toBe(133010);
    await whatsapp.standIns.advance(2 * MINUTE_MS);
    expect(await state()).toEqual(['CONNECTED', 'CLOUD_API']);

    await whatsapp.account.settings({ registered: false, connectsAfterSeconds: 0, machine: true });
    expect((await request(NUMBER_ID)).json.error).toMatchObject({ code: 100, error_subcode: 2388091 });
    await whatsapp.account.settings({ machine: false });
  });

  it('is tried ten times in 72 hours, then not until they are over (133016)', async () => {
    const deregister = () => whatsapp.call('POST', `${SECOND_NUMBER_ID}/deregister`);
    for (let count = 0; count < 10; count += 1) expect((await deregister()).status).toBe(200);
    expect((await deregister()).json.error.code).toBe(133016);
    await whatsapp.standIns.advance(72 * 60 * MINUTE_MS);
    expect((await deregister()).status).toBe(200);
  });

  it('makes links and codes that start a conversation', async () => {
    const path = `${NUMBER_ID}/message_qrdls`;
    const { json } = await whatsapp.call('POST', path, { prefilled_message: 'こんにちは', generate_qr_image: 'SVG' });
    expect(json).toEqual({
      code: expect.stringMatching(/^[A-Z0-9]{14}$/),
      prefilled_message: 'こんにちは',
      deep_link_url: `https://wa.me/message/${json.code}`,
      qr_image_url: expect.stringContaining('.svg'),
    });
    await whatsapp.call('POST', path, { code: json.code, prefilled_message: 'はい' });
    expect((await whatsapp.call('GET', path)).json.data).toEqual([
      { code: json.code, prefilled_message: 'はい', deep_link_url: json.deep_link_url },
    ]);
    expect((await whatsapp.call('POST', path, { prefilled_message: 'x'.repeat(141) })).json.error.code).toBe(100);
    expect((await whatsapp.call('DELETE', `${path}/${json.code}`)).json).toEqual({ success: true });
    expect((await whatsapp.call('GET', path)).json.data).toEqual([]);
  });
});
