import type {
  AgentDirectory,
  AgentView,
  AwayReasonList,
  ConversationDetail,
  ConversationView,
  OfferList,
  SessionView,
  TransferTargets,
} from '@madoguchi/contracts';
import { capabilitiesOf, replyTemplatesFound, templates } from './example-channels.js';
import { AIKO } from './example-entries.js';
import { background, explanation } from './example-background.js';
import { figures } from './example-figures.js';
import { ago, BOB, BOT, listPage, NOW, offered, QUEUE, rowOf, uuid, WRAPPED_UP } from './example-rows.js';
import { timelinePage } from './example-story.js';

/** A desk with everything on it that the page can show, for looking at the page and for its tests. */

export const session: SessionView = {
  user: { id: uuid(501), name: AIKO.name, email: 'aiko@example.com', role: 'agent', agentId: AIKO.id },
  tenant: { id: uuid(500), name: 'Umeda Bicycles' },
  permissions: ['conversations.all', 'live-figures.view'],
};

const CODES = [
  { code: 'repair', names: { en: 'Repair', ja: '修理', ru: 'Ремонт' } },
  { code: 'order', names: { en: 'Order', ja: '注文', ru: 'Заказ' } },
];

export const detail = (id: string): ConversationDetail | null => {
  const found = rowOf(id);
  return found
    ? {
        ...found,
        threadNumber: 3,
        earlier: [
          { id: uuid(3_000), number: 2, openedAt: ago(9_000), closedAt: ago(8_800) },
          { id: uuid(3_003), number: 1, openedAt: ago(40_000), closedAt: ago(39_900) },
        ],
        explanation: found.owner ? explanation : null,
        capabilities: capabilitiesOf(found.channel),
        policy: { mayClaim: true, reopenDays: 7, wrapUp: { kind: 'timed', seconds: 60, codes: CODES } },
        wrapUp: id === WRAPPED_UP ? { agentId: AIKO.id, open: true, endsAt: new Date(NOW + 45_000).toISOString(), code: null } : null,
        accountBot: BOT,
        position: '100',
      }
    : null;
};
export const offers = (): OfferList => ({
  items: [{ offerId: uuid(91), conversation: offered, offeredAt: ago(0.1), expiresAt: new Date(NOW + 24_000).toISOString(), explanation }],
  position: '100',
});

export const me: AgentView = {
  id: AIKO.id,
  name: AIKO.name,
  presence: 'available',
  reason: null,
  presenceSince: ago(47),
  load: 3,
  capacity: 5,
};
const directory: AgentDirectory = {
  items: [
    { ...me, queues: [QUEUE] },
    { ...me, ...BOB, load: 4, capacity: 4, queues: [QUEUE] },
  ],
};

/** One of its own, and one that nobody chooses any more. */
export const awayReasons: AwayReasonList = {
  items: [
    { key: 'lunch', names: { en: 'lunch', ja: '昼食', ru: 'обед' }, archived: false },
    { key: 'workshop', names: { en: 'in the workshop', ja: '工房で作業中', ru: 'в мастерской' }, archived: false },
    { key: 'stocktaking', names: { en: 'stocktaking', ja: '棚卸し', ru: 'инвентаризация' }, archived: true },
  ],
};

const targets: TransferTargets = {
  queues: [
    { ...QUEUE, waiting: 3, available: 2 },
    { id: uuid(602), name: 'Sales', waiting: 0, available: 1 },
  ],
  agents: directory.items,
};

export interface ExampleRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface ExampleOptions {
  readonly signedIn: boolean;
  readonly withOffer: boolean;
}

/** What the desk's API says to a request; null: 404. */
export const answerOf = (
  { method, path, query }: ExampleRequest,
  { signedIn, withOffer }: ExampleOptions,
): { status: number; body: unknown } => {
  const [resource, id, part] = path.split('/').filter(Boolean);
  const ok = (body: unknown) => ({ status: 200, body });
  if (!signedIn) return { status: 401, body: { type: 'about:blank', title: 'Sign in first.', status: 401, code: 'not-signed-in' } };
  if (method !== 'GET') return { status: 202, body: { position: '101', version: 13, id: uuid(999) } };
  if (resource === 'sessions') return ok(session);
  if (resource === 'agents') return ok(id === 'me' ? me : directory);
  if (resource === 'away-reasons') return ok(awayReasons);
  if (resource === 'offers') return ok(withOffer ? offers() : { items: [], position: '100' });
  if (resource === 'conversations' && !id) return ok(listPage((query.get('view') ?? 'my') as ConversationView, query.get('cursor')));
  if (resource === 'conversations' && part === 'messages') return ok(timelinePage(id!, query.get('before'), Number(query.get('limit'))));
  if (resource === 'conversations' && part === 'templates') return ok(templates);
  if (resource === 'conversations' && part === 'reply-templates') return ok(replyTemplatesFound(query.get('search') ?? ''));
  if (resource === 'conversations' && part === 'background') return ok(background);
  if (resource === 'transfer-targets') return ok(targets);
  if (resource === 'live-figures') return ok(figures);
  const found = resource === 'conversations' ? detail(id!) : null;
  return found
    ? ok(found)
    : { status: 404, body: { type: 'about:blank', title: 'There is no such thing.', status: 404, code: 'not-found' } };
};
