/** What the story needs to know of a channel, beside what the desk says of its capabilities. */
export interface ChannelFacts {
  readonly channel: string;
  /** How the customer is called at the platform; absent where it tells no names. */
  readonly name?: string;
  /** What customers can send there, by the action of the stand-in and the type that the desk shows. */
  readonly sends: readonly { readonly action: string; readonly shown: string; readonly more?: object }[];
  /** Things that nobody knows yet. */
  readonly unknown: boolean;
}

const place = { latitude: 35.65, longitude: 139.74, title: 'Tokyo Tower' };
const same = (action: string, more?: object) => ({ action, shown: action, more });
const MEDIA = ['image', 'video', 'file'].map((action) => same(action));

export const CHANNELS: readonly ChannelFacts[] = [
  { channel: 'line', name: '佐藤 健', sends: [...MEDIA, same('sticker'), same('location', place)], unknown: true },
  { channel: 'messenger', name: 'Maria Keller', sends: [...MEDIA, same('location', place)], unknown: true },
  {
    channel: 'whatsapp',
    name: 'Carlos Silva',
    sends: [...MEDIA, same('sticker'), same('location', place), same('contact', { name: 'Ana', phone: '+5511987654321' }), same('order')],
    unknown: true,
  },
  {
    channel: 'telegram',
    name: 'Анна Иванова',
    sends: [...MEDIA, same('sticker'), same('location', place), same('contact', { name: 'Oleg', phone: '+79161234567' })],
    unknown: true,
  },
  {
    channel: 'viber',
    name: 'Иван Соколов',
    sends: [...MEDIA, same('sticker'), same('location', place), same('contact', { name: 'Olga', phone: '+79161234567' })],
    unknown: true,
  },
  { channel: 'lineworks', sends: [...MEDIA, same('sticker')], unknown: true },
  { channel: 'vonage', sends: [], unknown: true },
  {
    channel: 'email',
    name: 'Hana Mori',
    sends: [
      { action: 'image', shown: 'email' },
      { action: 'file', shown: 'email' },
    ],
    unknown: false,
  },
];
