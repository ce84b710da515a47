import { setTimeout as sleep } from 'node:timers/promises';
import type { BotEvent, BusinessHoursEvent, IntegrationAccountEvent } from '@madoguchi/accounts';
import type { ContactEvent, ConversationEvent } from '@madoguchi/conversation';
import {
  categoryOf,
  comparePositions,
  eventId,
  type EventStore,
  metadataOf,
  type Position,
  type RecordedEvent,
  startOf,
  type StreamName,
  streamName,
  type SubscribeOptions,
} from '@madoguchi/event-sourcing';
import type { AgentEvent, QueueEvent } from '@madoguchi/routing';

export const TENANT = '7e000000-0000-4000-8000-000000000001';
export const OTHER_TENANT = '7e000000-0000-4000-8000-000000000002';

/** A readable uuid: `uuid(7)`. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A log that holds what a test says has happened; only its reading side is there. */
export class RecordedLog {
  readonly events: RecordedEvent[] = [];
  private time = Date.parse('2026-11-01T09:00:00.000Z');

  /** A second passes with each event. */
  record(category: 'conversation', id: string, event: ConversationEvent, tenantId?: string): RecordedEvent;
  record(category: 'agent', id: string, event: AgentEvent, tenantId?: string): RecordedEvent;
  record(category: 'queue', id: string, event: QueueEvent, tenantId?: string): RecordedEvent;
  record(category: 'contact', id: string, event: ContactEvent, tenantId?: string): RecordedEvent;
  record(category: 'integration_account', id: string, event: IntegrationAccountEvent, tenantId?: string): RecordedEvent;
  record(category: 'business_hours', id: string, event: BusinessHoursEvent, tenantId?: string): RecordedEvent;
  record(category: 'external_bot', id: string, event: BotEvent, tenantId?: string): RecordedEvent;
  record(category: string, id: string, event: { readonly type: string; readonly data: object }, tenantId = TENANT): RecordedEvent {
    const stream = streamName(category, id);
    this.time += 1_000;
    const at = new Date(this.time);
    const commandId = uuid(900_000 + this.events.length);
    const recorded: RecordedEvent = {
      id: eventId(commandId, 0),
      type: event.type,
      schemaVersion: 1,
      data: event.data,
      metadata: metadataOf(startOf(tenantId, { kind: 'system', automation: 'test' }, commandId), at),
      stream,
      version: this.versionOf(stream) + 1,
      position: String(this.events.length + 1),
      recordedAt: at.toISOString(),
    };
    this.events.push(recorded);
    return recorded;
  }

  /** Nothing happens for so many seconds. */
  pass(seconds: number): void {
    this.time += seconds * 1_000;
  }

  get head(): Position {
    return String(this.events.length);
  }

  store(): EventStore {
    const refuse = () => Promise.reject(new TypeError('this log is only read'));
    const readAll = this.readAll.bind(this);
    return {
      append: refuse,
      readStream: async (stream, after = 0) => this.events.filter((event) => event.stream === stream && event.version > after),
      readAll,
      subscribe: async function* ({ signal, ...options }: SubscribeOptions) {
        let after = options.after;
        while (!signal.aborted) {
          for await (const page of readAll({ ...options, after })) {
            after = page.at(-1)?.position ?? after;
            yield page;
            if (signal.aborted) return;
          }
          await sleep(5);
        }
      },
      head: async () => this.head,
      fence: refuse,
      close: async () => undefined,
    };
  }

  private async *readAll({ after, categories, pageSize = 1_000 }: Pick<SubscribeOptions, 'after' | 'categories' | 'pageSize'>) {
    const rest = this.events.filter(
      (event) => comparePositions(event.position, after) > 0 && (!categories || categories.includes(categoryOf(event.stream))),
    );
    for (let start = 0; start < rest.length; start += pageSize) yield rest.slice(start, start + pageSize);
  }

  private versionOf(stream: StreamName): number {
    return this.events.filter((event) => event.stream === stream).length;
  }
}
