import type { ConversationView } from '@madoguchi/contracts';
import { useSyncExternalStore } from 'react';
import { VIEWS } from './api/conversations.js';

/** What the page shows, as it stands in the address (`#/my/<conversation>`): a link can be kept and sent. */
export interface Route {
  readonly view: ConversationView;
  readonly conversationId: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const routeOf = (hash: string): Route => {
  const [, view, id] = hash.replace(/^#/, '').split('/');
  return { view: VIEWS.find((known) => known === view) ?? 'my', conversationId: id && UUID.test(id) ? id : null };
};

export const hashOf = ({ view, conversationId }: Route): string => `#/${view}${conversationId ? `/${conversationId}` : ''}`;

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The wall board stands beside the desk, under an address of its own. */
export const BOARD = '#/board';

export const useIsBoard = (): boolean => useSyncExternalStore(subscribe, () => location.hash === BOARD);

export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, () => location.hash));

export const go = (route: Route): void => {
  location.hash = hashOf(route);
};
