/** Hosts of the stand-ins for the platforms, and the variable by which the services find each of them. */
export const STAND_IN_HOSTS = {
  lineApi: 'MADOGUCHI_LINE_API',
  lineData: 'MADOGUCHI_LINE_DATA_API',
  telegramApi: 'MADOGUCHI_TELEGRAM_API',
  messengerApi: 'MADOGUCHI_MESSENGER_API',
  messengerFiles: 'MADOGUCHI_MESSENGER_FILES',
  messengerLogin: 'MADOGUCHI_MESSENGER_LOGIN',
  whatsappApi: 'MADOGUCHI_WHATSAPP_API',
  whatsappFiles: 'MADOGUCHI_WHATSAPP_FILES',
  viberApi: 'MADOGUCHI_VIBER_API',
  viberFiles: 'MADOGUCHI_VIBER_FILES',
  lineworksAuth: 'MADOGUCHI_LINEWORKS_AUTH',
  lineworksApi: 'MADOGUCHI_LINEWORKS_API',
  lineworksFiles: 'MADOGUCHI_LINEWORKS_STORAGE',
  vonageRest: 'MADOGUCHI_VONAGE_REST',
  vonageApi: 'MADOGUCHI_VONAGE_API',
} as const;

export type StandInHost = keyof typeof STAND_IN_HOSTS;

/** Every listener of the stand-ins' process: the platforms' hosts, the customer's page, and the mail server that takes our mails. */
export type StandInListener = StandInHost | 'play' | 'mailSubmission';

export const STAND_IN_LISTENERS: readonly StandInListener[] = ['play', ...(Object.keys(STAND_IN_HOSTS) as StandInHost[]), 'mailSubmission'];
