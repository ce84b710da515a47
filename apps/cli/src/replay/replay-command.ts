import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { conversationStream } from '@madoguchi/conversation';
import { EVENT_FORMATS, type EventFormat } from '@madoguchi/event-formats';
import { type EventStore, idOf, START } from '@madoguchi/event-sourcing';
import { openSealedLog, type SealedLog } from '@madoguchi/personal-data';
import {
  checkedFilter,
  checkedTime,
  conversationAsOf,
  type EventFilter,
  type Moment,
  type ReplayPage,
  startAuditedExport,
  type Unseal,
} from '@madoguchi/use-cases';
import { asOfJson, asOfText } from './as-of-text.js';
import { growingFile } from './growing-file.js';
import { numberedFiles } from './numbered-files.js';
import { databaseUrlOf, openLog } from './open-log.js';
import { Progress } from './progress.js';
import { readResumeNote } from './resume-note.js';
import { runReplay } from './run-replay.js';
import { standardOutput } from './standard-output.js';
import { type UnsealRight, unsealRight } from './unseal-right.js';

/** As commander gives them. */
export interface ReplayCommandOptions {
  readonly data: string;
  readonly stream?: string;
  readonly conversation?: string;
  readonly category?: readonly string[];
  readonly type?: readonly string[];
  readonly channel?: readonly string[];
  readonly tenant?: string;
  readonly from?: string;
  readonly to?: string;
  readonly after?: string;
  readonly asOf?: string;
  readonly format?: string;
  readonly out?: string;
  readonly resume?: true;
  readonly unseal?: true;
}

const THROUGH = 'command line';

/** @returns false when it was broken off */
export const replayCommand = async (
  options: ReplayCommandOptions,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<boolean> => {
  const asked = filterOf(options);
  const format = formatOf(options);
  const after = positionOf(options.after ?? START);
  if (options.resume && !options.out) throw new Error('--resume goes on in a file: name it with --out.');
  const databaseUrl = databaseUrlOf(environment, options.data);
  const right = options.unseal ? await unsealRight(environment, databaseUrl) : undefined;
  const filter = within(asked, right);
  const log = await openLog(environment, databaseUrl);
  let keys: SealedLog | undefined;
  try {
    keys = right && (await openSealedLog(log, { url: databaseUrl, masterKey: right.masterKey }));
    if (options.asOf !== undefined) {
      await showAsOf(log, { filter, moment: momentOf(options.asOf), format, right, unseal: keys?.open });
      return true;
    }
    const question = JSON.stringify({ format: format.name, unseal: right !== undefined, after, ...filter });
    const resumed = options.out ? readResumeNote(options.out, question, options.resume ?? false) : undefined;
    const upTo = resumed?.upTo ?? (await log.head());
    const from = resumed?.position ?? after;
    const destination = await destinationOf(options.out, { format, question, after, upTo, resumed });
    const audited = right && (await audit(log, right, { filter, format: format.name, after: from, upTo }));
    const progress = new Progress({ output: process.stderr, after: from, upTo });
    return await runReplay({ log, filter, after: from, upTo, unseal: keys?.open, audited, destination, progress, signal });
  } finally {
    await (keys?.store ?? log).close();
  }
};

const filterOf = ({ stream, conversation, category, type, channel, tenant, from, to }: ReplayCommandOptions): EventFilter => {
  if (stream && conversation) throw new Error('--stream and --conversation name the same thing: give one of them.');
  return checkedFilter({
    stream: conversation ? `conversation-${conversation}` : stream,
    categories: category,
    types: type,
    channels: channel,
    tenantId: tenant,
    from,
    to,
  });
};

const EXTENSIONS: Readonly<Record<string, EventFormat['name']>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.parquet': 'parquet',
  '.txt': 'text',
};

const formatOf = ({ format, out }: ReplayCommandOptions): EventFormat => {
  const name = format ?? (out ? EXTENSIONS[extname(out)] : 'text');
  const known = name && Object.hasOwn(EVENT_FORMATS, name) ? EVENT_FORMATS[name as EventFormat['name']] : undefined;
  if (!known) throw new Error(`--format must be one of ${Object.keys(EVENT_FORMATS).join(', ')}.`);
  return known;
};

const positionOf = (text: string): string => {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text))
    throw new Error(`"${text}" is no position: a decimal number is needed, as every event bears it.`);
  return text;
};

const momentOf = (text: string): Moment => (/^[0-9]+$/.test(text) ? { position: positionOf(text) } : { time: checkedTime(text) });

/** An administrator may unseal what belongs to their tenant, and nothing else. */
const within = (filter: EventFilter, right: UnsealRight | undefined): EventFilter => {
  if (!right) return filter;
  if (filter.tenantId !== undefined && filter.tenantId !== right.tenantId) {
    throw new Error('--unseal: MADOGUCHI_TOKEN is of an administrator of another tenant.');
  }
  return { ...filter, tenantId: right.tenantId };
};

const audit = (
  log: EventStore,
  { tenantId, actor }: UnsealRight,
  what: { readonly filter: EventFilter; readonly format: string; readonly after: string; readonly upTo: string },
) =>
  startAuditedExport(log, { exportId: randomUUID(), tenantId, actor, through: THROUGH, personalData: 'open', ...what }, () => new Date());

const destinationOf = (out: string | undefined, options: Omit<Parameters<typeof growingFile>[0], 'out'>) => {
  if (out === undefined) return standardOutput(options.format, process.stdout);
  return options.format.canGoOn ? growingFile({ out, ...options }) : numberedFiles({ out, ...options });
};

interface ShowAsOf {
  readonly filter: EventFilter;
  readonly moment: Moment;
  readonly format: EventFormat;
  readonly right?: UnsealRight;
  readonly unseal?: Unseal;
}

const showAsOf = async (log: EventStore, { filter, moment, format, right, unseal }: ShowAsOf): Promise<void> => {
  const { stream, tenantId } = filter;
  const id = stream && idOf(stream);
  if (!id || stream !== conversationStream(id)) throw new Error('--as-of shows one conversation: name it with --conversation <id>.');
  const asOf = await conversationAsOf(log, id, { moment, tenantId, unseal });
  if (!asOf) throw new Error('There was no such conversation at that moment.');
  if (right) {
    const audited = await audit(log, right, { filter, format: `as of ${asOf.position}`, after: START, upTo: asOf.position });
    for await (const _page of audited(only({ events: asOf.events, position: asOf.position, read: asOf.version })));
  }
  process.stdout.write(format.name === 'text' ? asOfText(asOf) : asOfJson(asOf));
};

async function* only(page: ReplayPage): AsyncGenerator<ReplayPage> {
  yield page;
}
