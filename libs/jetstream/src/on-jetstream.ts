import { type ArgumentsHost, applyDecorators, Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';

/** Handlers that bear it belong to `JetStreamServer` and to no other transport of the same application. */
export const JETSTREAM_TRANSPORT = Symbol('JetStream');

export interface JetStreamSubscription<Body> {
  readonly stream: string;
  /** Who consumes, for ever the same: letters, digits, `-` and `_`. Every process of the same name shares the work. */
  readonly durable: string;
  /** The subjects of one partition, 0 … 15. */
  readonly subjects: (partition: number) => readonly string[];
  /** What keeps its order also when one of its messages fails; see `ConsumeOptions.key`. */
  readonly key: (body: Body) => string;
  /** Failures after which a message is parked. Default 5. */
  readonly maxFailures?: number;
}

/** Nest would tell the transport "Internal server error"; the consumer has to see what was thrown. */
@Catch()
class GiveErrorOn implements RpcExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * A method that works on a stream, message after message in each partition: `handle(body: Body): Promise<void>`. When it
 * resolves, the message is acknowledged. It may be called again for the same message, so its effect has to be idempotent.
 * It may throw `NotBefore`.
 */
export const OnJetStream = <Body>(subscription: JetStreamSubscription<Body>): MethodDecorator =>
  applyDecorators(
    EventPattern<string>(`jetstream/${subscription.durable}`, JETSTREAM_TRANSPORT, { subscription }),
    UseFilters(new GiveErrorOn()),
  );
