import type { ConversationDetail } from '@madoguchi/contracts';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http.js';
import { useWorkCommand, type WorkCommand } from '../api/work.js';
import { notify, notifyProblem } from '../notify.js';

/**
 * Does what the agent decided, on what they saw; a customer who wrote again meanwhile is shown first, and the agent may do it all the same.
 * `said`: what is told when it is done.
 */
export const useWork = ({ id }: Pick<ConversationDetail, 'id'>) => {
  const { t } = useTranslation();
  const working = useWorkCommand(id);

  const run = (command: WorkCommand, said: string, done?: () => void) =>
    working.mutate(command, {
      onSuccess: () => {
        notify(said);
        done?.();
      },
      onError: (error) => {
        if (!(error instanceof ApiProblem && error.code === 'it-changed')) return notifyProblem(error, t);
        const notice = `it-changed ${id}`;
        const anyway = () => {
          notifications.hide(notice);
          run(withoutVersion(command), said, done);
        };
        notifications.show({
          id: notice,
          autoClose: false,
          message: (
            <>
              {t('problem.it-changed')}{' '}
              <Button size="compact-sm" variant="default" onClick={anyway}>
                {t('work.anyway')}
              </Button>
            </>
          ),
        });
      },
    });
  return { run, busy: working.isPending ? working.variables.do : null };
};

const withoutVersion = (command: WorkCommand): WorkCommand => {
  if (command.do !== 'transfer' && command.do !== 'snooze') return command;
  return { ...command, body: { ...command.body, version: undefined } } as WorkCommand;
};
