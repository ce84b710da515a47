import type { MessageContent } from '@madoguchi/conversation';
import { type BotNext, type BotRequest, HAND_OVER_LIMITS } from '@madoguchi/use-cases';

/** What a webhook bot is sent: one POST for each message of the customer that it has to answer. */
export interface BotTurn {
  readonly version: 1;
  readonly type: 'turn' | 'test';
  readonly turnId: string;
  readonly conversation: { readonly id: string; readonly epoch: number; readonly accountId: string; readonly channel: string };
  readonly customer: BotRequest['customer'];
  readonly message: MessageContent;
}

/** What a webhook bot may say. */
export type BotMessage =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choices'; readonly text: string; readonly options: readonly { readonly id: string; readonly label: string }[] };

/** Its answer, at once in the body of its 200, or later as a POST to `/bots/{id}/answers`; then with `turn`. */
export interface BotWebhookAnswer {
  readonly messages?: readonly BotMessage[];
  readonly next?: BotNext;
}

export interface BotLaterAnswer extends BotWebhookAnswer {
  readonly turn: { readonly turnId: string; readonly conversationId: string; readonly epoch: number };
}

const text = { type: 'string', minLength: 1, maxLength: 10_000 };
const name = { type: 'string', minLength: 1, maxLength: 200 };
const skill = { type: 'string', minLength: 1, maxLength: HAND_OVER_LIMITS.skill };
const uuid = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };

const messages = {
  type: 'array',
  maxItems: 5,
  items: {
    oneOf: [
      { type: 'object', required: ['type', 'text'], properties: { type: { const: 'text' }, text }, additionalProperties: false },
      {
        type: 'object',
        required: ['type', 'text', 'options'],
        properties: {
          type: { const: 'choices' },
          text,
          options: {
            type: 'array',
            minItems: 1,
            maxItems: 13,
            items: { type: 'object', required: ['id', 'label'], properties: { id: name, label: name }, additionalProperties: false },
          },
        },
        additionalProperties: false,
      },
    ],
  },
};

const next = {
  oneOf: [
    { type: 'object', required: ['do'], properties: { do: { enum: ['stay', 'close'] } }, additionalProperties: false },
    {
      type: 'object',
      required: ['do'],
      properties: {
        do: { const: 'hand over' },
        queueId: uuid,
        skills: { type: 'array', maxItems: HAND_OVER_LIMITS.skills, items: skill },
        language: { type: 'string', maxLength: HAND_OVER_LIMITS.language, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
        summary: { type: 'string', minLength: 1, maxLength: 4_000 },
        fields: {
          type: 'array',
          maxItems: 50,
          items: {
            type: 'object',
            required: ['name', 'value'],
            properties: { name, value: { type: 'string', maxLength: 2_000 } },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
  ],
};

/** JSON Schema of {@link BotWebhookAnswer}; `docs/guides/bots.md` shows it. */
export const botAnswerSchema = { type: 'object', properties: { messages, next }, additionalProperties: false } as const;

/** JSON Schema of {@link BotLaterAnswer}. */
export const botLaterAnswerSchema = {
  type: 'object',
  required: ['turn'],
  properties: {
    turn: {
      type: 'object',
      required: ['turnId', 'conversationId', 'epoch'],
      properties: { turnId: uuid, conversationId: uuid, epoch: { type: 'integer', minimum: 1 } },
      additionalProperties: false,
    },
    messages,
    next,
  },
  additionalProperties: false,
} as const;
