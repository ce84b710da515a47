import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../api/session.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import { playOfferSound } from '../offers/offer-sound.js';
import { usePreference } from '../preferences.js';
import { changeLanguage, type Language, LANGUAGES } from '../texts/texts.js';
import { THEMES } from './themes.js';

/** Who I am, and how I like it. */
export const UserMenu = () => {
  const { t, i18n } = useTranslation();
  const { user, tenant } = useSignedIn();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="right-end" width={240} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t('nav.user', { name: user.name })} style={{ borderRadius: '50%' }}>
          <Avatar size={36} radius="xl" name={user.name} color="blue" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}
          <br />
          {tenant.name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('settings.theme')}</Menu.Label>
        {THEMES.map((theme) => (
          <Choice key={theme} label={t(`settings.${theme}`)} chosen={colorScheme === theme} onChoose={() => setColorScheme(theme)} />
        ))}
        <Menu.Divider />
        <Menu.Label>{t('settings.language')}</Menu.Label>
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <Choice
            key={language}
            label={LANGUAGES[language]}
            lang={language}
            chosen={i18n.language === language}
            onChoose={() => changeLanguage(language)}
          />
        ))}
        <Menu.Divider />
        <Switched name="enterSends" />
        <Switched name="sound" />
        <Switched name="singleKeys" />
        <Menu.Item leftSection={<IconVolume size={16} aria-hidden />} onClick={() => void playOfferSound()}>
          {t('settings.testSound')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => signOut.mutate(undefined, { onError: (error) => notifyProblem(error, t) })}
        >
          {t('settings.logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const Choice = ({
  label,
  lang,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly lang?: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) => (
  <Menu.Item
    role="menuitemradio"
    aria-checked={chosen}
    lang={lang}
    onClick={onChoose}
    rightSection={chosen && <IconCheck size={16} aria-hidden />}
  >
    {label}
  </Menu.Item>
);

const Switched = ({ name }: { readonly name: 'enterSends' | 'sound' | 'singleKeys' }) => {
  const { t } = useTranslation();
  const [on, set] = usePreference(name);
  return (
    <Menu.Item role="menuitemcheckbox" aria-checked={on} onClick={() => set(!on)} rightSection={on && <IconCheck size={16} aria-hidden />}>
      {t(`settings.${name}`)}
    </Menu.Item>
  );
};
