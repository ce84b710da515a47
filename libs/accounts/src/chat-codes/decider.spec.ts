import { fold, Refusal } from '@madoguchi/event-sourcing';
import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { integrationAccountDecider } from '../account/decider.js';
import type { IntegrationAccountEvent } from '../account/events.js';
import { activeNumber, added, applied, deleted, linked, readyToActivate } from '../testing/index.js';
import { allIn } from './code-map.js';
import { type ChatCodesCommand, chatCodesDecider } from './decider.js';
import type { ChatCodesEvent } from './events.js';
import { clickToChatLink, findChatCode } from './find-chat-code.js';
import { CHAT_CODE_LIMITS } from './write/chat-code-fields.js';
import { unsettledCodes } from './write/settle-chat-code.js';

const of = (...account: readonly IntegrationAccountEvent[]) => specificationOf(chatCodesDecider(fold(integrationAccountDecider, account)));
const { given } = of(...activeNumber);
const chatCodeId = exampleId('shop window');
const shopWindow = {
  reference: 'shop window',
  prefilledText: '梅田店について教えてください',
  businessName: 'Umeda Foods',
  consentSentence: '送信すると、Umeda Foodsからのメッセージの受信に同意したことになります。',
  language: 'ja',
};
const create = { type: 'CreateChatCode', chatCodeId, ...shopWindow } as const;
const created: ChatCodesEvent = { type: 'ChatCodeCreated', data: { chatCodeId, revision: 1, ...shopWindow } };
const settled = (revision: number): ChatCodesEvent => ({
  type: 'ChatCodeSettled',
  data: { chatCodeId, revision, platformCode: 'ANED2T5QRU7HG1', link: 'https://wa.me/message/ANED2T5QRU7HG1' },
});
const state = (...events: readonly ChatCodesEvent[]) => fold(chatCodesDecider(integrationAccountDecider.initialState()), events);

describe('QR codes and short links', () => {
  it('M-154: are created, edited and deleted', () => {
    given().when(create).then(created);
    given(created).when(create).thenNothing();
    given(created)
      .when({ type: 'ChangeChatCode', chatCodeId, reference: 'shop door' })
      .then({ type: 'ChatCodeChanged', data: { chatCodeId, revision: 2, reference: 'shop door' } });
    given(created).when({ type: 'ChangeChatCode', chatCodeId, reference: 'shop window' }).thenNothing();
    const gone: ChatCodesEvent = { type: 'ChatCodeDeleted', data: { chatCodeId, revision: 2 } };
    given(created).when({ type: 'DeleteChatCode', chatCodeId }).then(gone);
    given(created, gone).when({ type: 'DeleteChatCode', chatCodeId }).thenNothing();
    given(created, gone).when({ type: 'ChangeChatCode', chatCodeId, reference: 'x' }).thenRefused('no-such-chat-code');
  });

  it('M-154: have a text of up to 140 characters', () => {
    const text = 'あ'.repeat(140);
    given()
      .when({ ...create, prefilledText: text })
      .then({ type: 'ChatCodeCreated', data: { chatCodeId, revision: 1, ...shopWindow, prefilledText: text } });
    for (const prefilledText of [`${text}あ`, '', '   ', '👍'.repeat(71)])
      given()
        .when({ ...create, prefilledText })
        .thenRefused('bad-prefilled-text');
    given(created)
      .when({ type: 'ChangeChatCode', chatCodeId, prefilledText: `${text}あ` })
      .thenRefused('bad-prefilled-text');
  });

  it('M-154: are at most 2,000 per number, also while the platform still has some that were deleted', () => {
    const many = Array.from({ length: 2_000 }, (_, n): ChatCodesEvent => ({
      type: 'ChatCodeCreated',
      data: { ...shopWindow, chatCodeId: exampleId(n), revision: 1, prefilledText: `code ${n}` },
    }));
    const gone: ChatCodesEvent = { type: 'ChatCodeDeleted', data: { chatCodeId: exampleId(7), revision: 2 } };
    given(...many.slice(1))
      .when(create)
      .then(created);
    given(...many)
      .when(create)
      .thenRefused('too-many-chat-codes');
    given(...many, gone)
      .when(create)
      .thenRefused('too-many-chat-codes');
    given(...many, gone, { type: 'ChatCodeSettled', data: { chatCodeId: exampleId(7), revision: 2 } })
      .when(create)
      .then(created);
  });

  it('M-157: are not finished without the business’s name and a sentence of consent', () => {
    for (const businessName of ['', '  ', undefined as unknown as string])
      given()
        .when({ ...create, businessName })
        .thenRefused('bad-business-name');
    for (const consentSentence of ['', '\n', undefined as unknown as string])
      given()
        .when({ ...create, consentSentence })
        .thenRefused('bad-consent-sentence');
    given(created).when({ type: 'ChangeChatCode', chatCodeId, consentSentence: ' ' }).thenRefused('bad-consent-sentence');
    given(created).when({ type: 'ChangeChatCode', chatCodeId, businessName: '' }).thenRefused('bad-business-name');
    given()
      .when({ ...create, reference: '' })
      .thenRefused('bad-reference');
  });

  it('need a number that is active', () => {
    of(...readyToActivate)
      .given()
      .when(create)
      .thenRefused('not-active');
    of(...activeNumber, deleted())
      .given()
      .when(create)
      .thenRefused('no-such-number');
    of(added('line')).given().when(create).thenRefused('no-such-number');
    of(added('whatsapp'), applied(), linked()).given().when(create).then(created);
    of(...activeNumber, deleted())
      .given(created)
      .when({ type: 'DeleteChatCode', chatCodeId })
      .then({ type: 'ChatCodeDeleted', data: { chatCodeId, revision: 2 } });
  });
});

