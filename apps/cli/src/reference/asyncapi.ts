import {
  type AccountSign,
  accountSignSubject,
  AGENT_COMMANDS,
  AGENT_HEARTBEATS,
  CONTACT_COMMANDS,
  CONVERSATION_COMMANDS,
  eventSubject,
  IMPORT_COMMANDS,
  REOPEN_COMMANDS,
  inboundSubject,
  type InboundMessage,
  PLATFORM_SIGNS,
  PLATFORM_TEMPLATES,
  projectedSubject,
  QUEUE_COMMANDS,
} from '@madoguchi/contracts';
import { CHANNEL_TYPES } from '@madoguchi/conversation';
import { PARTITIONS, type RecordedEvent, streamName } from '@madoguchi/event-sourcing';
import { eventsOf } from '@madoguchi/use-cases';
import ts from 'typescript';
import { schemasOf, type Schema } from './json-schema.js';
import { type CategoryDescription, EVENT_SOURCES, readEvents } from './read-events.js';
import { docOf, readSourceTypes } from './source-types.js';

const MESSAGES = 'apps/cli/src/reference/messages.ts';
const SCHEMAS = '#/components/schemas/';

const PARTITION_PARAMETER = {
  description: 'Everything of one conversation, or of one stream, is in one partition and keeps its order there.',
  enum: Array.from({ length: PARTITIONS }, (_, n) => String(n)),
};

/** Questions and their answers over core NATS, as subjects.ts pairs them. */
const REQUESTS = [
  { name: 'conversationCommands', address: CONVERSATION_COMMANDS, request: 'conversationCommand', reply: 'commandReply' },
  { name: 'contactCommands', address: CONTACT_COMMANDS, request: 'contactCommand', reply: 'commandReply' },
  { name: 'importCommands', address: IMPORT_COMMANDS, request: 'importCommand', reply: 'commandReply' },
  { name: 'reopenCommands', address: REOPEN_COMMANDS, request: 'reopenCommand', reply: 'commandReply' },
  { name: 'agentCommands', address: AGENT_COMMANDS, request: 'agentCommand', reply: 'commandReply' },
  { name: 'queueCommands', address: QUEUE_COMMANDS, request: 'queueCommand', reply: 'commandReply' },
  { name: 'platformTemplates', address: PLATFORM_TEMPLATES, request: 'templatesRequest', reply: 'templates' },
] as const;

/** `docs/asyncapi.json`: AsyncAPI 3.0 of every subject, as a program sees it that takes part. */
export const asyncApiDocument = (): Schema => {
  const types = readSourceTypes([...EVENT_SOURCES, MESSAGES]);
  const categories = readEvents(types);
  const schemas = schemasOf(types.checker, SCHEMAS);
  const [envelope, ...others] = types.interfaceIn(MESSAGES, 'Messages').members.filter(ts.isPropertySignature);
  const messages = new Map(others.map((member) => [member.name.getText(), messageOf(member, schemas.of(member.type!))]));
  for (const { category, events } of categories) {
    for (const event of events) messages.set(`${category}.${event.type}`, eventMessage(category, event, schemas.of(event.data)));
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Madoguchi over NATS',
      version: '1',
      description:
        'Facts travel on JetStream, at least once: streams INBOUND and EVENTS. Questions and commands travel over core NATS and are answered. Made from the code by "npm run docs".',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: { nats: { host: 'localhost:4222', protocol: 'nats', description: 'NATS_URL of the services.' } },
    channels: channelsOf(categories),
    operations: operationsOf(categories),
    components: { messages: Object.fromEntries(messages), schemas: { ...schemas.named(), RecordedEvent: schemas.of(envelope!.type!) } },
  };
};

const messageOf = (member: ts.PropertySignature, payload: Schema): Schema => ({
  name: member.name.getText(),
  summary: docOf(member),
  payload,
});

const messageRef = (name: string): Schema => ({ $ref: `#/components/messages/${name}` });
const messagesOf = (names: readonly string[]): Schema => Object.fromEntries(names.map((name) => [name, messageRef(name)]));

