import { CONVERSATION, type ConversationEvent, isNotice, lineOf, type MessageContent } from '@madoguchi/conversation';
import { idOf, isErased, type Personal, type Recorded, unlessErased } from '@madoguchi/event-sourcing';
import { In } from 'typeorm';
import { indexedText } from '../indexed-text.js';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { AgentInboxRow } from './agent-inbox-row.entity.js';

export const agentInboxProjector: Projector = {
  name: 'agent_inbox_v3',
  categories: [CONVERSATION],
  tables: ['agent_inbox_v3'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<ConversationEvent>[];
    const ids = [...new Set(recorded.map((event) => idOf(event.stream)))];
    const rows = new Map((await transaction.findBy(AgentInboxRow, { id: In(ids) })).map((row) => [row.id, row]));
    for (const event of recorded) {
      const id = idOf(event.stream);
      const row = event.type === 'ConversationOpened' ? opened(event, id) : rows.get(id);
      if (!row) continue;
      change(row, event);
      row.version = event.version;
      rows.set(id, row);
    }
    await upsertRows(transaction, AgentInboxRow, [...rows.values()]);
  },
};

type Opened = Extract<Recorded<ConversationEvent>, { type: 'ConversationOpened' }>;

const opened = ({ data, metadata }: Opened, id: string): AgentInboxRow =>
  Object.assign(new AgentInboxRow(), {
    id,
    tenantId: metadata.tenantId,
    status: 'not routed',
    accountId: data.accountId,
    channel: data.channel,
    threadKey: indexedText(unlessErased(data.threadKey) ?? id),
    threadNumber: data.number,
    contactId: data.contactId,
    customerName: unlessErased(data.customerName) ?? null,
    language: data.language ?? null,
    queueId: null,
    ownerAgentId: null,
    botId: null,
    controlEpoch: null,
    snoozedUntil: null,
    snoozedBy: null,
    explanation: null,
    lastFrom: null,
    lastType: null,
    lastLine: null,
    lastAt: null,
    lastProviderMessageId: null,
    lastCustomerAt: null,
    unread: 0,
    waitingSince: null,
    openedAt: new Date(metadata.occurredAt),
    closedAt: null,
    erased: isErased(data.threadKey),
  } satisfies Omit<AgentInboxRow, 'version'>);

const change = (row: AgentInboxRow, event: Recorded<ConversationEvent>): void => {
  switch (event.type) {
    case 'CustomerMessageReceived': {
      const { content, sentAt, providerMessageId, late } = event.data;
      if (!isNotice(event.data)) {
        row.unread += 1;
        row.waitingSince ??= new Date(sentAt);
        row.lastCustomerAt = later(row.lastCustomerAt, new Date(sentAt));
      }
      if (!late || row.lastFrom === null) setLast(row, 'customer', content, sentAt, unlessErased(providerMessageId) ?? null);
      return;
    }
    case 'ConversationReopened':
      row.lastCustomerAt = event.data.customerWroteAt === undefined ? null : new Date(event.data.customerWroteAt);
      return;
    case 'CustomerMessageEdited':
      if (event.data.providerMessageId === row.lastProviderMessageId) setLine(row, event.data.content);
      return;
    case 'CustomerMessageUnsent':
      if (event.data.providerMessageId === row.lastProviderMessageId) row.lastLine = '';
      return;
    case 'LanguageLearned':
    case 'LanguageCorrected':
      row.language = event.data.language;
      return;
    case 'AgentRequested':
      row.status = 'waiting';
      row.language = event.data.language ?? row.language;
      row.queueId = event.data.queueId;
      row.ownerAgentId = null;
      wake(row);
      return;
    case 'ConversationSnoozed':
      row.status = 'snoozed';
      row.ownerAgentId = null;
      row.snoozedUntil = event.data.until === undefined ? null : new Date(event.data.until);
      row.snoozedBy = event.data.agentId;
      if (event.data.until === undefined) row.waitingSince = null;
      return;
    case 'ControlPassed':
      return passControl(row, event.data);
    case 'OtherAppWrote': {
      const { content, sentAt, late } = event.data;
      if (!late) setLast(row, 'bot', content, sentAt, null);
      weActed(row);
      row.waitingSince = null;
      return;
    }
    case 'BotStayedSilent':
      row.waitingSince = null;
      return;
    case 'ConversationOffered':
      row.status = 'offered';
      row.queueId = event.data.queueId;
      row.explanation = event.data.explanation;
      return;
    case 'OfferReturned':
      if (row.status === 'offered') row.status = 'waiting';
      return;
    case 'ConversationAssigned':
      row.status = 'assigned';
      row.botId = null;
      row.controlEpoch = null;
      row.ownerAgentId = event.data.agentId;
      return;
    case 'ReplyQueued':
      // Nobody has answered: the customer waits on, and what they said stays the last word.
      if (event.data.automatic) return;
      setLast(row, event.data.botId === undefined ? 'agent' : 'bot', event.data.content, event.metadata.occurredAt, null);
      weActed(row);
      row.waitingSince = null;
      return;
    case 'NoteAdded':
      weActed(row);
      return;
    case 'ConversationClosed':
      row.status = 'closed';
      row.ownerAgentId ??= row.snoozedBy;
      wake(row);
      row.botId = null;
      row.controlEpoch = null;
      row.closedAt = new Date(event.metadata.occurredAt);
      weActed(row);
      row.waitingSince = null;
      return;
    case 'ConversationErased':
      return erase(row);
    default:
      return;
  }
};

/** What stays is what the events say whose fields cannot be read any more: a row that is projected again becomes the same. */
const erase = (row: AgentInboxRow): void => {
  row.erased = true;
  row.threadKey = row.id;
  row.customerName = null;
  row.lastType = null;
  row.lastLine = null;
  row.lastProviderMessageId = null;
};

const wake = (row: AgentInboxRow): void => {
  row.snoozedUntil = null;
  row.snoozedBy = null;
};

type ControlPassed = Extract<ConversationEvent, { type: 'ControlPassed' }>['data'];

/** A bot is never written where the operator stands. */
const passControl = (row: AgentInboxRow, { to, botId, epoch, queueId }: ControlPassed): void => {
  const toBot = to === 'bot' && botId !== undefined;
  row.botId = toBot ? botId : null;
  row.controlEpoch = toBot ? epoch : null;
  if (!toBot) {
    if (row.status === 'bot') row.status = row.queueId === null ? 'not routed' : 'waiting';
    return;
  }
  row.status = 'bot';
  wake(row);
  row.queueId = queueId ?? row.queueId;
  row.ownerAgentId = null;
};

const later = (known: Date | null, other: Date): Date => (known && known > other ? known : other);

const weActed = (row: AgentInboxRow): void => {
  row.unread = 0;
};

const setLast = (
  row: AgentInboxRow,
  from: 'customer' | 'agent' | 'bot',
  content: Personal<MessageContent>,
  at: string,
  providerMessageId: string | null,
): void => {
  row.lastFrom = from;
  row.lastAt = new Date(at);
  row.lastProviderMessageId = providerMessageId;
  setLine(row, content);
};

const LONGEST_LINE = 200;

const setLine = (row: AgentInboxRow, content: Personal<MessageContent>): void => {
  row.lastType = isErased(content) ? null : content.type;
  row.lastLine = isErased(content) ? null : Array.from(lineOf(content)).slice(0, LONGEST_LINE).join('');
};
