import type { Permission } from './permissions.js';

export type PermissionLanguage = 'en' | 'ja' | 'ru';

/** What a permission is called on screens. A missing one does not compile. */
export const PERMISSION_TEXTS: Readonly<Record<Permission, Readonly<Record<PermissionLanguage, string>>>> = {
  'integration-accounts.view': { en: 'See integration accounts', ja: '統合アカウントの表示', ru: 'Просмотр учётных записей интеграции' },
  'integration-accounts.add': { en: 'Add integration accounts', ja: '統合アカウントの追加', ru: 'Добавление учётных записей интеграции' },
  'integration-accounts.change': {
    en: 'Change and link integration accounts',
    ja: '統合アカウントの変更と連携',
    ru: 'Изменение и подключение учётных записей интеграции',
  },
  'integration-accounts.delete': {
    en: 'Delete the information of integration accounts',
    ja: '統合アカウントの情報の削除',
    ru: 'Удаление данных учётных записей интеграции',
  },
  'contact-windows.view': { en: 'See contact windows', ja: '窓口の表示', ru: 'Просмотр окон обращений' },
  'contact-windows.add': { en: 'Add contact windows', ja: '窓口の追加', ru: 'Добавление окон обращений' },
  'contact-windows.change': { en: 'Change contact windows', ja: '窓口の変更', ru: 'Изменение окон обращений' },
  'contact-windows.delete': { en: 'Archive contact windows', ja: '窓口のアーカイブ', ru: 'Архивирование окон обращений' },
  'business-hours.view': { en: 'See business hours', ja: '営業時間の表示', ru: 'Просмотр рабочего времени' },
  'business-hours.change': { en: 'Change business hours', ja: '営業時間の変更', ru: 'Изменение рабочего времени' },
  'content-profiles.view': { en: 'See supported content', ja: '対応コンテンツの表示', ru: 'Просмотр поддерживаемого содержимого' },
  'content-profiles.change': { en: 'Change supported content', ja: '対応コンテンツの変更', ru: 'Изменение поддерживаемого содержимого' },
  'reply-templates.view': { en: 'See reply templates', ja: '返信テンプレートの表示', ru: 'Просмотр шаблонов ответов' },
  'reply-templates.change': { en: 'Change reply templates', ja: '返信テンプレートの変更', ru: 'Изменение шаблонов ответов' },
  'organisation.view': { en: 'See the settings of the organisation', ja: '組織の設定の表示', ru: 'Просмотр настроек организации' },
  'organisation.change': { en: 'Change the settings of the organisation', ja: '組織の設定の変更', ru: 'Изменение настроек организации' },
  'queues.view': { en: 'See queues', ja: 'キューの表示', ru: 'Просмотр очередей' },
  'queues.change': { en: 'Change queues', ja: 'キューの変更', ru: 'Изменение очередей' },
  'agents.view': { en: 'See agents', ja: 'オペレーターの表示', ru: 'Просмотр операторов' },
  'agents.change': { en: 'Add and change agents', ja: 'オペレーターの追加と変更', ru: 'Добавление и изменение операторов' },
  'skills.view': { en: 'See skills and languages', ja: 'スキルと言語の表示', ru: 'Просмотр навыков и языков' },
  'skills.change': { en: 'Change skills and languages', ja: 'スキルと言語の変更', ru: 'Изменение навыков и языков' },
  'members.view': { en: 'See who signs in', ja: 'メンバーの表示', ru: 'Просмотр пользователей' },
  'members.change': {
    en: 'Add people and give them roles',
    ja: 'メンバーの追加と役割の付与',
    ru: 'Добавление пользователей и выдача ролей',
  },
  'roles.view': { en: 'See roles', ja: '役割の表示', ru: 'Просмотр ролей' },
  'roles.change': { en: 'Change roles', ja: '役割の変更', ru: 'Изменение ролей' },
  'audit.view': { en: 'Read the audit log', ja: '監査ログの表示', ru: 'Просмотр журнала аудита' },
  'audit.export': { en: 'Export the audit log', ja: '監査ログのエクスポート', ru: 'Выгрузка журнала аудита' },
  'events.export': { en: 'Export events', ja: 'イベントのエクスポート', ru: 'Выгрузка событий' },
  'events.unseal': {
    en: 'See what is personal in exported events',
    ja: 'エクスポートしたイベントの個人データの表示',
    ru: 'Просмотр персональных данных в выгрузке событий',
  },
  'conversations.all': { en: 'See all conversations', ja: 'すべての会話の表示', ru: 'Просмотр всех диалогов' },
  'conversations.log': { en: 'See the log of a conversation', ja: '会話のログの表示', ru: 'Просмотр журнала диалога' },
  'live-figures.view': { en: 'See live figures', ja: 'リアルタイム状況の表示', ru: 'Просмотр текущих показателей' },
  'messages.send-again': { en: 'Send messages again', ja: 'メッセージの再送', ru: 'Повторная отправка сообщений' },
  'contacts.erase': { en: 'Erase persons', ja: '個人データの消去', ru: 'Удаление персональных данных' },
  'erasures.view': { en: 'See erasures', ja: '消去の記録の表示', ru: 'Просмотр удалений персональных данных' },
};
