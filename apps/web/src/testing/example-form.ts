import type { FormField, SentForm } from '../form/sent-form.js';

const field = (name: string, more: Partial<FormField>): FormField => ({
  name,
  required: true,
  secret: false,
  generated: false,
  label: { en: name, ja: name, ru: name },
  hint: { en: `Where ${name} is found.`, ja: `${name}の場所。`, ru: `Где найти ${name}.` },
  ...more,
});

export const FORM_LINK = { id: '6f1c1f7e-0000-4000-8000-00000000f0f0', secret: 'c2VjcmV0' };

/** A form as it is sent to a colleague. */
export const exampleForm: SentForm = {
  accountType: 'messenger',
  accountName: 'Umeda Bicycles',
  expiresAt: '2026-11-26T03:00:00.000Z',
  fields: [
    field('pageId', { label: { en: 'Page ID', ja: 'ページID', ru: 'ID страницы' } }),
    field('appSecret', { secret: true, label: { en: 'App secret', ja: 'app secret', ru: 'Секрет приложения' } }),
    field('verifyToken', { secret: true, generated: true }),
    field('receiverRole', { required: false }),
  ],
};

export const gone = (why: string) => ({ status: 410, body: { type: 'about:blank', title: 'Gone', status: 410, code: 'form-gone', why } });
