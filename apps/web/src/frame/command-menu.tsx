import type { ConversationPage } from '@madoguchi/contracts';
import { Kbd, useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import type { InfiniteData } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself, useSetPresence } from '../api/agents.js';
import { LISTS } from '../api/keys.js';
import { type ShortcutName, SHORTCUTS } from '../keyboard/shortcuts.js';
import { canRunShortcut, runShortcut } from '../keyboard/use-shortcut.js';
import { useCustomerName } from '../list/customer-name.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import { PresenceDot } from '../presence/presence-dot.js';
import { PRESENCES } from '../presence/presence-menu.js';
import { go } from '../route.js';
import { changeLanguage, type Language, LANGUAGES } from '../texts/texts.js';
import { THEMES } from './themes.js';

/** Those of them that can be done now are offered. */
const ACTIONS: readonly ShortcutName[] = [
  'reply',
  'note',
  'close',
  'closeNext',
  'snooze',
  'wait',
  'wake',
  'transfer',
  'giveBack',
  'toBot',
  'take',
  'assign',
  'wrapUp',
  'why',
  'next',
  'previous',
  'accept',
  'decline',
  'view',
  'details',
  'sheet',
];

/** Ctrl+K: every action by name, and every conversation that the page knows by the customer's name. */
export const CommandMenu = () => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const client = useQueryClient();
  const nameOf = useCustomerName();
  const { data: me } = useMyself(user.agentId);
  const setPresence = useSetPresence();
  const { setColorScheme } = useMantineColorScheme();
  const [possible, setPossible] = useState<readonly ShortcutName[]>([]);
  const [conversations, setConversations] = useState<SpotlightActionGroupData['actions']>([]);

  const lookAround = () => {
    setPossible(ACTIONS.filter(canRunShortcut));
    const known = client
      .getQueriesData<InfiniteData<ConversationPage>>({ queryKey: LISTS })
      .flatMap(([, list]) => list?.pages.flatMap((page) => page.items) ?? []);
    const rows = [...new Map(known.map((row) => [row.id, row])).values()];
    setConversations(
      rows.map((row) => ({
        id: row.id,
        label: nameOf(row),
        description: `${t(`channel.${row.channel}`)} · ${t(`state.${row.status}`)}`,
        onClick: () =>
          go({ view: row.status === 'closed' ? 'done' : row.owner?.agentId === user.agentId ? 'my' : 'all', conversationId: row.id }),
      })),
    );
  };

  const actions: SpotlightActionGroupData[] = [
    {
      group: t('commands.group.actions'),
      actions: possible.map((name) => ({
        id: name,
        label: t(`keys.${name}`),
        rightSection: SHORTCUTS[name].shown.map((key) => <Kbd key={key}>{key}</Kbd>),
        // After the menu has given the focus back.
        onClick: () => setTimeout(() => runShortcut(name), 0),
      })),
    },
    ...(me
      ? [
          {
            group: t('commands.group.presence'),
            actions: PRESENCES.map((presence) => ({
              id: presence,
              label: t(`presence.${presence}`),
              leftSection: <PresenceDot presence={presence} />,
              onClick: () => setPresence.mutate({ presence }, { onError: (error) => notifyProblem(error, t) }),
            })),
          },
        ]
      : []),
    { group: t('commands.group.conversations'), actions: conversations },
    {
      group: t('commands.group.settings'),
      actions: [
        ...THEMES.map((theme) => ({
          id: theme,
          label: t(`settings.${theme}`),
          description: t('settings.theme'),
          onClick: () => setColorScheme(theme),
        })),
        ...(Object.keys(LANGUAGES) as Language[]).map((language) => ({
          id: language,
          label: LANGUAGES[language],
          description: t('settings.language'),
          onClick: () => changeLanguage(language),
        })),
      ],
    },
  ];

  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      limit={20}
      scrollable
      maxHeight={420}
      nothingFound={t('commands.nothing')}
      searchProps={{ placeholder: t('commands.search'), 'aria-label': t('commands.search') }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      onSpotlightOpen={lookAround}
      tagsToIgnore={[]}
      attributes={{ content: { 'aria-label': t('commands.label') } }}
    />
  );
};
