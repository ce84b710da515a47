import type { ChannelCapabilities, ReplyContent } from '@madoguchi/contracts';
import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './template-picker.module.css';

type Style = Extract<ReplyContent, { type: 'choices' }>['style'];

export interface ChoicesDialogProps {
  readonly choices: ChannelCapabilities['choices'];
  readonly text: string;
  readonly onSend: (content: ReplyContent) => void;
  readonly onClose: () => void;
}

/** One choice a line; the line comes back as the customer's answer. */
const optionsOf = (lines: string) =>
  [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '').map((label) => ({ id: label, label }));

/** Turns what stands in the field into a question with answers to choose from. */
export const ChoicesDialog = ({ choices, text, onSend, onClose }: ChoicesDialogProps) => {
  const { t } = useTranslation();
  const styles = Object.keys(choices) as Style[];
  const [style, setStyle] = useState<Style>(styles[0]!);
  const [question, setQuestion] = useState(text);
  const [lines, setLines] = useState('');
  const options = optionsOf(lines);
  const { most = 0, labelLimit = 0 } = choices[style] ?? {};
  const tooLong = options.find(({ label }) => label.length > labelLimit);
  const problem =
    (options.length > most && t('choices.tooMany', { n: most })) ||
    (tooLong && t('choices.tooLong', { label: tooLong.label, n: labelLimit })) ||
    null;
  return (
    <Modal opened onClose={onClose} title={t('choices.title')} closeButtonProps={{ 'aria-label': t('choices.close') }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSend({ type: 'choices', style, text: question.trim(), options });
          onClose();
        }}
      >
        <Textarea
          label={t('choices.question')}
          autosize
          minRows={2}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Select
          label={t('choices.style')}
          allowDeselect={false}
          data={styles.map((value) => ({ value, label: t(`choices.styles.${value}`) }))}
          value={style}
          onChange={(next) => setStyle(next as Style)}
        />
        <Textarea
          label={t('choices.lines', { n: most })}
          autosize
          minRows={3}
          value={lines}
          error={problem}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          h={32}
          disabled={problem !== null || options.length === 0 || question.trim() === ''}
          className={classes.send}
        >
          {t('composer.send')}
        </Button>
      </form>
    </Modal>
  );
};
