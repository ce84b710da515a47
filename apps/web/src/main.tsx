import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/colours.css';
import './theme/page.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.js';
import { App } from './app.js';
import { FormPage } from './form/form-page.js';
import { formLinkIn } from './form/sent-form.js';
import { initialLanguage, keptLanguage, setUpTexts } from './texts/texts.js';
import { theme } from './theme/theme.js';

await setUpTexts(initialLanguage(keptLanguage(), navigator.languages));

const form = formLinkIn(location);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>{form ? <FormPage link={form} /> : <App />}</QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
