import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../details/language-name.js';
import classes from './reply-templates-dialog.module.css';
import type { ShownTemplate } from './shown-templates.js';

export interface TemplateOptionProps {
  readonly id: string;
  readonly shown: ShownTemplate;
  readonly active: boolean;
  readonly onChoose: () => void;
}

/** The name, what is typed for it, and the words as the customer will read them. */
export const TemplateOption = ({ id, shown: { template, text, foreign }, active, onChoose }: TemplateOptionProps) => {
  const { i18n } = useTranslation();
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) option.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={active}
      className={classes.option}
      data-foreign={foreign || undefined}
      onClick={onChoose}
    >
      <span className={classes.name}>
        {template.name}
        {template.shortcut && <span className={classes.facts}>/{template.shortcut}</span>}
        {foreign && <span className={classes.facts}>{languageName(text.language, i18n.language)}</span>}
      </span>
      <span className={classes.text} lang={text.language}>
        {text.text}
      </span>
    </div>
  );
};
