import type { ChannelCapabilities, ConversationRow, ReplyTemplateList, TemplateList } from '@madoguchi/contracts';

/** What the example's channels can do: one with choices and quotes, one with reactions and one with a window. */

const likeLine: ChannelCapabilities = {
  textLimit: 5_000,
  textUnit: 'UTF-16 units',
  captionLimit: 5_000,
  inbound: ['text', 'image', 'unknown'],
  outbound: ['text', 'image', 'choices'],
  files: { image: { types: ['image/jpeg', 'image/png'], limit: 10_000_000 } },
  choices: { 'quick replies': { most: 13, labelLimit: 20, links: false }, buttons: { most: 4, labelLimit: 20, links: true } },
  receipts: { delivered: false, read: false },
  replyTo: true,
  reactions: 'none',
  typing: true,
  readMarks: true,
  rates: { account: { burst: 100, perSecond: 100 } },
};

const likeTelegram: ChannelCapabilities = {
  ...likeLine,
  textLimit: 4_096,
  outbound: ['text', 'image', 'file'],
  files: { image: { types: ['image/jpeg', 'image/png', 'image/webp'], limit: 10_000_000 }, file: { limit: 50_000_000 } },
  choices: {},
  reactions: ['👍', '🙏', '🎉'],
};

const likeWhatsApp: ChannelCapabilities = {
  ...likeTelegram,
  outbound: ['text', 'template'],
  window: { hours: 24, afterwards: 'templates' },
};
const LIKE: Readonly<Partial<Record<ConversationRow['channel'], ChannelCapabilities>>> = { line: likeLine, whatsapp: likeWhatsApp };

export const capabilitiesOf = (channel: ConversationRow['channel']): ChannelCapabilities => LIKE[channel] ?? likeTelegram;

export const templates: TemplateList = {
  items: [{ name: 'order_ready', language: 'ja', text: 'ご注文 {{1}} の準備ができました。', parameters: 1 }],
};

const inLanguage = (language: string, text: string, ...unfilled: readonly string[]) => ({ language, text, unfilled });

const replyTemplates: ReplyTemplateList['items'] = [
  {
    id: 'hours',
    name: 'Opening hours',
    shortcut: 'hours',
    texts: [
      inLanguage('ja', '次の営業開始は{{nextOpening}}です。', 'nextOpening'),
      inLanguage('en', 'We open {{nextOpening}}.', 'nextOpening'),
    ],
  },
  {
    id: 'thanks',
    name: 'Thanks',
    shortcut: 'hi',
    texts: [
      inLanguage('ja', '佐藤 花子様\nお問い合わせありがとうございます。Aiko Tanakaです。'),
      inLanguage('en', 'Dear 佐藤 花子,\nthank you for writing. This is Aiko Tanaka.'),
      inLanguage('ru', 'Здравствуйте, 佐藤 花子! Спасибо за сообщение.'),
    ],
  },
  { id: 'recall', name: 'Recall', shortcut: null, texts: [inLanguage('ru', 'Мы отзываем партию тормозов.')] },
];

export const replyTemplatesFound = (search: string): ReplyTemplateList => ({
  language: 'ja',
  items: replyTemplates.filter((template) => JSON.stringify(template).toLowerCase().includes(search.toLowerCase())),
});
