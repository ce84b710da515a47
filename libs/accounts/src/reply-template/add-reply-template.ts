import { Refusal } from '@madoguchi/event-sourcing';
import { checkedName } from '../account/write/account-name.js';
import type { ReplyTemplate } from './state.js';
import type { ReplyTemplateEvent } from './events.js';
import { checkedShortcut, checkedTexts } from './template-fields.js';

export interface AddReplyTemplate {
  readonly type: 'AddReplyTemplate';
  readonly name: string;
  readonly shortcut?: string;
  /** BCP 47 tag → text. */
  readonly texts: Readonly<Record<string, string>>;
}

export const addReplyTemplate = ({ name, shortcut, texts }: AddReplyTemplate, { status }: ReplyTemplate): readonly ReplyTemplateEvent[] => {
  if (status !== 'none') throw new Refusal('reply-template-exists', 'This template exists already; change it instead.');
  const data = {
    name: checkedName(name),
    shortcut: shortcut === undefined ? undefined : checkedShortcut(shortcut),
    texts: checkedTexts(texts),
  };
  return [{ type: 'ReplyTemplateAdded', data }];
};