describe('what the platform has to be told', () => {
  const changed: ChatCodesEvent = { type: 'ChatCodeChanged', data: { chatCodeId, revision: 2, prefilledText: 'こんにちは' } };
  const gone: ChatCodesEvent = { type: 'ChatCodeDeleted', data: { chatCodeId, revision: 3 } };
  const tell = (revision: number) =>
    ({
      type: 'RecordChatCodeSettled',
      chatCodeId,
      revision,
      platformCode: 'ANED2T5QRU7HG1',
      link: 'https://wa.me/message/ANED2T5QRU7HG1',
    }) as const;

  it('follows from the events, also after a crash', () => {
    expect(unsettledCodes(state(created)).map((code) => code.revision)).toEqual([1]);
    expect(unsettledCodes(state(created, settled(1)))).toEqual([]);
    expect(unsettledCodes(state(created, settled(1), changed))).toMatchObject([
      { revision: 2, platformCode: 'ANED2T5QRU7HG1', deleted: false },
    ]);
    expect(unsettledCodes(state(created, settled(1), changed, settled(2), gone))).toMatchObject([{ revision: 3, deleted: true }]);
    expect(state(created, settled(1), changed, settled(2), gone, settled(3)).count).toBe(0);
  });

  it('is told once, and an answer about an older revision leaves the newer one to be told', () => {
    given(created).when(tell(1)).then(settled(1));
    given(created, settled(1)).when(tell(1)).thenNothing();
    given(created, changed).when(tell(1)).then(settled(1));
    expect(unsettledCodes(state(created, changed, settled(1)))).toMatchObject([{ revision: 2, platformCode: 'ANED2T5QRU7HG1' }]);
    given(created).when(tell(2)).thenNothing();
    given().when(tell(1)).thenNothing();
  });

  it('may be refused, with the reason', () => {
    const problem = { code: 'refused', reason: 'The platform says no.', remedy: 'Change the text.' };
    given(created)
      .when({ type: 'RecordChatCodeNotSettled', chatCodeId, revision: 1, ...problem })
      .then({ type: 'ChatCodeNotSettled', data: { chatCodeId, revision: 1, ...problem } });
    given(created, changed)
      .when({ type: 'RecordChatCodeNotSettled', chatCodeId, revision: 1, ...problem })
      .thenNothing();
  });
});

describe('a message that comes by a code', () => {
  const codes = [
    { prefilledText: 'Hello Umeda', reference: 'shop window' },
    { prefilledText: 'Hello Umeda, about my order', reference: 'receipt' },
  ];
  const reference = (text: string) => findChatCode(text, codes)?.reference;

  it('M-155: is known by its text, though the customer may have added to it', () => {
    expect(reference('Hello Umeda')).toBe('shop window');
    expect(reference('  hello　umeda ')).toBe('shop window');
    expect(reference('Hello Umeda! Are you open?')).toBe('shop window');
    expect(reference('Hello Umeda, about my order 4711')).toBe('receipt');
    expect(reference('Hello Umedaya')).toBeUndefined();
    expect(reference('Hi')).toBeUndefined();
  });

  it('M-155: can be by one code only: no two of a number have the same text', () => {
    const twin = { ...create, chatCodeId: exampleId('twin'), prefilledText: '  梅田店について教えてください ' };
    given(created).when(twin).thenRefused('text-taken');
    given(created, { type: 'ChatCodeDeleted', data: { chatCodeId, revision: 2 } })
      .when(twin)
      .then({ type: 'ChatCodeCreated', data: { ...shopWindow, chatCodeId: exampleId('twin'), revision: 1 } });
    const names = fc.constantFrom('a', 'b', 'c');
    const texts = fc.constantFrom('Hello', 'hello ', 'Hi', 'ＨＩ', 'ok');
    const commands: fc.Arbitrary<ChatCodesCommand> = fc.oneof(
      fc.tuple(names, texts).map(([name, prefilledText]): ChatCodesCommand => ({ ...create, chatCodeId: exampleId(name), prefilledText })),
      fc
        .tuple(names, texts)
        .map(([name, prefilledText]): ChatCodesCommand => ({ type: 'ChangeChatCode', chatCodeId: exampleId(name), prefilledText })),
      names.map((name): ChatCodesCommand => ({ type: 'DeleteChatCode', chatCodeId: exampleId(name) })),
    );
    const decider = chatCodesDecider(fold(integrationAccountDecider, activeNumber));
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 30 }), (sequence) => {
        let chatCodes = decider.initialState();
        for (const command of sequence) {
          try {
            chatCodes = decider.decide(command, chatCodes).reduce(decider.evolve, chatCodes);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          const there = allIn(chatCodes.codes)
            .filter((code) => !code.deleted)
            .map((code) => code.prefilledText.normalize('NFKC').trim().toLowerCase());
          expect(new Set(there).size).toBe(there.length);
          expect(allIn(chatCodes.codes).length).toBe(chatCodes.count);
          expect(chatCodes.count).toBeLessThanOrEqual(CHAT_CODE_LIMITS.perNumber);
        }
      }),
    );
  });
});

it('M-159: a click-to-chat link has the number without anything else, and the text', () => {
  expect(clickToChatLink('+81312345678')).toBe('https://wa.me/81312345678');
  expect(clickToChatLink('+81312345678', 'こんにちは & hello')).toBe(
    'https://wa.me/81312345678?text=%E3%81%93%E3%82%93%E3%81%AB%E3%81%A1%E3%81%AF%20%26%20hello',
  );
});
