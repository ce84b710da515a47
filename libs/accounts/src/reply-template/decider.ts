import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { type AddReplyTemplate, addReplyTemplate } from './add-reply-template.js';
import { type ChangeReplyTemplate, changeReplyTemplate } from './change-reply-template.js';
import type { ReplyTemplateEvent } from './events.js';
import type { ReplyTemplate } from './state.js';

export interface ArchiveReplyTemplate {
  readonly type: 'ArchiveReplyTemplate';
}

export type ReplyTemplateCommand = AddReplyTemplate | ChangeReplyTemplate | ArchiveReplyTemplate;

const decide = (command: ReplyTemplateCommand, template: ReplyTemplate): readonly ReplyTemplateEvent[] => {
  if (command.type === 'AddReplyTemplate') return addReplyTemplate(command, template);
  if (template.status === 'none') throw new Refusal('no-such-reply-template', 'There is no such template.');
  switch (command.type) {
    case 'ChangeReplyTemplate':
      if (template.status === 'archived') throw new Refusal('reply-template-archived', 'This template is archived.');
      return changeReplyTemplate(command, template);
    case 'ArchiveReplyTemplate':
      return template.status === 'archived' ? [] : [{ type: 'ReplyTemplateArchived', data: {} }];
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A template knows no command "${String((command as { type?: unknown }).type)}".`);
};

const without = (texts: Readonly<Record<string, string>>, language: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([other]) => other !== language));

/** A quick reply with one text per language. */
export const replyTemplateDecider: Decider<ReplyTemplate, ReplyTemplateCommand, ReplyTemplateEvent> = {
  initialState: () => ({ status: 'none', name: '', texts: {} }),
  evolve: (template, event) => {
    switch (event.type) {
      case 'ReplyTemplateAdded':
        return { ...event.data, status: 'there' };
      case 'ReplyTemplateRenamed':
        return { ...template, name: event.data.name };
      case 'ReplyTemplateShortcutSet':
        return { ...template, shortcut: event.data.shortcut ?? undefined };
      case 'ReplyTemplateTextSet':
        return { ...template, texts: { ...template.texts, [event.data.language]: event.data.text } };
      case 'ReplyTemplateTextRemoved':
        return { ...template, texts: without(template.texts, event.data.language) };
      case 'ReplyTemplateArchived':
        return { ...template, status: 'archived' };
      default:
        return template;
    }
  },
  decide,
};
