import { accountStream, type IntegrationAccountEvent } from '@madoguchi/accounts';
import { added, applied, linked } from '@madoguchi/accounts/testing';
import {
  contactId,
  contactStream,
  conversationDecider,
  type ConversationEvent,
  conversationId,
  conversationStream,
  shelfStream,
  threadKey,
} from '@madoguchi/conversation';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import {
  derivedId,
  type ExpectedVersion,
  fold,
  handleCommand,
  type EventStore,
  metadataOf,
  type RecordedEvent,
  startOf,
} from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { receiveInbound } from './receive-inbound.js';

const tenantId = derivedId('spec', 'tenant');
const accountId = derivedId('spec', 'account');
const queueId = derivedId('spec', 'queue');
const agentId = derivedId('spec', 'agent');
const minute = 60_000;

type ImageReceived = RecordedEvent<{ type: string; data: { content: { media: { mediaId: string } } } }>;

const item = (n: number, change: Partial<Extract<InboundItem, { kind: 'message' }>> = {}): InboundItem => ({
  kind: 'message',
  dedupKey: `event-${n}`,
  conversationKey: 'U1',
  customer: { key: 'U1', displayName: '田中' },
  providerMessageId: `m${n}`,
  content: { type: 'text', text: `message ${n}` },
  sentAt: new Date(Date.UTC(2026, 10, 23, 10, n)).toISOString(),
  orderKey: String(n).padStart(4, '0'),
  ...change,
});

const message = (inbound: InboundItem, change: Partial<InboundMessage> = {}): InboundMessage => ({
  tenantId,
  accountId,
  channel: 'line',
  queueId,
  receivedAt: '2026-11-23T10:00:00.000Z',
  item: inbound,
  ...change,
});

