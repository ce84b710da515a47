import { channelsFrom } from '@madoguchi/channels';
import { accountType } from './account-type.js';

const types = [...channelsFrom({}).values()].map((channel) => accountType(channel, 'https://office.example.com:1234'));

describe('the schema of a type of account', () => {
  it('M-13, M-31, M-55: words every field in English, Japanese and Russian, and says where it is found', () => {
    expect(types).toHaveLength(8);
    for (const { type, fields } of types) {
      for (const { name, label, hint } of fields) {
        for (const language of ['en', 'ja', 'ru'] as const) {
          expect([type, name, language, label[language] === '' ? 'no label' : '', hint[language] === name ? 'no hint' : '']).toEqual([
            type,
            name,
            language,
            '',
            '',
          ]);
        }
        expect(new Set(Object.values(hint)).size).toBe(3);
      }
    }
    const verifyToken = types.find(({ type }) => type === 'messenger')?.fields.find(({ name }) => name === 'verifyToken');
    expect(verifyToken?.hint.en).toContain('Webhooks > Edit Page Subscription > Verify Token');
    expect(verifyToken?.hint.en).toContain('Messenger > Settings > Webhooks');
  });

  it('M-177: words the settings that every account has, in English, Japanese and Russian', () => {
    for (const { settings } of types) {
      expect(settings.map(({ name }) => name)).toEqual(['active', 'queueId', 'language', 'detectedLanguageMayOverride']);
      for (const { label, hint } of settings) {
        for (const text of [label, hint]) expect(new Set([text.en, text.ja, text.ru, '']).size).toBe(4);
      }
    }
  });

  it('says which buttons there are, what is secret, and what turns the switch on', () => {
    const of = (type: string) => types.find((known) => known.type === type);
    expect(of('messenger')?.buttons).toEqual(['generate token', 'test connection', 'set webhook', 'copy address']);
    expect(of('line')?.buttons).toEqual(['test connection', 'set webhook', 'copy address']);
    expect(of('email')?.buttons).toContain('copy address');
    expect(of('email')?.forwardingGuides?.outlook.ja).toContain('/ja-jp/');
    expect(
      of('line')
        ?.fields.filter(({ secret }) => secret)
        .map(({ name }) => name),
    ).toEqual(['channelSecret', 'channelAccessToken']);
    expect(
      types
        .filter(({ autoLinkOn }) => autoLinkOn === 'verified')
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['line', 'messenger', 'telegram', 'viber']);
  });

  it('M-71, M-100: labels the button beside an address "Copy address" for every type, as all its buttons in three languages', () => {
    for (const { type, buttons, buttonLabels } of types) {
      expect([type, Object.keys(buttonLabels)]).toEqual([type, buttons]);
      expect(buttonLabels['copy address']).toEqual({ en: 'Copy address', ja: 'アドレスをコピー', ru: 'Копировать адрес' });
    }
  });

  it('M-35, M-38, M-42: leads through Messenger step by step, in three languages', () => {
    const messenger = types.find(({ type }) => type === 'messenger')!;
    const [appAndPage, token, webhooks] = messenger.steps!;
    for (const { text, fields } of messenger.steps!) {
      expect(new Set([text.en, text.ja, text.ru, '']).size).toBe(4);
      for (const field of fields) expect(messenger.fields.map(({ name }) => name)).toContain(field);
    }
    // Skipped by whoever has app and page; the token is pasted at its own step, and it is checked at once whose it is.
    expect(appAndPage?.skip).toEqual({ en: 'I already have these - skip', ja: expect.any(String), ru: expect.any(String) });
    expect([token, webhooks].map((step) => step?.skip)).toEqual([undefined, undefined]);
    expect(token).toMatchObject({ fields: ['pageAccessToken'], checks: ['token', 'account matches'] });
    // Both places, because people look in the wrong one.
    for (const text of Object.values(webhooks!.text)) expect(text).toMatch(/Edit Page Subscription.*Messenger > \S+ > Webhooks/);
  });

  it('M-124, M-125: Viber asks for host and port, prefilled with the configured ones', () => {
    expect(types.filter(({ webhookHost }) => webhookHost !== undefined)).toMatchObject([
      { type: 'viber', webhookHost: 'office.example.com:1234' },
    ]);
  });
});
