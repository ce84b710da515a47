import { Refusal } from '@madoguchi/event-sourcing';
import { checkedLanguage } from '../../levels.js';
import { checkedTexts } from './checked-texts.js';
import { whole } from './numbers.js';
import type { AutomaticTexts, QueuePolicy, Texts } from './policy.js';

const DAY = 86_400;
const FIELDS: readonly (keyof AutomaticTexts)[] = ['waiting', 'closed', 'handedOver', 'waitingAfterSeconds', 'fallbackLanguage'];

/** What a text of a closed queue may ask for. */
export const NEXT_OPENING = 'nextOpening';

/** @throws Refusal `bad-policy` with the path, `bad-text`, `bad-language` */
export const checkedAutomaticTexts = (texts: AutomaticTexts, silence: QueuePolicy['silence']): AutomaticTexts => {
  if (typeof texts !== 'object' || texts === null) throw new Refusal('bad-policy', 'This is an object.', { path: 'texts' });
  const given: Partial<AutomaticTexts> = texts;
  const unknown = Object.keys(given).filter((key) => !FIELDS.includes(key as keyof AutomaticTexts));
  if (unknown.length > 0) throw new Refusal('bad-policy', `There is no automatic text ${unknown.join(', ')}.`, { path: 'texts', unknown });
  const { waitingAfterSeconds, fallbackLanguage } = given;
  const checked = {
    waiting: withoutPlaceholders(checkedTexts(given.waiting ?? {}), 'texts.waiting'),
    closed: withoutPlaceholders(checkedTexts(given.closed ?? {}), 'texts.closed', [NEXT_OPENING]),
    handedOver: withoutPlaceholders(checkedTexts(given.handedOver ?? {}), 'texts.handedOver'),
    ...(waitingAfterSeconds === undefined ? {} : { waitingAfterSeconds: whole(waitingAfterSeconds, 0, DAY, 'texts.waitingAfterSeconds') }),
  };
  if (fallbackLanguage === undefined) return checked;
  const fallback = checkedLanguage(fallbackLanguage);
  const incomplete = Object.entries({
    'texts.waiting': checked.waiting,
    'texts.closed': checked.closed,
    'texts.handedOver': checked.handedOver,
    'silence.notice': checkedTexts(silence?.notice ?? {}),
  }).find(([, inLanguages]) => Object.keys(inLanguages).length > 0 && !Object.hasOwn(inLanguages, fallback));
  if (incomplete) {
    throw new Refusal('bad-policy', `There is no text in the fallback language, ${fallback}.`, { path: `${incomplete[0]}.${fallback}` });
  }
  return { ...checked, fallbackLanguage: fallback };
};

/** What nobody fills in would be sent to the customer as it is. @throws Refusal `bad-text` */
export const withoutPlaceholders = (texts: Texts, path: string, known: readonly string[] = []): Texts => {
  for (const [language, text] of Object.entries(texts)) {
    const rest = known.reduce((left, name) => left.replaceAll(`{{${name}}}`, ''), text);
    const [stray] = /\{\{[^{}]*\}\}|\{\{|\}\}/.exec(rest) ?? [];
    if (stray !== undefined) {
      const may =
        known.length > 0 ? `Only ${known.map((name) => `{{${name}}}`).join(', ')} is filled in here` : 'Nothing is filled in here';
      throw new Refusal('bad-text', `${may}; "${stray}" would be sent to the customer as it is.`, { path: `${path}.${language}` });
    }
  }
  return texts;
};
