import type { ConversationDetail, ReplyContent, TemplateList } from '@madoguchi/contracts';
import { Button, Loader, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTemplates } from '../api/writing.js';
import { problemText } from '../problem-text.js';
import classes from './template-picker.module.css';

type Template = TemplateList['items'][number];

export interface TemplatePickerProps {
  readonly conversation: ConversationDetail;
  readonly sending: boolean;
  readonly onSend: (content: ReplyContent) => void;
}

/** The words as the customer will read them. */
export const filledIn = (text: string, parameters: readonly string[]): string =>
  text.replace(/\{\{(\d+)\}\}/g, (place, number: string) => parameters[Number(number) - 1] || place);

const keyOf = ({ name, language }: Template): string => `${name} ${language}`;

/** Chooses a message that the platform has approved, and fills in its places. */
export const TemplatePicker = ({ conversation, sending, onSend }: TemplatePickerProps) => {
  const { t } = useTranslation();
  const { data, isPending, error } = useTemplates(conversation.id);
  const [key, setKey] = useState<string | null>(null);
  const [parameters, setParameters] = useState<readonly string[]>([]);
  if (error) return <p role="alert">{problemText(error, t)}</p>;
  if (isPending) return <Loader size="sm" />;
  if (data.items.length === 0) return <p className={classes.none}>{t('composer.noTemplates')}</p>;

  const template = data.items.find((item) => keyOf(item) === key);
  const places = Array.from({ length: template?.parameters ?? 0 }, (_, index) => parameters[index] ?? '');
  const ready = template !== undefined && places.every((value) => value.trim() !== '');
  const send = () => {
    if (!template || !ready) return;
    const { name, language, text } = template;
    onSend({ type: 'template', name, language, parameters: places, text: filledIn(text, places) });
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Select
        label={t('composer.template')}
        searchable
        data={data.items.map((item) => ({ value: keyOf(item), label: `${item.name} (${item.language})` }))}
        value={key}
        onChange={(next) => {
          setKey(next);
          setParameters([]);
        }}
      />
      {places.map((value, index) => (
        <TextInput
          key={index}
          label={t('composer.templatePlace', { n: index + 1 })}
          value={value}
          onChange={(event) => setParameters(places.with(index, event.currentTarget.value))}
        />
      ))}
      {template && <p className={classes.preview}>{filledIn(template.text, places)}</p>}
      <Button type="submit" size="xs" h={32} disabled={!ready} loading={sending} className={classes.send}>
        {t('composer.send')}
      </Button>
    </form>
  );
};
