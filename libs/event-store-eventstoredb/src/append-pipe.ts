import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { appendMessages, readAnswer, type Verdict } from './append-messages.js';
import type { Connection } from './connection.js';
import type { Proposal } from './event-form.js';
import { NoAnswer, NotSent } from './failures.js';

/** Appends to any streams, through one call of gRPC, in the order in which they are sent, none waiting for another. */
export interface AppendPipe {
  /**
   * @param revision of the event behind which to append; −1: the stream must not exist
   * @throws NotSent
   * @throws NoAnswer, or what broke the call: it may have been stored
   */
  send(stream: string, revision: bigint, events: readonly Proposal[], deadlineMs: number): Promise<Verdict>;
}

interface Waiting {
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
}

interface OpenCall {
  /** What was sent and has no answer, by its id. */
  readonly waiting: Map<string, Waiting>;
  write(message: BatchAppendReq): void;
}

export const createAppendPipe = (connection: Connection): AppendPipe => {
  let current: Promise<OpenCall> | undefined;

  const open = (): Promise<OpenCall> => {
    const opening = (async () => {
      const call = await connection.appends();
      const waiting = new Map<string, Waiting>();
      const broken = (error: unknown) => {
        if (current === opening) current = undefined;
        for (const { reject } of waiting.values()) reject(error);
      };
      call.on('data', (answer: BatchAppendResp) => {
        const [id, verdict] = readAnswer(answer);
        waiting.get(id)?.resolve(verdict);
      });
      call.on('error', broken);
      call.on('end', () => broken(new Error('the server ended the call')));
      return { waiting, write: (message: BatchAppendReq) => void call.write(message) };
    })();
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
    return opening;
  };

  return {
    send: (stream, revision, events, deadlineMs) =>
      new Promise((resolve, reject) => {
        const id = randomUUID();
        let settled = false;
        let call: OpenCall | undefined;
        const settle = (how: () => void) => {
          settled = true;
          clearTimeout(timer);
          call?.waiting.delete(id);
          how();
        };
        const timer = setTimeout(() => settle(() => reject(new NoAnswer(deadlineMs))), deadlineMs);
        current ??= open();
        current.then(
          (opened) => {
            if (settled) return;
            call = opened;
            call.waiting.set(id, {
              resolve: (verdict) => settle(() => resolve(verdict)),
              reject: (error) => settle(() => reject(error)),
            });
            for (const message of appendMessages(id, stream, revision, events)) call.write(message);
          },
          (error: unknown) => settle(() => reject(new NotSent(error))),
        );
      }),
  };
};