const eventMessage = (category: string, { type, doc }: { readonly type: string; readonly doc: string }, data: Schema): Schema => ({
  name: type,
  ...(doc ? { summary: doc } : {}),
  payload: {
    allOf: [
      { $ref: `${SCHEMAS}RecordedEvent` },
      {
        type: 'object',
        properties: {
          type: { const: type },
          schemaVersion: { type: 'integer', minimum: 1, maximum: eventsOf(category)?.versions.schemaVersions?.[type] ?? 1 },
          data,
        },
      },
    ],
  },
});

/** As the code builds it, with the partition that it computed taken out. */
const withPartition = (subject: string): string => subject.replace(/\.\d+\./, '.{partition}.');

const inboundAddress = withPartition(
  inboundSubject({ accountId: 'a', channel: '{channel}', item: { conversationKey: 'k' } } as unknown as InboundMessage),
);

const accountSignAddress = withPartition(accountSignSubject({ accountId: 'a', channel: '{channel}' } as unknown as AccountSign));

const eventAddress = (category: string): string =>
  withPartition(eventSubject({ stream: streamName(category, '6f1c1f7e-0000-4000-8000-000000000001'), type: '{type}' } as RecordedEvent));

const channelsOf = (categories: readonly CategoryDescription[]): Schema => ({
  inbound: {
    address: inboundAddress,
    description: 'JetStream, stream INBOUND.',
    parameters: { partition: PARTITION_PARAMETER, channel: { enum: [...CHANNEL_TYPES] } },
    messages: messagesOf(['inbound']),
  },
  accountSigns: {
    address: accountSignAddress,
    description: 'JetStream, stream INBOUND, beside the messages: consumers of messages do not see it.',
    parameters: { partition: PARTITION_PARAMETER, channel: { enum: [...CHANNEL_TYPES] } },
    messages: messagesOf(['accountSign']),
  },
  ...Object.fromEntries(
    categories.map(({ category, doc, events }) => [
      `events.${category}`,
      {
        address: eventAddress(category),
        description: `JetStream, stream EVENTS. ${doc}`,
        parameters: { partition: PARTITION_PARAMETER, type: { enum: events.map(({ type }) => type) } },
        messages: messagesOf(events.map(({ type }) => `${category}.${type}`)),
      },
    ]),
  ),
  ...Object.fromEntries(REQUESTS.map(({ name, address, request }) => [name, { address, messages: messagesOf([request]) }])),
  ...Object.fromEntries(
    REQUESTS.map(({ name, reply }) => [
      `${name}.reply`,
      { address: null, description: 'The inbox of who asked.', messages: messagesOf([reply]) },
    ]),
  ),
  platformSigns: { address: PLATFORM_SIGNS, messages: messagesOf(['platformSign']) },
  agentHeartbeats: { address: AGENT_HEARTBEATS, messages: messagesOf(['agentHeartbeats']) },
  projected: {
    address: projectedSubject('{projector}'),
    description: 'Without a body: wake up, something was projected.',
    parameters: { projector: { description: 'The name of a projector.' } },
    messages: { nothing: { name: 'nothing', summary: 'Without a body.' } },
  },
});

const operationsOf = (categories: readonly CategoryDescription[]): Schema => ({
  ...Object.fromEntries(
    ['inbound', 'accountSigns', ...categories.map(({ category }) => `events.${category}`), 'projected'].map((channel) => [
      `receive.${channel}`,
      { action: 'receive', channel: { $ref: `#/channels/${channel}` } },
    ]),
  ),
  ...Object.fromEntries(
    REQUESTS.map(({ name }) => [
      `ask.${name}`,
      { action: 'send', channel: { $ref: `#/channels/${name}` }, reply: { channel: { $ref: `#/channels/${name}.reply` } } },
    ]),
  ),
  'tell.platformSigns': { action: 'send', channel: { $ref: '#/channels/platformSigns' } },
  'tell.agentHeartbeats': { action: 'send', channel: { $ref: '#/channels/agentHeartbeats' } },
});
