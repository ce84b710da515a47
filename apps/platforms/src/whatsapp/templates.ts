import type { Answer } from '../calls.js';
import { answers, refuse } from './answers.js';
import type { BusinessCall } from './calls.js';
import { digits, newWamid } from './ids.js';
import { isObject, type Json } from './shape.js';
import type { TemplateComponent, WhatsAppTemplate } from './template-samples.js';

const MINUTE_MS = 60_000;
const MOST_IN_PAGE = 250;
const LONGEST_BODY = 1024;
const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
const FIELDS = ['id', 'name', 'language', 'category', 'status', 'parameter_format', 'components'];

/** `GET /{business}/message_templates`, in pages. @throws Refusal */
export const listTemplates = ({ args, business }: BusinessCall): Answer => {
  const { fields, limit, after, name, status } = args;
  const wanted = String(fields ?? FIELDS.join(','))
    .split(',')
    .filter(Boolean);
  const foreign = wanted.find((field) => !FIELDS.includes(field));
  if (foreign !== undefined) return answers.noSuchField(foreign, 'WhatsAppMessageTemplate');
  const size = Math.min(Math.max(Number(limit ?? 25) || 25, 1), MOST_IN_PAGE);
  const found = business.templates.filter(
    (template) => (name === undefined || template.name === name) && (status === undefined || template.status === status),
  );
  const start = after === undefined ? 0 : indexAfter(String(after));
  const page = found.slice(start, start + size);
  const more = start + size < found.length;
  const cursors = { before: cursorAt(start), after: cursorAt(start + page.length) };
  return answers.ok({
    data: page.map((template) =>
      Object.fromEntries([...new Set([...wanted, 'id'])].map((field) => [field, template[field as keyof WhatsAppTemplate]])),
    ),
    ...(page.length > 0
      ? {
          paging: {
            cursors,
            ...(more ? { next: `https://graph.facebook.com/v26.0/${business.id}/message_templates?after=${cursors.after}` } : {}),
          },
        }
      : {}),
  });
};

const cursorAt = (index: number): string => Buffer.from(`at ${index}`).toString('base64url');

/** @throws Refusal */
const indexAfter = (cursor: string): number => {
  const index = /^at (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  return index === undefined ? refuse(answers.badParameter('Invalid cursors values')) : Number(index);
};

/** `POST`: it is looked at for a minute, then approved, and the webhook of the account tells that. */
export const createTemplate = (call: BusinessCall): Answer => {
  const { args, business, world } = call;
  const { name, language, category, components, parameter_format: format = 'POSITIONAL' } = args;
  if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name)) return answers.badParameter('Param name must match [a-z0-9_]+.');
  if (typeof language !== 'string' || !/^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/.test(language))
    return answers.badParameter('Param language is no language code.');
  if (!CATEGORIES.includes(String(category))) return answers.badParameter(`Param category must be one of {${CATEGORIES.join(', ')}}.`);
  if (business.templates.some((known) => known.name === name && known.language === language)) return answers.templateExists();
  const template: WhatsAppTemplate = {
    id: digits(16),
    name,
    language,
    category: category as WhatsAppTemplate['category'],
    status: 'PENDING',
    parameter_format: format === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: checked(components),
  };
  business.templates.push(template);
  world.state.changed();
  void world.clock.wait(MINUTE_MS, world.stopped).then(() => approve(call, template));
  return answers.ok({ id: template.id, status: template.status, category: template.category });
};

/** @throws Refusal */
const checked = (components: unknown): readonly TemplateComponent[] => {
  if (!Array.isArray(components) || !components.every(isObject)) return refuse(answers.missing('components'));
  const list = (components as Json[]).map((component) => ({
    ...component,
    type: String(component['type']).toUpperCase(),
  })) as TemplateComponent[];
  const body = list.find(({ type }) => type === 'BODY')?.text;
  if (typeof body !== 'string' || body === '' || body.length > LONGEST_BODY)
    return refuse(answers.badParameter(`A template needs a BODY of 1 to ${LONGEST_BODY} characters.`));
  return list;
};

const approve = ({ business, deliveries, state, world }: BusinessCall, template: WhatsAppTemplate): void => {
  if (template.status !== 'PENDING' || world.stopped.aborted) return;
  template.status = 'APPROVED';
  world.state.changed();
  const account = Object.values(state.accounts).find(({ businessAccountId }) => businessAccountId === business.id);
  if (!account) return;
  deliveries.emit(account, {
    id: newWamid(),
    account: account.phoneNumberId,
    businessAccountId: business.id,
    time: Math.floor(world.clock.now().getTime() / 1_000),
    field: 'message_template_status_update',
    value: {
      event: 'APPROVED',
      message_template_id: Number(template.id.slice(0, 15)),
      message_template_name: template.name,
      message_template_language: template.language,
      reason: 'NONE',
      message_template_category: template.category,
    },
  });
};

/** `DELETE ?name=`: in all languages. */
export const removeTemplate = ({ args, business, world }: BusinessCall): Answer => {
  const { name } = args;
  if (typeof name !== 'string') return answers.missing('name');
  const left = business.templates.filter((template) => template.name !== name);
  if (left.length === business.templates.length) return answers.badParameter(`There is no template ${name}.`);
  business.templates = left;
  world.state.changed();
  return answers.success();
};
