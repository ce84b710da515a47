import type { ConversationBackground } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import { Moment } from '../time/moment.js';
import { Fact } from './fact.js';
import { useCameBy } from './use-came-by.js';

/** How the customer came, and to what they agreed by that. */
export const BackgroundFacts = ({ background }: { readonly background: ConversationBackground | undefined }) => {
  const { t } = useTranslation();
  const cameBy = useCameBy();
  if (!background) return null;
  const { origin, consent } = background;
  return (
    <>
      {origin && <Fact name={t('origin.title')}>{cameBy(origin)}</Fact>}
      {consent && (
        <Fact name={t('origin.consent')}>
          {t('origin.agreed', { wording: consent.wording, business: consent.businessName })} <Moment at={consent.at} as="full" />
        </Fact>
      )}
    </>
  );
};
