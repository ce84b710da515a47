import { Button, Loader, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../new-id.js';
import { problemText } from '../problem-text.js';
import { changeLanguage, type Language, LANGUAGES } from '../texts/texts.js';
import { FieldsToFillIn } from './fields-to-fill-in.js';
import classes from './form-page.module.css';
import { endIn, type FormLink, useFillIn, useSentForm } from './sent-form.js';

const OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** "Send this form to a colleague", as the colleague sees it: for whoever holds the link, without logging in. */
export const FormPage = ({ link }: { readonly link: FormLink }) => {
  const { t, i18n } = useTranslation();
  const [key] = useState(newId);
  const form = useSentForm(link);
  const filling = useFillIn(link, key);
  const end = link.secret === '' ? 'unknown' : endIn(filling.error ?? form.error);
  useEffect(() => {
    document.title = t('form.pageTitle');
  }, [t, i18n.language]);

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        {filling.isSuccess ? (
          <Said title={t('form.done')} text={t('form.doneText')} />
        ) : end ? (
          <Said title={t(`form.end.${end}`)} text={end === 'not-needed' ? t('form.nothingToDo') : t('form.askAgain')} />
        ) : form.data ? (
          <FieldsToFillIn
            form={form.data}
            sending={filling.isPending}
            refusal={filling.error}
            onSend={(values) => filling.mutate(values)}
          />
        ) : form.isError ? (
          <>
            <p role="alert" className={classes.problem}>
              {problemText(form.error, t)}
            </p>
            <Button onClick={() => void form.refetch()}>{t('form.tryAgain')}</Button>
          </>
        ) : (
          <Loader aria-label={t('form.opening')} />
        )}
      </div>
      <Select
        size="xs"
        className={classes.language}
        aria-label={t('login.language')}
        data={OPTIONS}
        value={i18n.language}
        allowDeselect={false}
        onChange={(language) => changeLanguage(language as Language)}
      />
    </main>
  );
};

/** The end of it: read out, and where the keyboard goes on. */
const Said = ({ title, text }: { readonly title: string; readonly text: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div role="status">
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      <p className={classes.subtitle}>{text}</p>
    </div>
  );
};
