import type { TimelineEntry } from '@madoguchi/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** An entry in one line, for quoting it. */
export const useLineOf = () => {
  const { t } = useTranslation();
  return useCallback(
    (entry: TimelineEntry): string => {
      if (entry.kind === 'system') return '';
      if (entry.kind === 'note') return typeof entry.text === 'string' ? entry.text : t('msg.erased');
      const { content } = entry;
      if ('erased' in content) return t('msg.erased');
      if (content.type === 'text' || content.type === 'choices' || content.type === 'template') return content.text;
      if (content.type === 'email') return [content.subject, content.text].filter(Boolean).join(' – ');
      return ('caption' in content && content.caption) || t(`content.${content.type}`);
    },
    [t],
  );
};
