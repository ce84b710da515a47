import type { MessageContent } from '@madoguchi/conversation';

type Choices = Extract<MessageContent, { type: 'choices' }>;

/** `interactive` of a message: up to three buttons, one button that opens a page, or a list. */
export type Interactive = { readonly body: { readonly text: string } } & (
  | { readonly type: 'button'; readonly action: { readonly buttons: readonly ReplyButton[] } }
  | { readonly type: 'cta_url'; readonly action: LinkAction }
  | { readonly type: 'list'; readonly action: { readonly button: string; readonly sections: readonly ListSection[] } }
);

export interface ReplyButton {
  readonly type: 'reply';
  readonly reply: { readonly id: string; readonly title: string };
}

export interface LinkAction {
  readonly name: 'cta_url';
  readonly parameters: { readonly display_text: string; readonly url: string };
}

export interface ListSection {
  readonly rows: readonly ListRow[];
}

export interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** WhatsApp insists on words for what opens a list; these need no language. */
const OPENS_LIST = '☰';

export const interactiveOf = ({ style, text, options, buttonLabel }: Choices): Interactive => {
  const body = { text };
  if (style === 'list') {
    const rows = options.map(({ id, label, description }) => ({ id, title: label, ...(description && { description }) }));
    return { type: 'list', body, action: { button: buttonLabel || OPENS_LIST, sections: [{ rows }] } };
  }
  const [first] = options;
  if (first?.url !== undefined) {
    return { type: 'cta_url', body, action: { name: 'cta_url', parameters: { display_text: first.label, url: first.url } } };
  }
  return {
    type: 'button',
    body,
    action: { buttons: options.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } })) },
  };
};
