import { answers, refuse } from './answers.js';
import type { ReadMessage } from './read-message.js';
import { isObject, type Json, objectAt, textAt } from './shape.js';
import type { BusinessAccount, WhatsAppChoice } from './state.js';
import type { TemplateComponent, WhatsAppTemplate } from './template-samples.js';

/** Of the body with its blanks filled in. */
const LONGEST_TEXT = 1024;

/** A template message: known, approved, and with exactly the parameters that it has blanks for. @throws Refusal */
export const readTemplate = (part: Json, business: BusinessAccount): Pick<ReadMessage, 'entry' | 'choices'> => {
  const name = textAt(part, 'name', 512, 'template');
  const language = textAt(objectAt(part, 'language', ['code', 'policy'], "template['language']"), 'code', 20, "template['language']");
  const template = usable(
    business.templates.find((known) => known.name === name && known.language === language),
    name,
    language,
  );
  const given = componentsOf(part);
  const text = (['HEADER', 'BODY', 'FOOTER'] as const)
    .flatMap((type) => {
      const component = template.components.find((each) => each.type === type);
      return component?.text === undefined ? [] : [filled(template, component, given.get(type.toLowerCase()) ?? [])];
    })
    .join('\n');
  const header = template.components.find(({ type }) => type === 'HEADER');
  if (header?.format !== undefined && header.format !== 'TEXT' && !given.has('header'))
    refuse(answers.templateFormat(`header: Format mismatch, expected ${header.format}, received UNKNOWN`));
  const buttons = template.components.flatMap((component) => component.buttons ?? []);
  const payloads = given.get('button quick_reply') ?? [];
  const choices: Record<string, WhatsAppChoice> = {};
  const shown = buttons.map(({ type, text: label, url }, index) => {
    if (type !== 'QUICK_REPLY') return { label, url };
    const data = payloads.find((payload) => payload['index'] === String(index))?.['payload'];
    const payload = typeof data === 'string' ? data : label;
    choices[payload] = { kind: 'template button', title: label };
    return { label, data: payload };
  });
  return { entry: { kind: 'text', text, ...(shown.length > 0 ? { buttons: shown } : {}) }, choices };
};

const usable = (template: WhatsAppTemplate | undefined, name: string, language: string): WhatsAppTemplate => {
  switch (template?.status) {
    case 'APPROVED':
      return template;
    case 'PAUSED':
      return refuse(answers.templatePaused(`Template ${name} (${language}) is paused due to low quality.`));
    case 'DISABLED':
      return refuse(answers.templateDisabled(`Template ${name} (${language}) has been paused too often and is disabled.`));
    default:
      return refuse(answers.noSuchTemplate(`template name (${name}) does not exist in ${language}`));
  }
};

/** The parameters by component; of buttons, each with the index of its button. @throws Refusal */
const componentsOf = (part: Json): ReadonlyMap<string, readonly Json[]> => {
  const found = new Map<string, Json[]>();
  const components = part['components'] ?? [];
  if (!Array.isArray(components) || !components.every(isObject))
    return refuse(answers.badParameter("Param template['components'] must be an array."));
  for (const component of components) {
    const type = String(component['type'] ?? '').toLowerCase();
    if (!['header', 'body', 'button'].includes(type)) refuse(answers.badParameter(`Param template['components'] has the type "${type}".`));
    const parameters = component['parameters'] ?? [];
    if (!Array.isArray(parameters) || !parameters.every(isObject))
      return refuse(answers.badParameter('Param parameters must be an array.'));
    const key = type === 'button' ? `button ${String(component['sub_type']).toLowerCase()}` : type;
    found.set(key, [...(found.get(key) ?? []), ...parameters.map((each) => ({ ...each, index: String(component['index'] ?? '') }))]);
  }
  return found;
};

/** A component's words with the parameters in their places. @throws Refusal */
const filled = (template: WhatsAppTemplate, { type, text = '' }: TemplateComponent, parameters: readonly Json[]): string => {
  const where = type.toLowerCase();
  const blanks = [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))];
  if (blanks.length !== parameters.length)
    return refuse(
      answers.templateCount(
        `${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${blanks.length})`,
      ),
    );
  const values = new Map(
    parameters.map((parameter, index) => {
      if (String(parameter['type']).toLowerCase() !== 'text')
        refuse(answers.templateFormat(`${where}: Format mismatch, expected TEXT, received ${String(parameter['type']).toUpperCase()}`));
      const name = template.parameter_format === 'NAMED' ? parameter['parameter_name'] : String(index + 1);
      const value = parameter['text'];
      if (typeof value !== 'string' || value === '')
        return refuse(answers.missingInMessage(`Parameter of type text is missing text value`));
      if (/[\n\r\t]| {5}/.test(value))
        refuse(answers.templateParameter('Param text cannot have new-line/tab characters or more than 4 consecutive spaces'));
      return [String(name), value];
    }),
  );
  const missing = blanks.find((blank) => !values.has(blank));
  if (missing !== undefined) refuse(answers.templateCount(`${where}: Parameter name ${missing} is missing`));
  const whole = text.replace(/\{\{(\w+)\}\}/g, (_, blank: string) => values.get(blank) ?? '');
  return whole.length > LONGEST_TEXT
    ? refuse(answers.templateTooLong(`${where}: ${whole.length} characters, at most ${LONGEST_TEXT}`))
    : whole;
};
