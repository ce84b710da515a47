import { csv } from './csv.js';
import type { EventFormat } from './event-format.js';
import { ndjson } from './ndjson.js';
import { parquet } from './parquet.js';
import { text } from './text.js';

export type { EventEncoder, EventFormat } from './event-format.js';

export const EVENT_FORMATS: Readonly<Record<EventFormat['name'], EventFormat>> = { text, ndjson, csv, parquet };
