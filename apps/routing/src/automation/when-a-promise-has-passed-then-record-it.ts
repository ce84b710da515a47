import type { DueClock } from '@madoguchi/read-models';
import type { Passed } from '@madoguchi/routing';
import { oncePerStanding, type Router } from '../router.js';

/** Warnings before, breaches after; also of a time in which no router looked. */
export const whenAPromiseHasPassedThenRecordIt = (router: Router, due: DueClock, passed: readonly Passed[]) =>
  router.conversation(
    due.conversationId,
    { type: 'RecordPassedTargets', seen: due.seen, passed },
    oncePerStanding(due, 'when-a-promise-has-passed-then-record-it'),
  );
