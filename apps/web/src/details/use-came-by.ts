import type { ConversationBackground } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';

/** "Came by QR: shop window". */
export const useCameBy = (): ((origin: NonNullable<ConversationBackground['origin']>) => string) => {
  const { t } = useTranslation();
  return (origin) =>
    origin.kind === 'chat code'
      ? t('origin.byCode', { reference: origin.reference })
      : t('origin.by', { source: origin.source, what: origin.title ?? origin.reference ?? t('details.notKnown') });
};
