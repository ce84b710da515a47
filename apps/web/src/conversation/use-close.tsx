import type { ConversationDetail } from '@madoguchi/contracts';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http.js';
import { useCloseConversation } from '../api/conversations.js';
import { useCustomerName } from '../list/customer-name.js';
import { notify, notifyProblem } from '../notify.js';
import { runShortcut } from '../keyboard/use-shortcut.js';

/** Closes what the agent saw; a customer who wrote again meanwhile is shown first. */
export const useClose = (conversation: ConversationDetail) => {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const closing = useCloseConversation(conversation.id);

  const close = (andNext: boolean, version: number | null = conversation.version) => {
    if (andNext) runShortcut('next');
    closing.mutate(version, {
      onSuccess: () => notify(t('conv.closed', { name: nameOf(conversation) })),
      onError: (error) => {
        if (!(error instanceof ApiProblem && error.code === 'it-changed')) return notifyProblem(error, t);
        const id = `it-changed ${conversation.id}`;
        notifications.show({
          id,
          autoClose: false,
          message: (
            <>
              {t('problem.it-changed')}{' '}
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  notifications.hide(id);
                  close(false, null);
                }}
              >
                {t('conv.closeAnyway')}
              </Button>
            </>
          ),
        });
      },
    });
  };
  return { close: (andNext: boolean) => close(andNext), closing: closing.isPending };
};
