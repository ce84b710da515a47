import { EventStoreDBClient } from '@eventstore/db-client';
import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams, { type StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ClientDuplexStream, ClientReadableStream } from '@grpc/grpc-js';
import { setTimeout as sleep } from 'node:timers/promises';
import { closed, NoAnswer } from './failures.js';

/** A server that is gone does not answer a good-bye. */
const GOODBYE_DEADLINE_MS = 1_000;

/**
 * The client's connection, used one layer below its commands: it finds the cluster's leader, follows it, and speaks TLS.
 * Its own `appendToStream` waits for ever for a server that is silent, and fails the appends of every client in the
 * process when one loses its connection; its `readAll` leaves the filter out (6.2.1).
 *
 * Everything is asked of the leader, because a follower may not have heard yet of what was acknowledged.
 */
export interface Connection {
  /** All answers to one question. @throws what the client throws; NoAnswer */
  ask(question: ReadReq, deadlineMs: number): Promise<readonly ReadResp[]>;
  /** Answers as they come, until it is cancelled. */
  follow(question: ReadReq): Promise<ClientReadableStream<ReadResp>>;
  /** Takes appends and gives their outcomes, until it breaks. */
  appends(): Promise<ClientDuplexStream<BatchAppendReq, BatchAppendResp>>;
  /** Aborts when the connection is closed; then it takes no question any more. */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

/** @throws Error when the address cannot be read. Its text is not repeated: it may bear a password. */
export const connect = (url: string): Connection => {
  const client = clientOf(url);
  const closing = new AbortController();
  let current: StreamsClient | undefined;

  /** Starts a call on the channel that is in use now; the client looks for another node when the call fails for that reason. */
  const start = async <Call extends ClientReadableStream<ReadResp> | ClientDuplexStream<BatchAppendReq, BatchAppendResp>>(
    name: string,
    call: (grpc: StreamsClient) => Call,
  ): Promise<Call> => {
    if (closing.signal.aborted) throw closed();
    return client['GRPCStreamCreator']<StreamsClient, Call>(streams.StreamsClient, name, (grpc) => {
      current = grpc;
      // Its failure is heard by whoever asked, and by the client; without a listener of its own it would end the process.
      return call(grpc).on('error', () => undefined) as Call;
    })();
  };

  const forever = () => client['callArguments']({ requiresLeader: true }, { deadline: Infinity });

  return {
    ask: (question, deadlineMs) =>
      new Promise((resolve, reject) => {
        const answers: ReadResp[] = [];
        let call: ClientReadableStream<ReadResp> | undefined;
        let late = false;
        const timer = setTimeout(() => {
          late = true;
          call?.cancel();
          reject(new NoAnswer(deadlineMs));
        }, deadlineMs);
        const give = (settle: () => void) => {
          clearTimeout(timer);
          settle();
        };
        start('read', (grpc) => grpc.read(question, ...client['callArguments']({ requiresLeader: true, deadline: deadlineMs }))).then(
          (started) => {
            call = started;
            if (late) return call.cancel();
            call.on('data', (answer: ReadResp) => answers.push(answer));
            call.on('error', (error) => give(() => reject(error)));
            call.on('end', () => give(() => resolve(answers)));
          },
          (error) => give(() => reject(error)),
        );
      }),

    follow: (question) => start('subscribe', (grpc) => grpc.read(question, ...forever())),

    appends: () => start('append', (grpc) => grpc.batchAppend(...forever())),

    closed: closing.signal,

    close: async () => {
      closing.abort();
      await Promise.race([client.dispose(), sleep(GOODBYE_DEADLINE_MS, undefined, { ref: false })]);
      current?.close();
    },
  };
};

const clientOf = (url: string): EventStoreDBClient => {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    // What cannot be parsed is quoted in the message, with whatever stands there.
    const reason = error instanceof Error && !('location' in error) ? error.message : 'esdb://user:password@host:2113?tls=true is needed';
    throw new Error(`This is no address of EventStoreDB: ${reason}`);
  }
};
