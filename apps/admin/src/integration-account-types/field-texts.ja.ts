import type { FieldTexts } from './field-texts.js';

export const fieldTextsInJapanese: FieldTexts = {
  messenger: {
    pageUsername: {
      label: 'ページユーザー名',
      hint: 'Facebookページ名の下に表示されます。「@」はあってもなくてもかまいません。接続テストの際にページと照合します。',
    },
    pageId: { label: 'ページID', hint: 'ページの「基本データ」>「ページの透明性」。数字のみです。' },
    pageAccessToken: {
      label: 'トークン',
      hint: 'developers.facebook.com > アプリ > Messenger > 設定 > トークン生成でページを選び、コピーします。',
    },
    appId: { label: 'アプリID', hint: 'developers.facebook.com のアプリダッシュボード上部。' },
    appSecret: { label: 'アプリシークレット', hint: 'developers.facebook.com > アプリ > アプリの設定 > ベーシック。' },
    verifyToken: {
      label: 'Webhook検証トークン',
      hint: '任意の値、または生成した値。アプリ > Webhooks > ページのサブスクリプションを編集 > 検証トークン(または Messenger > 設定 > Webhooks)に貼り付けます。',
    },
    receiverRole: {
      label: 'Messenger受信者：当社アプリの役割',
      hint: 'ボットが先に応答する場合は secondary、当社から渡す場合は primary、他のアプリがなければ空欄。ページ > 設定 > メッセージ詳細設定 > リンク済みアプリ > Messengerの受信者。現在は 設定 > 会話ルーティング > デフォルトアプリ。接続テストで比較します。',
    },
  },
  line: {
    channelId: { label: 'チャネルID', hint: 'LINE Developersコンソール > チャネル > チャネル基本設定。' },
    channelSecret: { label: 'チャネルシークレット', hint: 'LINE Developersコンソール > チャネル > チャネル基本設定。' },
    basicId: { label: 'ベーシックID', hint: 'LINE Developersコンソール > チャネル > Messaging API設定 > ボット情報。「@」で始まります。' },
    channelAccessToken: {
      label: 'チャネルアクセストークン',
      hint: 'LINE Developersコンソール > チャネル > Messaging API設定 > チャネルアクセストークン。',
    },
  },
  telegram: {
    botUsername: { label: 'ボットのユーザー名', hint: 'BotFatherに表示される名前。末尾は「bot」です。' },
    botToken: { label: 'トークン', hint: 'BotFatherの /mybots > ボット > API Token。Telegramが発行するため、ここでは生成できません。' },
    webhookSecret: { label: 'Webhookシークレット', hint: 'ここで生成され、「Webhookを設定」でTelegramに渡されます。' },
  },
  viber: {
    botUsername: { label: 'ボットのユーザー名', hint: 'Viberボットの正確な名前。' },
    authToken: { label: 'トークン', hint: 'partners.viber.com のボット設定。' },
    welcomeText: { label: 'ウェルカムメッセージ', hint: '相手が書き込む前にViberが表示します。空でもかまいません。' },
  },
  vonage: {
    apiKey: { label: 'キー', hint: 'Vonage(旧Nexmo)ダッシュボードの上部。' },
    apiSecret: { label: 'シークレット', hint: 'Vonage(旧Nexmo)ダッシュボード > API settings。' },
    signatureSecret: {
      label: '署名シークレット',
      hint: 'ダッシュボード > API settings > Signature secret。APIシークレットとは別の値です。',
    },
    applicationId: { label: 'アプリケーションID', hint: 'ダッシュボード > Applications > アプリケーション。' },
    privateKey: { label: '秘密鍵', hint: 'アプリケーション作成時にダウンロードした private.key ファイル。' },
    number: { label: '番号', hint: '送信元の番号または名称。' },
    signatureMethod: { label: '署名方式', hint: 'ダッシュボード > API settings > Signature method。' },
    allowUnsigned: { label: '署名のないWebhookを受け付ける', hint: 'Vonage側で署名できない間だけ使用します。' },
  },
  whatsapp: {
    phoneNumber: { label: '電話番号', hint: '国番号付き:+81312345678。' },
    certificate: { label: '証明書', hint: '申請を承認した担当者から受け取ります。作成から7日で期限切れになります。' },
    phoneNumberId: { label: '電話番号ID', hint: 'Metaビジネス > WhatsAppマネージャ > 電話番号。' },
    businessAccountId: { label: 'WhatsAppビジネスアカウントID', hint: 'Metaビジネス > WhatsAppマネージャの上部。' },
    accessToken: { label: 'アクセストークン', hint: 'Metaビジネス > システムユーザー > トークンを生成。' },
    appSecret: { label: 'アプリシークレット', hint: 'developers.facebook.com > アプリ > アプリの設定 > ベーシック。' },
    pin: { label: '2段階認証PIN', hint: '6桁。WhatsAppで設定済みのPIN、または新しいPINです。控えておいてください。' },
    verifyToken: { label: 'Webhook検証トークン', hint: '任意の値、または生成した値。アプリ > WhatsApp > 設定 > Webhook に貼り付けます。' },
  },
  lineworks: {
    clientId: { label: 'Client ID', hint: 'LINE WORKS Developer Console > API > ClientApp。' },
    clientSecret: { label: 'Client Secret', hint: 'LINE WORKS Developer Console > API > ClientApp。' },
    serviceAccount: { label: 'Service Account', hint: 'LINE WORKS Developer Console > API > ClientApp で発行します。' },
    privateKey: {
      label: 'Private Key',
      hint: 'LINE WORKS Developer Console > API > ClientApp。再発行すると以前のものは無効になるため、最新のものを使用します。',
    },
    botId: { label: 'Bot ID', hint: 'LINE WORKS Developer Console > Bot > 対象のBot。' },
    botSecret: { label: 'Bot Secret', hint: 'LINE WORKS Developer Console > Bot > 対象のBot。' },
  },
  email: {
    baseAddress: {
      label: 'デフォルトアドレス',
      hint: '一度だけ発行され、変更できません。コピーして、メールサービスの転送先に設定します。',
    },
    displayName: { label: '表示名', hint: '返信でお客様に表示される名前。' },
    replyKey: { label: '返信キー', hint: 'ここで発行され、お客様の返信の識別に使われます。' },
  },
};
