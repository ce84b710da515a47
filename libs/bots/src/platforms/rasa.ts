import { Ajv } from 'ajv';
import type { BotNext } from '@madoguchi/use-cases';
import type { BotMessage, BotWebhookAnswer } from '../webhook/contract.js';
import { NotAnAnswerError } from '../webhook/read-answer.js';
import { type BotPlatform, NOBODY, talkOf, wordsOf } from './bot-platform.js';

/** One of the responses of Rasa's REST channel. */
interface RasaResponse {
  readonly text?: string;
  readonly image?: string;
  readonly buttons?: readonly { readonly title: string; readonly payload: string }[];
  readonly custom?: { readonly madoguchi?: BotNext };
}

const string = { type: 'string' };
const isAnswer = new Ajv().compile<readonly RasaResponse[]>({
  type: 'array',
  items: {
    type: 'object',
    properties: {
      text: string,
      image: string,
      buttons: {
        type: 'array',
        items: { type: 'object', required: ['title', 'payload'], properties: { title: string, payload: string } },
      },
      custom: { type: 'object' },
    },
  },
});

/** The REST channel of Rasa, synchronous: `POST {endpoint}` answers with the list of what the assistant says. */
export const rasa: BotPlatform = {
  kind: 'rasa',
  converse: async (request, endpoint, ask) => {
    const { accountId, channel, customer, lines } = request;
    const body = {
      sender: talkOf(request),
      message: wordsOf(lines.at(-1)?.content, 'value'),
      metadata: { accountId, channel, customer },
    };
    return readRasa(await ask(endpoint, body));
  },
  probe: async (endpoint, ask) => readRasa(await ask(endpoint, { sender: NOBODY, message: 'test', metadata: {} })),
};

/** @throws NotAnAnswerError */
const readRasa = (answer: unknown): BotWebhookAnswer => {
  if (!isAnswer(answer)) throw new NotAnAnswerError('it is no list of responses as the REST channel of Rasa gives it');
  const next = answer.map(({ custom }) => custom?.madoguchi).findLast((one) => one !== undefined);
  return { messages: answer.flatMap(messagesOf), ...(next ? { next } : {}) };
};

const messagesOf = ({ text = '', buttons = [], image }: RasaResponse): readonly BotMessage[] => {
  const options = buttons.map(({ title, payload }) => ({ id: payload, label: title }));
  const said: BotMessage[] = text === '' ? [] : [options.length > 0 ? { type: 'choices', text, options } : { type: 'text', text }];
  return image === undefined ? said : [...said, { type: 'text', text: image }];
};
