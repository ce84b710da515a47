import type { InboundItem } from '@madoguchi/contracts';
import type { Credentials } from '@madoguchi/use-cases';
import { NO_CHAT, understoodOr, unreadBody } from '../not-understood.js';
import { idIn, idOfContent, NotUnderstoodError, objectIn, parsePlatformJson, textIn } from '../platform-json.js';
import { itemsOfEvent, type MessengerAccount, unreadEvent } from './event.js';

/**
 * Translates an authentic body: `entry` holds pages, each with events of the thread's owner (`messaging`), of others (`standby`) and of
 * the page itself (`changes`). Everything becomes an item, in the order of the body; what is not understood, or is about another page
 * than the account's, is kept as `unread`. What stands twice in one body comes once.
 */
export const itemsOf = (body: Buffer, { pageId = '', appId = '' }: Credentials): readonly InboundItem[] =>
  understoodOr(
    () => {
      const update = objectIn(parsePlatformJson(body));
      if (update?.object !== 'page') {
        throw new NotUnderstoodError(`it is not about a page but about ${textIn(update?.object) ?? 'nothing that is named'}`);
      }
      if (!Array.isArray(update.entry)) throw new NotUnderstoodError('the body has no list "entry"');
      const items = update.entry.flatMap((entry: unknown) => itemsOfEntry(entry, { pageId, appId }));
      return [...new Map(items.toReversed().map((item) => [item.dedupKey, item])).values()].toReversed();
    },
    (reason) => [unreadBody(body, reason)],
  );

const itemsOfEntry = (value: unknown, account: MessengerAccount): readonly InboundItem[] => {
  const { pageId } = account;
  const entry = objectIn(value);
  const events = (['messaging', 'standby', 'changes'] as const).flatMap((list) => {
    const listed = entry?.[list];
    return Array.isArray(listed) ? listed.map((event: unknown) => ({ list, event })) : [];
  });
  const page = idIn(entry?.id);
  if (!entry || events.length === 0) return [unreadPart('entry', value, 'this entry has no events that are known')];
  return events.flatMap(({ list, event }) => {
    const fields = objectIn(event);
    if (!fields) return [unreadPart(list, event, 'this is no event')];
    if (page !== pageId)
      return [unreadEvent(fields, pageId, `it is about the page ${page ?? 'without an id'}, not about the page of this account`)];
    if (list === 'changes')
      return [unreadPart(`changes.${textIn(fields.field) ?? 'field'}`, event, 'what happens on the page itself is not shown yet')];
    if (list === 'standby') return [unreadEvent(fields, pageId, 'another app owns this conversation at the moment (standby)', 'standby')];
    return itemsOfEvent(fields, entry.time, account);
  });
};

const unreadPart = (platformKind: string, raw: unknown, reason: string): InboundItem => ({
  kind: 'unread',
  dedupKey: `${platformKind}:${idOfContent(JSON.stringify(raw))}`,
  conversationKey: NO_CHAT,
  platformKind,
  reason,
  raw,
});
