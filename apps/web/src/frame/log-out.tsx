import { Button, Menu, Modal } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself, useSetPresence } from '../api/agents.js';
import { useSignOut } from '../api/session.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import classes from './log-out.module.css';

/** Whoever goes with work in hand is asked what becomes of it. */
export const useLogOut = () => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const { data: me } = useMyself(user.agentId);
  const [asking, setAsking] = useState(false);
  const signOut = useSignOut();
  const setPresence = useSetPresence();
  const onError = (error: unknown) => notifyProblem(error, t);
  const leave = () => signOut.mutate(undefined, { onError });
  // Only who is offline for certain leaves: else work might be offered to nobody.
  const leaveWith = (work: { readonly workInHand?: 'return' }) =>
    setPresence.mutate({ presence: 'offline', ...work }, { onSuccess: leave, onError });
  const load = me?.load ?? 0;
  return {
    start: () => (load > 0 ? setAsking(true) : leave()),
    dialog: asking && (
      <Modal
        opened
        onClose={() => setAsking(false)}
        title={t('logout.title', { count: load })}
        closeButtonProps={{ 'aria-label': t('work.cancel') }}
      >
        <p className={classes.hint}>{t('logout.hint')}</p>
        <div className={classes.buttons}>
          <Button data-autofocus loading={setPresence.isPending} onClick={() => leaveWith({ workInHand: 'return' })}>
            {t('logout.giveBack')}
          </Button>
          <Button variant="default" disabled={setPresence.isPending} onClick={() => leaveWith({})}>
            {t('logout.keep')}
          </Button>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            {t('logout.stay')}
          </Button>
        </div>
      </Modal>
    ),
  };
};

export const LogOutItem = ({ onClick }: { readonly onClick: () => void }) => {
  const { t } = useTranslation();
  return (
    <Menu.Item closeMenuOnClick leftSection={<IconLogout size={16} aria-hidden />} onClick={onClick}>
      {t('settings.logout')}
    </Menu.Item>
  );
};
