import type { ChannelType } from '@madoguchi/conversation';

export const FORM_LANGUAGES = ['en', 'ja', 'ru'] as const;
export type FormLanguage = (typeof FORM_LANGUAGES)[number];

/** `label`: the field's name, as the platform's own pages have it. `hint`: where it is found. */
export interface FieldText {
  readonly label: string;
  readonly hint: string;
}

/** Type of account → field → its words. */
export type FieldTexts = Readonly<Record<ChannelType, Readonly<Record<string, FieldText>>>>;
