import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../problem-text.js';
import type { Language } from '../texts/texts.js';
import classes from './form-page.module.css';
import { type FormField, problemsIn, type SentForm } from './sent-form.js';

interface FieldsProps {
  readonly form: SentForm;
  readonly sending: boolean;
  /** Of the last try. */
  readonly refusal: unknown;
  readonly onSend: (values: Readonly<Record<string, string>>) => void;
}

/** Every field with where it is found; what is secret is covered while it is typed, and is kept nowhere here. */
export const FieldsToFillIn = ({ form, sending, refusal, onSend }: FieldsProps) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [empty, setEmpty] = useState<readonly string[]>([]);
  const frame = useRef<HTMLFormElement>(null);
  const refused = problemsIn(refusal);
  const isEmpty = ({ name }: FormField) => (values[name] ?? '').trim() === '';

  /** Where the first thing is to be put right. */
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [empty, refusal]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = form.fields.filter((field) => needed(field) && isEmpty(field)).map(({ name }) => name);
    setEmpty(missing);
    if (missing.length === 0) onSend(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')));
  };
  const problemOf = (field: FormField): string | undefined => {
    if (empty.includes(field.name) && isEmpty(field)) return t('form.empty');
    const detail = refused[field.name];
    return detail === undefined ? undefined : t('form.bad', { detail });
  };
  const names = { name: form.accountName, type: t(`channel.${form.accountType}` as 'channel.line') };

  return (
    <form ref={frame} className={classes.fields} onSubmit={submit} noValidate>
      <div>
        <h1 className={classes.title}>{t('form.title', names)}</h1>
        <p className={classes.subtitle}>{t('form.intro', names)}</p>
        <p className={classes.subtitle}>{t('form.validUntil', { time: timeIn(language, form.expiresAt) })}</p>
      </div>
      {form.fields.map((field) => {
        const Input = field.secret ? PasswordInput : TextInput;
        return (
          <Input
            key={field.name}
            name={field.name}
            label={field.label[language]}
            description={[field.hint[language], ...remarkOf(field).map((remark) => t(remark))].join(' ')}
            required={needed(field)}
            withAsterisk={false}
            autoComplete="off"
            spellCheck={false}
            value={values[field.name] ?? ''}
            error={problemOf(field)}
            onChange={(event) => setValues({ ...values, [field.name]: event.currentTarget.value })}
          />
        );
      })}
      {refusal !== null && Object.keys(refused).length === 0 && (
        <p role="alert" className={classes.problem}>
          {problemText(refusal, t)}
        </p>
      )}
      <Button type="submit" loading={sending}>
        {t('form.send')}
      </Button>
    </form>
  );
};

const needed = ({ required, generated }: FormField): boolean => required && !generated;

const remarkOf = (field: FormField): readonly ('form.generated' | 'form.optional')[] => {
  if (field.generated) return ['form.generated'];
  return field.required ? [] : ['form.optional'];
};

const timeIn = (language: Language, time: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
