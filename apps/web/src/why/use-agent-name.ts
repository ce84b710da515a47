import { useTranslation } from 'react-i18next';
import { useAgentDirectory } from '../api/agents.js';
import { useSignedIn } from '../log-in/signed-in.js';

/** Of an id that the log names; whom the directory does not know, by some letters of it. */
export const useAgentName = (): ((id: string) => string) => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const { data: agents } = useAgentDirectory();
  return (id) =>
    id === user.agentId ? t('conv.you') : (agents?.find((agent) => agent.id === id)?.name ?? t('why.unnamed', { id: id.slice(0, 8) }));
};
