import type { ConversationEvent, MessageContent, OfferExplanation } from '@madoguchi/conversation';
import { RecordedLog, TENANT, uuid } from './recorded-log.js';

export const QUEUE = uuid(10);
export const ACCOUNT = uuid(20);
export const SATO = uuid(31);
export const IVANOVA = uuid(32);

export const explanation: OfferExplanation = {
  rule: 'longest waiting first',
  waitedSeconds: 4,
  candidates: [{ agentId: SATO, verdict: 'chosen', load: 0, capacity: 3 }],
};

export const text = (words: string): MessageContent => ({ type: 'text', text: words });

type Received = Extract<ConversationEvent, { type: 'CustomerMessageReceived' }>['data'];

/** Message n of a thread; its order key and time follow from n. */
export const message = (n: number, more: Partial<Received> = {}): ConversationEvent => ({
  type: 'CustomerMessageReceived',
  data: {
    messageId: uuid(5_000 + n),
    providerMessageId: `p${n}`,
    content: text(`message ${n}`),
    sentAt: new Date(Date.parse('2026-11-01T08:00:00.000Z') + n * 1_000).toISOString(),
    orderKey: String(n).padStart(6, '0'),
    ...more,
  },
});

export const opened = (
  n: number,
  more: { threadNumber?: number; accountId?: string; channel?: 'line' | 'telegram' | 'lineworks' } = {},
): ConversationEvent => ({
  type: 'ConversationOpened',
  data: {
    threadKey: `${ACCOUNT}/customer ${n}`,
    accountId: more.accountId ?? ACCOUNT,
    channel: more.channel ?? 'line',
    number: more.threadNumber ?? 1,
    customerKey: `customer ${n}`,
    contactId: uuid(40 + n),
  },
});

/** The people, the queue and the account that everything else mentions. */
export const anOffice = (tenantId = TENANT, log = new RecordedLog()): RecordedLog => {
  const of = (id: string) => (tenantId === TENANT ? id : id.replace(/^00000000/, '0000000f'));
  log.record('queue', of(QUEUE), { type: 'QueueCreated', data: { name: 'Sales', offerSeconds: 30 } }, tenantId);
  log.record(
    'integration_account',
    of(ACCOUNT),
    { type: 'IntegrationAccountAdded', data: { accountType: 'line', name: 'Umeda shop', webhookKey: `key-${of(ACCOUNT)}` } },
    tenantId,
  );
  log.record('integration_account', of(ACCOUNT), { type: 'IntegrationAccountRouted', data: { queueId: of(QUEUE) } }, tenantId);
  log.record('agent', of(SATO), { type: 'AgentRegistered', data: { name: 'Sato', capacity: 3, queueIds: [of(QUEUE)] } }, tenantId);
  log.record('agent', of(IVANOVA), { type: 'AgentRegistered', data: { name: 'Ivanova', capacity: 2, queueIds: [] } }, tenantId);
  log.record('agent', of(SATO), { type: 'PresenceChanged', data: { presence: 'available' } }, tenantId);
  return log;
};

export const offer = (log: RecordedLog, conversation: string, offerId: string, agentId = SATO): void => {
  const expiresAt = '2026-11-01T10:00:00.000Z';
  log.record('agent', agentId, {
    type: 'WorkOffered',
    data: { offerId, conversationId: conversation, queueId: QUEUE, expiresAt, explanation },
  });
  log.record('conversation', conversation, {
    type: 'ConversationOffered',
    data: { offerId, agentId, queueId: QUEUE, expiresAt, explanation },
  });
};

export const accept = (log: RecordedLog, conversation: string, offerId: string, agentId = SATO): void => {
  log.record('agent', agentId, { type: 'OfferAccepted', data: { offerId, conversationId: conversation } });
  log.record('conversation', conversation, { type: 'ConversationAssigned', data: { agentId, offerId } });
};

export const waiting = (log: RecordedLog, conversation: string, n: number): void => {
  log.record('conversation', conversation, opened(n));
  log.record('conversation', conversation, message(n));
  log.record('conversation', conversation, { type: 'AgentRequested', data: { queueId: QUEUE, reason: 'first message' } });
};

/** Many conversations with everything that can happen in them, cut into batches differently by each run. */
export const aBusyDay = (conversations: number): RecordedLog => {
  const log = anOffice();
  for (let n = 1; n <= conversations; n += 1) {
    const id = uuid(100 + n);
    const reply = uuid(7_000 + n);
    waiting(log, id, n);
    if (n % 3 === 0)
      log.record('contact', uuid(40 + n), { type: 'ContactProfileLearned', data: { displayName: `Customer ${n}`, language: 'ja' } });
    if (n % 2 === 0) continue;
    offer(log, id, uuid(6_000 + n));
    accept(log, id, uuid(6_000 + n));
    log.record('conversation', id, {
      type: 'CustomerMessageUnsent',
      data: { providerMessageId: 'p later', unsentAt: '2026-11-01T08:30:00.000Z' },
    });
    log.record('conversation', id, message(n + 1_000));
    log.record('conversation', id, message(n + 500, { late: true }));
    log.record('conversation', id, {
      type: 'CustomerMessageEdited',
      data: { providerMessageId: `p${n}`, content: text('edited'), editedAt: '2026-11-01T08:40:00.000Z' },
    });
    log.record('conversation', id, { type: 'ReplyQueued', data: { replyId: reply, agentId: SATO, content: text('answer') } });
    log.record('conversation', id, { type: 'SendingStarted', data: { replyId: reply, attempt: 1, route: 'push' } });
    log.record('conversation', id, { type: 'ReplyAccepted', data: { replyId: reply, providerMessageIds: [`sent ${n}`] } });
    if (n % 5 === 0) log.record('conversation', id, { type: 'ConversationClosed', data: { reason: 'closed by agent' } });
  }
  return log;
};
