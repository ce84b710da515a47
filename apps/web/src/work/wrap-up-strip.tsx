import type { ConversationDetail } from '@madoguchi/contracts';
import { Button, Select, TextInput } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce/announcer.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useCustomerName } from '../list/customer-name.js';
import { duration } from '../time/dates.js';
import { useNow } from '../time/now.js';
import { useWork } from './use-work.js';
import { codeName } from './wrap-up-codes.js';
import classes from './wrap-up-strip.module.css';

/** More than these nobody reads through; the others are found by typing. */
const SHOWN = 15;

export interface WrapUpStripProps {
  readonly conversation: ConversationDetail;
  /** The place stays taken until it is done. */
  readonly required: boolean;
  /** When it ends by itself, as the server has it. */
  readonly endsAt: string | null;
}

/** What the closed conversation was about, in a code of its queue and in some words. */
export const WrapUpStrip = ({ conversation, required, endsAt }: WrapUpStripProps) => {
  const { t, i18n } = useTranslation();
  const name = useCustomerName()(conversation);
  const { run, busy } = useWork(conversation);
  const [code, setCode] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const codes = conversation.policy?.wrapUp.codes ?? [];
  useShortcut('wrapUp', () => field.current?.focus());
  useEffect(() => announce(t(required ? 'wrapUp.announceRequired' : 'wrapUp.announce')), [required, t]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code === null) return;
    const words = note.trim() === '' ? {} : { note: note.trim() };
    run({ do: 'wrap-up', body: { code, ...words } }, t('work.done.wrapUp', { name }));
  };
  return (
    <form className={classes.strip} aria-label={t('wrapUp.title')} onSubmit={submit} data-testid="wrap-up">
      <Select
        ref={field}
        className={classes.code}
        label={t('wrapUp.title')}
        description={required ? t('wrapUp.required') : t('wrapUp.optional')}
        placeholder={t('wrapUp.choose')}
        nothingFoundMessage={t('wrapUp.nothing')}
        searchable
        limit={SHOWN}
        data={codes.map((one) => ({ value: one.code, label: codeName(one, i18n.language) }))}
        value={code}
        onChange={setCode}
      />
      <TextInput className={classes.note} label={t('wrapUp.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {endsAt && <Countdown endsAt={endsAt} />}
      <Button type="submit" size="sm" loading={busy !== null} disabled={code === null}>
        {t('wrapUp.done')}
      </Button>
    </form>
  );
};

const Countdown = ({ endsAt }: { readonly endsAt: string }) => {
  const { t, i18n } = useTranslation();
  const left = (Date.parse(endsAt) - useNow('second')) / 1_000;
  return (
    <p className={classes.left} role="timer" data-short={left < 10 || undefined}>
      <IconHourglass size={16} aria-hidden /> {t('wrapUp.left', { t: duration(left, i18n.language) })}
    </p>
  );
};
