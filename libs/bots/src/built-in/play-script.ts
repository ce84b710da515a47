import { type BotScript, isOpen, type ScriptOption, type ScriptStep, type Texts } from '@madoguchi/accounts';
import { lineOf, type MessageContent } from '@madoguchi/conversation';
import { type BotAnswer, type BotNext, type BotRequest, PERSON_CHOICE, PERSON_LABELS } from '@madoguchi/use-cases';
import { choicesFor } from '../choices.js';

type Field = { readonly name: string; readonly value: string };

/** Where a customer stands in the script. Nowhere: before its first step, or behind its last. */
interface Place {
  readonly step?: string;
  readonly fields: readonly Field[];
}

interface Scene {
  readonly script: BotScript;
  readonly language: string;
  readonly capabilities: BotRequest['capabilities'];
  readonly now: Date;
}

interface Played extends Place {
  readonly replies: readonly MessageContent[];
  readonly next: BotNext;
}

/**
 * Plays the script over everything that the customer has written while the bot had control; what the last line leads to is the answer.
 * Nothing is remembered elsewhere, so the same lines always lead to the same place.
 */
export const playScript = (script: BotScript, { lines, customer, capabilities }: BotRequest, now: Date): BotAnswer => {
  const scene: Scene = { script, language: customer.language ?? script.language, capabilities, now };
  let played: Played = { fields: [], replies: [], next: { do: 'stay' } };
  for (const { from, content } of lines) if (from === 'customer') played = answerTo(scene, played, content);
  return { outcome: 'answered', replies: played.replies, next: played.next };
};

const answerTo = (scene: Scene, { step: name, fields }: Place, content: MessageContent): Played => {
  const step = name === undefined ? undefined : scene.script.steps[name];
  if (step?.do === 'menu') {
    const option = chosen(step.options, content);
    return option
      ? enter(scene, option.goTo, [...fields, { name: name!, value: textIn(scene, option.label) }])
      : enter(scene, name!, fields);
  }
  if (step?.do === 'ask') {
    const value = lineOf(content).trim();
    return value === '' ? enter(scene, name!, fields) : enter(scene, step.goTo, [...fields, { name: step.field, value }]);
  }
  return enter(scene, scene.script.start, fields);
};

/** Goes on until the customer has to say something, or the script ends. */
const enter = (scene: Scene, name: string, fields: readonly Field[]): Played => {
  const replies: MessageContent[] = [];
  const say = (texts: Texts | undefined) => texts && replies.push({ type: 'text', text: textIn(scene, texts) });
  const stay = { do: 'stay' } as const;
  for (let at = name; ;) {
    const step: ScriptStep = scene.script.steps[at]!;
    switch (step.do) {
      case 'say':
        say(step.text);
        if (step.goTo === undefined) return { fields, replies, next: stay };
        at = step.goTo;
        break;
      case 'look at the clock':
        at = isOpen(step.hours, scene.now) ? step.open : step.closed;
        break;
      case 'menu':
        replies.push(menu(scene, step.text, step.options));
        return { step: at, fields, replies, next: stay };
      case 'ask':
        say(step.text);
        return { step: at, fields, replies, next: stay };
      case 'close':
        say(step.text);
        return { fields, replies, next: { do: 'close' } };
      case 'hand over': {
        say(step.text);
        const { queueId, skills, summary = fields.map(({ name: field, value }) => `${field}: ${value}`).join(', ') } = step;
        const known = { summary: summary === '' ? undefined : summary, fields: fields.length === 0 ? undefined : fields };
        return { fields, replies, next: { do: 'hand over', queueId, skills, language: scene.language, ...known } };
      }
    }
  }
};

const menu = (scene: Scene, text: Texts, options: readonly ScriptOption[]): MessageContent => {
  const offered = options.map(({ id, label }) => ({ id, label: textIn(scene, label) }));
  const person = { id: PERSON_CHOICE, label: textIn(scene, PERSON_LABELS) };
  return choicesFor(scene.capabilities, textIn(scene, text), [...offered, person]);
};

const chosen = (options: readonly ScriptOption[], content: MessageContent): ScriptOption | undefined => {
  if (content.type === 'postback') return options.find(({ id }) => id === content.data);
  const said = lineOf(content).normalize('NFKC').trim().toLocaleLowerCase();
  const number = /^\d{1,2}$/.test(said) ? options[Number(said) - 1] : undefined;
  return (
    number ??
    options.find(({ label }) => Object.values(label).some((words) => words.toLocaleLowerCase() === said)) ??
    options.find(
      ({ words = {} }) =>
        said !== '' &&
        Object.values(words)
          .flat()
          .some((word) => said.includes(word.toLocaleLowerCase())),
    )
  );
};

/** In the customer's language, or that of a region of it, else in the script's, else in the first that there is. */
const textIn = ({ language, script }: Scene, texts: Texts): string =>
  texts[language] ?? texts[language.split('-')[0] ?? ''] ?? texts[script.language] ?? Object.values(texts)[0] ?? '';
