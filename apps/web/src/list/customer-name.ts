import type { ConversationRow } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';

/** The platform may not tell a name; of who was erased nobody knows it. */
export const useCustomerName = (): ((conversation: Pick<ConversationRow, 'customer'>) => string) => {
  const { t } = useTranslation();
  return ({ customer }) => (customer.erased ? t('conv.erased') : (customer.name ?? t('conv.unnamed')));
};
