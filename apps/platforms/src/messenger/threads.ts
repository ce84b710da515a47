import { badParameter, refuse } from './answers.js';
import type { MessengerPage } from './state.js';

/** After so long without activity a thread is idle, and nobody is told. */
const IDLE_AFTER_MS = 24 * 3_600_000;

/** Meta's own inbox, where people of the page write. */
export const PAGE_INBOX = '263902037430900';

const isIdle = (page: MessengerPage, psid: string, now: Date): boolean => {
  const thread = page.threads?.[psid];
  return !thread || now.getTime() - thread.activeAt >= IDLE_AFTER_MS;
};

const primaryOf = ({ appId, botApp }: MessengerPage): string => (botApp?.role === 'primary' ? botApp.appId : appId);

/** Who may write now: who has it, and once it is idle the primary receiver. */
export const ownerOf = (page: MessengerPage, psid: string, now: Date): string => {
  if (!page.botApp) return page.standby ? PAGE_INBOX : page.appId;
  return isIdle(page, psid, now) ? primaryOf(page) : page.threads![psid]!.owner;
};

/** Customer or owner did something. */
export const keepAwake = (page: MessengerPage, psid: string, now: Date): void => {
  if (!page.botApp) return;
  page.threads = { ...page.threads, [psid]: { owner: ownerOf(page, psid, now), activeAt: now.getTime() } };
};

export const give = (page: MessengerPage, psid: string, owner: string, now: Date): void => {
  page.threads = { ...page.threads, [psid]: { owner, activeAt: now.getTime() } };
};

/** @throws Refusal for all but the owner */
export const checkOwner = (page: MessengerPage, psid: string, caller: string, now: Date): void => {
  if (ownerOf(page, psid, now) !== caller)
    refuse({ code: 10, subcode: 2018300, message: 'Message failed to send because another app is controlling this thread now.' });
};

/** @throws Refusal for the secondary receiver while somebody has it */
export const checkMayTake = (page: MessengerPage, psid: string, caller: string, now: Date): void => {
  if (caller !== primaryOf(page) && !isIdle(page, psid, now))
    refuse({ code: 10, status: 403, message: 'Only the primary receiver can take thread control.' });
};

/** @throws Refusal for all but the primary receiver */
export const secondaryReceivers = (page: MessengerPage, caller: string): readonly { readonly id: string; readonly name: string }[] => {
  if (caller !== primaryOf(page)) refuse({ code: 10, status: 403, message: 'Only the primary receiver can read the secondary receivers.' });
  const { botApp, appId } = page;
  if (!botApp) return [];
  return botApp.appId === caller ? [{ id: appId, name: 'Desk' }] : [{ id: botApp.appId, name: botApp.name }];
};

/** Empty while it is idle; the app is told to the owner and the primary receiver only. */
export const threadOwner = (page: MessengerPage, psid: string, caller: string, now: Date): readonly unknown[] => {
  if (isIdle(page, psid, now)) return [];
  const { owner, activeAt } = page.threads![psid]!;
  const shown = owner === caller || primaryOf(page) === caller;
  return [{ thread_owner: { ...(shown ? { app_id: owner } : {}), expiration: Math.floor((activeAt + IDLE_AFTER_MS) / 1_000) } }];
};

/** @throws Refusal unless it is linked to the page */
export const linkedApp = ({ appId, botApp }: MessengerPage, target: unknown): string =>
  typeof target === 'string' && [appId, botApp?.appId, PAGE_INBOX].includes(target)
    ? target
    : badParameter('Param target_app_id must be an app that is linked to the page');
