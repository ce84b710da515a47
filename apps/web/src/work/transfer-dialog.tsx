import { Button, Loader, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTransferTargets } from '../api/work.js';
import { ItChanged } from './it-changed.js';
import { matchingTargets, queueFor, type Target } from './targets.js';
import { TargetLine } from './target-line.js';
import classes from './work-dialog.module.css';

export interface Chosen {
  readonly queueId: string;
  readonly agentId?: string;
  readonly note?: string;
  /** To whom, for saying what was done. */
  readonly name: string;
}

export interface TransferDialogProps {
  /** A supervisor's word has no note. */
  readonly kind: 'transfer' | 'assign';
  readonly queueId: string | undefined;
  /** Has it now, and is not asked. */
  readonly ownerId: string | null;
  readonly busy: boolean;
  /** The customer wrote again: does it all the same. */
  readonly anyway: (() => void) | null;
  readonly onChosen: (chosen: Chosen) => void;
  readonly onClose: () => void;
}

/** To which queue or person a conversation goes; how much waits there, who is there and how loaded they are stands beside. */
export const TransferDialog = ({ kind, queueId: current, ownerId, busy, anyway, onChosen, onClose }: TransferDialogProps) => {
  const { t } = useTranslation();
  const { data, isError } = useTransferTargets();
  const [search, setSearch] = useState('');
  const [target, setTarget] = useState<Target | null>(null);
  const [ownQueue, setOwnQueue] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const found = data && matchingTargets(data, search, ownerId);
  const queues = target?.kind === 'agent' ? target.agent.queues : [];
  const queueId = target?.kind === 'queue' ? target.queue.id : target ? (ownQueue ?? queueFor(target.agent, current)) : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!target || queueId === undefined) return;
    const to = target.kind === 'agent' ? { agentId: target.agent.id, name: target.agent.name } : { name: target.queue.name };
    onChosen({ queueId, ...to, ...(note.trim() === '' ? {} : { note: note.trim() }) });
  };

  return (
    <Modal opened onClose={onClose} size="lg" title={t(`transfer.${kind}`)} closeButtonProps={{ 'aria-label': t('work.cancel') }}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          type="search"
          label={t('transfer.search')}
          value={search}
          data-autofocus
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <div className={classes.targets} role="radiogroup" aria-label={t('transfer.to')}>
          {!data && (isError ? <p className={classes.hint}>{t('transfer.failed')}</p> : <Loader size="sm" m="sm" />)}
          {found?.targets.map((one) => (
            <TargetLine
              key={one.id}
              target={one}
              checked={one.id === target?.id}
              onChoose={() => {
                setTarget(one);
                setOwnQueue(null);
              }}
            />
          ))}
        </div>
        {found && (
          <p className={classes.hint} role="status">
            {found.targets.length === 0 ? t('transfer.nobody') : found.more > 0 ? t('transfer.more', { count: found.more }) : null}
          </p>
        )}
        {queues.length > 1 && (
          <Select
            label={t('transfer.inQueue')}
            allowDeselect={false}
            data={queues.map(({ id, name }) => ({ value: id, label: name }))}
            value={queueId ?? null}
            onChange={setOwnQueue}
          />
        )}
        {target?.kind === 'agent' && target.agent.presence !== 'available' && <p className={classes.hint}>{t('transfer.notThere')}</p>}
        {kind === 'transfer' && (
          <Textarea
            label={t('transfer.note')}
            description={t('composer.note')}
            autosize
            minRows={2}
            maxRows={6}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <ItChanged anyway={anyway} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={queueId === undefined}>
            {t(`transfer.do.${kind}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
