import { deadlineAfterRequest } from '@madoguchi/use-cases/testing';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials } from './testing/whatsapp-setup.js';

const ok = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });
const success = ok({ success: true });

const at = async (answers: Parameters<typeof platformThatAnswers>[0]) => {
  const platform = await platformThatAnswers(answers);
  return { platform, number: whatsappChannel({ api: platform.url }).numberOnboarding! };
};

describe('bringing a number onto WhatsApp', () => {
  afterEach(stopPlatforms);

  it('M-145: requests a code by SMS or by voice, enters it without blanks, registers with the PIN', async () => {
    const { platform, number } = await at({ request_code: success, verify_code: success, register: success });
    expect(await number.requestCode('sms', 'ja', whatsappCredentials, deadline())).toEqual({ outcome: 'done' });
    expect(await number.requestCode('voice', 'en-GB', whatsappCredentials, deadline())).toEqual({ outcome: 'done' });
    expect(await number.verifyCode('123-456', whatsappCredentials, deadline())).toEqual({ outcome: 'done' });
    expect(await number.register('212834', whatsappCredentials, deadline())).toEqual({ outcome: 'done' });
    expect(platform.requests.map(({ path, body }) => [path.split('/').at(-1), JSON.parse(String(body))])).toEqual([
      ['request_code', { code_method: 'SMS', language: 'ja_JP' }],
      ['request_code', { code_method: 'VOICE', language: 'en' }],
      ['verify_code', { code: '123456' }],
      ['register', { messaging_product: 'whatsapp', pin: '212834' }],
    ]);
  });

  it.each([
    ['request_code', graphRefusal(400, 100, 'A code has been sent within the last minute'), { code: 'code-not-sent' }],
    ['request_code', graphRefusal(400, 2388091, 'Not eligible'), { code: 'number-not-eligible', final: true }],
    ['request_code', subcoded(100, 2388093), { code: 'number-not-eligible', final: true }],
    ['request_code', graphRefusal(401, 190, 'Session has expired'), { code: 'credentials-refused' }],
    ['verify_code', graphRefusal(400, 100, 'The code is not correct'), { code: 'wrong-code' }],
    ['register', graphRefusal(400, 133005, 'PIN Mismatch'), { code: 'wrong-pin' }],
    ['register', graphRefusal(400, 133006, 'verify first'), { code: 'verify-first' }],
    ['register', graphRefusal(400, 133016, 'rate limit'), { code: 'tried-too-often' }],
  ])('%s: tells what a refusal means and what to do', async (edge, answer, expected) => {
    const { number } = await at({ [edge]: answer });
    const steps = {
      request_code: () => number.requestCode('sms', 'en', whatsappCredentials, deadline()),
      verify_code: () => number.verifyCode('123456', whatsappCredentials, deadline()),
      register: () => number.register('123456', whatsappCredentials, deadline()),
    };
    const outcome = await steps[edge as keyof typeof steps]();
    expect(outcome).toMatchObject({ outcome: 'refused', remedy: expect.stringMatching(/.{10}/), ...expected });
    expect('final' in outcome).toBe('final' in expected);
  });

  it('says that it does not know where nobody can know', async () => {
    const { number, platform } = await at({ request_code: graphRefusal(500, 131000, 'Something went wrong'), verify_code: 'hang' });
    expect(await number.requestCode('sms', 'en', whatsappCredentials, deadline())).toMatchObject({ outcome: 'unknown' });
    expect(await number.verifyCode('123456', whatsappCredentials, deadlineAfterRequest(platform))).toMatchObject({ outcome: 'unknown' });
    const incomplete = { ...whatsappCredentials, phoneNumberId: '' };
    expect(await number.register('123456', incomplete, deadline())).toMatchObject({ outcome: 'refused', code: 'account-incomplete' });
  });

  it.each([
    [{ status: 'UNVERIFIED', code_verification_status: 'NOT_VERIFIED', platform_type: 'NOT_APPLICABLE' }, [false, false, false]],
    [{ status: 'PENDING', code_verification_status: 'VERIFIED', platform_type: 'NOT_APPLICABLE' }, [true, false, false]],
    [{ status: 'PENDING', code_verification_status: 'VERIFIED', platform_type: 'CLOUD_API' }, [true, true, false]],
    [{ status: 'CONNECTED', code_verification_status: 'EXPIRED', platform_type: 'CLOUD_API' }, [true, true, true]],
  ])('reads how far %j has come', async (node, expected) => {
    const { number } = await at({ fields: ok(node) });
    const standing = await number.standing(whatsappCredentials, deadline());
    expect([standing?.verified, standing?.registered, standing?.connected]).toEqual(expected);
    expect(standing?.barred).toBeUndefined();
  });

  it('tells of a number that is barred, and nothing where the platform tells nothing', async () => {
    const { number } = await at({ fields: ok({ status: 'BANNED' }) });
    expect((await number.standing(whatsappCredentials, deadline()))?.barred).toMatchObject({ code: 'number-barred' });
    const silent = await at({ fields: { status: 500, body: '{}' } });
    expect(await silent.number.standing(whatsappCredentials, deadline())).toBeUndefined();
  });
});

function subcoded(code: number, subcode: number) {
  return { status: 400, body: JSON.stringify({ error: { message: 'Not eligible', code, error_subcode: subcode } }) };
}
