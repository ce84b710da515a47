import type { ConversationDetail } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import { wishForFocus } from '../composer/focus-wish.js';
import type { Ownership } from '../conversation/ownership.js';
import { useCustomerName } from '../list/customer-name.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { go } from '../route.js';
import { dayAndTime } from '../time/dates.js';
import { useWork } from './use-work.js';

/** One who does not see it as theirs may still: a supervisor. */
const ALL = 'conversations.all';

/** What can be done now with a conversation besides answering it; what cannot be done is null. */
export const useHandActions = (conversation: ConversationDetail, ownership: Ownership) => {
  const { t, i18n } = useTranslation();
  const { user, permissions } = useSignedIn();
  const name = useCustomerName()(conversation);
  const { run, busy, anyway, forget } = useWork(conversation);
  const { version, accountBot, status, bot } = conversation;
  const mine = ownership.kind === 'mine';
  const supervises = permissions.includes(ALL);
  const toMe = (command: 'claim' | 'take-over', said: string) => () => {
    wishForFocus(conversation.id);
    run({ do: command }, said);
  };
  const when = <Action>(possible: boolean, action: Action): Action | null => (possible ? action : null);

  return {
    busy,
    run,
    anyway,
    forget,
    takeOver: when(ownership.kind === 'bot' && user.agentId !== null, toMe('take-over', t('work.done.takeOver', { name }))),
    claim: when(ownership.kind === 'waits' && ownership.mayClaim, toMe('claim', t('work.done.claim', { name }))),
    giveBack: when(mine, () => run({ do: 'return' }, t('work.done.return', { name }))),
    toBot: when(mine && accountBot !== null, () => run({ do: 'back-to-bot' }, t('work.done.toBot', { name, bot: accountBot?.name ?? '' }))),
    wake: when(ownership.kind === 'snoozed' && (ownership.byMe || supervises), () => run({ do: 'wake' }, t('work.done.wake', { name }))),
    snooze: when(mine, (until: Date, done?: () => void) =>
      run(
        { do: 'snooze', body: { until: until.toISOString(), version } },
        t('work.done.snooze', { name, time: dayAndTime(until, i18n.language) }),
        done,
      ),
    ),
    wait: when(mine, (done?: () => void) => run({ do: 'snooze', body: { version } }, t('work.done.wait', { name }), done)),
    reopen: when(ownership.kind === 'closed' && ownership.mayReopen, (why: string) =>
      run({ do: 'reopen', body: { why } }, t('work.done.reopen', { name }), ({ id }) => id && go({ view: 'all', conversationId: id })),
    ),
    mayTransfer: mine,
    mayAssign: supervises && status !== 'closed' && !bot,
  };
};

export type HandActions = ReturnType<typeof useHandActions>;
