import type { Choice, MessageContent } from '@madoguchi/conversation';

export type MessengerButton =
  | { readonly type: 'postback'; readonly title: string; readonly payload: string }
  | { readonly type: 'web_url'; readonly title: string; readonly url: string };

export interface QuickReply {
  readonly content_type: 'text';
  readonly title: string;
  readonly payload: string;
}

export type MessengerTemplate =
  | { readonly template_type: 'button'; readonly text: string; readonly buttons: readonly MessengerButton[] }
  | {
      readonly template_type: 'generic';
      readonly elements: readonly { readonly title: string; readonly subtitle?: string; readonly buttons: readonly [MessengerButton] }[];
    };

/** A message object without its metadata. */
export type ChoicesMessage =
  | { readonly text: string; readonly quick_replies?: readonly QuickReply[] }
  | { readonly attachment: { readonly type: 'template'; readonly payload: MessengerTemplate } };

/** On a card whose words do not fit on its button, when the agent has put nothing there. */
const CHOOSE = 'OK';

/** Characters on a button. */
export const BUTTON_LABEL = 20;

/**
 * Messenger has no list: its cards in a row (generic template) come nearest. They bear no text, so that goes before them; and the answer
 * says what stands on the button, so that is the choice itself where it fits.
 */
export const choicesMessages = ({
  style,
  text,
  options,
  buttonLabel = CHOOSE,
}: Extract<MessageContent, { type: 'choices' }>): readonly [ChoicesMessage, ...ChoicesMessage[]] => {
  switch (style) {
    case 'quick replies':
      return [{ text, quick_replies: options.map(({ id, label }) => ({ content_type: 'text', title: label, payload: id })) }];
    case 'buttons':
      return [template({ template_type: 'button', text, buttons: options.map((option) => buttonOf(option, option.label)) })];
    case 'list':
      return [
        { text },
        template({
          template_type: 'generic',
          elements: options.map((option) => ({
            title: option.label,
            ...(option.description && { subtitle: option.description }),
            buttons: [buttonOf(option, option.label.length <= BUTTON_LABEL ? option.label : buttonLabel)],
          })),
        }),
      ];
  }
};

const template = (payload: MessengerTemplate): ChoicesMessage => ({ attachment: { type: 'template', payload } });

const buttonOf = ({ id, url }: Choice, title: string): MessengerButton =>
  url === undefined ? { type: 'postback', title, payload: id } : { type: 'web_url', title, url };
