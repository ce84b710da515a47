import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce/announcer.js';
import type { Ownership } from './ownership.js';
import { useReason } from './use-reason.js';

/** Who reads a conversation while it changes hands is told, without looking at the composer. */
export const useAnnounceOwnership = (ownership: Ownership): void => {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const said = ownership.kind === 'mine' ? t('work.yours') : reasonOf(ownership);
  const before = useRef(said);
  useEffect(() => {
    if (before.current !== said) announce(said);
    before.current = said;
  }, [said]);
};
