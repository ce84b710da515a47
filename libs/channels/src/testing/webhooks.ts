import { readFileSync } from 'node:fs';

/** The example bodies of a channel's fact sheet, byte for byte: one body per line of `webhooks.jsonl`. */
export const documentedWebhooks = (channel: string): readonly string[] =>
  readFileSync(new URL(`../${channel}/webhooks.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
