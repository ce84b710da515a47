import { Ajv } from 'ajv';
import type { BotNext } from '@madoguchi/use-cases';
import type { BotMessage, BotWebhookAnswer } from '../webhook/contract.js';

export interface TypebotAnswer {
  readonly sessionId?: string;
  readonly messages: readonly {
    readonly type: string;
    readonly content?: { readonly markdown?: string; readonly url?: string };
  }[];
  /** What the flow waits for; absent: it is over. */
  readonly input?: { readonly type: string; readonly items?: readonly { readonly id: string; readonly content?: string }[] } | null;
  readonly clientSideActions?: readonly { readonly type: string; readonly redirect?: { readonly url?: string } }[];
}

const string = { type: 'string' };
export const isTypebotAnswer = new Ajv({ allowUnionTypes: true }).compile<TypebotAnswer>({
  type: 'object',
  required: ['messages'],
  properties: {
    sessionId: string,
    messages: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type'],
        properties: { type: string, content: { type: 'object', properties: { markdown: string, url: string } } },
      },
    },
    input: {
      type: ['object', 'null'],
      required: ['type'],
      properties: {
        type: string,
        items: { type: 'array', items: { type: 'object', required: ['id'], properties: { id: string, content: string } } },
      },
    },
    clientSideActions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type'],
        properties: { type: string, redirect: { type: 'object', properties: { url: string } } },
      },
    },
  },
});

/** Redirects there are meant for us: the path says what to do, the query what is known. */
const OURS = 'madoguchi.invalid';

export const readTypebot = ({ messages, input, clientSideActions = [] }: TypebotAnswer): BotWebhookAnswer => {
  const said = messages.map(({ content }) => content?.markdown?.trim() ?? content?.url ?? '').filter((text) => text !== '');
  const options = (input?.type === 'choice input' ? (input.items ?? []) : []).flatMap(({ id, content }) =>
    content === undefined ? [] : [{ id, label: content }],
  );
  const texts = said.map((text): BotMessage => ({ type: 'text', text }));
  const asked: readonly BotMessage[] =
    options.length === 0 ? texts : [...texts.slice(0, -1), { type: 'choices', text: said.at(-1) ?? '…', options }];
  const redirect = clientSideActions
    .map(({ redirect: to }) => to?.url ?? '')
    .find((url) => URL.canParse(url) && new URL(url).hostname === OURS);
  return { messages: asked, next: redirect === undefined ? afterwards(input) : meantBy(new URL(redirect)) };
};

/** Who is at the end of a flow would talk to nobody: people go on. */
const afterwards = (input: TypebotAnswer['input']): BotNext => (input ? { do: 'stay' } : { do: 'hand over' });

const meantBy = ({ pathname, searchParams }: URL): BotNext => {
  if (pathname === '/close') return { do: 'close' };
  const { queueId, skills, language, summary, ...fields } = Object.fromEntries(searchParams);
  return {
    do: 'hand over',
    ...(queueId ? { queueId } : {}),
    ...(skills ? { skills: skills.split(',') } : {}),
    ...(language ? { language } : {}),
    ...(summary ? { summary } : {}),
    ...(Object.keys(fields).length > 0 ? { fields: Object.entries(fields).map(([name, value]) => ({ name, value })) } : {}),
  };
};
