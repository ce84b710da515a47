import { replay } from '@madoguchi/use-cases';
import type { EventFormat } from '../event-format.js';
import { EVENT_FORMATS } from '../index.js';
import { generatedLog } from './generated-log.js';

/** Replays a long log in a format and throws the bytes away; prints what it took. `hold`: keeps the events, as nobody should. */
const [format, count, hold] = process.argv.slice(2) as [EventFormat['name'], string, string | undefined];
const encoder = EVENT_FORMATS[format].start();
const held: unknown[] = [];
const began = performance.now();
let events = 0;
let bytes = 0;
for await (const page of replay(generatedLog(Number(count)), { filter: { channels: ['line'] } })) {
  bytes += encoder.encode(page.events).length;
  events += page.events.length;
  if (hold) held.push(...page.events);
}
bytes += encoder.end().length;
const seconds = (performance.now() - began) / 1_000;
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ events, bytes, perSecond: Math.round(events / seconds), maxRssMegabytes: Math.round(maxRSS / 1_024) }),
);
