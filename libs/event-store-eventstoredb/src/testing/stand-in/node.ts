import cluster from '@eventstore/db-client/generated/gossip_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status as codes } from '@grpc/grpc-js';
import { promisify } from 'node:util';
import { accessDenied, notLeader, notReady, refusal } from './answers.js';
import { type AppendCall, type AppendFaults, takeAppends } from './appending.js';
import { read, type ReadCall } from './reading.js';
import { StoredLog } from './stored-log.js';

const MIB = 1024 * 1024;

export interface NodeOptions {
  /** 0 or absent: a free one. */
  readonly port?: number;
  /** What is on the disk; absent: nothing. */
  readonly log?: StoredLog;
  readonly maxAppendBytes?: number;
  readonly countsMetadata?: boolean;
  readonly writeTimeoutMs?: number;
  /** Names and passwords of those who may do everything; absent: everybody may. */
  readonly users?: Readonly<Record<string, string>>;
  readonly tls?: { readonly key: string; readonly certificate: string };
  readonly host?: string;
}

export type NodeState = 'leader' | 'follower' | 'starting';

/** One node: EventStoreDB's protocol of streams, with everything in memory. */
export interface StandInNode {
  readonly host: string;
  readonly port: number;
  /** `esdb://…` */
  readonly url: string;
  readonly log: StoredLog;
  readonly faults: AppendFaults;
  /** The places behind which somebody subscribed. */
  readonly subscribedBehind: string[];
  state: NodeState;
  /** Everybody in the cluster, by which a client finds the leader. */
  members: readonly StandInNode[];
  /** As `kill -9`: every connection breaks, the log stays. */
  kill(): Promise<void>;
}

export const startNode = async (options: NodeOptions = {}): Promise<StandInNode> => {
  const { log = new StoredLog(), host = '127.0.0.1', users, tls } = options;
  const server = new Server({ 'grpc.max_receive_message_length': 4 * MIB });
  const end = new AbortController();
  const faults: AppendFaults = {};

  const leader = () => node.members.find(({ state }) => state === 'leader');

  const checkUser = (metadata: ReadCall['metadata']) => {
    if (!users) return;
    const [authorization] = metadata.get('authorization');
    if (authorization === undefined) throw accessDenied();
    const [name = '', password] = Buffer.from(String(authorization).replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':');
    if (users[name] === undefined || users[name] !== password) throw refusal(codes.UNAUTHENTICATED, 'Bad HTTP status code: 401');
  };

  const checkState = (metadata: ReadCall['metadata']) => {
    if (node.state === 'starting') throw notReady();
    if (node.state === 'follower' && metadata.get('requires-leader')[0] === 'true') throw notLeader(leader());
  };

  const refuse = (call: ReadCall | AppendCall, error: unknown) => {
    if (!end.signal.aborted) call.emit('error', error);
  };

  /** Aborts when the caller hangs up, or this node is gone. */
  const endOf = (call: ReadCall | AppendCall): AbortSignal => {
    const over = new AbortController();
    call.on('cancelled', () => over.abort());
    return AbortSignal.any([over.signal, end.signal]);
  };

  const remove = (forGood: boolean) => (call: ServerUnaryCall<DeleteReq | TombstoneReq, never>, done: sendUnaryData<never>) => {
    const name = Buffer.from(call.request.getOptions()!.getStreamIdentifier()!.getStreamName_asU8()).toString();
    log.delete(name, forGood);
    done(null, (forGood ? new streamsMessages.TombstoneResp() : new streamsMessages.DeleteResp()) as never);
  };

  const asBytes = { ...streams.StreamsService, read: { ...streams.StreamsService.read, responseSerialize: (bytes: Buffer) => bytes } };
  server.addService(asBytes as never, {
    read: (call: ReadCall) => {
      const ended = endOf(call);
      (async () => {
        checkUser(call.metadata);
        checkState(call.metadata);
        const options = call.request.getOptions()!;
        if (options.hasSubscription()) node.subscribedBehind.push(options.getAll()?.getPosition()?.getCommitPosition() ?? '0');
        await read(log, call, ended);
        call.end();
      })().catch((error: unknown) => refuse(call, error));
    },
    batchAppend: (call: AppendCall) => {
      const rules = {
        log,
        faults,
        maxAppendBytes: options.maxAppendBytes ?? MIB,
        countsMetadata: options.countsMetadata ?? false,
        writeTimeoutMs: options.writeTimeoutMs ?? 2_000,
        ended: endOf(call),
        check: () => {
          if (node.state === 'starting') return 'Server Is Not Ready' as const;
          if (node.state === 'follower' && !leader()) return 'No leader info available in response' as const;
          checkState(call.metadata);
          return undefined;
        },
      };
      (async () => {
        checkUser(call.metadata);
        await takeAppends(call, rules);
        call.end();
      })().catch((error: unknown) => refuse(call, error));
    },
    delete: remove(false),
    tombstone: remove(true),
  });
  server.addService(featuresService.ServerFeaturesService as never, {
    getSupportedMethods: (_call: unknown, done: sendUnaryData<features.SupportedMethods>) => {
      const method = new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName('batchappend');
      done(null, new features.SupportedMethods().setEventStoreServerVersion('24.6.0').setMethodsList([method]));
    },
  });
  server.addService(gossip.GossipService as never, {
    read: (_call: unknown, done: sendUnaryData<cluster.ClusterInfo>) => {
      const { VNodeState } = cluster.MemberInfo;
      const members = node.members.map((member) =>
        new cluster.MemberInfo()
          .setInstanceId(new shared.UUID().setString('00000000-0000-0000-0000-000000000000'))
          .setIsAlive(true)
          .setState({ leader: VNodeState.LEADER, follower: VNodeState.FOLLOWER, starting: VNodeState.INITIALIZING }[member.state])
          .setHttpEndPoint(new cluster.EndPoint().setAddress(member.host).setPort(member.port)),
      );
      done(null, new cluster.ClusterInfo().setMembersList(members));
    },
  });

  const credentials = tls
    ? ServerCredentials.createSsl(null, [{ private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) }])
    : ServerCredentials.createInsecure();
  const port = await promisify(server.bindAsync.bind(server))(`${host}:${options.port ?? 0}`, credentials);

  const node: StandInNode = {
    host,
    port,
    url: `esdb://${host}:${port}?tls=${String(tls !== undefined)}`,
    log,
    faults,
    subscribedBehind: [],
    state: 'leader',
    members: [],
    kill: async () => {
      end.abort();
      server.forceShutdown();
      log.forgetMemory();
    },
  };
  node.members = [node];
  return node;
};
