import type { FieldTexts } from './field-texts.js';

export const fieldTextsInEnglish: FieldTexts = {
  messenger: {
    pageUsername: {
      label: 'Page username',
      hint: 'Under the name of the page on Facebook, with or without "@". It is compared with the page when you test the connection.',
    },
    pageId: { label: 'Page ID', hint: 'On the page: About > Page transparency. Digits only.' },
    pageAccessToken: {
      label: 'Token',
      hint: 'developers.facebook.com > your app > Messenger > Settings > Token generation: choose the page and copy the token.',
    },
    appId: { label: 'App ID', hint: 'On top of the dashboard of your app at developers.facebook.com.' },
    appSecret: { label: 'App secret', hint: 'developers.facebook.com > your app > App settings > Basic.' },
    verifyToken: {
      label: 'Webhook verify token',
      hint: 'Your own, or a generated one. Paste it at your app > Webhooks > Edit Page Subscription > Verify Token, or at Messenger > Settings > Webhooks.',
    },
    receiverRole: {
      label: 'Messenger receiver: role of our app',
      hint: 'secondary where a bot platform answers first, primary where we give it conversations; empty where no other app serves the page. Page > Settings > Advanced messaging > Linked apps > Messenger receiver; today Settings > Conversation routing > Default application. Test connection compares.',
    },
  },
  line: {
    channelId: { label: 'Channel ID', hint: 'LINE Developers Console > your channel > Basic settings.' },
    channelSecret: { label: 'Channel secret', hint: 'LINE Developers Console > your channel > Basic settings.' },
    basicId: { label: 'Basic ID', hint: 'LINE Developers Console > your channel > Messaging API > Bot information. It begins with "@".' },
    channelAccessToken: {
      label: 'Channel access token',
      hint: 'LINE Developers Console > your channel > Messaging API > Channel access token.',
    },
  },
  telegram: {
    botUsername: { label: 'Bot username', hint: 'As BotFather shows it; it ends in "bot".' },
    botToken: {
      label: 'Token',
      hint: 'From BotFather: /mybots > your bot > API token. Telegram makes it, so it cannot be generated here.',
    },
    webhookSecret: { label: 'Webhook secret', hint: 'Generated here and given to Telegram by "Set Webhook"; every delivery must bear it.' },
  },
  viber: {
    botUsername: { label: 'Bot username', hint: 'The exact name of the Viber bot.' },
    authToken: { label: 'Token', hint: 'Settings of the bot at partners.viber.com.' },
    welcomeText: { label: 'Welcome text', hint: 'What Viber shows before somebody has written; may stay empty.' },
  },
  vonage: {
    apiKey: { label: 'Key', hint: 'Dashboard of Vonage (formerly Nexmo), on top.' },
    apiSecret: { label: 'Secret', hint: 'Dashboard of Vonage (formerly Nexmo) > API settings.' },
    signatureSecret: { label: 'Signature secret', hint: 'Dashboard > API settings > Signature secret; another one than the API secret.' },
    applicationId: { label: 'Application ID', hint: 'Dashboard > Applications > your application.' },
    privateKey: { label: 'Private key', hint: 'The file private.key that the dashboard gave when the application was made.' },
    number: { label: 'Number', hint: 'The number or name from which texts are sent.' },
    signatureMethod: { label: 'Signature method', hint: 'Dashboard > API settings > Signature method.' },
    allowUnsigned: { label: 'Take unsigned webhooks', hint: 'Only while the account at Vonage cannot sign.' },
  },
  whatsapp: {
    phoneNumber: { label: 'Phone number', hint: 'With country code: +81312345678.' },
    certificate: { label: 'Certificate', hint: 'From the person who approved your application; it expires 7 days after it was made.' },
    phoneNumberId: { label: 'Phone number ID', hint: 'Meta Business > WhatsApp Manager > Phone numbers.' },
    businessAccountId: { label: 'WhatsApp Business Account ID', hint: 'Meta Business > WhatsApp Manager, on top.' },
    accessToken: { label: 'Access token', hint: 'Meta Business > System users > Generate token.' },
    appSecret: { label: 'App secret', hint: 'developers.facebook.com > your app > App settings > Basic.' },
    pin: { label: 'Two-step verification PIN', hint: 'Six digits: the PIN that the number has at WhatsApp, or a new one. Keep it.' },
    verifyToken: {
      label: 'Webhook verify token',
      hint: 'Your own, or a generated one. Paste it at your app > WhatsApp > Configuration > Webhook.',
    },
  },
  lineworks: {
    clientId: { label: 'Client ID', hint: 'LINE WORKS Developer Console > API > ClientApp.' },
    clientSecret: { label: 'Client Secret', hint: 'LINE WORKS Developer Console > API > ClientApp.' },
    serviceAccount: { label: 'Service Account', hint: 'LINE WORKS Developer Console > API > ClientApp; issue it there.' },
    privateKey: {
      label: 'Private Key',
      hint: 'LINE WORKS Developer Console > API > ClientApp. Use the newest: issuing one again ends the one before.',
    },
    botId: { label: 'Bot ID', hint: 'LINE WORKS Developer Console > Bot > your bot.' },
    botSecret: { label: 'Bot Secret', hint: 'LINE WORKS Developer Console > Bot > your bot.' },
  },
  email: {
    baseAddress: { label: 'Base address', hint: 'Issued once, for ever. Copy it and let your mail service forward to it.' },
    displayName: { label: 'Display name', hint: 'The name that customers see beside your answers.' },
    replyKey: { label: 'Reply key', hint: 'Issued here; it marks the answers of customers.' },
  },
};
