import { Loader, Modal, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReplyTemplates } from '../api/writing.js';
import { createImeGuard } from '../composer/ime-guard.js';
import { languageName } from '../details/language-name.js';
import { problemText } from '../problem-text.js';
import classes from './reply-templates-dialog.module.css';
import { languagesOf, shownTemplates } from './shown-templates.js';
import { TemplateOption } from './template-option.js';

/** Long enough to type on. */
const ASK_AFTER_MS = 150;

export interface ReplyTemplatesDialogProps {
  readonly conversationId: string;
  readonly onChosen: (text: string) => void;
  readonly onClose: () => void;
  /** A space first: who typed the slash did not mean templates. */
  readonly onSpace: () => void;
}

/** Texts for an answer, found by typing and chosen with arrows and Enter; those in the language of the conversation first. */
export const ReplyTemplatesDialog = ({ conversationId, onChosen, onClose, onSpace }: ReplyTemplatesDialogProps) => {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [guard] = useState(createImeGuard);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, ASK_AFTER_MS);
  const [wanted, setWanted] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const { data, error } = useReplyTemplates(conversationId, asked.trim());
  const language = wanted ?? data?.language ?? null;
  const shown = data ? shownTemplates(data.items, language, search) : [];
  const active = Math.min(at, shown.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, keyCode, nativeEvent } = event;
    if (!guard.isOurs({ key, keyCode, isComposing: nativeEvent.isComposing })) return;
    if (key === 'ArrowDown') setAt(Math.min(active + 1, shown.length - 1));
    else if (key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (key === 'Enter') {
      const chosen = shown[active];
      if (chosen) onChosen(chosen.text.text);
    } else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      size="lg"
      title={t('replyTemplates.title')}
      closeButtonProps={{ 'aria-label': t('choices.close') }}
    >
      <div className={classes.find}>
        <TextInput
          className={classes.search}
          label={t('replyTemplates.search')}
          value={search}
          data-autofocus
          role="combobox"
          aria-autocomplete="list"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
          onChange={(event) => {
            if (event.currentTarget.value === ' ') return onSpace();
            setSearch(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onCompositionStart={guard.onCompositionStart}
          onCompositionEnd={guard.onCompositionEnd}
        />
        {data && (
          <Select
            label={t('details.language')}
            allowDeselect={false}
            data={languagesOf(data).map((tag) => ({ value: tag, label: languageName(tag, i18n.language) }))}
            value={language}
            onChange={(tag) => {
              setWanted(tag);
              setAt(0);
            }}
          />
        )}
      </div>
      {error && <p role="alert">{problemText(error, t)}</p>}
      {!data && !error && <Loader size="sm" />}
      <div id={`${id}-list`} className={classes.list} role="listbox" aria-label={t('replyTemplates.title')}>
        {shown.map((one, index) => (
          <TemplateOption
            key={one.template.id}
            id={optionId(index)}
            shown={one}
            active={index === active}
            onChoose={() => onChosen(one.text.text)}
          />
        ))}
      </div>
      <p className={classes.hint} role="status">
        {data && t('replyTemplates.found', { count: shown.length })}
      </p>
    </Modal>
  );
};
