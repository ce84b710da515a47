import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { harmlessHtml } from './harmless-html.js';
import classes from './mail-message.module.css';

const LONGEST_HTML = 2_000_000;

/**
 * A mail as it was formatted, in a frame of its own: without scripts, without forms, without an origin, and without anything
 * from outside, so that nobody learns that it was opened.
 */
export const MailHtml = ({ url }: { readonly url: string }) => {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ['mail html', url],
    queryFn: async ({ signal }) => {
      const response = await fetch(url, { credentials: 'same-origin', signal });
      if (!response.ok) throw new Error(String(response.status));
      return harmlessHtml((await response.text()).slice(0, LONGEST_HTML));
    },
    staleTime: Infinity,
  });
  if (isError) return <p role="alert">{t('mail.notFormatted')}</p>;
  if (data === undefined) return <Loader size={16} />;
  return <iframe title={t('mail.formatted')} sandbox="" srcDoc={data} className={classes.frame} referrerPolicy="no-referrer" />;
};
