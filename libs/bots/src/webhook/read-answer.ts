import { Ajv, type ValidateFunction } from 'ajv';
import type { MessageContent } from '@madoguchi/conversation';
import type { BotAnswer, BotRequest } from '@madoguchi/use-cases';
import { choicesFor } from '../choices.js';
import { botAnswerSchema, type BotLaterAnswer, botLaterAnswerSchema, type BotWebhookAnswer } from './contract.js';

const ajv = new Ajv({ allowUnionTypes: true });
const isAnswer = ajv.compile<BotWebhookAnswer>(botAnswerSchema);
const isLaterAnswer = ajv.compile<BotLaterAnswer>(botLaterAnswerSchema);

/** The body is not what the contract says; the message names the place in it. */
export class NotAnAnswerError extends Error {
  override readonly name = 'NotAnAnswerError';
}

const read = <T>(body: Buffer, is: ValidateFunction<T>): T => {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new NotAnAnswerError('the body is not JSON');
  }
  if (is(value)) return value;
  const [first] = is.errors ?? [];
  throw new NotAnAnswerError(`${first?.instancePath || 'the body'} ${first?.message ?? 'is not as in the contract'}`);
};

/** @throws NotAnAnswerError */
export const readLaterAnswer = (body: Buffer): BotLaterAnswer => read(body, isLaterAnswer);

/** @throws NotAnAnswerError */
export const readAnswer = (body: Buffer): BotWebhookAnswer => read(body, isAnswer);

/** As the channel can show it. */
export const answeredWith = (
  { messages = [], next = { do: 'stay' } }: BotWebhookAnswer,
  capabilities: BotRequest['capabilities'],
): Extract<BotAnswer, { outcome: 'answered' }> => ({
  outcome: 'answered',
  replies: messages.map((message): MessageContent =>
    message.type === 'choices' ? choicesFor(capabilities, message.text, message.options) : message,
  ),
  next,
});
