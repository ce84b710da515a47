import type { Credentials, Template } from '@madoguchi/use-cases';
import { type JsonObject, objectIn, textIn } from '../platform-json.js';
import { graphIdOf } from './account.js';
import { callGraph, type WhatsAppHosts } from './call.js';

const PAGE = 100;

/** Far more templates than a business account may have. */
const MOST_PAGES = 60;

/**
 * The templates of the business account that can be filled in with texts alone: none whose header, buttons or named blanks want more.
 * Where WhatsApp stops answering, the list stops.
 */
export const listWhatsAppTemplates = async (
  hosts: WhatsAppHosts,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly Template[]> => {
  const id = graphIdOf(credentials.businessAccountId);
  const templates: Template[] = [];
  for (let page = 0, after: string | undefined; id !== undefined && (page === 0 || after !== undefined) && page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ fields: 'name,language,status,parameter_format,components', limit: String(PAGE) });
    if (after !== undefined) query.set('after', after);
    const answer = await callGraph(hosts, `${id}/message_templates?${query}`, credentials, { method: 'GET', signal });
    const body = answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body) : undefined;
    templates.push(...(Array.isArray(body?.data) ? (body.data as readonly unknown[]) : []).flatMap(templateIn));
    after = nextPage(objectIn(body?.paging));
  }
  return templates;
};

/** A cursor stands on the last page too; only `next` says that there is another one. */
const nextPage = (paging: JsonObject | undefined): string | undefined =>
  textIn(paging?.next) === undefined ? undefined : textIn(objectIn(paging?.cursors)?.after);

const templateIn = (entry: unknown): readonly Template[] => {
  const { name, language, status, parameter_format: format, components } = objectIn(entry) ?? {};
  const parts = (Array.isArray(components) ? (components as readonly unknown[]) : []).map((part) => objectIn(part) ?? {});
  const textOf = (type: string) => textIn(parts.find((part) => part.type === type)?.text);
  const [id, code, body] = [textIn(name), textIn(language), textOf('BODY')];
  if (id === undefined || code === undefined || body === undefined || format === 'NAMED' || parts.some(wantsMore)) return [];
  const blanks = [...body.matchAll(/\{\{(\d{1,3})\}\}/g)].map(([, number]) => Number(number));
  const text = [textOf('HEADER'), body, textOf('FOOTER')].filter((part) => part !== undefined).join('\n');
  return [{ name: id, language: code, status: statusOf(status), text, parameters: Math.max(0, ...blanks) }];
};

const statusOf = (status: unknown): Template['status'] => {
  switch (status) {
    case 'APPROVED':
      return 'approved';
    case 'PAUSED':
    case 'DISABLED':
    case 'LIMIT_EXCEEDED':
    case 'LOCKED':
      return 'paused';
    case 'REJECTED':
    case 'DELETED':
    case 'PENDING_DELETION':
    case 'ARCHIVED':
      return 'rejected';
    default:
      return 'pending';
  }
};

/** Whether a part has to be filled in with something else than texts in the body: a picture, a blank, a code, a form. */
const wantsMore = (part: JsonObject): boolean => {
  switch (part.type) {
    case 'BODY':
    case 'FOOTER':
      return false;
    case 'HEADER':
      return part.format !== 'TEXT' || hasBlank(part.text);
    case 'BUTTONS':
      return (Array.isArray(part.buttons) ? (part.buttons as readonly unknown[]) : []).some((button) => {
        const { type, url } = objectIn(button) ?? {};
        return type === 'URL' ? hasBlank(url) : type !== 'QUICK_REPLY' && type !== 'PHONE_NUMBER';
      });
    default:
      return true;
  }
};

const hasBlank = (text: unknown): boolean => (textIn(text) ?? '').includes('{{');
