import { randomUUID } from 'node:crypto';
import {
  chatCodesDecider,
  type ChatCodesCommand,
  chatCodesStream,
  consentDecider,
  consentStream,
  type IntegrationAccount,
  integrationAccountDecider,
} from '@madoguchi/accounts';
import { type ConversationCommand, conversationDecider, conversationStream, type MessageContent } from '@madoguchi/conversation';
import { type Decider, type DomainEvent, type EventStore, handleCommand, startOf, type StreamName } from '@madoguchi/event-sourcing';
import { createInMemoryLog } from '@madoguchi/event-sourcing/testing';
import { conversationBackground } from './conversation-background.js';

const TENANT = randomUUID();
const account: IntegrationAccount = { ...integrationAccountDecider.initialState(), status: 'open', accountType: 'whatsapp' };
const window = {
  chatCodeId: randomUUID(),
  reference: 'shop window',
  prefilledText: 'Hello Umeda Bicycles',
  businessName: 'Umeda Bicycles',
  consentSentence: 'You agree to receive messages.',
  language: 'en',
};

let store: EventStore;
let accountId: string;
let contactId: string;
let id: string;
beforeEach(() => {
  store = createInMemoryLog().open();
  [accountId, contactId, id] = [randomUUID(), randomUUID(), randomUUID()];
});

const record = <State, Command, Event extends DomainEvent>(decider: Decider<State, Command, Event>, stream: StreamName, command: Command) =>
  handleCommand(store, decider, stream, command, startOf(TENANT, { kind: 'system', automation: 'test' }, randomUUID()), {
    now: () => new Date(),
  });
const happens = (command: ConversationCommand) => record(conversationDecider, conversationStream(id), command);
const code = (command: ChatCodesCommand) => record(chatCodesDecider(account), chatCodesStream(accountId), command);

const customerWrites = async (content: MessageContent, more: { botId?: string } = {}) => {
  const messageId = randomUUID();
  await happens({
    type: 'ReceiveCustomerMessage',
    threadKey: `thread ${id}`,
    accountId,
    channel: 'whatsapp',
    number: 1,
    customerKey: '81901234567',
    contactId,
    queueId: randomUUID(),
    messageId,
    providerMessageId: `provider ${messageId}`,
    content,
    sentAt: '2026-11-25T10:00:00.000Z',
    orderKey: messageId,
    ...more,
  });
  return messageId;
};
const background = (tenantId = TENANT) =>
  conversationBackground(store, tenantId, {
    id,
    account: { id: accountId, name: '' },
    channel: 'whatsapp',
    customer: { contactId, name: null, pictureUrl: null, language: null, blocked: false, erased: false },
  });

describe('where a customer came from', () => {
  it('M-155: by the QR code whose text the first message bears, and that they agreed by it', async () => {
    await code({ type: 'CreateChatCode', ...window });
    const messageId = await customerWrites({ type: 'text', text: 'Hello Umeda Bicycles, is it open?' });
    const { chatCodeId, reference, consentSentence: wording, businessName, language } = window;
    const source = { kind: 'chat code', chatCodeId, reference } as const;
    const at = '2026-11-25T10:00:01.000Z';
    const given = { type: 'GiveConsent', accountId, source, wording, businessName, language, messageId, at } as const;
    await record(consentDecider, consentStream(contactId), given);
    expect(await background()).toMatchObject({
      origin: { kind: 'chat code', reference: 'shop window' },
      consent: { at, wording, businessName, language, reference },
    });
    expect(await background(randomUUID())).toEqual({ origin: null, consent: null, handOvers: [], assignments: [] });
  });

  it('M-155: as the code was named then, and not by one that was made later', async () => {
    await customerWrites({ type: 'text', text: 'Hello Umeda Bicycles' });
    await code({ type: 'CreateChatCode', ...window });
    expect((await background()).origin).toBeNull();
    id = randomUUID();
    await customerWrites({ type: 'text', text: 'Hello Umeda Bicycles' });
    await code({ type: 'ChangeChatCode', chatCodeId: window.chatCodeId, reference: 'shop door' });
    expect((await background()).origin).toEqual({ kind: 'chat code', reference: 'shop window' });
  });

  it('by the word of the platform', async () => {
    await customerWrites({ type: 'referral', source: 'AD', title: 'Autumn sale', reference: 'ad-7' });
    expect((await background()).origin).toEqual({ kind: 'referral', source: 'AD', title: 'Autumn sale', reference: 'ad-7' });
  });
});

describe('what was decided', () => {
  const offer = async (agentId: string) => {
    const offerId = randomUUID();
    const explanation = { rule: 'nobody is free', waitedSeconds: 4, candidates: [] };
    await happens({ type: 'OfferToAgent', offerId, agentId, queueId: randomUUID(), expiresAt: '2099-01-01T00:00:00.000Z', explanation });
    return offerId;
  };

  it('is every assignment, also those before the last', async () => {
    await customerWrites({ type: 'text', text: 'hello' });
    const [bob, aiko] = [randomUUID(), randomUUID()];
    await happens({ type: 'ReturnOffer', offerId: await offer(bob), outcome: 'lapsed' } as ConversationCommand);
    await happens({ type: 'AssignToAgent', offerId: await offer(aiko), agentId: aiko });
    const { assignments } = await background();
    expect(assignments.map(({ agentId, outcome, explanation }) => [agentId, outcome, explanation?.waitedSeconds])).toEqual([
      [bob, 'lapsed', 4],
      [aiko, 'accepted', 4],
    ]);
  });

  it('is what a bot found out before people went on, and who took over by hand', async () => {
    const botId = randomUUID();
    await customerWrites({ type: 'text', text: 'hello' }, { botId });
    const fields = [{ name: 'order', value: 'A-12' }];
    await happens({ type: 'HandOver', epoch: 1, reason: 'customer asked', summary: 'Wants a bell', fields });
    expect((await background()).handOvers).toEqual([
      { at: expect.any(String), botId, reason: 'customer asked', summary: 'Wants a bell', fields },
    ]);
    id = randomUUID();
    await customerWrites({ type: 'text', text: 'hello' }, { botId });
    const agentId = randomUUID();
    await happens({ type: 'TakeOver', agentId, offerId: randomUUID() });
    expect((await background()).assignments).toMatchObject([{ agentId, outcome: 'taken over', explanation: null }]);
  });
});
