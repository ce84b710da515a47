import TestSequencer from '@jest/test-sequencer';

/** Small files with much to do. Found by their time over a run on two cores; what came to be quick may leave, and what is missing costs little. */
const LONGEST = [
  'libs/event-store-eventstoredb/src/eventstoredb-event-store.spec.ts',
  'libs/media/src/s3-media-store.spec.ts',
  'libs/event-formats/src/bounded-memory.spec.ts',
  'libs/event-log/src/sealed-log.spec.ts',
  'libs/jetstream/src/consume.spec.ts',
  'libs/read-models/src/run-projector.spec.ts',
  'libs/conversation/src/write/control-races.spec.ts',
  'libs/conversation/src/write/thread-races.spec.ts',
  'libs/event-store-eventstoredb/src/connection-loss.spec.ts',
  'libs/event-store-postgres/src/postgres-event-store.spec.ts',
  'libs/channels/src/email/email-channel.spec.ts',
  'apps/cli/src/erase/erase-command.spec.ts',
  'apps/ingress/src/webhook.spec.ts',
  'libs/use-cases/src/replay/conversation-as-of.spec.ts',
  'libs/personal-data/src/sealed-event-store.spec.ts',
  'apps/cli/src/move-log/move-log-command.spec.ts',
  'libs/event-store-eventstoredb/src/same-as-in-memory.spec.ts',
  'libs/media/src/folder-media-store.spec.ts',
  'libs/jetstream/src/group-publish.spec.ts',
  'libs/jetstream/src/relay.spec.ts',
  'libs/event-store-postgres/src/same-as-in-memory.spec.ts',
  'libs/event-store-postgres/src/restart.spec.ts',
  'libs/event-store-postgres/src/writer-killed.spec.ts',
  'libs/event-store-eventstoredb/src/writer-killed.spec.ts',
];

/** Where nothing is known of earlier runs, as after a clone, Jest begins with the largest files, and one worker is left alone with these. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const rankOf = ({ path }) => {
      const rank = LONGEST.findIndex((name) => path.endsWith(name));
      return rank === -1 ? LONGEST.length : rank;
    };
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
