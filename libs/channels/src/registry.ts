import type { ChannelType } from '@madoguchi/conversation';
import type { Channel } from '@madoguchi/use-cases';
import { emailChannel, isSubmissionUrl } from './email/index.js';
import { lineChannel } from './line/index.js';
import { lineworksChannel } from './lineworks/index.js';
import { messengerChannel } from './messenger/index.js';
import { telegramChannel } from './telegram/index.js';
import { viberChannel } from './viber/index.js';
import { vonageChannel } from './vonage/index.js';
import { whatsappChannel } from './whatsapp/index.js';

export class ChannelAddressError extends Error {
  override readonly name = 'ChannelAddressError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Every channel of the house. The environment may put a stand-in or a proxy in a platform's place.
 *
 * @throws ChannelAddressError naming the variable whose address cannot be used
 */
export const channelsFrom = (environment: Environment): ReadonlyMap<ChannelType, Channel> => {
  const host = (variable: string, platform: string) => addressIn(environment, variable) ?? platform;
  const channels = [
    lineChannel({
      api: host('MADOGUCHI_LINE_API', 'https://api.line.me'),
      dataApi: host('MADOGUCHI_LINE_DATA_API', 'https://api-data.line.me'),
    }),
    telegramChannel({ api: host('MADOGUCHI_TELEGRAM_API', 'https://api.telegram.org') }),
    messengerChannel({
      api: host('MADOGUCHI_MESSENGER_API', 'https://graph.facebook.com'),
      files: addressIn(environment, 'MADOGUCHI_MESSENGER_FILES'),
      login: addressIn(environment, 'MADOGUCHI_MESSENGER_LOGIN'),
    }),
    whatsappChannel({
      api: host('MADOGUCHI_WHATSAPP_API', 'https://graph.facebook.com'),
      files: addressIn(environment, 'MADOGUCHI_WHATSAPP_FILES'),
    }),
    lineworksChannel({
      auth: host('MADOGUCHI_LINEWORKS_AUTH', 'https://auth.worksmobile.com'),
      api: host('MADOGUCHI_LINEWORKS_API', 'https://www.worksapis.com'),
      storage: addressIn(environment, 'MADOGUCHI_LINEWORKS_STORAGE'),
    }),
    viberChannel({
      api: host('MADOGUCHI_VIBER_API', 'https://chatapi.viber.com'),
      files: addressIn(environment, 'MADOGUCHI_VIBER_FILES'),
    }),
    vonageChannel({
      rest: host('MADOGUCHI_VONAGE_REST', 'https://rest.nexmo.com'),
      api: host('MADOGUCHI_VONAGE_API', 'https://api.nexmo.com'),
    }),
    emailChannel({ submissionUrl: submissionIn(environment), mailDomain: environment.MADOGUCHI_MAIL_DOMAIN || undefined }),
  ];
  return new Map(channels.map((channel) => [channel.type, channel]));
};

/** Without a slash at the end. The value is not repeated in an error: somebody may have put a password into it. */
const addressIn = (environment: Environment, variable: string): string | undefined => {
  const value = environment[variable];
  if (value === undefined || value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  if (!plain)
    throw new ChannelAddressError(
      `${variable} must be an http or https address without user, query or fragment, for example https://api.example.com`,
    );
  return url.href.replace(/\/+$/, '');
};

/** Absent: no mail can be sent. */
const submissionIn = (environment: Environment): string | undefined => {
  const value = environment.MADOGUCHI_SMTP_URL || undefined;
  if (value !== undefined && !isSubmissionUrl(value))
    throw new ChannelAddressError(
      'MADOGUCHI_SMTP_URL must be smtp://user:password@host:port (STARTTLS) or smtps://… (TLS from the start), without a path',
    );
  return value;
};
