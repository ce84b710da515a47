import { Refusal } from '@madoguchi/event-sourcing';
import { checkedName } from '../account/write/account-name.js';
import { checkedLanguage } from '../language.js';
import type { ReplyTemplate } from './state.js';
import type { ReplyTemplateEvent } from './events.js';
import { checkedShortcut, checkedText } from './template-fields.js';

export interface ChangeReplyTemplate {
  readonly type: 'ChangeReplyTemplate';
  readonly name?: string;
  /** Null: none. */
  readonly shortcut?: string | null;
  /** BCP 47 tag → text, or null to take it out. Languages that are not named stay. */
  readonly texts?: Readonly<Record<string, string | null>>;
}

/** One text stays at least; only what differs is recorded. */
export const changeReplyTemplate = (command: ChangeReplyTemplate, template: ReplyTemplate): readonly ReplyTemplateEvent[] => {
  const events: ReplyTemplateEvent[] = [];
  const name = command.name === undefined ? template.name : checkedName(command.name);
  if (name !== template.name) events.push({ type: 'ReplyTemplateRenamed', data: { name } });

  const shortcut = command.shortcut ? checkedShortcut(command.shortcut) : command.shortcut;
  if (shortcut !== undefined && shortcut !== (template.shortcut ?? null))
    events.push({ type: 'ReplyTemplateShortcutSet', data: { shortcut } });

  const left = new Set(Object.keys(template.texts));
  for (const [tag, wanted] of Object.entries(command.texts ?? {})) {
    const language = checkedLanguage(tag);
    if (wanted === null) {
      if (left.delete(language)) events.push({ type: 'ReplyTemplateTextRemoved', data: { language } });
      continue;
    }
    left.add(language);
    const text = checkedText(wanted);
    if (template.texts[language] !== text) events.push({ type: 'ReplyTemplateTextSet', data: { language, text } });
  }
  if (left.size === 0) throw new Refusal('no-text', 'A template has a text in one language at least.');
  return events;
};
