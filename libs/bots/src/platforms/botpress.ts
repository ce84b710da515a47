import { Ajv } from 'ajv';
import type { BotNext } from '@madoguchi/use-cases';
import type { BotMessage, BotWebhookAnswer } from '../webhook/contract.js';
import { NotAnAnswerError } from '../webhook/read-answer.js';
import { type BotPlatform, NOBODY, talkOf, wordsOf } from './bot-platform.js';

/** One of the responses of Botpress' Converse API. */
interface BotpressResponse {
  readonly type: string;
  readonly text?: string;
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
  readonly image?: string;
  /** Of our own type `madoguchi`, which an action of the bot sends. */
  readonly next?: BotNext;
}

const string = { type: 'string' };
const isAnswer = new Ajv().compile<{ readonly responses: readonly BotpressResponse[] }>({
  type: 'object',
  required: ['responses'],
  properties: {
    responses: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type'],
        properties: {
          type: string,
          text: string,
          image: string,
          choices: {
            type: 'array',
            items: { type: 'object', required: ['title', 'value'], properties: { title: string, value: string } },
          },
          next: { type: 'object' },
        },
      },
    },
  },
});

/** The Converse API of Botpress 12, synchronous: `POST {endpoint}/{talk}` answers with what the bot says. */
export const botpress: BotPlatform = {
  kind: 'botpress',
  converse: async (request, endpoint, ask) => {
    const text = wordsOf(request.lines.at(-1)?.content, 'label');
    const { accountId, channel, customer } = request;
    return readBotpress(await ask(`${endpoint}/${talkOf(request)}`, { type: 'text', text, metadata: { accountId, channel, customer } }));
  },
  probe: async (endpoint, ask) => readBotpress(await ask(`${endpoint}/${NOBODY}`, { type: 'text', text: 'test' })),
};

/** @throws NotAnAnswerError */
const readBotpress = (answer: unknown): BotWebhookAnswer => {
  if (!isAnswer(answer)) throw new NotAnAnswerError('it has no list of responses as the Converse API of Botpress gives it');
  const next = answer.responses.findLast(({ type }) => type === 'madoguchi')?.next;
  return { messages: answer.responses.flatMap(messagesOf), ...(next ? { next } : {}) };
};

const messagesOf = ({ type, text = '', choices = [], image = '' }: BotpressResponse): readonly BotMessage[] => {
  switch (type) {
    case 'text':
      return text === '' ? [] : [{ type: 'text', text }];
    case 'single-choice':
      return [{ type: 'choices', text, options: choices.map(({ title, value }) => ({ id: value, label: title })) }];
    case 'image':
      return [{ type: 'text', text: image }];
    case 'typing':
    case 'madoguchi':
      return [];
    default:
      throw new NotAnAnswerError(`nobody can be shown a response of the type "${type}"`);
  }
};