describe('receiving what a platform told', () => {
  let clock: number;
  let store: EventStore;
  let receive: ReturnType<typeof receiveInbound>;
  const now = () => new Date(clock);
  const stream = (number: number, tenant = tenantId) => conversationStream(conversationId(tenant, threadKey(accountId, 'U1'), number));
  const types = async (number: number) => (await store.readStream(stream(number))).map((event) => event.type);
  const close = async (number: number) => {
    const cause = (step: string) => startOf(tenantId, { kind: 'agent', id: agentId }, derivedId('spec', number, step));
    const offerId = derivedId('spec', 'offer', number);
    const offer = {
      type: 'OfferToAgent',
      offerId,
      agentId,
      queueId,
      expiresAt: now().toISOString(),
      explanation: { rule: '', waitedSeconds: 0, candidates: [] },
    } as const;
    await handleCommand(store, conversationDecider, stream(number), offer, cause('offer'), { now });
    await handleCommand(store, conversationDecider, stream(number), { type: 'AssignToAgent', offerId, agentId }, cause('assign'), { now });
    await handleCommand(store, conversationDecider, stream(number), { type: 'CloseConversation', agentId }, cause('close'), { now });
  };

  beforeEach(() => {
    clock = Date.UTC(2026, 10, 23, 10, 0);
    store = inMemoryEventStore({ now });
    receive = receiveInbound(store, now);
  });

  describe.each([
    ['a notice of the platform', { type: 'system', what: 'memberJoined' }],
    ['a letter of a machine', { type: 'email', text: 'I am away', attachments: [], automatic: true }],
  ] as const)('%s', (_, content) => {
    const notice = (n: number) => message(item(n, { content }));

    it('opens no conversation, and is kept', async () => {
      const [kept] = await receive(notice(1));
      expect(kept).toMatchObject({ type: 'WebhookItemShelved', data: { kind: content.type, raw: { content } } });
      expect(await types(1)).toEqual([]);
    });

    it('stands in the conversation that is running, and stays on the shelf where it came too early', async () => {
      await receive(notice(1));
      await receive(message(item(2)));
      await receive(notice(3));
      await receive(notice(1));
      const received = (await store.readStream(stream(1))).filter(({ type }) => type === 'CustomerMessageReceived');
      expect(received.map(({ data }) => (data as { providerMessageId: string }).providerMessageId)).toEqual(['m2', 'm3']);
    });

    it('reopens nothing', async () => {
      await receive(message(item(1)));
      await close(1);
      await receive(notice(2));
      expect(await types(2)).toEqual([]);
    });
  });

  it('the first message opens a conversation and learns the customer’s name', async () => {
    await receive(message(item(1)));
    expect(await types(1)).toEqual(['ConversationOpened', 'CustomerMessageReceived', 'AgentRequested']);
    const contact = await store.readStream(contactStream(contactId(tenantId, accountId, 'U1')));
    expect(contact.map((event) => event.data)).toEqual([expect.objectContaining({ displayName: '田中' })]);
  });

  it('a customer’s new name is learned with any later message, and an old message does not bring the old name back', async () => {
    const contact = async () => (await store.readStream(contactStream(contactId(tenantId, accountId, 'U1')))).map((event) => event.data);
    const called = (n: number, displayName?: string, language?: string) =>
      message(item(n, { customer: { key: 'U1', displayName, language } }));
    await receive(called(1, '田中'));
    await receive(called(2, '田中'));
    await receiveInbound(store, now)(called(3, '田中'));
    await receive(called(4));
    expect(await contact()).toHaveLength(1);
    await receive(called(6, '佐藤', 'ja'));
    await receive(called(5, '田中'));
    await receiveInbound(store, now)(called(3, '田中'));
    expect(await contact()).toEqual([
      expect.objectContaining({ displayName: '田中' }),
      expect.objectContaining({ displayName: '佐藤', language: 'ja', namedAt: '2026-11-23T10:06:00.000Z' }),
    ]);
  });

  describe('the language of a customer', () => {
    const inLanguages = (ofAccount?: string, detectedLanguageMayOverride?: boolean) =>
      receiveInbound(store, now, undefined, {
        ofAccount: async () => ({ language: ofAccount, detectedLanguageMayOverride }),
        detect: (text) => (text.includes('заказ') ? 'ru' : undefined),
      });
    const writes = (n: number, text: string, language?: string) =>
      message(item(n, { content: { type: 'text', text }, customer: { key: 'U1', language } }));
    const language = async (number = 1) =>
      fold(conversationDecider, (await store.readStream(stream(number))) as unknown as readonly ConversationEvent[]);

    it.each([
      ['is the account’s before all', 'ja', 'en', { language: 'ja', languageFrom: 'channel' }],
      ['is the profile’s before what was written', undefined, 'en', { language: 'en', languageFrom: 'profile' }],
      ['is what they write where nothing else is known', undefined, undefined, { language: 'ru', languageFrom: 'detection' }],
    ])('%s', async (_, ofAccount, ofProfile, known) => {
      await inLanguages(ofAccount)(writes(1, 'Где мой заказ?', ofProfile));
      expect(await language()).toMatchObject(known);
    });

    it.each([
      ['the account’s', 'ja', 'en', { language: 'ja', from: 'channel' }],
      ['the profile’s', undefined, 'en', { language: 'en', from: 'profile' }],
      ['nothing', undefined, undefined, null],
    ])(
      'M-177: is what they write before %s where the account lets it, which the event explains',
      async (_, ofAccount, ofProfile, languageInstead) => {
        const receives = inLanguages(ofAccount, true);
        await receives(writes(1, 'Где мой заказ?', ofProfile));
        const [opening] = await store.readStream(stream(1));
        expect(opening!.data).toMatchObject({ language: 'ru', languageFrom: 'detection', languageInstead });
        await receives(writes(2, '...', 'en'));
        expect((await language()).language).toBe('ru');
      },
    );

    it('M-177: is the account’s until they write so much that it can be told', async () => {
      const receives = inLanguages('ja', true);
      await receives(writes(1, '...'));
      expect(await language()).toMatchObject({ language: 'ja', languageFrom: 'channel' });
      await receives(writes(2, 'Где мой заказ?'));
      expect((await language()).language).toBe('ru');
      expect((await store.readStream(stream(1))).at(-1)).toMatchObject({
        type: 'LanguageLearned',
        data: { language: 'ru', from: 'detection', instead: { language: 'ja', from: 'channel' } },
      });
    });

    it('is what an earlier conversation has learned of them', async () => {
      await inLanguages()(message(item(1, { customer: { key: 'U1', displayName: '田中', language: 'ja' } })));
      await close(1);
      await inLanguages()(writes(2, 'Где мой заказ?'));
      expect(await language(2)).toMatchObject({ language: 'ja', languageFrom: 'profile' });
    });

    it('is learned from a later message when the first does not tell it, once', async () => {
      for (const [n, text] of ['...', 'Где мой заказ?', 'Мой заказ!'].entries()) await inLanguages()(writes(n + 1, text));
      expect(await language()).toMatchObject({ language: 'ru', languageFrom: 'detection' });
      expect((await types(1)).filter((type) => type === 'LanguageLearned')).toHaveLength(1);
    });

    it('is not guessed from the words of a button', async () => {
      await inLanguages()(message(item(1, { content: { type: 'postback', data: 'x', label: 'Мой заказ' } })));
      expect((await language()).language).toBeUndefined();
    });
  });

  it('twenty first messages at once open one conversation and all join it', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => receiveInbound(store, now)(message(item(n + 1)))));
    const recorded = await types(1);
    expect(recorded.filter((type) => type === 'ConversationOpened')).toHaveLength(1);
    expect(recorded.filter((type) => type === 'CustomerMessageReceived')).toHaveLength(20);
    expect(await types(2)).toEqual([]);
  });

  it('the same delivery again, at once or by another process, stores nothing', async () => {
    await receive(message(item(1)));
    await receive(message(item(1)));
    await receiveInbound(store, now)(message(item(1)));
    expect((await types(1)).filter((type) => type === 'CustomerMessageReceived')).toHaveLength(1);
  });

  it('a delivery that comes again a week and three conversations later stores nothing', async () => {
    for (const number of [1, 2, 3]) {
      await receive(message(item(number)));
      await close(number);
      clock += 60 * minute;
    }
    clock += 7 * 24 * 60 * minute;
    for (const number of [1, 2, 3]) await receiveInbound(store, now)(message(item(number)));
    expect(await types(4)).toEqual([]);
  });

  it('a week-old delivery is recognised by the log itself where nothing but its conversation’s number is known', async () => {
    await receive(message(item(1)));
    await close(1);
    const forgetful = { ...item(1), sentAt: '2027-01-01T00:00:00.000Z' } as InboundItem;
    await receiveInbound(store, now)(message(forgetful));
    expect(await types(2)).toEqual([]);
  });

  it('M-51: closing ends a conversation, the next message opens the next one for the same customer', async () => {
    await receive(message(item(1)));
    await close(1);
    await receive(message(item(2)));
    expect((await types(1)).at(-1)).toBe('ConversationClosed');
    const [opened] = await store.readStream(stream(2));
    expect(opened?.data).toMatchObject({
      number: 2,
      threadKey: threadKey(accountId, 'U1'),
      contactId: contactId(tenantId, accountId, 'U1'),
    });
  });

  it('a message that comes after its conversation is closed, and behind what is in it, is flagged late in the next one', async () => {
    await receive(message(item(1)));
    await receive(message(item(3)));
    await close(1);
    await receive(message(item(2)));
    const [, late] = await store.readStream(stream(2));
    expect(late).toMatchObject({ type: 'CustomerMessageReceived', data: { providerMessageId: 'm2', late: true } });
  });

  it('an edit, an unsend and a reaction find their message, also when its conversation is closed', async () => {
    await receive(message(item(1)));
    await close(1);
    await receive(message(item(2)));
    const about = { conversationKey: 'U1', customer: { key: 'U1' } };
    await receive(
      message({
        kind: 'edit',
        dedupKey: 'e1',
        ...about,
        providerMessageId: 'm1',
        content: { type: 'text', text: 'corrected' },
        editedAt: now().toISOString(),
      }),
    );
    await receive(message({ kind: 'unsend', dedupKey: 'e2', ...about, providerMessageId: 'm2', unsentAt: now().toISOString() }));
    await receive(
      message({ kind: 'reaction', dedupKey: 'e3', ...about, providerMessageId: 'm2', reactions: ['👍'], reactedAt: now().toISOString() }),
    );
    expect((await types(1)).at(-1)).toBe('CustomerMessageEdited');
    expect((await types(2)).slice(-2)).toEqual(['CustomerMessageUnsent', 'CustomerReacted']);
  });

  it('an unsend that overtakes its message waits where the message will stand', async () => {
    const unsend = {
      kind: 'unsend',
      dedupKey: 'e1',
      conversationKey: 'U1',
      customer: { key: 'U1' },
      providerMessageId: 'm1',
      unsentAt: now().toISOString(),
    } as const;
    await receive(message(unsend));
    await receive(message(item(1)));
    expect(await types(1)).toEqual(['CustomerMessageUnsent', 'ConversationOpened', 'CustomerMessageReceived', 'AgentRequested']);
  });

  it('follows, blocks and what nobody understands are recorded beside the conversation', async () => {
    await receive(message({ kind: 'follow', dedupKey: 'f1', conversationKey: 'U1', customer: { key: 'U1' }, at: now().toISOString() }));
    await receive(message({ kind: 'block', dedupKey: 'b1', conversationKey: 'U1', customer: { key: 'U1' }, at: now().toISOString() }));
    const unread = message({
      kind: 'unread',
      dedupKey: 'x1',
      conversationKey: 'U1',
      platformKind: 'beacon',
      reason: 'not understood yet',
      raw: { hwid: 'd41d' },
    });
    const [shelved] = await receive(unread);
    expect(await receive(unread)).toHaveLength(1);
    expect(shelved).toMatchObject({ type: 'WebhookItemShelved', data: { kind: 'beacon', raw: { hwid: 'd41d' } } });
    const contact = await store.readStream(contactStream(contactId(tenantId, accountId, 'U1')));
    expect(contact.map((event) => event.type)).toEqual(['ContactFollowed', 'ContactBlocked']);
    // To be greeted before they have written anything.
    expect(contact[0]!.data).toMatchObject({ accountId, customerKey: 'U1' });
  });

  it('M-03: the same ids in two tenants stay two conversations, and their files two files', async () => {
    const other = derivedId('spec', 'other tenant');
    const image = item(1, {
      content: { type: 'image', media: { mediaId: derivedId('spec', 'file'), source: { kind: 'platform', reference: 'f' } } },
    });
    const [, mine] = (await receive(message(image))) as readonly ImageReceived[];
    const [, theirs] = (await receive(message(image, { tenantId: other }))) as readonly ImageReceived[];
    expect(mine?.stream).not.toBe(theirs?.stream);
    expect(mine?.data.content.media.mediaId).not.toBe(theirs?.data.content.media.mediaId);
    expect((await store.readStream(stream(1))).every((event) => event.metadata.tenantId === tenantId)).toBe(true);
    expect((await store.readStream(stream(1, other))).every((event) => event.metadata.tenantId === other)).toBe(true);
  });

  it('M-66: what comes while the link is off is kept as it came, and let in later: in its order, once, and as late', async () => {
    const off = (n: number) => message(item(n), { linkOff: true, queueId: undefined });
    for (const n of [2, 3, 3]) await receive(off(n));
    expect(await types(1)).toEqual([]);
    const kept = async (n: number) => store.readStream(shelfStream(tenantId, accountId, `event-${n}`));
    expect(await kept(3)).toMatchObject([
      { type: 'WebhookItemShelved', data: { kind: 'message', reason: 'link off', why: 'link off', raw: item(3) } },
    ]);

    await receive(message(item(4)));
    for (const n of [2, 3, 2]) await receive(message(item(n), { imported: true }));
    const received = (await store.readStream(stream(1))).filter(({ type }) => type === 'CustomerMessageReceived');
    expect(received.map(({ data }) => data)).toMatchObject([
      { providerMessageId: 'm4' },
      { providerMessageId: 'm2', late: true },
      { providerMessageId: 'm3', late: true },
    ]);
    expect(received[0]?.data).not.toHaveProperty('late');
  });

  it('M-66: keeps nothing of an account whose link is on by now, though ingress had not seen it yet', async () => {
    const happens = (seen: ExpectedVersion, ...events: readonly IntegrationAccountEvent[]) => {
      const metadata = metadataOf(startOf(tenantId, { kind: 'agent', id: agentId }, derivedId('spec', 'account', seen)), now());
      const recorded = events.map((event) => ({ ...event, id: derivedId('spec', 'account', event.type), schemaVersion: 1, metadata }));
      return store.append(accountStream(accountId), recorded, seen);
    };
    await happens('no stream', added(), applied(), { type: 'IntegrationAccountRouted', data: { queueId } });
    await receive(message(item(1), { linkOff: true, queueId: undefined }));
    expect(await types(1)).toEqual([]);
    await happens(3, linked());
    await receive(message(item(2), { linkOff: true, queueId: undefined }));
    expect(await types(1)).toEqual(expect.arrayContaining(['CustomerMessageReceived', 'AgentRequested']));
    expect(await store.readStream(shelfStream(tenantId, accountId, 'event-2'))).toEqual([]);
  });

  it('M-66: lets in what nobody wrote after as late too, and what a platform tells of our own words even while the link is off', async () => {
    await receive(message(item(1), { imported: true }));
    expect((await store.readStream(stream(1))).at(1)).toMatchObject({ type: 'CustomerMessageReceived', data: { late: true } });
    await receive(
      message(
        { kind: 'follow', dedupKey: 'f1', conversationKey: 'U1', customer: { key: 'U1' }, at: '2026-11-23T10:00:00.000Z' },
        { linkOff: true },
      ),
    );
    expect(await store.readStream(contactStream(contactId(tenantId, accountId, 'U1')))).not.toEqual([]);
  });
});
