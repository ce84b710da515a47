import type { ConversationRow } from '@madoguchi/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce/announcer.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { useCustomerName } from './customer-name.js';

/** Tells a screen reader, once per conversation and change, what customers of mine have written ("Sato: image"). */
export const useAnnounceNewMessages = (rows: readonly ConversationRow[]): void => {
  const { t } = useTranslation();
  const nameOf = useCustomerName();
  const { user } = useSignedIn();
  const heard = useRef<Map<string, string> | null>(null);

  useEffect(() => {
    if (rows.length === 0) return;
    const before = heard.current;
    const lines = rows.flatMap((row) => {
      const message = row.lastMessage;
      const isNews =
        before !== null &&
        message?.from === 'customer' &&
        row.owner?.agentId === user.agentId &&
        before.has(row.id) &&
        before.get(row.id) !== message.at;
      return isNews ? [t('list.announce', { name: nameOf(row), line: message.line || t(`content.${message.type}`) })] : [];
    });
    heard.current = new Map([...(before ?? []), ...rows.map((row) => [row.id, row.lastMessage?.at ?? ''] as const)]);
    if (lines.length > 0) announce(lines.join('. '));
  }, [rows, user.agentId, t, nameOf]);
};
