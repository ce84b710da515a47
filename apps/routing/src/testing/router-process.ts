import { agentDecider, agentStream } from '@madoguchi/routing';
import { conversationDecider, conversationStream } from '@madoguchi/conversation';
import { openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { readModelEntities, routingProjector, runProjector } from '@madoguchi/read-models';
import { answerCommand } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { Bell } from '../bell.js';
import { keepRouting } from '../keep-routing.js';

/**
 * A router as a process of its own, to be frozen and killed: it projects when it is its turn, and routes. It says `ready`, and `projects`
 * when it has the lock. Conversations it asks at the log itself.
 */
const [url, lease] = process.argv.slice(2) as [string, string];
const say = (word: string) => process.stdout.write(`${word}\n`);
const signal = new AbortController().signal;
const now = () => new Date();
const log = { info: () => say('projects'), warn: () => undefined, error: () => undefined };

const store = await openPostgresEventStore({ url });
const database = await new DataSource({ type: 'postgres', url, entities: readModelEntities, poolSize: 5 }).initialize();
const bell = new Bell();
const router = {
  agent: (id: string, command: never, cause: never, seenVersion?: number) =>
    answerCommand(store, agentDecider(now()), agentStream, { id, command, cause, seenVersion }, now),
  conversation: (id: string, command: never, cause: never) =>
    answerCommand(store, conversationDecider, conversationStream, { id, command, cause }, now),
  now,
};
say('ready');
await Promise.all([
  runProjector({ store, projector: routingProjector, database, signal, log, leaseMs: Number(lease), onProjected: () => bell.ring() }),
  keepRouting({ database, router, bell, log }, signal),
]);
