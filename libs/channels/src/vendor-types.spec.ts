import type { ApiMethods, ReactionTypeEmoji } from '@grammyjs/types';
import type { messagingApi } from '@line/bot-sdk';
import type { LoadingAnimation, ReadUpTo } from './line/mark.js';
import { type LineMessage, lineMessagesOf } from './line/message.js';
import type { TelegramMark } from './telegram/mark.js';
import { type TelegramCall, telegramCallOf } from './telegram/message.js';
import type { TelegramReaction } from './telegram/reactions.js';

/** The vendor's parameters of a method, without the file that is uploaded beside them. */
type Fields<Method extends keyof ApiMethods<Blob>> = Omit<
  Parameters<ApiMethods<Blob>[Method]>[0],
  'photo' | 'animation' | 'video' | 'audio' | 'voice' | 'document'
>;

type Ours<Method extends (TelegramCall | TelegramMark)['method']> = Mutable<
  Extract<TelegramCall | TelegramMark, { method: Method }>['fields']
>;

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;

describe('what we send is what the vendors publish (their types; a drift fails the typecheck)', () => {
  it('for LINE (@line/bot-sdk)', () => {
    const takenByLine = (messages: readonly LineMessage[]): messagingApi.PushMessageRequest => ({
      to: 'U1',
      messages: messages as Mutable<LineMessage>[],
    });
    expect(takenByLine(lineMessagesOf({ content: { type: 'text', text: 'a' } })).messages).toHaveLength(1);
    const signsTakenByLine = {
      typing: (body: LoadingAnimation): messagingApi.ShowLoadingAnimationRequest => body,
      read: (body: ReadUpTo): messagingApi.MarkMessagesAsReadByTokenRequest => body,
    };
    expect(Object.keys(signsTakenByLine)).toEqual(['typing', 'read']);
    expect(
      takenByLine(lineMessagesOf({ content: { type: 'image', media, caption: 'a' }, mediaUrl: 'https://x.example' })).messages,
    ).toHaveLength(2);
  });

  it('for Telegram (@grammyjs/types)', () => {
    const takenByTelegram = {
      sendMessage: (fields: Ours<'sendMessage'>): Fields<'sendMessage'> => fields,
      sendLocation: (fields: Ours<'sendLocation'>): Fields<'sendLocation'> => fields,
      sendVenue: (fields: Ours<'sendVenue'>): Fields<'sendVenue'> => fields,
      sendContact: (fields: Ours<'sendContact'>): Fields<'sendContact'> => fields,
      sendPhoto: (fields: Ours<'sendPhoto'>): Fields<'sendPhoto'> => fields,
      sendAnimation: (fields: Ours<'sendAnimation'>): Fields<'sendAnimation'> => fields,
      sendVideo: (fields: Ours<'sendVideo'>): Fields<'sendVideo'> => fields,
      sendAudio: (fields: Ours<'sendAudio'>): Fields<'sendAudio'> => fields,
      sendVoice: (fields: Ours<'sendVoice'>): Fields<'sendVoice'> => fields,
      sendDocument: (fields: Ours<'sendDocument'>): Fields<'sendDocument'> => fields,
      sendChatAction: (fields: Ours<'sendChatAction'>): Fields<'sendChatAction'> => fields,
      setMessageReaction: (fields: Ours<'setMessageReaction'>): Fields<'setMessageReaction'> => fields,
      sendSticker: (fields: Ours<'sendSticker'>): Omit<Fields<'sendSticker'>, 'sticker'> => fields,
    };
    const reactions = (ours: TelegramReaction): ReactionTypeEmoji['emoji'] => ours;
    const allReactions = (theirs: ReactionTypeEmoji['emoji']): TelegramReaction => theirs;
    expect(allReactions(reactions('👍'))).toBe('👍');
    const call = telegramCallOf({ recipient: '5550001001', content: { type: 'text', text: 'a' }, replyTo: { providerMessageId: '41' } });
    expect(call && Object.keys(takenByTelegram)).toContain(call?.method);
  });
});
