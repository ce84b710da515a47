import type { CommandAccepted, ConversationDetail } from '@madoguchi/contracts';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http.js';
import { useWorkCommand, type WorkCommand } from '../api/work.js';
import { notify, notifyProblem } from '../notify.js';

/**
 * Does what the agent decided, on what they saw; a customer who wrote again meanwhile is shown first, and the agent may do it all the same.
 * `said`: what is told when it is done. `done`: of a dialog, which stays open until then and shows `anyway` itself.
 */
export const useWork = ({ id }: Pick<ConversationDetail, 'id'>) => {
  const { t } = useTranslation();
  const working = useWorkCommand(id);

  const [anyway, setAnyway] = useState<(() => void) | null>(null);

  const run = (command: WorkCommand, said: string, done?: (accepted: CommandAccepted) => void) => {
    setAnyway(null);
    working.mutate(command, {
      onSuccess: (accepted) => {
        notify(said);
        done?.(accepted);
      },
      onError: (error) => {
        if (!(error instanceof ApiProblem && error.code === 'it-changed')) return notifyProblem(error, t);
        const notice = `it-changed ${id}`;
        const again = () => {
          notifications.hide(notice);
          run(withoutVersion(command), said, done);
        };
        // A dialog keeps the focus: a notice outside of it could not be reached.
        if (done) return setAnyway(() => again);
        notifications.show({
          id: notice,
          autoClose: false,
          message: (
            <>
              {t('problem.it-changed')}{' '}
              <Button size="compact-sm" variant="default" onClick={again}>
                {t('work.anyway')}
              </Button>
            </>
          ),
        });
      },
    });
  };
  return { run, anyway, forget: () => setAnyway(null), busy: working.isPending ? working.variables.do : null };
};

const withoutVersion = (command: WorkCommand): WorkCommand => {
  if (command.do !== 'transfer' && command.do !== 'snooze') return command;
  return { ...command, body: { ...command.body, version: undefined } } as WorkCommand;
};
