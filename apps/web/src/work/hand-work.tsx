import type { ConversationDetail } from '@madoguchi/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useCustomerName } from '../list/customer-name.js';
import { WhyDrawer } from '../why/why-drawer.js';
import { CloseMenu } from './close-menu.js';
import { HandMenu } from './hand-menu.js';
import { SnoozeDialog } from './snooze-dialog.js';
import { type Chosen, TransferDialog } from './transfer-dialog.js';
import type { HandActions } from './use-hand-actions.js';

export interface HandWorkProps {
  readonly conversation: ConversationDetail;
  readonly mine: boolean;
  readonly actions: HandActions;
  readonly closing: boolean;
  readonly onClose: (andNext: boolean) => void;
}

type Dialog = 'transfer' | 'assign' | 'snooze' | 'why';

/** The buttons at the head of a conversation, what opens from them, and their keys. */
export const HandWork = ({ conversation, mine, actions, closing, onClose }: HandWorkProps) => {
  const { t } = useTranslation();
  const name = useCustomerName()(conversation);
  const [open, setOpen] = useState<Dialog | null>(null);
  const { anyway, forget, takeOver, claim, wake, snooze, wait, giveBack, toBot, mayTransfer, mayAssign, run, busy } = actions;
  const shut = () => {
    setOpen(null);
    forget();
  };
  const take = takeOver ?? claim;
  useShortcut('take', () => take?.(), take !== null);
  useShortcut('wake', () => wake?.(), wake !== null);
  useShortcut('snooze', () => setOpen('snooze'), snooze !== null);
  useShortcut('wait', () => wait?.(), wait !== null);
  useShortcut('giveBack', () => giveBack?.(), giveBack !== null);
  useShortcut('toBot', () => toBot?.(), toBot !== null);
  useShortcut('transfer', () => setOpen('transfer'), mayTransfer);
  useShortcut('assign', () => setOpen('assign'), mayAssign);
  useShortcut('why', () => setOpen('why'));

  const giveOn = ({ queueId, agentId, note, name: to }: Chosen) => {
    const said = t('work.done.transfer', { name, to });
    if (open === 'assign') run({ do: 'assign', body: { queueId, agentId } }, said, shut);
    else run({ do: 'transfer', body: { queueId, agentId, note, version: conversation.version } }, said, shut);
  };
  return (
    <>
      {wake && (
        <Button variant="default" size="xs" h={32} loading={busy === 'wake'} onClick={wake}>
          {t('snooze.wake')}
        </Button>
      )}
      {claim && (
        <Button variant="default" size="xs" h={32} loading={busy === 'claim'} onClick={claim}>
          {t('work.claim')}
        </Button>
      )}
      {mine && <CloseMenu closing={closing} onClose={onClose} onSnooze={() => setOpen('snooze')} onWait={() => wait?.()} />}
      <HandMenu actions={actions} onTransfer={() => setOpen('transfer')} onAssign={() => setOpen('assign')} onWhy={() => setOpen('why')} />
      {(open === 'transfer' || open === 'assign') && (
        <TransferDialog
          kind={open}
          queueId={conversation.queue?.id}
          ownerId={conversation.owner?.agentId ?? null}
          busy={busy === open}
          anyway={anyway}
          onChosen={giveOn}
          onClose={shut}
        />
      )}
      {open === 'snooze' && snooze && (
        <SnoozeDialog
          busy={busy === 'snooze'}
          anyway={anyway}
          onSnooze={(until) => snooze(until, shut)}
          onWait={() => wait?.(shut)}
          onClose={shut}
        />
      )}
      <WhyDrawer conversation={conversation} opened={open === 'why'} onClose={shut} />
    </>
  );
};
