import { Avatar, type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../log-in/signed-in.js';
import { playOfferSound } from '../offers/offer-sound.js';
import { usePreference } from '../preferences.js';
import { changeLanguage, type Language, LANGUAGES } from '../texts/texts.js';
import { LogOutItem, useLogOut } from './log-out.js';
import { THEMES } from './themes.js';
import classes from './user-menu.module.css';

/** Who I am, and how I like it. */
export const UserMenu = () => {
  const { t, i18n } = useTranslation();
  const { user, tenant } = useSignedIn();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const logOut = useLogOut();
  return (
    <>
      <Menu position="right-end" width={240} closeOnItemClick={false}>
        <Menu.Target>
          <UnstyledButton className={classes.button}>
            <Avatar size={36} radius="xl" name={user.name} className={classes.avatar} aria-hidden />
            <VisuallyHidden>{t('nav.user', { name: user.name })}</VisuallyHidden>
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
          <Menu.RadioGroup value={colorScheme} onChange={(theme) => setColorScheme(theme as MantineColorScheme)}>
            {THEMES.map((theme) => (
              <Menu.RadioItem key={theme} value={theme}>
                {t(`settings.${theme}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Label>{t('settings.language')}</Menu.Label>
          <Menu.RadioGroup value={i18n.language} onChange={(language) => changeLanguage(language as Language)}>
            {Object.entries(LANGUAGES).map(([language, name]) => (
              <Menu.RadioItem key={language} value={language} lang={language}>
                {name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Switched name="enterSends" />
          <Switched name="sound" />
          <Switched name="singleKeys" />
          <Menu.Item leftSection={<IconVolume size={16} aria-hidden />} onClick={() => void playOfferSound()}>
            {t('settings.testSound')}
          </Menu.Item>
          <Menu.Divider />
          <LogOutItem onClick={logOut.start} />
        </Menu.Dropdown>
      </Menu>
      {logOut.dialog}
    </>
  );
};

const Switched = ({ name }: { readonly name: 'enterSends' | 'sound' | 'singleKeys' }) => {
  const { t } = useTranslation();
  const [on, set] = usePreference(name);
  return (
    <Menu.CheckboxItem checked={on} onChange={set}>
      {t(`settings.${name}`)}
    </Menu.CheckboxItem>
  );
};
