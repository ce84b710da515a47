import type { InboundItem } from '@madoguchi/contracts';
import type { Credentials, ForAnotherAccount } from '@madoguchi/use-cases';
import { NO_CHAT, understoodOr, unreadBody, unreadItem } from '../not-understood.js';
import { idIn, idOfContent, NotUnderstoodError, objectIn, parsePlatformJson, textIn } from '../platform-json.js';
import { itemsOfEvent, itemsOfStandby, type MessengerAccount, unreadEvent } from './event.js';

/** What one body says about the account's page, and about others: an app has one address for all its pages. */
export interface MessengerReading {
  readonly items: readonly InboundItem[];
  readonly elsewhere: readonly ForAnotherAccount[];
}

/**
 * Translates an authentic body: `entry` holds pages, each with events of the thread's owner (`messaging`), of others (`standby`) and of
 * the page itself (`changes`). Everything becomes an item, in the order of the body; what is not understood is kept as `unread`, and so is
 * what nobody here would want who has another page. What stands twice in one body comes once.
 */
export const readingOf = (body: Buffer, { pageId = '', appId = '' }: Credentials): MessengerReading =>
  understoodOr<MessengerReading>(
    () => {
      const update = objectIn(parsePlatformJson(body));
      if (update?.object !== 'page') {
        throw new NotUnderstoodError(`it is not about a page but about ${textIn(update?.object) ?? 'nothing that is named'}`);
      }
      if (!Array.isArray(update.entry)) throw new NotUnderstoodError('the body has no list "entry"');
      const parts = update.entry.flatMap((entry: unknown) => partsOfEntry(entry, { pageId, appId }));
      const once = [...new Map(parts.toReversed().map((part) => [part.item.dedupKey, part])).values()].toReversed();
      return {
        items: once.flatMap(({ page, item }) => (page === pageId ? [item] : [])),
        elsewhere: once.flatMap(({ page, item }) => (page === pageId ? [] : [{ platformAccountId: page, item }])),
      };
    },
    (reason) => ({ items: [unreadBody(body, reason)], elsewhere: [] }),
  );

interface Part {
  /** The account's own where the entry names none. */
  readonly page: string;
  readonly item: InboundItem;
}

const partsOfEntry = (value: unknown, account: MessengerAccount): readonly Part[] => {
  const page = idIn(objectIn(value)?.id) ?? account.pageId;
  return itemsOfEntry(value, page, account).map((item) => ({ page, item }));
};

const itemsOfEntry = (value: unknown, page: string, account: MessengerAccount): readonly InboundItem[] => {
  const { pageId } = account;
  const entry = objectIn(value);
  const events = (['messaging', 'standby', 'changes'] as const).flatMap((list) => {
    const listed = entry?.[list];
    return Array.isArray(listed) ? listed.map((event: unknown) => ({ list, event })) : [];
  });
  if (!entry || events.length === 0) return [unreadPart('entry', value, 'this entry has no events that are known')];
  return events.flatMap(({ list, event }) => {
    const fields = objectIn(event);
    if (!fields) return [unreadPart(list, event, 'this is no event')];
    if (page !== pageId) return [unreadEvent(fields, page, `it is about the page ${page}, not about the page of this account`)];
    if (idIn(entry.id) === undefined) return [unreadEvent(fields, pageId, 'the entry does not say which page it is about')];
    if (list === 'changes')
      return [unreadPart(`changes.${textIn(fields.field) ?? 'field'}`, event, 'what happens on the page itself is not shown yet')];
    return list === 'standby' ? itemsOfStandby(fields, entry.time, account) : itemsOfEvent(fields, entry.time, account);
  });
};

const unreadPart = (platformKind: string, raw: unknown, reason: string): InboundItem =>
  unreadItem({ dedupKey: `${platformKind}:${idOfContent(JSON.stringify(raw))}`, conversationKey: NO_CHAT, platformKind, reason, raw });
