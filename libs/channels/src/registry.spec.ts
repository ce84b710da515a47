import { ChannelAddressError, channelsFrom } from './registry.js';
import { lineCredentials } from './testing/line-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from './testing/scripted.js';
import { telegramCredentials } from './testing/telegram-setup.js';

describe('the channels of the house', () => {
  afterEach(stopPlatforms);

  it('are found by their type', () => {
    for (const [type, channel] of channelsFrom({})) expect(channel.type).toBe(type);
    expect([...channelsFrom({}).keys()]).toEqual(expect.arrayContaining(['line', 'telegram', 'whatsapp']));
  });

  it('call the hosts of the environment; a path and a slash at the end are no harm', async () => {
    const platform = await platformThatAnswers({ '/': { status: 404 } });
    const channels = channelsFrom({
      MADOGUCHI_LINE_API: `${platform.url}/line/`,
      MADOGUCHI_LINE_DATA_API: `${platform.url}/data`,
      MADOGUCHI_TELEGRAM_API: `${platform.url}/`,
    });
    await channels.get('line')?.fetchProfile('U1', lineCredentials, deadline());
    await channels
      .get('line')
      ?.fetchMedia('1', lineCredentials, deadline())
      .catch(() => undefined);
    await channels.get('telegram')?.fetchProfile('1', telegramCredentials, deadline());
    expect(platform.requests.map(({ path }) => path)).toEqual([
      '/line/v2/bot/profile/U1',
      '/data/v2/bot/message/1/content',
      `/bot${telegramCredentials.botToken}/getChat`,
    ]);
  });

  it.each(['api.line.me', 'ftp://x.example', 'https://user:pass@x.example', 'https://x.example/?a=1', 'https://x.example/#a', 'https://'])(
    'are not built on an address that cannot be one: %s',
    (address) => {
      const build = () => channelsFrom({ MADOGUCHI_LINE_DATA_API: address });
      expect(build).toThrow(ChannelAddressError);
      expect(build).toThrow(/MADOGUCHI_LINE_DATA_API/);
      expect(build).not.toThrow(/pass/);
    },
  );

  it.each(['smtp.example.com:587', 'http://user:secret@x.example', 'smtp://user@x.example', 'smtp://user:secret@x.example/path'])(
    'send no mail by an address that cannot be one: %s',
    (address) => {
      const build = () => channelsFrom({ MADOGUCHI_SMTP_URL: address });
      expect(build).toThrow(ChannelAddressError);
      expect(build).toThrow(/MADOGUCHI_SMTP_URL/);
      expect(build).not.toThrow(/secret/);
    },
  );
});
