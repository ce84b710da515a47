import type { ChannelType } from '@madoguchi/conversation';

/** Who writes to the demo's account of a channel from the stand-ins' page. */
export interface DemoChannel {
  readonly type: ChannelType;
  readonly title: string;
  /** What its owner sets at the platform. */
  readonly settings?: object;
  /** How the account is called at the platform, where it is not the demo's only one there. */
  readonly accountName?: string;
  readonly customer: { readonly name: string; readonly language: string; readonly id?: string };
}

export const DEMO_CHANNELS: readonly DemoChannel[] = [
  { type: 'line', title: 'LINE', settings: { useWebhook: true, redelivery: true }, customer: { name: '山田 花子', language: 'ja' } },
  { type: 'messenger', title: 'Messenger', customer: { name: 'Maria Keller', language: 'en' } },
  { type: 'whatsapp', title: 'WhatsApp', customer: { name: 'Carlos Silva', language: 'en' } },
  { type: 'telegram', title: 'Telegram', customer: { name: 'Ольга Смирнова', language: 'ru' } },
  { type: 'viber', title: 'Viber', customer: { name: 'Иван Соколов', language: 'ru' } },
  { type: 'lineworks', title: 'LINE WORKS', customer: { name: '佐藤 健', language: 'ja' } },
  { type: 'vonage', title: 'SMS (Vonage)', customer: { name: 'Emma Brown', language: 'en' } },
  { type: 'email', title: 'E-mail', customer: { name: 'Hana Mori', language: 'ja', id: 'hana@customer.example' } },
];

/** A second account on Telegram, on which the demo's bot answers first. */
export const DEMO_BOT_CHANNEL: DemoChannel = {
  type: 'telegram',
  title: 'Telegram, bot first',
  accountName: 'Madoguchi Demo Bot',
  customer: { name: 'Анна Иванова', language: 'ru' },
};
