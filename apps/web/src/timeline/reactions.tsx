import { useTranslation } from 'react-i18next';
import classes from './bubble.module.css';

export const Reactions = ({ reactions }: { readonly reactions: readonly string[] }) => {
  const { t } = useTranslation();
  if (reactions.length === 0) return null;
  return (
    <span role="img" className={classes.reactions} aria-label={t('msg.reactions', { list: reactions.join(' ') })}>
      {reactions.join(' ')}
    </span>
  );
};
