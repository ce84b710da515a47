import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce/announcer.js';
import classes from './copyable-fact.module.css';
import { Fact } from './fact.js';

/** An id to hand to somebody who looks into the log. */
export const CopyableFact = ({ name, value }: { readonly name: string; readonly value: string }) => {
  const { t } = useTranslation();
  const clipboard = useClipboard();
  const copy = () => {
    clipboard.copy(value);
    announce(t('details.copied'));
  };
  return (
    <Fact name={name}>
      <span className={classes.value}>
        <code className={classes.code}>{value}</code>
        <ActionIcon size={24} onClick={copy} aria-label={t('details.copy', { what: name })}>
          {clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        </ActionIcon>
      </span>
    </Fact>
  );
};
