import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http.js';
import { useSignIn } from '../api/session.js';
import { problemText } from '../problem-text.js';
import { changeLanguage, type Language, LANGUAGES } from '../texts/texts.js';
import classes from './log-in-page.module.css';

const OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

export const LogInPage = () => {
  const { t, i18n } = useTranslation();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password });
  };
  const wrong = signIn.error instanceof ApiProblem && signIn.error.status === 401;

  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={submit}>
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <div>
          <h1 className={classes.title}>{t('login.title')}</h1>
          <p className={classes.subtitle}>{t('login.subtitle')}</p>
        </div>
        <TextInput
          type="email"
          label={t('login.email')}
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('login.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {signIn.error && (
          <p role="alert" className={classes.problem}>
            {wrong ? t('login.wrong') : problemText(signIn.error, t)}
          </p>
        )}
        <Button type="submit" loading={signIn.isPending}>
          {t('login.submit')}
        </Button>
      </form>
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
