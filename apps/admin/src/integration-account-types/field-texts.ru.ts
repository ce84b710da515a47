import type { FieldTexts } from './field-texts.js';

export const fieldTextsInRussian: FieldTexts = {
  messenger: {
    pageUsername: {
      label: 'Имя пользователя страницы',
      hint: 'Под названием страницы в Facebook, с «@» или без. При проверке соединения сравнивается со страницей.',
    },
    pageId: { label: 'ID страницы', hint: 'На странице: «Информация» > «Прозрачность страницы». Только цифры.' },
    pageAccessToken: {
      label: 'Токен',
      hint: 'developers.facebook.com > ваше приложение > Messenger > Настройки > Генерация токена: выберите страницу и скопируйте токен.',
    },
    appId: { label: 'ID приложения', hint: 'Вверху панели приложения на developers.facebook.com.' },
    appSecret: { label: 'Секрет приложения', hint: 'developers.facebook.com > ваше приложение > Настройки приложения > Основное.' },
    verifyToken: {
      label: 'Маркер проверки вебхука',
      hint: 'Ваш собственный или сгенерированный. Вставьте его: приложение > Webhooks > Изменить подписку страницы > Маркер подтверждения, или Messenger > Настройки > Webhooks.',
    },
    receiverRole: {
      label: 'Получатель Messenger: роль нашего приложения',
      hint: 'secondary — если сначала отвечает бот, primary — если беседы ему передаём мы; пусто — если у страницы нет другого приложения. Страница > Настройки > Расширенные настройки сообщений > Связанные приложения > Получатель Messenger; теперь Настройки > Маршрутизация бесед > Приложение по умолчанию. Проверка соединения сравнивает.',
    },
  },
  line: {
    channelId: { label: 'Channel ID', hint: 'LINE Developers Console > ваш канал > Basic settings.' },
    channelSecret: { label: 'Channel secret', hint: 'LINE Developers Console > ваш канал > Basic settings.' },
    basicId: { label: 'Basic ID', hint: 'LINE Developers Console > ваш канал > Messaging API > Bot information. Начинается с «@».' },
    channelAccessToken: {
      label: 'Channel access token',
      hint: 'LINE Developers Console > ваш канал > Messaging API > Channel access token.',
    },
  },
  telegram: {
    botUsername: { label: 'Имя пользователя бота', hint: 'Как его показывает BotFather; оканчивается на «bot».' },
    botToken: {
      label: 'Токен',
      hint: 'У BotFather: /mybots > ваш бот > API Token. Его выдаёт Telegram, поэтому здесь он не генерируется.',
    },
    webhookSecret: {
      label: 'Секрет вебхука',
      hint: 'Генерируется здесь и передаётся в Telegram кнопкой «Установить вебхук»; без него доставка не принимается.',
    },
  },
  viber: {
    botUsername: { label: 'Имя пользователя бота', hint: 'Точное имя бота Viber.' },
    authToken: { label: 'Токен', hint: 'Настройки бота на partners.viber.com.' },
    welcomeText: { label: 'Приветствие', hint: 'Viber показывает его, пока человек ещё не написал; можно оставить пустым.' },
  },
  vonage: {
    apiKey: { label: 'Ключ', hint: 'Панель Vonage (ранее Nexmo), вверху.' },
    apiSecret: { label: 'Секрет', hint: 'Панель Vonage (ранее Nexmo) > API settings.' },
    signatureSecret: { label: 'Секрет подписи', hint: 'Панель > API settings > Signature secret; это не секрет API.' },
    applicationId: { label: 'ID приложения', hint: 'Панель > Applications > ваше приложение.' },
    privateKey: { label: 'Закрытый ключ', hint: 'Файл private.key, который панель выдала при создании приложения.' },
    number: { label: 'Номер', hint: 'Номер или имя, от которого отправляются сообщения.' },
    signatureMethod: { label: 'Способ подписи', hint: 'Панель > API settings > Signature method.' },
    allowUnsigned: { label: 'Принимать вебхуки без подписи', hint: 'Только пока аккаунт Vonage не умеет подписывать.' },
  },
  whatsapp: {
    phoneNumber: { label: 'Номер телефона', hint: 'С кодом страны: +81312345678.' },
    certificate: { label: 'Сертификат', hint: 'Выдаётся при одобрении заявки; действует 7 дней с момента создания.' },
    phoneNumberId: { label: 'ID номера телефона', hint: 'Meta Business > WhatsApp Manager > Номера телефонов.' },
    businessAccountId: { label: 'ID аккаунта WhatsApp Business', hint: 'Meta Business > WhatsApp Manager, вверху.' },
    accessToken: { label: 'Токен доступа', hint: 'Meta Business > Системные пользователи > Сгенерировать токен.' },
    appSecret: { label: 'Секрет приложения', hint: 'developers.facebook.com > ваше приложение > Настройки приложения > Основное.' },
    pin: { label: 'PIN двухэтапной проверки', hint: 'Шесть цифр: PIN, который номер уже имеет в WhatsApp, или новый. Сохраните его.' },
    verifyToken: {
      label: 'Маркер проверки вебхука',
      hint: 'Ваш собственный или сгенерированный. Вставьте его: приложение > WhatsApp > Конфигурация > Webhook.',
    },
  },
  lineworks: {
    clientId: { label: 'Client ID', hint: 'Находится в LINE WORKS Developer Console > API > ClientApp.' },
    clientSecret: { label: 'Client Secret', hint: 'Находится в LINE WORKS Developer Console > API > ClientApp.' },
    serviceAccount: { label: 'Service Account', hint: 'LINE WORKS Developer Console > API > ClientApp; выпускается там же.' },
    privateKey: {
      label: 'Private Key',
      hint: 'LINE WORKS Developer Console > API > ClientApp. Используйте самый новый: повторный выпуск отменяет прежний.',
    },
    botId: { label: 'Bot ID', hint: 'LINE WORKS Developer Console > Bot > ваш бот.' },
    botSecret: { label: 'Bot Secret', hint: 'LINE WORKS Developer Console > Bot > ваш бот.' },
  },
  email: {
    baseAddress: { label: 'Базовый адрес', hint: 'Выдаётся один раз и навсегда. Скопируйте его и настройте пересылку в почтовой службе.' },
    displayName: { label: 'Отображаемое имя', hint: 'Имя, которое клиенты видят в ваших ответах.' },
    replyKey: { label: 'Ключ ответов', hint: 'Выдаётся здесь; по нему узнаются ответы клиентов.' },
  },
};
