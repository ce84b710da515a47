import { digits } from './ids.js';

export interface WhatsAppTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED';
  readonly parameter_format: 'POSITIONAL' | 'NAMED';
  readonly components: readonly TemplateComponent[];
}

export interface TemplateComponent {
  readonly type: 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS';
  readonly format?: string;
  readonly text?: string;
  readonly buttons?: readonly { readonly type: string; readonly text: string; readonly url?: string }[];
}

const template = (
  name: string,
  language: string,
  components: readonly TemplateComponent[],
  more: Partial<WhatsAppTemplate> = {},
): WhatsAppTemplate => ({
  id: digits(16),
  name,
  language,
  category: 'UTILITY',
  status: 'APPROVED',
  parameter_format: 'POSITIONAL',
  components,
  ...more,
});

const body = (text: string): TemplateComponent => ({ type: 'BODY', text });
const confirm = (text: string): TemplateComponent => ({ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text }] });

/** What a business account has from the start: some that can be sent, and one of each kind that cannot. */
export const sampleTemplates = (): WhatsAppTemplate[] => [
  template('hello_world', 'en_US', [
    { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
    body('Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification.'),
    { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
  ]),
  template('order_ready', 'ja', [body('ご注文 {{1}} の準備ができました。'), confirm('確認しました')]),
  template('order_ready', 'en_US', [body('Your order {{1}} is ready.'), confirm('Got it')]),
  template('order_ready', 'ru', [body('Ваш заказ {{1}} готов к выдаче.'), confirm('Понятно')]),
  template('may_we_answer', 'ja', [body('{{1}} 様、{{2}} についてのお問い合わせにお答えします。続けてもよろしいですか?')]),
  template('may_we_answer', 'en_US', [body('{{1}}, we can answer your question about {{2}} now. Shall we go on?')]),
  template('may_we_answer', 'ru', [body('{{1}}, мы готовы ответить на ваш вопрос о {{2}}. Продолжим?')]),
  template('spring_sale', 'ja', [body('春のセールを開催中です。')], { category: 'MARKETING', status: 'PAUSED' }),
  template('autumn_sale', 'ja', [body('秋のセールのご案内です。')], { category: 'MARKETING', status: 'PENDING' }),
  template('catalogue', 'ja', [{ type: 'HEADER', format: 'IMAGE' }, body('新しいカタログです。')], { category: 'MARKETING' }),
  template('by_name', 'en_US', [body('Dear {{customer}}, your parcel is on its way.')], { parameter_format: 'NAMED' }),
];
