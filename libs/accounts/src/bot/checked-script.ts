import { Refusal } from '@madoguchi/event-sourcing';
import { checkedHours } from '../business-hours/business-hours-fields.js';
import { fitsCharacters } from '../characters.js';
import { checkedLanguage } from '../language.js';
import type { BotScript, ScriptStep, Texts } from './script.js';

const MOST_STEPS = 200;
const MOST_OPTIONS = 10;
const MOST_CHARACTERS = 1_000;
const FIELD = /^[a-z][a-z0-9_]{0,39}$/;

const bad = (where: string, what: string): Refusal => new Refusal('bad-script', `${where}: ${what}`, { where });

const goTos = (step: ScriptStep): readonly string[] => {
  switch (step.do) {
    case 'menu':
      return step.options.map(({ goTo }) => goTo);
    case 'look at the clock':
      return [step.open, step.closed];
    case 'say':
      return step.goTo === undefined ? [] : [step.goTo];
    case 'ask':
      return [step.goTo];
    case 'hand over':
    case 'close':
      return [];
    default:
      throw bad('step', 'a step says, asks, shows a menu, looks at the clock, hands over or closes.');
  }
};

/** Where the customer is not waited for: such steps must not lead to each other in a circle. */
const goesOnAlone = (step: ScriptStep): readonly string[] => (step.do === 'say' || step.do === 'look at the clock' ? goTos(step) : []);

const checkTexts = (texts: Texts, language: string, where: string): void => {
  if (typeof texts !== 'object' || texts === null || !texts[language]) throw bad(where, `there is no text in ${language}.`);
  for (const [tag, text] of Object.entries(texts)) {
    checkedLanguage(tag);
    if (typeof text !== 'string' || !fitsCharacters(text.trim(), MOST_CHARACTERS)) {
      throw bad(where, `the text in ${tag} has 1 to ${MOST_CHARACTERS} characters.`);
    }
  }
};

const checkStep = (name: string, step: ScriptStep, { language, steps }: BotScript): void => {
  if ('text' in step && step.text !== undefined) checkTexts(step.text, language, name);
  else if (step.do === 'say' || step.do === 'menu' || step.do === 'ask') throw bad(name, 'it needs a text.');
  if (step.do === 'menu') {
    const { options } = step;
    if (!Array.isArray(options) || options.length < 1 || options.length > MOST_OPTIONS)
      throw bad(name, `a menu has 1 to ${MOST_OPTIONS} options.`);
    if (new Set(options.map(({ id }) => id)).size < options.length) throw bad(name, 'two options have the same id.');
    for (const option of options) checkTexts(option.label, language, `${name}, ${option.id}`);
  }
  if (step.do === 'ask' && !FIELD.test(step.field)) throw bad(name, 'a field is named in small letters, digits and _.');
  if (step.do === 'look at the clock') checkedHours(step.hours);
  for (const goTo of goTos(step)) if (!Object.hasOwn(steps, goTo)) throw bad(name, `it goes to "${goTo}", which is not there.`);
};

const checkCircles = ({ steps }: BotScript): void => {
  for (const start of Object.keys(steps)) {
    const seen = new Set<string>();
    const visit = (name: string): void => {
      if (name === start && seen.size > 0) throw bad(start, 'it comes back to itself without waiting for the customer.');
      if (seen.has(name)) return;
      seen.add(name);
      for (const next of goesOnAlone(steps[name]!)) visit(next);
    };
    visit(start);
  }
};

/** @throws Refusal `bad-script` that names the step, `bad-language`, and those of opening hours */
export const checkedScript = (script: BotScript): BotScript => {
  const { language, start, steps } = script;
  checkedLanguage(language);
  const names = Object.keys(steps ?? {});
  if (names.length === 0 || names.length > MOST_STEPS) throw bad('steps', `a script has 1 to ${MOST_STEPS} steps.`);
  if (!Object.hasOwn(steps, start)) throw bad('start', `there is no step "${start}".`);
  for (const name of names) checkStep(name, steps[name]!, script);
  checkCircles(script);
  return script;
};
