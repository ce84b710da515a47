import type { Answer } from '../calls.js';
import { answers, badParameter } from './answers.js';
import type { GraphCall } from './calls.js';
import type { LogIns } from './log-ins.js';
import type { MessengerPage, MessengerState } from './state.js';

const MOST_ON_A_PAGE = 100;

/** Everything that an administrator of a page may do. */
const ALL_TASKS = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'];

/** `/me/accounts`: the pages that the person chose in the dialog, each with a token of its own. Without the right to list them: none. */
export const personsPages = (state: MessengerState, logIns: LogIns, { token, fields }: GraphCall): Answer => {
  const person = logIns.person(token)!;
  const { limit = 25, after } = fields;
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1) return badParameter('Param limit must be a positive integer');
  const chosen = person.scopes.includes('pages_show_list') ? person.pageIds : [];
  const all = chosen.flatMap((id) => state.pages[id] ?? []);
  const start = after === undefined ? 0 : all.findIndex(({ pageId }) => cursorOf(pageId) === after) + 1;
  const part = all.slice(start, start + Math.min(most, MOST_ON_A_PAGE));
  const names = String(fields['fields'] ?? 'access_token,category,name,tasks').split(',');
  const last = part.at(-1);
  const cursors = last && { before: cursorOf(part[0]!.pageId), after: cursorOf(last.pageId) };
  const more = start + part.length < all.length;
  return answers.ok({
    data: part.map((page) => chosenFields(page, logIns.pageToken(person, page), names)),
    ...(cursors
      ? { paging: { cursors, ...(more ? { next: `https://graph.facebook.com/v25.0/me/accounts?after=${cursors.after}` } : {}) } }
      : {}),
  });
};

const cursorOf = (pageId: string): string => Buffer.from(pageId).toString('base64url');

const chosenFields = (page: MessengerPage, accessToken: string, names: readonly string[]): object => {
  const known: Readonly<Record<string, unknown>> = {
    id: page.pageId,
    name: page.name,
    username: page.username,
    access_token: accessToken,
    category: 'Shopping & Retail',
    tasks: page.tasks ?? ALL_TASKS,
    is_published: page.published ?? true,
  };
  return Object.fromEntries(
    [...names, 'id'].map((name) => {
      if (!(name in known)) badParameter(`Tried accessing nonexisting field (${name}) on node type (Page)`);
      return [name, known[name]];
    }),
  );
};
