import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './work-dialog.module.css';

export interface ReopenDialogProps {
  readonly busy: boolean;
  readonly onReopen: (why: string) => void;
  readonly onClose: () => void;
}

const LONGEST_REASON = 1_000;

/** Why somebody goes on with a closed conversation: who comes after them reads it first. */
export const ReopenDialog = ({ busy, onReopen, onClose }: ReopenDialogProps) => {
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.trim() !== '') onReopen(why.trim());
  };
  return (
    <Modal opened onClose={onClose} title={t('reopen.title')} closeButtonProps={{ 'aria-label': t('work.cancel') }}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.hint}>{t('reopen.hint')}</p>
        <Textarea
          label={t('reopen.why')}
          description={t('composer.note')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LONGEST_REASON}
          value={why}
          data-autofocus
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={why.trim() === ''}>
            {t('reopen.do')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
