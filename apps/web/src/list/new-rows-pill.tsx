import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './new-rows-pill.module.css';

export interface NewRowsPillProps {
  readonly count: number;
  readonly narrow: boolean;
  readonly onApply: () => void;
}

/** "3 new": nothing in the list moves until it is pressed, or until pointer and focus have left. */
export const NewRowsPill = ({ count, narrow, onApply }: NewRowsPillProps) => {
  const { t } = useTranslation();
  const text = count > 0 ? t('list.new', { count }) : t('list.changed');
  return (
    <Button
      size="compact-sm"
      radius="xl"
      leftSection={narrow ? undefined : <IconArrowUp size={14} />}
      className={classes.pill}
      onClick={onApply}
      aria-label={text}
      data-testid="new-rows"
    >
      {narrow ? <IconArrowUp size={14} /> : text}
    </Button>
  );
};
