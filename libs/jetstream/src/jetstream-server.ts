import { BaseRpcContext, type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { NatsConnection } from '@nats-io/nats-core';
import { lastValueFrom } from 'rxjs';
import { consumePartitions } from './consume.js';
import type { Delivery } from './delivery.js';
import type { Log } from './log.js';
import { JETSTREAM_TRANSPORT, type JetStreamSubscription } from './on-jetstream.js';

export interface JetStreamServerOptions {
  /** Stays the caller's: close it after the application. */
  readonly connection: NatsConnection;
  readonly log: Log;
  readonly now: () => Date;
  /** What a handler gets instead of the body as it was sent: an event with its personal fields opened. */
  readonly open?: (body: unknown) => Promise<unknown>;
}

/** The second argument of a handler, for who wants to know where a message stood: `@Ctx() context: JetStreamContext`. */
export class JetStreamContext extends BaseRpcContext<[Delivery]> {
  get delivery(): Delivery {
    return this.getArgByIndex(0);
  }
}

/** Brings the messages of JetStream to methods that bear `@OnJetStream`: `app.connectMicroservice({ strategy: new JetStreamServer(…) })`. */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = JETSTREAM_TRANSPORT;
  override readonly propagatesEventHandlerErrors = true;
  private readonly end = new AbortController();
  private consuming: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: JetStreamServerOptions) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    const lines = [...this.messageHandlers.values()].filter((handler) => subscriptionOf(handler)).map((handler) => this.consume(handler));
    this.consuming = Promise.all(lines);
    callback();
  }

  /** Takes no more messages, and waits for the work in hand. */
  async close(): Promise<void> {
    this.end.abort();
    await this.consuming;
  }

  on(): never {
    throw new Error('JetStreamServer tells nothing; listen to the connection');
  }

  unwrap<T>(): T {
    return this.options.connection as T;
  }

  private consume(handler: MessageHandler): Promise<void> {
    const subscription = subscriptionOf(handler) as JetStreamSubscription<unknown>;
    const { durable, key } = subscription;
    const { open } = this.options;
    if (handler.next) throw new Error(`Two handlers share the durable name "${durable}": each would get half of the messages`);
    return consumePartitions({
      ...subscription,
      ...this.options,
      signal: this.end.signal,
      key: (delivery) => key(delivery.json()),
      handler: async (delivery) => {
        const body = delivery.json<unknown>();
        const result: unknown = await handler(open ? await open(body) : body, new JetStreamContext([delivery]));
        await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
      },
    });
  }
}

const subscriptionOf = (handler: MessageHandler): JetStreamSubscription<unknown> | undefined =>
  handler.extras?.subscription as JetStreamSubscription<unknown> | undefined;
