import type { ConversationRow } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';

/** The platform may not tell a name. */
export const useCustomerName = (): ((conversation: Pick<ConversationRow, 'customer'>) => string) => {
  const { t } = useTranslation();
  return ({ customer }) => customer.name ?? t('conv.unnamed');
};
