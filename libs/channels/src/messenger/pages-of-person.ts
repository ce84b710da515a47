import type { LogInApp, PageOfPerson } from '@madoguchi/use-cases';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { callAsPerson, type MessengerHosts, resultIn } from './call.js';
import { readMessengerPage } from './subscription.js';

/** Facebook gives no more at once. */
const AT_ONCE = 100;
const MOST_PAGES = 1_000;

/** Each costs two calls; of more pages it is asked when they are connected. */
const MOST_HOLDERS = 50;
const HOLDERS_AT_ONCE = 5;

/** Public pages only: Facebook lists no personal profile here. Undefined: it does not tell. */
export const pagesOfPerson = async (
  hosts: MessengerHosts,
  app: LogInApp,
  token: string,
  signal: AbortSignal,
): Promise<readonly PageOfPerson[] | undefined> => {
  const pages: PageOfPerson[] = [];
  let after: string | undefined;
  do {
    const query = { fields: 'id,name,username,access_token,tasks,is_published', limit: String(AT_ONCE), ...(after && { after }) };
    const result = resultIn(await callAsPerson(hosts, { method: 'GET', path: 'me/accounts', query, signal }, token, app.appSecret));
    if (!Array.isArray(result?.data)) return undefined;
    pages.push(...(result.data as readonly unknown[]).flatMap((entry) => pageIn(objectIn(entry)) ?? []));
    after = cursorIn(result);
  } while (after !== undefined && pages.length < MOST_PAGES);
  return withHolders(hosts, app, pages, signal);
};

const pageIn = (entry: JsonObject | undefined): PageOfPerson | undefined => {
  const pageId = idIn(entry?.id);
  const token = textIn(entry?.access_token);
  if (pageId === undefined || token === undefined) return undefined;
  return { pageId, name: textIn(entry?.name) ?? pageId, username: textIn(entry?.username), token, obstacle: obstacleOf(entry!) };
};

const obstacleOf = ({ is_published: published, tasks }: JsonObject): PageOfPerson['obstacle'] => {
  const may = (task: string) => !Array.isArray(tasks) || tasks.includes(task);
  if (published === false) return 'not published';
  if (!may('MESSAGING')) return 'may not message';
  return may('MODERATE') ? undefined : 'may not moderate';
};

/** The cursor alone: the address of the next page would be followed with the token, wherever it led. */
const cursorIn = (result: JsonObject): string | undefined => {
  const paging = objectIn(result.paging);
  return textIn(paging?.next) === undefined ? undefined : textIn(objectIn(paging?.cursors)?.after);
};

const withHolders = async (
  hosts: MessengerHosts,
  { appId, appSecret }: LogInApp,
  pages: readonly PageOfPerson[],
  signal: AbortSignal,
): Promise<readonly PageOfPerson[]> => {
  const asked: PageOfPerson[] = [];
  for (let start = 0; start < Math.min(pages.length, MOST_HOLDERS); start += HOLDERS_AT_ONCE) {
    const some = pages.slice(start, start + HOLDERS_AT_ONCE).map(async (page) => {
      const told = await readMessengerPage(hosts, { appId, appSecret, pageId: page.pageId, pageAccessToken: page.token }, signal);
      return { ...page, otherApps: told?.others };
    });
    asked.push(...(await Promise.all(some)));
  }
  return [...asked, ...pages.slice(asked.length)];
};
