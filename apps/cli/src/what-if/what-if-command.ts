import { readFileSync } from 'node:fs';
import { type EventStore, idOf, type RecordedEvent, Refusal, START } from '@madoguchi/event-sourcing';
import { PeriodReader, ROUTED_CATEGORIES } from '@madoguchi/read-models';
import { checkedPolicy, QUEUE, type QueueEvent, type QueuePolicy } from '@madoguchi/routing';
import { checkedFilter, inTodaysShape } from '@madoguchi/use-cases';
import { databaseUrlOf, openLog } from '../replay/open-log.js';
import { Progress } from '../replay/progress.js';
import { whatIfJson, whatIfText } from './what-if-text.js';
import { whatIfReport } from './what-if-report.js';

/** As commander gives them. */
export interface WhatIfCommandOptions {
  readonly data: string;
  readonly from: string;
  readonly to: string;
  readonly policy?: string;
  readonly queue?: string;
  /** `QUEUE=2` each. */
  readonly moreAgents?: readonly string[];
  readonly tenant?: string;
  readonly json?: boolean;
}

export type WhatIfEnding = 'same' | 'differs' | 'broken off';

const PAGE_SIZE = 5_000;

/** @returns whether every recorded decision came out the same */
export const whatIfCommand = async (
  options: WhatIfCommandOptions,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
  write: (text: string) => unknown,
): Promise<WhatIfEnding> => {
  const policy = options.policy === undefined ? undefined : policyIn(options.policy, options.queue);
  const { from, to, tenantId } = checkedFilter({ from: options.from, to: options.to, tenantId: options.tenant });
  const log = inTodaysShape(await openLog(environment, databaseUrlOf(environment, options.data)));
  try {
    const reader = new PeriodReader(Date.parse(from!), Date.parse(to!), policy?.reopenDays);
    const names = await readInto(reader, log, { to: to!, tenantId, signal });
    const moreAgents = wantedAgents(options.moreAgents ?? [], names);
    const report = whatIfReport(reader.end(), { policy, queueId: options.queue?.toLowerCase(), moreAgents });
    write(options.json ? whatIfJson(report) : whatIfText(report, names));
    return report.identity.differing === 0 ? 'same' : 'differs';
  } catch (error) {
    if (signal.aborted) return 'broken off';
    throw error;
  } finally {
    await log.close();
  }
};

/** Clocks differ a little: after an event so much later than the end nothing comes that happened before it. */
const SLACK_MS = 3_600_000;

/** @returns the names of queues by id */
const readInto = async (
  reader: PeriodReader,
  log: EventStore,
  { to, tenantId, signal }: { readonly to: string; readonly tenantId?: string; readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  const end = Date.parse(to) + SLACK_MS;
  const progress = new Progress({ output: process.stderr, after: START, upTo: await log.head() });
  for await (const page of log.readAll({ after: START, categories: ROUTED_CATEGORIES, pageSize: PAGE_SIZE })) {
    signal.throwIfAborted();
    const events = tenantId === undefined ? page : page.filter(({ metadata }) => metadata.tenantId === tenantId);
    for (const event of events) {
      reader.add(event);
      nameQueue(names, event);
    }
    progress.add({ events, position: page.at(-1)!.position, read: page.length });
    if (Date.parse(page.at(-1)!.metadata.occurredAt) >= end) break;
  }
  progress.end('Read');
  return names;
};

const MOST_MORE_AGENTS = 1_000;

/** @throws Error for what is no queue, or no number. */
const wantedAgents = (wanted: readonly string[], names: ReadonlyMap<string, string>): ReadonlyMap<string, number> =>
  new Map(
    wanted.map((one) => {
      const [, queue = '', number = ''] = /^(.*)=(\d{1,4})$/.exec(one.trim()) ?? [];
      const count = Number(number);
      if (!(count >= 1 && count <= MOST_MORE_AGENTS))
        throw new Error(`--more-agents ${one}: write QUEUE=2, with 1 to ${MOST_MORE_AGENTS}.`);
      const named = [...names].filter(([id, name]) => id === queue.toLowerCase() || name === queue);
      if (named.length !== 1)
        throw new Error(
          `--more-agents ${one}: ${named.length === 0 ? 'there is no such queue' : 'several queues have this name; use the id'}.`,
        );
      return [named[0]![0], count] as const;
    }),
  );

const nameQueue = (names: Map<string, string>, event: RecordedEvent): void => {
  const { type, data } = event as RecordedEvent<QueueEvent> & QueueEvent;
  if (
    event.stream.startsWith(`${QUEUE}-`) &&
    'name' in data &&
    data.name !== undefined &&
    (type === 'QueueCreated' || type === 'QueueChanged')
  )
    names.set(idOf(event.stream), data.name);
};

/** Checked as when an administrator sets it. */
const policyIn = (file: string, queueId: string | undefined): QueuePolicy => {
  try {
    return checkedPolicy(JSON.parse(readFileSync(file, 'utf8')) as Partial<QueuePolicy>, queueId);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`${file} is no JSON: ${error.message}`, { cause: error });
    if (!(error instanceof Refusal)) throw error;
    const path = error.details?.path;
    throw new Error(`${file}${typeof path === 'string' ? `, ${path}` : ''}: ${error.message}`, { cause: error });
  }
};
