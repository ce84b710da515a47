export interface paths {
    "/api/v1/agent-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * agent-profiles: list
         * @description Needs the permission `agents.view`.
         */
        get: operations["AgentsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * agent-profiles: show
         * @description Needs the permission `agents.view`.
         */
        get: operations["AgentsController_show"];
        put?: never;
        post?: never;
        /**
         * agent-profiles: archive
         * @description Needs the permission `agents.change`.
         */
        delete: operations["AgentsController_archive"];
        options?: never;
        head?: never;
        /**
         * agent-profiles: change
         * @description Needs the permission `agents.change`.
         */
        patch: operations["AgentsController_change"];
        trace?: never;
    };
    "/api/v1/agent-profiles/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * agent-profiles: restore
         * @description Needs the permission `agents.change`.
         */
        post: operations["AgentsController_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * agents: directory
         * @description Needs the permission `agents.view`.
         */
        get: operations["AgentsController_directory"];
        put?: never;
        /**
         * agents: add
         * @description Needs the permission `agents.change`.
         */
        post: operations["AgentsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * audit: list
         * @description Needs the permission `audit.view`.
         */
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * audit: export
         * @description Needs the permission `audit.export`.
         */
        get: operations["AuditController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bots: list
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["BotsController_list"];
        put?: never;
        /**
         * bots: add
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["BotsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots/preflight/messenger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bots: preflight
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["BotsController_preflight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bots: show
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["BotsController_show"];
        put?: never;
        post?: never;
        /**
         * bots: archive
         * @description Needs the permission `integration-accounts.change`.
         */
        delete: operations["BotsController_archive"];
        options?: never;
        head?: never;
        /**
         * bots: change
         * @description Needs the permission `integration-accounts.change`.
         */
        patch: operations["BotsController_change"];
        trace?: never;
    };
    "/api/v1/bots/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bots: sample
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["BotsController_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bots: test
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["BotsController_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * business-hours: list
         * @description Needs the permission `business-hours.view`.
         */
        get: operations["BusinessHoursController_list"];
        put?: never;
        /**
         * business-hours: add
         * @description Needs the permission `business-hours.change`.
         */
        post: operations["BusinessHoursController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * business-hours: show
         * @description Needs the permission `business-hours.view`.
         */
        get: operations["BusinessHoursController_show"];
        put?: never;
        post?: never;
        /**
         * business-hours: archive
         * @description Needs the permission `business-hours.change`.
         */
        delete: operations["BusinessHoursController_archive"];
        options?: never;
        head?: never;
        /**
         * business-hours: change
         * @description Needs the permission `business-hours.change`.
         */
        patch: operations["BusinessHoursController_change"];
        trace?: never;
    };
    "/api/v1/business-hours/{id}/bound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * business-hours: bound
         * @description Needs the permission `business-hours.view`.
         */
        get: operations["BusinessHoursController_bound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * business-hours: preview
         * @description Needs the permission `business-hours.view`.
         */
        get: operations["BusinessHoursController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * channel-health: list
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChannelHealthController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-health/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * channel-health: show
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChannelHealthController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-health/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * channel-health: resend
         * @description Needs the permission `messages.send-again`.
         */
        post: operations["ChannelHealthController_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * contact-windows: list
         * @description Needs the permission `contact-windows.view`.
         */
        get: operations["ContactWindowsController_list"];
        put?: never;
        /**
         * contact-windows: open
         * @description Needs the permission `contact-windows.add`.
         */
        post: operations["ContactWindowsController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * contact-windows: show
         * @description Needs the permission `contact-windows.view`.
         */
        get: operations["ContactWindowsController_show"];
        put?: never;
        post?: never;
        /**
         * contact-windows: archive
         * @description Needs the permission `contact-windows.delete`.
         */
        delete: operations["ContactWindowsController_archive"];
        options?: never;
        head?: never;
        /**
         * contact-windows: change
         * @description Needs the permission `contact-windows.change`.
         */
        patch: operations["ContactWindowsController_change"];
        trace?: never;
    };
    "/api/v1/contact-windows/{id}/base-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * contact-windows: issue address
         * @description Needs the permission `contact-windows.change`.
         */
        post: operations["ContactWindowsController_issueAddress"];
        /**
         * contact-windows: delete address
         * @description Needs the permission `contact-windows.change`.
         */
        delete: operations["ContactWindowsController_deleteAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows/{id}/bot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * contact-windows: show
         * @description Needs the permission `contact-windows.view`.
         */
        get: operations["BotController_show"];
        put?: never;
        /**
         * contact-windows: publish
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["BotController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows/{id}/bot/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * contact-windows: cancel
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["BotController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows/{id}/bot/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * contact-windows: discard
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["BotController_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows/{id}/bot/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * contact-windows: image
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["BotController_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows/{id}/bot/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * contact-windows: live
         * @description Needs the permission `contact-windows.view`.
         */
        get: operations["BotController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-windows/{id}/bound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * contact-windows: bound
         * @description Needs the permission `contact-windows.view`.
         */
        get: operations["ContactWindowsController_bound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * contacts: erase
         * @description Needs the permission `contacts.erase`.
         */
        post: operations["ContactsController_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * contacts: of contact
         * @description Needs the permission `erasures.view`.
         */
        get: operations["ContactsController_ofContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * content-profiles: list
         * @description Needs the permission `content-profiles.view`.
         */
        get: operations["ContentProfilesController_list"];
        put?: never;
        /**
         * content-profiles: add
         * @description Needs the permission `content-profiles.change`.
         */
        post: operations["ContentProfilesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content-profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * content-profiles: show
         * @description Needs the permission `content-profiles.view`.
         */
        get: operations["ContentProfilesController_show"];
        put?: never;
        post?: never;
        /**
         * content-profiles: archive
         * @description Needs the permission `content-profiles.change`.
         */
        delete: operations["ContentProfilesController_archive"];
        options?: never;
        head?: never;
        /**
         * content-profiles: change
         * @description Needs the permission `content-profiles.change`.
         */
        patch: operations["ContentProfilesController_change"];
        trace?: never;
    };
    "/api/v1/content-profiles/{id}/bound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * content-profiles: bound
         * @description Needs the permission `content-profiles.view`.
         */
        get: operations["ContentProfilesController_bound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * erasures: all
         * @description Needs the permission `erasures.view`.
         */
        get: operations["ContactsController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * erasures: show
         * @description Needs the permission `erasures.view`.
         */
        get: operations["ContactsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{id}/certificate.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * erasures: print
         * @description Needs the permission `erasures.view`.
         */
        get: operations["ContactsController_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * events: export
         * @description Needs the permission `events.export`.
         */
        get: operations["EventsController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * forms: open
         * @description For whoever holds the link; its secret is the bearer token.
         */
        get: operations["FormsController_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/fill-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * forms: fill in
         * @description For whoever holds the link; its secret is the bearer token.
         */
        post: operations["FormsController_fillIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * home: show
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["HomeController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-account-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-account-types: list
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["IntegrationAccountTypesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: list
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["IntegrationAccountsController_list"];
        put?: never;
        /**
         * integration-accounts: add
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["IntegrationAccountsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/bulk-edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: edit
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["BulkEditController_edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{accountId}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: list
         * @description Needs the permission `integration-accounts.change`.
         */
        get: operations["SentFormsController_list"];
        put?: never;
        /**
         * integration-accounts: send
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["SentFormsController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{accountId}/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * integration-accounts: withdraw
         * @description Needs the permission `integration-accounts.change`.
         */
        delete: operations["SentFormsController_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{accountId}/shelf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: count
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["AccountShelfController_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{accountId}/shelf/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: import
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["AccountShelfController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: show
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["IntegrationAccountsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * integration-accounts: apply
         * @description Needs the permission `integration-accounts.change`.
         */
        patch: operations["IntegrationAccountsController_apply"];
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: bind
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["IntegrationAccountsController_bind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/chat-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: list
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChatCodesController_list"];
        put?: never;
        /**
         * integration-accounts: create
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["ChatCodesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/chat-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: show
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChatCodesController_show"];
        put?: never;
        post?: never;
        /**
         * integration-accounts: delete
         * @description Needs the permission `integration-accounts.change`.
         */
        delete: operations["ChatCodesController_delete"];
        options?: never;
        head?: never;
        /**
         * integration-accounts: change
         * @description Needs the permission `integration-accounts.change`.
         */
        patch: operations["ChatCodesController_change"];
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/chat-codes/{code}/qr.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: png
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChatCodesController_png"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/chat-codes/{code}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: svg
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChatCodesController_svg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/chat-codes/{code}/sheet.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: sheet
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChatCodesController_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/click-to-chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: click to chat
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["ChatCodesController_clickToChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/delete-information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: delete information
         * @description Needs the permission `integration-accounts.delete`.
         */
        post: operations["IntegrationAccountsController_deleteInformation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: history
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["IntegrationAccountsController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/forwarding-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: confirmations
         * @description Needs the permission `integration-accounts.change`.
         */
        get: operations["IntegrationAccountsController_confirmations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/generate-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: generate token
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["IntegrationAccountsController_generateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: link
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["IntegrationAccountsController_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: show
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["OnboardingController_show"];
        put?: never;
        /**
         * integration-accounts: start
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/application-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: apply
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: certificate
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: request code
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_requestCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/codes/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: enter code
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_enterCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: live
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["OnboardingController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/phone-number-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: check phone number
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_checkPhoneNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: register
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/start-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: start over
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_startOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/onboarding/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: terms
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["OnboardingController_terms"];
        put?: never;
        /**
         * integration-accounts: confirm
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["OnboardingController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/page-holder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * integration-accounts: show
         * @description Needs the permission `integration-accounts.view`.
         */
        get: operations["PageHolderController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/set-up-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: set up again
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["IntegrationAccountsController_setUpAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/set-webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: set webhook
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["IntegrationAccountsController_setWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: take back
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["PageHolderController_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/test-connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: test connection
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["IntegrationAccountsController_testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration-accounts/{id}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration-accounts: unlink
         * @description Needs the permission `integration-accounts.change`.
         */
        post: operations["IntegrationAccountsController_unlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * members: list
         * @description Needs the permission `members.view`.
         */
        get: operations["MembersController_list"];
        put?: never;
        /**
         * members: add
         * @description Needs the permission `members.change`.
         */
        post: operations["MembersController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * members: give role
         * @description Needs the permission `members.change`.
         */
        put: operations["MembersController_giveRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * organisation: show
         * @description Needs the permission `organisation.view`.
         */
        get: operations["OrganisationController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * organisation: change
         * @description Needs the permission `organisation.change`.
         */
        patch: operations["OrganisationController_change"];
        trace?: never;
    };
    "/api/v1/organisation/bot-maker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * organisation: show
         * @description Needs the permission `organisation.view`.
         */
        get: operations["BotMakerController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * organisation: change
         * @description Needs the permission `organisation.change`.
         */
        patch: operations["BotMakerController_change"];
        trace?: never;
    };
    "/api/v1/page-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * page-choices: begin
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["PageChoiceController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/page-choices/log-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * page-choices: come back
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["PageChoiceController_comeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/page-choices/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * page-choices: preflight
         * @description Needs the permission `integration-accounts.add`.
         */
        get: operations["PageChoiceController_preflight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/page-choices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * page-choices: show
         * @description Needs the permission `integration-accounts.add`.
         */
        get: operations["PageChoiceController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/page-choices/{id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * page-choices: choose
         * @description Needs the permission `integration-accounts.add`.
         */
        post: operations["PageChoiceController_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * permissions: permissions
         * @description Needs the permission `roles.view`.
         */
        get: operations["RolesController_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * queues: list
         * @description Needs the permission `queues.view`.
         */
        get: operations["QueuesController_list"];
        put?: never;
        /**
         * queues: add
         * @description Needs the permission `queues.change`.
         */
        post: operations["QueuesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * queues: show
         * @description Needs the permission `queues.view`.
         */
        get: operations["QueuesController_show"];
        put?: never;
        post?: never;
        /**
         * queues: archive
         * @description Needs the permission `queues.change`.
         */
        delete: operations["QueuesController_archive"];
        options?: never;
        head?: never;
        /**
         * queues: change
         * @description Needs the permission `queues.change`.
         */
        patch: operations["QueuesController_change"];
        trace?: never;
    };
    "/api/v1/queues/{id}/bound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * queues: bound
         * @description Needs the permission `queues.view`.
         */
        get: operations["QueuesController_bound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * queues: restore
         * @description Needs the permission `queues.change`.
         */
        post: operations["QueuesController_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reply-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * reply-templates: list
         * @description Needs the permission `reply-templates.view`.
         */
        get: operations["ReplyTemplatesController_list"];
        put?: never;
        /**
         * reply-templates: add
         * @description Needs the permission `reply-templates.change`.
         */
        post: operations["ReplyTemplatesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reply-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * reply-templates: show
         * @description Needs the permission `reply-templates.view`.
         */
        get: operations["ReplyTemplatesController_show"];
        put?: never;
        post?: never;
        /**
         * reply-templates: archive
         * @description Needs the permission `reply-templates.change`.
         */
        delete: operations["ReplyTemplatesController_archive"];
        options?: never;
        head?: never;
        /**
         * reply-templates: change
         * @description Needs the permission `reply-templates.change`.
         */
        patch: operations["ReplyTemplatesController_change"];
        trace?: never;
    };
    "/api/v1/reply-templates/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * reply-templates: preview
         * @description Needs the permission `reply-templates.view`.
         */
        post: operations["ReplyTemplatesController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * roles: list
         * @description Needs the permission `roles.view`.
         */
        get: operations["RolesController_list"];
        put?: never;
        /**
         * roles: add
         * @description Needs the permission `roles.change`.
         */
        post: operations["RolesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * roles: show
         * @description Needs the permission `roles.view`.
         */
        get: operations["RolesController_show"];
        put?: never;
        post?: never;
        /**
         * roles: archive
         * @description Needs the permission `roles.change`.
         */
        delete: operations["RolesController_archive"];
        options?: never;
        head?: never;
        /**
         * roles: change
         * @description Needs the permission `roles.change`.
         */
        patch: operations["RolesController_change"];
        trace?: never;
    };
    "/api/v1/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * skills: list
         * @description Needs the permission `skills.view`.
         */
        get: operations["SkillsController_list"];
        put?: never;
        /**
         * skills: add
         * @description Needs the permission `skills.change`.
         */
        post: operations["SkillsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/in-use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * skills: in use
         * @description Needs the permission `skills.view`.
         */
        get: operations["SkillsController_inUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * skills: show
         * @description Needs the permission `skills.view`.
         */
        get: operations["SkillsController_show"];
        put?: never;
        post?: never;
        /**
         * skills: archive
         * @description Needs the permission `skills.change`.
         */
        delete: operations["SkillsController_archive"];
        options?: never;
        head?: never;
        /**
         * skills: rename
         * @description Needs the permission `skills.change`.
         */
        patch: operations["SkillsController_rename"];
        trace?: never;
    };
    "/api/v1/skills/{id}/bound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * skills: bound
         * @description Needs the permission `skills.view`.
         */
        get: operations["SkillsController_bound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * skills: restore
         * @description Needs the permission `skills.change`.
         */
        post: operations["SkillsController_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What the API shows of an account; times are ISO 8601 in UTC. Secrets: that one is set, and its last four characters. */
        IntegrationAccountView: {
            id: string;
            /** @description Also the answer's ETag, to be sent back as `If-Match`. */
            version: number;
            type: components["schemas"]["ChannelType"];
            name: string;
            queueId: null | string;
            language: null | string;
            /** @description Whether what a customer writes in counts before it. */
            detectedLanguageMayOverride: boolean;
            contactWindowId: null | string;
            active: boolean;
            linked: boolean;
            state: components["schemas"]["LinkState"];
            unlinkedReason: null | string;
            /**
             * @description What is done with a message that comes in now.
             * @enum {string}
             */
            intake: "gone" | "hold" | "keep" | "route";
            /** @description What is missing before messages reach an agent. */
            routingGaps: components["schemas"]["RoutingGap"][];
            /** @description Required fields that are still empty. */
            missingFields: string[];
            /** @description Since the last change of credentials. */
            verifiedAt: null | string;
            /** @description To be given to the platform, whole; of e-mail, `mailto:` and the address to which mails are forwarded. */
            webhookUrl: string;
            /** @description Of a Facebook page: the address that older guides give; it reaches the same account. */
            pageWebhookUrl?: string;
            /** @description Where people find it, made of what was typed, so that a typing error is seen. */
            publicLink?: string;
            /** @description What the account is called at the platform; null while the form does not say it. */
            platformAccountId: null | string;
            onboarding: ("active" | "applying" | "certificate expired" | "code expired" | "code sent" | "failed" | "incomplete" | "pending") | null;
            lastTest: {
                ok: boolean;
                checks: components["schemas"]["CheckResult"][];
                testedAt: string;
            } | null;
            /** @description As the platform listed it the last time; null: it has no such list, or was not asked. */
            subscription: {
                fields: components["schemas"]["SubscribedField"][];
                readAt: string;
            } | null;
            token: {
                expiresAt: null | string;
                missingScopes: {
                    scope: string;
                    effect: string;
                }[];
            } | null;
            takenOver: {
                appId: string;
                appName?: string;
                since?: string;
            } | null;
            addedAt: string;
            changedAt: string;
            linkedAt: null | string;
            deletedAt: null | string;
            credentials: components["schemas"]["FieldView"][];
        };
        /** @enum {string} */
        ChannelType: "email" | "line" | "lineworks" | "messenger" | "telegram" | "viber" | "vonage" | "whatsapp";
        /**
         * @description Where an account stands. `waiting for verification`: saved, and the platform has not shown yet that it reaches us ("Saved, not verified").
         *     `saved`: there is nothing to verify. `on, waiting for set-up`: the switch was put on before the data were there.
         * @enum {string}
         */
        LinkState: "deleted" | "draft" | "linked" | "none" | "on, waiting for set-up" | "saved" | "unlinked" | "verified" | "waiting for verification";
        /** @enum {string} */
        RoutingGap: "no queue" | "not active";
        /** @description One thing that was looked at. Names are stable, for translated texts. */
        CheckResult: {
            check: string;
            ok: boolean;
            /** @description Plain words. Whatever looks like a token is taken out before it is recorded. */
            reason?: string;
            remedy?: string;
            milliseconds: number;
        };
        SubscribedField: {
            field: string;
            needed: boolean;
            subscribed: boolean;
        };
        FieldView: {
            field: string;
            secret: boolean;
            set: boolean;
            value?: string;
            lastFour?: string;
        };
        /** @description Who did it. `automation` is the name of the sentence (`when-…-then-…`) or the process that acted. */
        Actor: {
            /** @constant */
            kind: "customer";
            id: string;
        } | {
            /** @constant */
            kind: "agent";
            id: string;
        } | {
            /** @constant */
            kind: "admin";
            id: string;
        } | {
            /** @constant */
            kind: "bot";
            id: string;
        } | {
            /** @constant */
            kind: "system";
            automation: string;
        };
        /** @description What Gmail asks before it forwards to an address, and nobody else can read. */
        ForwardingConfirmationView: {
            receivedAt: string;
            code: null | string;
            /** @description At Google. */
            link: null | string;
            /** @description The mailbox that shall be forwarded. */
            requestedBy: null | string;
            /** @description False: nobody has checked that it comes from Google. Go on only when you have just asked for the forwarding. */
            verified: boolean;
        };
        Checked: {
            ok: boolean;
            /** @description Each thing that was looked at, with what to do where it failed. */
            checks: components["schemas"]["ConnectionCheck"][];
        };
        ConnectionCheck: {
            /** @description `token`, `account matches`, `webhook`, …: stable, for translated texts. */
            check: string;
            ok: boolean;
            reason?: string;
            remedy?: string;
            milliseconds: number;
        };
        /** @description All that is known of one type of account: its form is checked, documented and drawn by this. */
        AccountType: {
            type: components["schemas"]["ChannelType"];
            /**
             * @description Where the "+" window has it.
             * @enum {string}
             */
            category: "E-mail" | "In-house bot" | "Messenger" | "SMS/Vonage" | "WhatsApp";
            title: string;
            fields: components["schemas"]["AccountTypeField"][];
            /** @description The same for every type. */
            settings: components["schemas"]["AccountSetting"][];
            buttons: components["schemas"]["AccountButton"][];
            /** @description Of each of its buttons. */
            buttonLabels: components["schemas"]["Partial_Readonly_Record_AccountButton_Readonly_Record_en_ja_ru_string"];
            /** @description The platform's own pages about it, in the reader's language where there are such. */
            guide: components["schemas"]["Record_en_ja_ru_string"];
            /** @description What is done there, step by step; absent: the guide alone leads. */
            steps?: components["schemas"]["GuideStep"][];
            /** @description What turns the switch "Link" on by itself. */
            autoLinkOn: components["schemas"]["AutoLinkOn"];
            /** @description "Set webhook" asks for host and port first; prefilled with this one. */
            webhookHost?: string;
            /** @description How a mail service is told to forward to the base address. */
            forwardingGuides?: components["schemas"]["Record_gmail_outlook_Readonly_Record_en_ja_ru_string"];
        };
        AccountTypeField: {
            name: string;
            required: boolean;
            /** @description Write-only: answers show that it is set, and its last four characters. */
            secret: boolean;
            /** @description Issued here when it is left empty. */
            generated: boolean;
            /** @description Issued once; never typed or changed. */
            fixed: boolean;
            label: components["schemas"]["Record_en_ja_ru_string"];
            hint: components["schemas"]["Record_en_ja_ru_string"];
        };
        Record_en_ja_ru_string: {
            en: string;
            ja: string;
            ru: string;
        };
        /** @description What every account has beside its credentials, as `PATCH /integration-accounts/{id}` takes it. */
        AccountSetting: {
            /** @enum {string} */
            name: "active" | "detectedLanguageMayOverride" | "language" | "queueId";
            /**
             * @description `queue`: the id of one. `language`: a BCP 47 tag.
             * @enum {string}
             */
            kind: "language" | "queue" | "switch";
            label: components["schemas"]["Record_en_ja_ru_string"];
            hint: components["schemas"]["Record_en_ja_ru_string"];
        };
        /** @enum {string} */
        AccountButton: "copy address" | "generate token" | "set webhook" | "test connection";
        Partial_Readonly_Record_AccountButton_Readonly_Record_en_ja_ru_string: {
            "generate token"?: components["schemas"]["Record_en_ja_ru_string"];
            "test connection"?: components["schemas"]["Record_en_ja_ru_string"];
            "set webhook"?: components["schemas"]["Record_en_ja_ru_string"];
            "copy address"?: components["schemas"]["Record_en_ja_ru_string"];
        };
        /** @description One step at the platform's own pages, in the order in which it is done. */
        GuideStep: {
            step: string;
            text: components["schemas"]["Record_en_ja_ru_string"];
            /** @description The button of whoever has this already; absent: everybody does it. */
            skip?: components["schemas"]["Record_en_ja_ru_string"];
            /** @description Of the form: what this step brings is pasted right here. */
            fields: string[];
            /** @description By which checks of [Test connection] it is seen at once whether it was right. */
            checks: string[];
        };
        /**
         * @description What turns the switch of an account on by itself.
         * @enum {string}
         */
        AutoLinkOn: "never" | "published" | "verified";
        Record_gmail_outlook_Readonly_Record_en_ja_ru_string: {
            gmail: components["schemas"]["Record_en_ja_ru_string"];
            outlook: components["schemas"]["Record_en_ja_ru_string"];
        };
        /** @enum {string} */
        Presence: "available" | "away" | "busy" | "offline";
        /** @description What is set for an agent; presence and work are the desk's. */
        AgentProfileView: {
            id: string;
            archived: boolean;
            /** @description Null where there is no log-in. */
            email: null | string;
            /** @description Of what is set: also the ETag of the answer, to be sent as `If-Match`. Presence and work do not count. */
            version: number;
            name: string;
            groups: string[];
            /** @description Instead of what the queue says. */
            weights: components["schemas"]["Partial_Record_line_messenger_telegram_viber_vonage_whatsapp_lineworks_email_number"];
            /** @description By the key of the skill. */
            skills: components["schemas"]["Record_string_number"];
            /** @description By language tag. */
            languages: components["schemas"]["Record_string_number"];
            /** @description Outside of these business hours nothing is offered; null: at any time. */
            workingHoursId: null | string;
            capacity: number;
            queueIds: string[];
        };
        Partial_Record_line_messenger_telegram_viber_vonage_whatsapp_lineworks_email_number: {
            line?: number;
            messenger?: number;
            telegram?: number;
            viber?: number;
            vonage?: number;
            whatsapp?: number;
            lineworks?: number;
            email?: number;
        };
        Record_string_number: {
            [key: string]: unknown;
        };
        /** @description Where conversations wait for an agent. */
        QueueView: {
            id: string;
            name: string;
            /** @description How long an agent may think about an offer. */
            offerSeconds: number;
            /** @description 0 until somebody sets one; explanations of offers name it. */
            policyVersion: number;
            policy: components["schemas"]["QueuePolicy"];
            archived: boolean;
            /** @description Also the ETag of the answer: send it as `If-Match`. */
            version: number;
        };
        /** @description How the conversations of one queue find their agents. Seconds are whole. */
        QueuePolicy: {
            requires: {
                skills: components["schemas"]["Record_string_number"];
                /** @description The least level of the customer's language; null: languages do not count. */
                languageLevel: null | number;
            };
            /** @description 1 to 6 of them. */
            rings: components["schemas"]["Ring"][];
            /**
             * @description A conversation counts as if it had waited `level × secondsPerLevel` longer. So priority ages by itself: nobody is passed over by who
             *     comes later than that, and nobody waits for ever.
             */
            priority: {
                level: number;
                secondsPerLevel: number;
            };
            /** @enum {string} */
            order: "fewest conversations" | "highest skills";
            /** @description The last owner, or who was named, has the conversation kept for so long. 0: not kept. */
            preferredHoldSeconds: number;
            /** @description For so many days after it was closed, a customer's next conversation prefers the last owner. 0: never. */
            reopenDays: number;
            weights: components["schemas"]["Partial_Record_line_messenger_telegram_viber_vonage_whatsapp_lineworks_email_number"];
            /** @description Work of these channels does not keep an agent from taking that of others. */
            interruptible: ("email" | "line" | "lineworks" | "messenger" | "telegram" | "viber" | "vonage" | "whatsapp")[];
            autoAccept: boolean;
            /** @description Agents may take what they choose. */
            mayClaim: boolean;
            /** @description What nobody took moves there. */
            overflow: {
                queueId: string;
                afterSeconds: number;
            } | null;
            /** @description From then on anybody who serves the queue is good enough; null: never. */
            longestWaitSeconds: null | number;
            /** @description Null: always open. */
            businessHoursId: null | string;
            /**
             * @description What happens to a conversation that waits while it is closed.
             * @enum {string}
             */
            outsideHours: "offer" | "wait";
            texts: components["schemas"]["AutomaticTexts"];
            /** @description How long the conversations of an agent whose connection is lost stay with them; null: for ever. */
            ownerGoneSeconds: null | number;
            wrapUp: components["schemas"]["WrapUpPolicy"];
            /** @description Closed when the customer has said nothing for so long after our last word; the notice comes before. */
            silence: {
                closeAfterSeconds: number;
                noticeBeforeSeconds: number;
                notice: components["schemas"]["Record_string_string"];
            } | null;
            service: components["schemas"]["ServiceTargets"];
        };
        /**
         * @description A circle of agents that grows: while a conversation is in its n-th ring, it may go to whom the first n rings let in. The last ring
         *     lasts until somebody takes it.
         */
        Ring: {
            /** @description How long before the next ring begins, 1-86,400; of the last one without meaning. */
            seconds: number;
            /** @description From this ring on another level is enough than the queue, or the request, asks for. `language` stands for the customer's. */
            minimumLevels: components["schemas"]["Record_string_number"];
            /** @description From this ring on these do not count any more. */
            droppedSkills: string[];
            /** @description Lets in only these; empty: everybody who serves the queue. */
            agentGroups: string[];
        };
        /** @description What a customer is told by itself, each at most once in a wait; where there is no text, nothing. */
        AutomaticTexts: {
            waiting: components["schemas"]["Record_string_string"];
            /** @description Outside of the business hours; `{{nextOpening}}` stands for when it opens. */
            closed: components["schemas"]["Record_string_string"];
            /** @description People go on where a bot was. */
            handedOver: components["schemas"]["Record_string_string"];
            /** @description How long they wait before they are told so, 0-86,400; absent: 60. */
            waitingAfterSeconds?: number;
            /** @description For a customer in whose language there is no text, also no notice of silence; absent: the first that is there. */
            fallbackLanguage?: string;
        };
        Record_string_string: {
            [key: string]: unknown;
        };
        /** @description What an agent does after the customer has gone, before the place is free. */
        WrapUpPolicy: {
            /**
             * @description `timed`: ends by itself after `seconds`.
             * @enum {string}
             */
            kind: "none" | "optional" | "required" | "timed";
            seconds: number;
            codes: components["schemas"]["WrapUpCode"][];
        };
        WrapUpCode: {
            /** @description Kept in the event. */
            code: string;
            /** @description As agents read it, by language. */
            names: components["schemas"]["Record_string_string"];
        };
        /** @description In seconds of business time; null: not promised. */
        ServiceTargets: {
            firstAnswerSeconds: null | number;
            nextAnswerSeconds: null | number;
            resolutionSeconds: null | number;
            /** @description How much of the time may pass before a warning, 1-100 %. */
            warnAtPercent: number;
        };
        /** @description Something that uses a setting. */
        BoundThing: {
            /** @description A resource of the API: `integration-accounts`, `queues`, … */
            kind: string;
            id: string;
            name: string;
        };
        AuditEntries: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: null | string;
        };
        /** @description One thing that somebody did, or was refused. */
        AuditEntry: {
            id: string;
            /** @description ISO 8601. */
            at: string;
            /** @description Null where the log-in is not there any more. */
            person: {
                id: string;
                name: null | string;
            };
            /** @description What it is about: `queue`, `integration_account`, …, or `refusal`. */
            kind: string;
            /** @description The event, as docs/events.md describes it. */
            event: string;
            subjectId: string;
            /** @description Names of what changed, and values that are neither secret nor about a person. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description A bot that answers customers before people do. Its secret is shown to nobody. */
        BotView: {
            id: string;
            name: string;
            kind: components["schemas"]["BotKind"];
            endpoint: null | string;
            appId: null | string;
            accountIds: string[];
            fields: ("contact" | "language" | "name")[];
            deadlineSeconds: number;
            script: components["schemas"]["BotScript"] | null;
            /** @description 1 for the first script that it had. */
            scriptVersion: number;
            archived: boolean;
            /** @description Also the ETag of the answer: send it as `If-Match`. */
            version: number;
        };
        /** @enum {string} */
        BotKind: "botpress" | "built-in" | "messenger" | "rasa" | "typebot" | "webhook";
        /** @description What a built-in bot does: no code, only data. */
        BotScript: {
            /** @description For customers whose language it has no texts in. */
            language: string;
            start: string;
            steps: components["schemas"]["Record_string_ScriptStep"];
        };
        Record_string_ScriptStep: {
            [key: string]: unknown;
        };
        /** @description One thing to have before a bot at Messenger can answer first. */
        PreflightItem: {
            /** @enum {string} */
            step: "account" | "bot is primary" | "bot platform" | "page" | "subscription" | "test" | "we are secondary";
            text: components["schemas"]["Record_en_ja_ru_string"];
            /** @description Where it is set: by the name of the Handover Protocol, which guides still have, and by that of Conversation Routing, which pages show. */
            where?: {
                old: components["schemas"]["Record_en_ja_ru_string"];
                present: components["schemas"]["Record_en_ja_ru_string"];
            };
        };
        BotAnswer: {
            /** @constant */
            outcome: "answered";
            replies: components["schemas"]["MessageContent"][];
            next: components["schemas"]["BotNext"];
        } | {
            /** @constant */
            outcome: "later";
        } | {
            /** @constant */
            outcome: "failed";
            code: string;
            reason: string;
            remedy: string;
        };
        /** @description What one message says, the same for every channel. Texts are as the customer wrote them: never trusted, never HTML. */
        MessageContent: {
            /** @constant */
            type: "text";
            text: string;
        } | {
            /** @enum {string} */
            type: "audio" | "file" | "image" | "video";
            media: components["schemas"]["MediaReference"];
            caption?: string;
        } | {
            /** @constant */
            type: "sticker";
            stickerId: string;
            packId?: string;
            emoji?: string;
            text?: string;
            /** @description A file of a message. The bytes are fetched and stored later; `MediaStored` tells where and what they really are. */
            media?: components["schemas"]["MediaReference"];
        } | {
            /** @constant */
            type: "location";
            latitude: number;
            longitude: number;
            title?: string;
            address?: string;
        } | {
            /** @constant */
            type: "contact";
            name: string;
            phone?: string;
            more?: {
                name: string;
                phone?: string;
            }[];
        } | {
            /** @constant */
            type: "postback";
            data: string;
            label?: string;
        } | {
            /** @constant */
            type: "order";
            lines: components["schemas"]["OrderLine"][];
            note?: string;
        } | {
            /** @constant */
            type: "referral";
            source: string;
            title?: string;
            text?: string;
            url?: string;
            reference?: string;
        } | {
            /** @constant */
            type: "system";
            what: string;
            text?: string;
        } | {
            /** @constant */
            type: "email";
            subject?: string;
            /** @description What is new in it, as plain text. */
            text: string;
            /** @description What the text had below it: earlier mails, a signature. */
            quoted?: string;
            /** @description The HTML as it came: never shown outside a sandboxed frame without remote content. */
            html?: components["schemas"]["MediaReference"];
            attachments: components["schemas"]["MediaReference"][];
            /** @description The mail as it came, byte for byte. */
            raw?: components["schemas"]["MediaReference"];
            from?: components["schemas"]["MailAddress"];
            /** @description Where the customer wants answers, when not at `from`. */
            answerTo?: components["schemas"]["MailAddress"];
            to?: components["schemas"]["MailAddress"][];
            cc?: components["schemas"]["MailAddress"][];
            /**
             * @description Written by a machine: nothing of ours may answer it by itself.
             * @constant
             */
            automatic?: true;
            /**
             * @description Neither an aligned DKIM signature nor a trusted chain says that `from` wrote it.
             * @constant
             */
            unverifiedSender?: true;
        } | {
            /** @constant */
            type: "choices";
            style: components["schemas"]["ChoicesStyle"];
            text: string;
            options: components["schemas"]["Choice"][];
            buttonLabel?: string;
        } | {
            /** @constant */
            type: "template";
            name: string;
            language: string;
            parameters: string[];
            text: string;
        } | {
            /** @constant */
            type: "unknown";
            kind: string;
            raw: unknown;
        };
        /** @description A file of a message. The bytes are fetched and stored later; `MediaStored` tells where and what they really are. */
        MediaReference: {
            /** @description Ours, a uuid: names the file for ever. */
            mediaId: string;
            /** @description Where the bytes come from. `stored`: they are in our media store already (an agent's upload, a part of a mail). */
            source: {
                /** @constant */
                kind: "platform";
                reference: string;
            } | {
                /** @constant */
                kind: "url";
                url: string;
            } | {
                /** @constant */
                kind: "stored";
            };
            fileName?: string;
            /** @description As the platform claims it; the stored file says what it really is. */
            mimeType?: string;
            /** @description Bytes. */
            size?: number;
            durationMs?: number;
        };
        OrderLine: {
            productId: string;
            name?: string;
            quantity: number;
            /** @description As the platform writes it, in units of `currency`: decimal text, never rounded. */
            price?: string;
            currency?: string;
        };
        MailAddress: {
            name?: string;
            address: string;
        };
        /** @enum {string} */
        ChoicesStyle: "buttons" | "list" | "quick replies";
        /** @description One thing that the customer may choose. `id` comes back as the `data` of a postback. */
        Choice: {
            id: string;
            label: string;
            description?: string;
            /** @description Opens this page instead of answering. */
            url?: string;
        };
        /** @description What happens after the replies. */
        BotNext: {
            /** @constant */
            do: "stay";
        } | {
            /** @constant */
            do: "close";
        } | {
            /** @constant */
            do: "hand over";
            /** @description Absent: to the account's queue. */
            queueId?: string;
            skills?: string[];
            /** @description BCP 47. */
            language?: string;
            summary?: string;
            fields?: {
                name: string;
                value: string;
            }[];
        };
        /** @description What became of one of them. */
        Edited: {
            id: string;
            /** @description Null where it was refused. */
            account: components["schemas"]["IntegrationAccountView"] | null;
            problem: {
                code: string;
                detail: string;
            } | null;
        };
        /** @description When somebody is there. */
        BusinessHoursView: {
            id: string;
            name: string;
            hours: components["schemas"]["Hours"];
            archived: boolean;
            /** @description Also the ETag of the answer: send it as `If-Match`. */
            version: number;
        };
        Hours: {
            /** @description An IANA zone. */
            timeZone: string;
            /** @description A day that is not there is closed. */
            week: components["schemas"]["Partial_Record_Weekday_readonlyOpenPeriod"];
            holidays: components["schemas"]["Holiday"][];
            exceptions: components["schemas"]["DayException"][];
        };
        Partial_Record_Weekday_readonlyOpenPeriod: {
            1?: components["schemas"]["OpenPeriod"][];
            2?: components["schemas"]["OpenPeriod"][];
            3?: components["schemas"]["OpenPeriod"][];
            4?: components["schemas"]["OpenPeriod"][];
            5?: components["schemas"]["OpenPeriod"][];
            6?: components["schemas"]["OpenPeriod"][];
            7?: components["schemas"]["OpenPeriod"][];
        };
        /** @description `HH:MM`, on the clock of the zone. An end of `24:00` is midnight; one that is not after its start is on the next day. */
        OpenPeriod: {
            from: string;
            to: string;
        };
        Holiday: {
            name: string;
            /** @description One day (`2026-11-23`), or the same day of every year (`01-01`). */
            on: string;
        };
        /** @description Other hours on one day, instead of the weekday's and of any holiday. No periods: closed. */
        DayException: {
            /** @description A day of the calendar without a zone: `2026-11-23`. Compares as text. */
            on: string;
            name?: string;
            periods: components["schemas"]["OpenPeriod"][];
        };
        /** @description What hours mean at one moment. */
        OpeningPreview: {
            /** @description ISO 8601: the moment that was asked about. */
            at: string;
            open: boolean;
            /** @description Null: nothing changes any more. */
            nextChange: {
                at: string;
                opens: boolean;
            } | null;
        };
        ContactWindowView: {
            id: string;
            /** @description Also the answer's ETag. */
            version: number;
            name: string;
            /** @description To which mails are forwarded, for ever; null: this installation took no mail when it was opened. */
            baseAddress: null | string;
            businessHoursId: null | string;
            /** @description Its one bot inside LINE WORKS. */
            bot: {
                accountId: string;
                way: components["schemas"]["BotWay"];
            } | null;
            archived: boolean;
        };
        /**
         * @description `simple`: we make the bot; `console`: it was made in the Developer Console.
         * @enum {string}
         */
        BotWay: "console" | "simple";
        /** @description Which media may be sent and received. */
        ContentProfileView: {
            id: string;
            name: string;
            /** @description Kinds and MIME types that customers may send; words always pass. */
            inbound: string[];
            /** @description Those that agents may send. */
            outbound: string[];
            archived: boolean;
            /** @description Also the ETag of the answer: send it as `If-Match`. */
            version: number;
        };
        /** @description Somebody of the tenant who signs in. */
        MemberView: {
            id: string;
            name: string;
            email: string;
            /** @description `admin`, `supervisor`, `agent`, or the id of a role of the tenant. */
            role: string;
            /** @description The agent that this person is; null for who only administers. */
            agentId: null | string;
        };
        /** @description What is set once for a whole tenant. */
        OrganisationView: {
            timeZone: string;
            pendingMinutes: number;
            defaultContentProfileId: null | string;
            /** @description All that agents are away for, in the order in which it is offered. */
            awayReasons: {
                /** @description What is recorded of who is away for it, for ever: a word such as `lunch`. */
                key: string;
                /** @description As people read it, by language; in one at least. */
                names: components["schemas"]["Record_string_string"];
                archived: boolean;
            }[];
            /** @description Also the ETag of the answer: send it as `If-Match`. 0: nobody has set anything. */
            version: number;
        };
        /** @description A text that agents insert, in one or several languages. */
        ReplyTemplateView: {
            id: string;
            name: string;
            /** @description What is typed after the slash; null: none. */
            shortcut: null | string;
            /** @description Language → text. */
            texts: components["schemas"]["Record_string_string"];
            archived: boolean;
            /** @description Also the ETag of the answer: send it as `If-Match`. */
            version: number;
        };
        /** @description A template as a customer would read it. */
        TemplatePreview: {
            /** @description Null: there is no text in any of the languages. */
            language: null | string;
            text: null | string;
            /** @description Placeholders for which nobody knows a value. */
            unfilled: string[];
        };
        Record_PermissionLanguage_string: {
            en: string;
            ja: string;
            ru: string;
        };
        /** @description What somebody may do, under a name. */
        RoleView: {
            /** @description `admin`, `supervisor`, `agent`, or a uuid. */
            id: string;
            /** @description Of a role that everybody has: the same as its id. */
            name: string;
            builtIn: boolean;
            permissions: ("agents.change" | "agents.view" | "audit.export" | "audit.view" | "business-hours.change" | "business-hours.view" | "contact-windows.add" | "contact-windows.change" | "contact-windows.delete" | "contact-windows.view" | "contacts.erase" | "content-profiles.change" | "content-profiles.view" | "conversations.all" | "conversations.log" | "erasures.view" | "events.export" | "events.unseal" | "integration-accounts.add" | "integration-accounts.change" | "integration-accounts.delete" | "integration-accounts.view" | "live-figures.view" | "members.change" | "members.view" | "messages.send-again" | "organisation.change" | "organisation.view" | "queues.change" | "queues.view" | "reply-templates.change" | "reply-templates.view" | "roles.change" | "roles.view" | "skills.change" | "skills.view")[];
            archived: boolean;
            /** @description Also the ETag of the answer: send it as `If-Match`. 0 for a role that everybody has. */
            version: number;
        };
        /** @description A skill or a language of the catalogue. */
        SkillView: {
            id: string;
            kind: components["schemas"]["SkillKind"];
            /** @description Agents and policies name it by this, whatever it is called. */
            key: string;
            /** @description By language. */
            names: components["schemas"]["Record_string_string"];
            archived: boolean;
            /** @description Also the ETag of the answer: send it as `If-Match`. */
            version: number;
        };
        /**
         * @description What an agent can do, or a language that one speaks.
         * @enum {string}
         */
        SkillKind: "language" | "skill";
        /** @description A skill or a language, as agents and queues name it. */
        SkillInUse: {
            /** @enum {string} */
            kind: "language" | "skill";
            /** @description What the skill is called, or the tag of the language. */
            key: string;
            /** @description How many agents have it, at a level above 0. */
            agents: number;
            /** @description How many queues ask for it. */
            queues: number;
            /** @description Whether it stands in the catalogue; what was named before there was one need not. */
            known: boolean;
        };
        /** @description A form that was sent, as the administrators see it. */
        SentFormView: {
            id: string;
            accountId: string;
            fields: string[];
            /** @enum {string} */
            state: "expired" | "filled in" | "opened" | "sent" | "withdrawn";
            expiresAt: string;
        };
        /** @description Told once, to who sent it. */
        NewSentForm: {
            /** @description Below the address of the desk. What stands behind the # is the secret: browsers send it to nobody. */
            link: string;
            id: string;
            accountId: string;
            fields: string[];
            /** @enum {string} */
            state: "expired" | "filled in" | "opened" | "sent" | "withdrawn";
            expiresAt: string;
        };
        /** @description What was kept of an account because its link was off. */
        KeptItems: {
            /** @description Waiting to be imported. */
            waiting: number;
            /** @description When the first and the last of those came, ISO 8601; null: there is none. */
            oldestAt: null | string;
            newestAt: null | string;
            imported: number;
        };
        Imported: {
            /** @description Let in by this request. */
            imported: number;
            /** @description More is waiting: send another request. */
            more: boolean;
        };
        /** @description The first page of the admin area: what to do, in the order in which it goes best. */
        HomeView: {
            steps: components["schemas"]["HomeStep"][];
            figures: components["schemas"]["SetUpSoFar"];
        };
        HomeStep: {
            /** @enum {string} */
            step: "bot" | "channel" | "processing";
            title: components["schemas"]["Record_en_ja_ru_string"];
            state: components["schemas"]["StepState"];
            /** @description The desk works without it. */
            optional: boolean;
            /** @description What is missing, and what it would be well to do first. Nothing of it stops a step. */
            notes: components["schemas"]["HomeNote"][];
        };
        /**
         * @description `to do`: nothing is there; `begun`: something is missing; `done`: it works.
         * @enum {string}
         */
        StepState: "begun" | "done" | "to do";
        HomeNote: {
            /** @enum {string} */
            code: "bot-not-used" | "no-agent" | "no-queue" | "nobody-serves" | "not-routed" | "processing-first";
            text: components["schemas"]["Record_en_ja_ru_string"];
        };
        /** @description How far a tenant is set up; what is archived or deleted does not count. */
        SetUpSoFar: {
            queues: number;
            agents: number;
            /** @description Agents who serve one of the queues. */
            serving: number;
            accounts: number;
            /** @description Accounts whose messages reach an agent. */
            routed: number;
            bots: number;
            /** @description Bots that answer on an account. */
            answering: number;
        };
        /** @description The same form as the colleague sees it: what is asked, and nothing that is there already. */
        FormToFillIn: {
            id: string;
            accountType: components["schemas"]["ChannelType"];
            accountName: string;
            fields: components["schemas"]["AccountTypeField"][];
            expiresAt: string;
        };
        /** @description The bot of a contact window inside LINE WORKS: the dialog with its two tabs. Times are ISO 8601 in UTC. */
        BotOfWindowView: {
            contactWindowId: string;
            /** @description The way that is taken; the other one is closed while it is. Null: both are open. */
            way: ("console" | "simple") | null;
            /** @description The tabs of the dialog, in their order. */
            tabs: {
                way: components["schemas"]["BotWay"];
                title: components["schemas"]["BotText"];
                open: boolean;
            }[];
            accountId: null | string;
            /** @description The ClientApp that makes bots has been entered: `PATCH /organisation/bot-maker`. */
            canMakeBots: boolean;
            limits: {
                name: number;
                description: number;
                /** @description Bytes; the picture is smaller. */
                image: number;
                text: components["schemas"]["BotText"];
            };
            /** @description The last one that was made here, also while it is taken away, and after it failed. */
            simple: components["schemas"]["SimpleBotView"] | null;
            console: components["schemas"]["ConsoleBotView"] | null;
        };
        /** @description The same words for each language of the screens. */
        BotText: {
            en: string;
            ja: string;
            ru: string;
        };
        SimpleBotView: {
            accountId: string;
            name: string;
            nameCharacters: number;
            description: string;
            descriptionCharacters: number;
            /** @description What a member who adds the bot reads first, once. */
            firstMessage: string;
            image: {
                id: string;
                fileName: string;
                mimeType: string;
                size: number;
            } | null;
            /** @enum {string} */
            status: "discarded" | "none" | "published" | "running" | "undoing" | "undone";
            /** @description How often it was published, this time included. */
            attempt: number;
            steps: components["schemas"]["StepView"][];
            undoneWhy: null | string;
            /** @description Why it was taken back, where a step failed; it stays until it is tried again. */
            failure: {
                code: string;
                reason: string;
                remedy: string;
            } | null;
            botId: null | string;
            state: components["schemas"]["LinkState"];
            linked: boolean;
            notes: {
                /** @enum {string} */
                note: "members find it" | "not in the admin list" | "try again or discard" | "when deleted";
                text: components["schemas"]["BotText"];
            }[];
        };
        StepView: {
            step: components["schemas"]["BotStep"];
            title: components["schemas"]["BotText"];
            /** @enum {string} */
            status: "done" | "failed" | "started" | "undone" | "waiting";
            /** @description When it is tried again. */
            retryAt: null | string;
            problem: {
                code: string;
                reason: string;
                remedy: string;
            } | null;
        };
        /** @enum {string} */
        BotStep: "create bot" | "host image" | "issue secret" | "open to members" | "save credentials";
        ConsoleBotView: {
            accountId: string;
            name: string;
            steps: {
                step: components["schemas"]["ConsoleStep"];
                title: components["schemas"]["BotText"];
                done: boolean;
            }[];
            /** @description Where to go on; null: everything is done. */
            next: ("administrator" | "bot" | "callback" | "client app" | "link" | "service account") | null;
            missingFields: string[];
            webhookUrl: string;
            state: components["schemas"]["LinkState"];
        };
        /** @enum {string} */
        ConsoleStep: "administrator" | "bot" | "callback" | "client app" | "link" | "service account";
        /** @description Secrets: that one is set, and its last four characters. */
        BotMakerView: {
            /** @description Bots can be made. */
            complete: boolean;
            credentials: components["schemas"]["FieldView"][];
        };
        /** @description How one channel is. Times are ISO 8601 in UTC; null: never, or not known. */
        ChannelHealthView: {
            accountId: string;
            name: string;
            type: components["schemas"]["ChannelType"];
            lastWebhookAt: null | string;
            lastMessageAt: null | string;
            lastSentAt: null | string;
            lastError: {
                at: string;
                code: string;
                remedy: string;
            } | null;
            tokenExpiresAt: null | string;
            /** @description Needed fields that the platform does not send; null: there is no such list, or nobody has read it. */
            missingFields: string[] | null;
            testedAt: null | string;
            /** @description What [Re-send] would send. */
            toSendAgain: number;
            /**
             * @description `grey`: it is off, or gone.
             * @enum {string}
             */
            light: "green" | "grey" | "red" | "yellow";
            reasons: components["schemas"]["HealthReason"][];
        };
        /** @description What is wrong, or about to be: the worst first. */
        HealthReason: {
            /** @constant */
            what: "deleted";
        } | {
            /** @constant */
            what: "taken over";
            by: components["schemas"]["OtherApp"];
            at: string;
        } | {
            /** @constant */
            what: "token expired";
            expiredAt: string;
        } | {
            /** @constant */
            what: "nothing goes out";
            since: string;
            affected: number;
            code: string;
            remedy: string;
        } | {
            /** @constant */
            what: "test failed";
            at: string;
            checks: components["schemas"]["CheckResult"][];
        } | {
            /** @constant */
            what: "messages to send again";
            affected: number;
        } | {
            /** @constant */
            what: "token expires";
            expiresAt: string;
            daysLeft: number;
        } | {
            /** @constant */
            what: "scopes missing";
            scopes: components["schemas"]["MissingScope"][];
        } | {
            /** @constant */
            what: "fields not subscribed";
            fields: string[];
        } | {
            /** @constant */
            what: "link off";
        };
        /** @description An application that a page is linked with. */
        OtherApp: {
            appId: string;
            appName?: string;
            /** @description Since when it has it, where the platform says so. */
            since?: string;
        };
        /** @description `effect`: what cannot be done without it. */
        MissingScope: {
            scope: string;
            effect: string;
        };
        /** @description What came of [Re-send]. */
        Resent: {
            /** @description So many are on their way again. */
            requeued: number;
            /** @description Conversations that are closed by now, and the like. */
            refused: {
                conversationId: string;
                replyId: string;
                code: string;
                reason: string;
            }[];
        };
        /** @description One code as it is shown. */
        ChatCodeView: {
            id: string;
            /** @description WhatsApp has it as it stands here. */
            settled: boolean;
            /** @description Why not, where it was refused. */
            problem?: components["schemas"]["Problem"] | null;
            /** @description What stands in the QR code. Until WhatsApp has issued its own: a click-to-chat link with the same text. */
            link: string;
            /** @description Of these texts: BCP 47. */
            language: string;
            /** @description Ours, shown to agents: "came by QR: shop window". */
            reference: string;
            /** @description Stands in the customer's composer, ready to be sent; it is how a message is known to come by this code. */
            prefilledText: string;
            /** @description Both stand on the printable sheet: whoever uses the code must see who it is, and that he agrees to receive messages. */
            businessName: string;
            consentSentence: string;
        };
        /** @description RFC 9457. `code` is stable, `detail` says what to do. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            code: string;
            /** @description Of `invalid`: what is wrong, field by field. */
            fields?: {
                field: string;
                problems: string[];
            }[];
            /** @description Of `in-use`: what is bound. */
            bound?: {
                kind: string;
                id: string;
                name: string;
            }[];
        };
        StreamableFile: {
            options: components["schemas"]["StreamableFileOptions"];
            stream: unknown;
            logger: components["schemas"]["Logger"];
            handleError: {
                [key: string]: unknown;
            };
            logError: {
                [key: string]: unknown;
            };
            errorHandler: {
                [key: string]: unknown;
            };
            errorLogger: {
                [key: string]: unknown;
            };
        };
        /** @description Options for `StreamableFile` */
        StreamableFileOptions: {
            /**
             * @description The value that will be used for the `Content-Type` response header.
             * @default `"application/octet-stream"`
             */
            type: string;
            /** @description The value that will be used for the `Content-Disposition` response header. */
            disposition?: string[] | string;
            /** @description The value that will be used for the `Content-Length` response header. */
            length?: number;
        };
        Logger: {
            context?: string;
            options: {
                timestamp?: boolean;
            };
            localInstanceRef?: components["schemas"]["LoggerService"];
            /** @description The `Logger.logLevels` the local instance was last configured with. */
            localInstanceLogLevels?: unknown;
            localInstance: components["schemas"]["LoggerService"];
            registerLocalInstanceRef: unknown;
        };
        LoggerService: {
            [key: string]: unknown;
        };
        /** @description To be pasted elsewhere, so that nobody types the number. */
        ClickToChat: {
            link: string;
            /** @description HTML of a button for a web site. Its style stands in it: a stranger's page has none of ours. */
            button: string;
            /** @description HTML of a line for a mail signature. */
            signature: string;
        };
        /** @description Where a number stands. Times are ISO 8601 in UTC; null: not known, or not any more. */
        OnboardingView: {
            accountId: string;
            name: string;
            /** @description When it is deleted if it is not active by then. */
            deletesAt: null | string;
            terms: {
                textVersion: string;
                confirmedAt: string;
            } | null;
            certificate: {
                createdOn: string;
                endsAt: string;
                daysLeft: number;
            } | null;
            code: {
                sentAt: string;
                expiresAt: string;
                entriesLeft: number;
            } | null;
            codesRequested: number;
            /** @description How a code may come; `hint`: what to see to before, shown where this way is chosen. */
            codeMethods: {
                method: components["schemas"]["CodeMethod"];
                hint: components["schemas"]["Record_en_ja_ru_string"] | null;
            }[];
            /** @description From when on a code may be requested. */
            nextCodeAt: string;
            /** @description WhatsApp was asked for a code, or about one, and has not answered yet. */
            atPlatform: boolean;
            problem: {
                code: string;
                reason: string;
                remedy: string;
            } | null;
            pendingUntil: null | string;
            activatedAt: null | string;
            failure?: {
                /** @enum {string} */
                why: "pending too long" | "refused by the platform";
                code?: string;
                reason?: string;
                remedy?: string;
            } | null;
            checklist: {
                item: string;
                done: boolean;
            }[];
            charge: components["schemas"]["ChargeNotice"];
            kind: components["schemas"]["OnboardingKind"];
            phoneNumber: string;
            startedAt: string;
            phase: components["schemas"]["OnboardingPhase"];
            application: components["schemas"]["Partial_Record_ApplicationStep_string"];
        };
        /** @enum {string} */
        CodeMethod: "sms" | "voice";
        /** @description What the dialogs say about money. Times are ISO 8601. */
        ChargeNotice: {
            /** @description Which text somebody confirmed, and when; who, stands in the metadata of `TermsConfirmed`. */
            confirmed?: {
                textVersion: string;
                at: string;
            };
            /** @description Monthly charges run from here; undefined: the number is not active. */
            chargedSince?: string;
            /** @description Deleted before this moment, one month is charged all the same. */
            oneMonthUntil: string;
            oneMonthIsCharged: boolean;
        };
        /**
         * @description `new`: the number was never on the platform for businesses; `migrated`: it comes from another provider.
         * @enum {string}
         */
        OnboardingKind: "migrated" | "new";
        /**
         * @description Shown as: applying · Incomplete, ready to activate · Code sent · Code expired · Pending · Active · Failed · Certificate expired.
         *     A number whose account was deleted has none.
         * @enum {string}
         */
        OnboardingPhase: "active" | "applying" | "certificate expired" | "code expired" | "code sent" | "failed" | "incomplete" | "pending";
        Partial_Record_ApplicationStep_string: {
            applied?: string;
            approved?: string;
            "certificate received"?: string;
        };
        /** @description A number as it should be written, and what it is. */
        ReadPhoneNumber: {
            e164: string;
            /** @description `+81 3 1234 5678` */
            international: string;
            /** @description ISO 3166-1: of the number; undefined for numbers of no country. */
            country?: string;
            /** @description What was typed is this number in another form. */
            corrected: boolean;
        };
        /** @description What stands in the dialog before a number is activated. */
        TermsText: {
            version: string;
            language: components["schemas"]["TermsLanguage"];
            /** @description To be read to the end. */
            paragraphs: string[];
            /** @description All of them have to be ticked. `{d}`: the days that the certificate is valid for. */
            ticks: {
                term: components["schemas"]["Term"];
                text: string;
            }[];
        };
        /** @enum {string} */
        TermsLanguage: "en" | "ja" | "ru";
        /** @enum {string} */
        Term: "approved by WhatsApp" | "certificate is valid" | "no machine-to-machine number" | "number cannot return to the apps";
        /** @description Who gets the messages of a page, as the platform says it now. */
        PageHolder: {
            name: null | string;
            /** @description Our application gets them. */
            ours: boolean;
            /** @description Others that get them: where `ours` is false, linking here takes the page over from them. */
            others: {
                appId: string;
                appName?: string;
            }[];
            /** @description What was raised, and is not taken back yet. */
            takenOver: components["schemas"]["OtherApp"] | null;
        };
        TakenBack: {
            ok: boolean;
            /** @description What failed; empty: nothing. */
            checks: components["schemas"]["ConnectionCheck"][];
        };
        /** @description What is given to whom asks what was done: signed, and without anything personal. */
        Certificate: {
            /** @constant */
            kind: "madoguchi certificate of erasure";
            /** @constant */
            format: 1;
            /** @description ISO 8601. */
            completedAt: string;
            destroyed: {
                conversations: string[];
                /** @description Ids of stored files. */
                files: string[];
                /** @description Events of which something was sealed under the destroyed keys, in the streams of the person and of the conversations. */
                events: number;
                /** @description Rows of read models by table that said something of the person. */
                rows: components["schemas"]["Record_string_number"];
                keys: components["schemas"]["DestroyedKey"][];
            };
            /** @description SHA-256 of everything above, as JSON with its names in order, lower-case hex. */
            digest: string;
            /** @description HMAC-SHA-256 of the digest under a key that follows from the installation's master key, base64url. */
            signature: string;
            /** @description A uuid; the same when the request is repeated. */
            id: string;
            tenantId: string;
            contactId: string;
            reason: components["schemas"]["EraseReason"];
            requestedBy: components["schemas"]["Actor"];
            /** @description ISO 8601. */
            requestedAt: string;
        };
        DestroyedKey: {
            id: string;
            /** @description ISO 8601. */
            madeAt: string;
            destroyedAt: string;
        };
        /** @enum {string} */
        EraseReason: "customer request" | "order of an authority" | "recorded by mistake" | "retention period over";
        Erasure: {
            destroyedKeys: components["schemas"]["DestroyedKey"][];
            /** @description What there was of a person when the key had gone; noted down before the rest goes, so that an interrupted erasure can be ended. */
            traces?: components["schemas"]["Traces"];
            /** @description Once everything is done. */
            certificate?: components["schemas"]["Certificate"];
            /** @description A uuid; the same when the request is repeated. */
            id: string;
            tenantId: string;
            contactId: string;
            reason: components["schemas"]["EraseReason"];
            requestedBy: components["schemas"]["Actor"];
            /** @description ISO 8601. */
            requestedAt: string;
        };
        /** @description What there was of a person when the key had gone; noted down before the rest goes, so that an interrupted erasure can be ended. */
        Traces: {
            conversations: string[];
            /** @description Ids of stored files. */
            files: string[];
            /** @description Events of which something was sealed under the destroyed keys, in the streams of the person and of the conversations. */
            events: number;
            /** @description Rows of read models by table that said something of the person. */
            rows: components["schemas"]["Record_string_number"];
        };
        Preflight: {
            ready: boolean;
            /** @description To be entered at Facebook under "Valid OAuth Redirect URIs"; null while the desk's address is missing. */
            redirectUri: null | string;
            missing: components["schemas"]["MissingSetting"][];
        };
        MissingSetting: {
            /** @description The variable of the environment. */
            setting: string;
            /**
             * @description Who can fill it.
             * @constant
             */
            who: "operator";
            label: components["schemas"]["Words"];
            what: components["schemas"]["Words"];
        };
        /** @description One text in the languages of the administration. */
        Words: {
            en: string;
            ja: string;
            ru: string;
        };
        BegunLogIn: {
            id: string;
            /** @description Where the person's browser goes, in a window of its own. */
            authorizationUrl: string;
            validUntil: string;
        };
        /** @description Where one choice of pages stands. Times are ISO 8601 in UTC. */
        PageChoiceView: {
            id: string;
            /**
             * @description `begun`: the person is at Facebook; `returned`: Facebook is being asked; `offered`: pages can be chosen.
             * @enum {string}
             */
            status: "begun" | "closed" | "failed" | "offered" | "returned";
            validUntil: null | string;
            /** @description Why there are no pages. */
            problem: components["schemas"]["ProblemView"] | null;
            scopes: string[];
            missingScopes: {
                scope: string;
                effect: components["schemas"]["Words"];
            }[];
            /** @description Why profiles are not in the list. */
            onlyPages: components["schemas"]["Words"];
            /** @description How many there are, whatever was searched for. */
            pageCount: number;
            pages: components["schemas"]["PageView"][];
        };
        /** @description Why something came to nothing, and what to do; `reason` and `remedy` are what was recorded, with the platform's own words in it. */
        ProblemView: {
            code: string;
            reason: string;
            remedy: string;
            /** @description The same for people, in the languages of the administration. */
            texts: {
                reason: components["schemas"]["Words"];
                remedy: components["schemas"]["Words"];
            };
        };
        PageView: {
            pageId: string;
            name: string;
            username: null | string;
            selectable: boolean;
            whyNot: components["schemas"]["Words"] | null;
            /** @description Applications of others that get its messages; null: Facebook did not tell. */
            otherApps: {
                appId: string;
                appName: null | string;
            }[] | null;
            /** @description Who has it in this installation; null: nobody. Of another tenant nothing is told. */
            heldHere: {
                /** @enum {string} */
                by: "somebody else" | "this tenant";
                accountId: null | string;
                since: null | string;
            } | null;
            /** @description What the person must know before they choose it. */
            warning: components["schemas"]["Words"] | null;
            /** @description It has to be chosen with `takeOver`. */
            needsTakeOver: boolean;
            outcome: components["schemas"]["OutcomeView"] | null;
        };
        OutcomeView: {
            /** @enum {string} */
            state: "connected" | "not connected" | "waiting";
            accountId: null | string;
            /** @description An account that was there got the new token. */
            renewed: boolean;
            problem: components["schemas"]["ProblemView"] | null;
        };
        AddIntegrationAccount: {
            /** @enum {string} */
            type: "messenger" | "line" | "telegram" | "viber" | "vonage" | "whatsapp" | "lineworks" | "email";
            name: string;
            /** Format: uuid */
            queueId?: string;
            /** @example ja */
            language?: string;
            detectedLanguageMayOverride?: boolean;
            active?: boolean;
            /** Format: uuid */
            contactWindowId?: string;
            credentials: Record<string, never>;
            draft?: boolean;
            moveHere?: boolean;
        };
        ApplyIntegrationAccount: {
            name?: string;
            /** Format: uuid */
            queueId?: string;
            /** @example ja */
            language?: string;
            detectedLanguageMayOverride?: boolean;
            active?: boolean;
            credentials?: Record<string, never>;
            draft?: boolean;
            moveHere?: boolean;
        };
        BindIntegrationAccount: {
            /** Format: uuid */
            contactWindowId: string;
        };
        SetWebhook: {
            host?: string;
        };
        GenerateToken: {
            field: string;
            confirmed?: boolean;
        };
        DeleteInformation: {
            name: string;
        };
        SetUpAgain: {
            name: string;
            /** Format: uuid */
            queueId?: string;
            credentials: Record<string, never>;
            draft?: boolean;
        };
        AddAgent: {
            name: string;
            /** Format: email */
            email: string;
            password: string;
            capacity: number;
            queueIds: string[];
            skills?: Record<string, never>;
            languages?: Record<string, never>;
            groups?: string[];
            weights?: Record<string, never>;
            /** Format: uuid */
            workingHoursId?: string;
        };
        ChangeAgentBody: {
            name?: string;
            capacity?: number;
            queueIds?: string[];
            skills?: Record<string, never>;
            languages?: Record<string, never>;
            groups?: string[];
            weights?: Record<string, never>;
            /** Format: uuid */
            workingHoursId?: string;
        };
        AddQueue: {
            name: string;
            offerSeconds: number;
            policy?: Record<string, never>;
        };
        ChangeQueueBody: {
            name?: string;
            offerSeconds?: number;
            policy?: Record<string, never>;
        };
        AddBotBody: {
            /** @enum {string} */
            kind: "built-in" | "webhook" | "rasa" | "botpress" | "typebot" | "messenger";
            name?: string;
            endpoint?: string;
            secret?: string;
            appId?: string;
            accountIds?: string[];
            fields?: string[];
            deadlineSeconds?: number;
            script?: Record<string, never>;
        };
        ChangeBotBody: {
            name?: string;
            endpoint?: string;
            secret?: string;
            appId?: string;
            accountIds?: string[];
            fields?: string[];
            deadlineSeconds?: number;
            script?: Record<string, never>;
        };
        SendSampleBody: {
            text: string;
        };
        BulkEdit: {
            accounts: components["schemas"]["ChosenAccount"][];
            /** Format: uuid */
            queueId?: string;
            /** @example ja */
            language?: string;
            active?: boolean;
        };
        ChosenAccount: {
            /** Format: uuid */
            id: string;
            version?: number;
        };
        AddBusinessHours: {
            name: string;
            hours: components["schemas"]["HoursBody"];
        };
        HoursBody: {
            timeZone: string;
            week: components["schemas"]["WeekBody"];
            holidays: components["schemas"]["HolidayBody"][];
            exceptions: components["schemas"]["DayExceptionBody"][];
        };
        WeekBody: {
            1?: components["schemas"]["OpenPeriodBody"][];
            2?: components["schemas"]["OpenPeriodBody"][];
            3?: components["schemas"]["OpenPeriodBody"][];
            4?: components["schemas"]["OpenPeriodBody"][];
            5?: components["schemas"]["OpenPeriodBody"][];
            6?: components["schemas"]["OpenPeriodBody"][];
            7?: components["schemas"]["OpenPeriodBody"][];
        };
        OpenPeriodBody: {
            from: string;
            to: string;
        };
        HolidayBody: {
            name: string;
            on: string;
        };
        DayExceptionBody: {
            on: string;
            name?: string;
            periods: components["schemas"]["OpenPeriodBody"][];
        };
        ChangeBusinessHoursBody: {
            name?: string;
            hours?: components["schemas"]["HoursBody"];
        };
        OpenContactWindowBody: {
            name: string;
        };
        ChangeContactWindowBody: {
            name?: string;
            /** Format: uuid */
            businessHoursId?: string;
            /** Format: email */
            baseAddress?: string;
        };
        AddContentProfile: {
            name: string;
            inbound: string[];
            outbound: string[];
        };
        ChangeContentProfileBody: {
            name?: string;
            inbound?: string[];
            outbound?: string[];
        };
        AddMember: {
            /** Format: email */
            email: string;
            name: string;
            password: string;
            role: string;
        };
        GiveRoleBody: {
            role: string;
        };
        ChangeOrganisation: {
            timeZone?: string;
            pendingMinutes?: number;
            /** Format: uuid */
            defaultContentProfileId?: string;
            awayReasons?: components["schemas"]["AwayReasonBody"][];
        };
        AwayReasonBody: {
            key: string;
            names: Record<string, never>;
            archived?: boolean;
        };
        AddReplyTemplateBody: {
            name: string;
            shortcut?: string;
            texts: Record<string, never>;
        };
        ChangeReplyTemplateBody: {
            name?: string;
            shortcut?: string;
            texts?: Record<string, never>;
        };
        TemplatePreviewBody: {
            languages?: string[];
            values?: Record<string, never>;
        };
        AddRole: {
            name: string;
            permissions: string[];
        };
        ChangeRoleBody: {
            name?: string;
            permissions?: string[];
        };
        AddSkill: {
            /** @enum {string} */
            kind: "skill" | "language";
            key: string;
            names: Record<string, never>;
        };
        RenameSkillBody: {
            names: Record<string, never>;
        };
        SendFormBody: {
            fields?: string[];
            hours?: number;
        };
        FillInFormBody: {
            values: Record<string, never>;
        };
        PublishBot: {
            name: string;
            description: string;
            /** Format: uuid */
            imageId?: string;
            /** Format: uuid */
            queueId?: string;
            /** @example ja */
            language?: string;
        };
        ChangeBotMaker: {
            credentials: Record<string, never>;
        };
        CreateChatCodeRequest: {
            reference: string;
            prefilledText: string;
            businessName: string;
            consentSentence: string;
            /** @example ja */
            language: string;
        };
        ChangeChatCodeRequest: {
            reference?: string;
            prefilledText?: string;
            businessName?: string;
            consentSentence?: string;
            /** @example ja */
            language?: string;
        };
        CheckPhoneNumber: {
            /** @example +819012345678 */
            phoneNumber: string;
            /** @example JP */
            country?: string;
        };
        StartOnboardingRequest: {
            /** @enum {string} */
            kind: "new" | "migrated";
            /** @example +819012345678 */
            phoneNumber: string;
            /** @example JP */
            country?: string;
        };
        RecordApplicationRequest: {
            /** @enum {string} */
            step: "applied" | "approved" | "certificate received";
            /** @example 2026-11-25 */
            on: string;
        };
        ConfirmTermsRequest: {
            textVersion: string;
            /** @enum {string} */
            language: "en" | "ja" | "ru";
            ticks: ("number cannot return to the apps" | "no machine-to-machine number" | "approved by WhatsApp" | "certificate is valid")[];
            readToEnd: boolean;
        };
        RecordCertificateRequest: {
            certificate: string;
            /** @example 2026-11-25 */
            createdOn: string;
        };
        RequestCodeRequest: {
            /** @enum {string} */
            method: "sms" | "voice";
            /** @example ja */
            language?: string;
        };
        EnterCodeRequest: {
            /** @example 123456 */
            code: string;
        };
        RegisterRequest: {
            /** @example 123456 */
            pin?: string;
        };
        EraseContactRequest: {
            /** @enum {string} */
            reason: "customer request" | "retention period over" | "order of an authority" | "recorded by mistake";
            confirm: string;
        };
        PageLogInReturn: {
            state: string;
            /** @example 123456 */
            code?: string;
            error?: string;
            error_description?: string;
        };
        ChoosePagesRequest: {
            pages: components["schemas"]["ChosenPageRequest"][];
        };
        ChosenPageRequest: {
            pageId: string;
            takeOver?: boolean;
        };
    };
    responses: {
        /** @description A header, an id or a cursor is not as it should be. */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:bad-cursor",
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "detail": "This cursor is none of ours.",
                 *       "code": "bad-cursor"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in. */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:not-signed-in",
                 *       "title": "Not signed in",
                 *       "status": 401,
                 *       "detail": "Sign in first: POST /api/v1/sessions.",
                 *       "code": "not-signed-in"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role does not allow it. The refusal is in the audit log. */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:not-allowed",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "Your role does not allow this. It needs the permission \"queues.change\".",
                 *       "code": "not-allowed",
                 *       "permission": "queues.change"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is none, or it is another tenant’s. */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:no-such-queue",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such queue.",
                 *       "code": "no-such-queue"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done as things are: a name is taken, something is in use, something is archived. */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:in-use",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "\"Billing\" is in use: \"Ivan\". Choose something else there first.",
                 *       "code": "in-use",
                 *       "bound": [
                 *         {
                 *           "kind": "agents",
                 *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                 *           "name": "Ivan"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody was faster: look again, then decide. */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:it-changed",
                 *       "title": "Request refused",
                 *       "status": 412,
                 *       "detail": "It has changed since you looked. Look again, then decide.",
                 *       "code": "it-changed",
                 *       "version": 4
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was sent is not as it should be. */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:invalid",
                 *       "title": "Cannot be done",
                 *       "status": 422,
                 *       "detail": "Some fields are not as they should be; see \"fields\".",
                 *       "code": "invalid",
                 *       "fields": [
                 *         {
                 *           "field": "name",
                 *           "problems": [
                 *             "name must have 1 to 100 characters"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now. Send the same request with the same Idempotency-Key again. */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:madoguchi:problem:no-answer",
                 *       "title": "Not available now",
                 *       "status": 503,
                 *       "detail": "Routing does not answer now.",
                 *       "code": "no-answer"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AgentsController_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "email": "aiko@centre.example",
                     *           "name": "Aiko Tanaka",
                     *           "capacity": 4,
                     *           "queueIds": [
                     *             "6f1c1f7e-0000-4000-8000-000000000002"
                     *           ],
                     *           "skills": {
                     *             "billing": 4
                     *           },
                     *           "languages": {
                     *             "en": 3,
                     *             "ja": 5
                     *           },
                     *           "groups": [],
                     *           "weights": {},
                     *           "workingHoursId": null,
                     *           "archived": false,
                     *           "version": 4
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AgentProfileView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    AgentsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "email": "aiko@centre.example",
                     *       "name": "Aiko Tanaka",
                     *       "capacity": 3,
                     *       "queueIds": [
                     *         "6f1c1f7e-0000-4000-8000-000000000002"
                     *       ],
                     *       "skills": {
                     *         "billing": 4
                     *       },
                     *       "languages": {
                     *         "en": 3,
                     *         "ja": 5
                     *       },
                     *       "groups": [],
                     *       "weights": {},
                     *       "workingHoursId": null,
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    AgentsController_archive: {
        parameters: {
            query?: {
                workInHand?: "return";
            };
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "email": "aiko@centre.example",
                     *       "name": "Aiko Tanaka",
                     *       "capacity": 4,
                     *       "queueIds": [
                     *         "6f1c1f7e-0000-4000-8000-000000000002"
                     *       ],
                     *       "skills": {
                     *         "billing": 4
                     *       },
                     *       "languages": {
                     *         "en": 3,
                     *         "ja": 5
                     *       },
                     *       "groups": [],
                     *       "weights": {},
                     *       "workingHoursId": null,
                     *       "archived": true,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["AgentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    AgentsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "capacity": 4
                 *     }
                 */
                "application/json": components["schemas"]["ChangeAgentBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "email": "aiko@centre.example",
                     *       "name": "Aiko Tanaka",
                     *       "capacity": 4,
                     *       "queueIds": [
                     *         "6f1c1f7e-0000-4000-8000-000000000002"
                     *       ],
                     *       "skills": {
                     *         "billing": 4
                     *       },
                     *       "languages": {
                     *         "en": 3,
                     *         "ja": 5
                     *       },
                     *       "groups": [],
                     *       "weights": {},
                     *       "workingHoursId": null,
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["AgentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    AgentsController_restore: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "email": "aiko@centre.example",
                     *       "name": "Aiko Tanaka",
                     *       "capacity": 4,
                     *       "queueIds": [
                     *         "6f1c1f7e-0000-4000-8000-000000000002"
                     *       ],
                     *       "skills": {
                     *         "billing": 4
                     *       },
                     *       "languages": {
                     *         "en": 3,
                     *         "ja": 5
                     *       },
                     *       "groups": [],
                     *       "weights": {},
                     *       "workingHoursId": null,
                     *       "archived": false,
                     *       "version": 4
                     *     }
                     */
                    "application/json": components["schemas"]["AgentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    AgentsController_directory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Aiko Tanaka",
                     *           "presence": "offline",
                     *           "reason": null,
                     *           "presenceSince": "2026-11-25T10:00:00.000Z",
                     *           "load": 0,
                     *           "capacity": 4,
                     *           "queues": [
                     *             {
                     *               "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *               "name": "Billing"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            presence: components["schemas"]["Presence"];
                            reason: null | string;
                            presenceSince: string;
                            load: number;
                            capacity: number;
                            queues: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    AgentsController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Aiko Tanaka",
                 *       "email": "aiko@centre.example",
                 *       "password": "correct horse",
                 *       "capacity": 3,
                 *       "queueIds": [
                 *         "6f1c1f7e-0000-4000-8000-000000000001"
                 *       ],
                 *       "skills": {
                 *         "billing": 4
                 *       },
                 *       "languages": {
                 *         "ja": 5,
                 *         "en": 3
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddAgent"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "email": "aiko@centre.example",
                     *       "name": "Aiko Tanaka",
                     *       "capacity": 3,
                     *       "queueIds": [
                     *         "6f1c1f7e-0000-4000-8000-000000000001"
                     *       ],
                     *       "skills": {
                     *         "billing": 4
                     *       },
                     *       "languages": {
                     *         "en": 3,
                     *         "ja": 5
                     *       },
                     *       "groups": [],
                     *       "weights": {},
                     *       "workingHoursId": null,
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                person?: string;
                kind?: string;
                subject?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "sent_form",
                     *           "event": "FormWithdrawn",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000003",
                     *           "details": {}
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000004",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "sent_form",
                     *           "event": "FormSent",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000003",
                     *           "details": {
                     *             "fields": [
                     *               "basicId",
                     *               "channelId"
                     *             ],
                     *             "accountId": "6f1c1f7e-0000-4000-8000-000000000005",
                     *             "expiresAt": "2026-11-25T10:00:00.000Z",
                     *             "secretHash": {
                     *               "secret": true
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000006",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountAdded",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000005",
                     *           "details": {
                     *             "name": "Namba shop",
                     *             "addedAt": "2026-11-25T10:00:00.000Z",
                     *             "webhookKey": {
                     *               "secret": true
                     *             },
                     *             "accountType": "line"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000007",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "bot_publication",
                     *           "event": "BotPublicationDiscarded",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *           "details": {
                     *             "discardedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000009",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "bot_publication",
                     *           "event": "BotPublicationUndone",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *           "details": {
                     *             "why": "cancelled",
                     *             "undoneAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000010",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "bot_publication",
                     *           "event": "BotUndoingStarted",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *           "details": {
                     *             "why": "cancelled",
                     *             "startedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000011",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "bot_publication",
                     *           "event": "BotPublicationStarted",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *           "details": {
                     *             "attempt": 1,
                     *             "profile": {
                     *               "name": "人事相談",
                     *               "description": "人事への質問はこちらへどうぞ。"
                     *             },
                     *             "startedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000012",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "BotProfileSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *           "details": {
                     *             "name": "人事相談",
                     *             "description": "人事への質問はこちらへどうぞ。"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000013",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountLanguageSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *           "details": {
                     *             "language": "ja"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000014",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountAdded",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *           "details": {
                     *             "name": "人事相談",
                     *             "botWay": "simple",
                     *             "addedAt": "2026-11-25T10:00:00.000Z",
                     *             "webhookKey": {
                     *               "secret": true
                     *             },
                     *             "accountType": "lineworks",
                     *             "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000015"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000016",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "contact_window",
                     *           "event": "BotReserved",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000015",
                     *           "details": {
                     *             "way": "simple",
                     *             "accountId": "6f1c1f7e-0000-4000-8000-000000000008",
                     *             "reservedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000017",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "contact_window",
                     *           "event": "ContactWindowOpened",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000015",
                     *           "details": {
                     *             "name": "Personnel",
                     *             "openedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000018",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "organisation",
                     *           "event": "BotMakerSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                     *           "details": {
                     *             "changedFields": [
                     *               "privateKey"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000020",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "organisation",
                     *           "event": "BotMakerSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                     *           "details": {
                     *             "changedFields": [
                     *               "administratorId",
                     *               "clientId",
                     *               "clientSecret",
                     *               "domainId",
                     *               "serviceAccount"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000021",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountLanguageSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                     *           "details": {
                     *             "language": "ja"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000023",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountRenamed",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                     *           "details": {
                     *             "name": "Umeda flagship shop"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000024",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "page_choice",
                     *           "event": "PageConnected",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                     *           "details": {
                     *             "pageId": "1029384756601",
                     *             "renewed": false,
                     *             "accountId": "6f1c1f7e-0000-4000-8000-000000000026",
                     *             "connectedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000027",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountLinked",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                     *           "details": {
                     *             "how": "by hand"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000028",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "TokenChecked",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                     *           "details": {
                     *             "scopes": [
                     *               "pages_messaging",
                     *               "pages_show_list"
                     *             ],
                     *             "checkedAt": "2026-11-25T10:00:00.000Z",
                     *             "expiresAt": null,
                     *             "missingScopes": [
                     *               {
                     *                 "scope": "pages_manage_metadata",
                     *                 "effect": "the page cannot be subscribed to webhooks"
                     *               }
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000029",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "SubscriptionRead",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                     *           "details": {
                     *             "fields": [
                     *               {
                     *                 "field": "messages",
                     *                 "needed": true,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "messaging_postbacks",
                     *                 "needed": true,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "message_deliveries",
                     *                 "needed": true,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "message_reads",
                     *                 "needed": true,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "message_edits",
                     *                 "needed": true,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "message_reactions",
                     *                 "needed": true,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "message_echoes",
                     *                 "needed": true,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "messaging_optins",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "messaging_referrals",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "messaging_handovers",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "standby",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "messaging_account_linking",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "messaging_policy_enforcement",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "send_cart",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               },
                     *               {
                     *                 "field": "response_feedback",
                     *                 "needed": false,
                     *                 "subscribed": true
                     *               }
                     *             ],
                     *             "readAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000030",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "WebhookSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                     *           "details": {
                     *             "host": "madoguchi.example",
                     *             "setAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000031",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountApplied",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                     *           "details": {
                     *             "changedFields": [
                     *               "appId",
                     *               "appSecret",
                     *               "pageAccessToken",
                     *               "pageId",
                     *               "pageUsername",
                     *               "verifyToken"
                     *             ],
                     *             "platformAccountId": "1029384756601"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000032",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountAdded",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                     *           "details": {
                     *             "name": "Umeda Kitchen",
                     *             "active": false,
                     *             "addedAt": "2026-11-25T10:00:00.000Z",
                     *             "webhookKey": {
                     *               "secret": true
                     *             },
                     *             "accountType": "messenger",
                     *             "nameFollowsPlatform": true
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000033",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "page_choice",
                     *           "event": "PageNotConnected",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                     *           "details": {
                     *             "code": "linked-elsewhere",
                     *             "pageId": "1029384756602",
                     *             "reason": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                     *             "remedy": "Choose it once more, with \"takeOver\": true, to have its messages here.",
                     *             "failedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000034",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "page_choice",
                     *           "event": "PagesChosen",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                     *           "details": {
                     *             "pages": [
                     *               {
                     *                 "pageId": "1029384756601",
                     *                 "takeOver": false
                     *               },
                     *               {
                     *                 "pageId": "1029384756602",
                     *                 "takeOver": false
                     *               }
                     *             ],
                     *             "chosenAt": "2026-11-25T10:00:00.000Z",
                     *             "mayRenew": true
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000035",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "page_choice",
                     *           "event": "PagesOffered",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                     *           "details": {
                     *             "pages": [
                     *               {
                     *                 "name": "Umeda Kitchen",
                     *                 "pageId": "1029384756601",
                     *                 "username": "umeda.kitchen",
                     *                 "otherApps": []
                     *               },
                     *               {
                     *                 "name": "Namba Kitchen",
                     *                 "pageId": "1029384756602",
                     *                 "otherApps": [
                     *                   {
                     *                     "appId": "990022",
                     *                     "appName": "Other desk"
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "scopes": [
                     *               "pages_messaging",
                     *               "pages_show_list"
                     *             ],
                     *             "offeredAt": "2026-11-25T10:00:00.000Z",
                     *             "validUntil": "2026-11-25T10:00:00.000Z",
                     *             "missingScopes": [
                     *               {
                     *                 "scope": "pages_manage_metadata",
                     *                 "effect": "the page cannot be subscribed to webhooks"
                     *               }
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000036",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "page_choice",
                     *           "event": "PageLogInReturned",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                     *           "details": {
                     *             "returnedAt": "2026-11-25T10:00:00.000Z"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000037",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "page_choice",
                     *           "event": "PageLogInBegun",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                     *           "details": {
                     *             "begunAt": "2026-11-25T10:00:00.000Z",
                     *             "stateHash": {
                     *               "secret": true
                     *             },
                     *             "validUntil": "2026-11-25T10:00:00.000Z",
                     *             "sessionHash": {
                     *               "secret": true
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000038",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountApplied",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                     *           "details": {
                     *             "changedFields": [
                     *               "basicId",
                     *               "channelAccessToken",
                     *               "channelId",
                     *               "channelSecret"
                     *             ],
                     *             "platformAccountId": "1234567890"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000039",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountRouted",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                     *           "details": {
                     *             "queueId": "6f1c1f7e-0000-4000-8000-000000000040"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000041",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "integration_account",
                     *           "event": "IntegrationAccountAdded",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                     *           "details": {
                     *             "name": "Umeda shop",
                     *             "addedAt": "2026-11-25T10:00:00.000Z",
                     *             "webhookKey": {
                     *               "secret": true
                     *             },
                     *             "accountType": "line"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000042",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "member",
                     *           "event": "MemberRoleGiven",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000043",
                     *           "details": {
                     *             "role": "6f1c1f7e-0000-4000-8000-000000000044"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000045",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "member",
                     *           "event": "MemberRoleGiven",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000043",
                     *           "details": {
                     *             "role": "supervisor"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000046",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "role",
                     *           "event": "RoleChanged",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000044",
                     *           "details": {
                     *             "permissions": [
                     *               "integration-accounts.view"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000047",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "role",
                     *           "event": "RoleDefined",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000044",
                     *           "details": {
                     *             "name": "Channel keeper",
                     *             "permissions": [
                     *               "integration-accounts.view",
                     *               "integration-accounts.add",
                     *               "integration-accounts.change",
                     *               "integration-accounts.delete",
                     *               "queues.view"
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000048",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "agent",
                     *           "event": "AgentRestored",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                     *           "details": {}
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000050",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "agent",
                     *           "event": "AgentArchived",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                     *           "details": {}
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000051",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "agent",
                     *           "event": "AgentChanged",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                     *           "details": {
                     *             "capacity": 4
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000052",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "agent",
                     *           "event": "AgentRegistered",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                     *           "details": {
                     *             "name": {
                     *               "sealed": true
                     *             },
                     *             "skills": {
                     *               "billing": 4
                     *             },
                     *             "capacity": 3,
                     *             "queueIds": [
                     *               "6f1c1f7e-0000-4000-8000-000000000040"
                     *             ],
                     *             "languages": {
                     *               "en": 3,
                     *               "ja": 5
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000053",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "queue",
                     *           "event": "QueueChanged",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000040",
                     *           "details": {
                     *             "offerSeconds": 60
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000054",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "queue",
                     *           "event": "QueuePolicySet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000040",
                     *           "details": {
                     *             "policy": {
                     *               "order": "fewest conversations",
                     *               "rings": [
                     *                 {
                     *                   "seconds": 60,
                     *                   "agentGroups": [],
                     *                   "droppedSkills": [],
                     *                   "minimumLevels": {}
                     *                 }
                     *               ],
                     *               "texts": {
                     *                 "closed": {
                     *                   "en": "We are closed now and open {{nextOpening}}.",
                     *                   "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                     *                 },
                     *                 "waiting": {
                     *                   "en": "Thank you. Somebody will answer you in a moment.",
                     *                   "ja": "担当者が順番にお答えします。"
                     *                 },
                     *                 "handedOver": {
                     *                   "en": "A person will go on with you.",
                     *                   "ja": "担当者に代わります。"
                     *                 },
                     *                 "fallbackLanguage": "en",
                     *                 "waitingAfterSeconds": 30
                     *               },
                     *               "wrapUp": {
                     *                 "kind": "required",
                     *                 "codes": [
                     *                   {
                     *                     "code": "answered",
                     *                     "names": {
                     *                       "en": "Answered",
                     *                       "ja": "回答済み"
                     *                     }
                     *                   }
                     *                 ],
                     *                 "seconds": 60
                     *               },
                     *               "service": {
                     *                 "warnAtPercent": 80,
                     *                 "nextAnswerSeconds": 300,
                     *                 "resolutionSeconds": 14400,
                     *                 "firstAnswerSeconds": 600
                     *               },
                     *               "silence": {
                     *                 "notice": {
                     *                   "en": "We close this soon.",
                     *                   "ja": "まもなく終了いたします。"
                     *                 },
                     *                 "closeAfterSeconds": 86400,
                     *                 "noticeBeforeSeconds": 3600
                     *               },
                     *               "weights": {},
                     *               "mayClaim": false,
                     *               "overflow": null,
                     *               "priority": {
                     *                 "level": 0,
                     *                 "secondsPerLevel": 60
                     *               },
                     *               "requires": {
                     *                 "skills": {
                     *                   "billing": 3
                     *                 },
                     *                 "languageLevel": 2
                     *               },
                     *               "autoAccept": false,
                     *               "reopenDays": 0,
                     *               "outsideHours": "wait",
                     *               "interruptible": [],
                     *               "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000055",
                     *               "ownerGoneSeconds": 300,
                     *               "longestWaitSeconds": null,
                     *               "preferredHoldSeconds": 0
                     *             },
                     *             "version": 1
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000056",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "queue",
                     *           "event": "QueueCreated",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000040",
                     *           "details": {
                     *             "name": "Billing",
                     *             "offerSeconds": 45
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000057",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "skill",
                     *           "event": "SkillRenamed",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000058",
                     *           "details": {
                     *             "names": {
                     *               "en": "Invoices",
                     *               "ja": "請求",
                     *               "ru": "Счета"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000059",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "skill",
                     *           "event": "SkillDefined",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000060",
                     *           "details": {
                     *             "key": "en",
                     *             "kind": "language",
                     *             "names": {
                     *               "en": "English",
                     *               "ja": "英語",
                     *               "ru": "английский"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000061",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "skill",
                     *           "event": "SkillDefined",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000062",
                     *           "details": {
                     *             "key": "ja",
                     *             "kind": "language",
                     *             "names": {
                     *               "en": "Japanese",
                     *               "ja": "日本語",
                     *               "ru": "японский"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000063",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "skill",
                     *           "event": "SkillDefined",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000058",
                     *           "details": {
                     *             "key": "billing",
                     *             "kind": "skill",
                     *             "names": {
                     *               "en": "Billing",
                     *               "ja": "請求",
                     *               "ru": "Счета"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000064",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "reply_template",
                     *           "event": "ReplyTemplateTextSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000065",
                     *           "details": {
                     *             "text": "Здравствуйте, {{customer.name}}!",
                     *             "language": "ru"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000066",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "reply_template",
                     *           "event": "ReplyTemplateAdded",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000065",
                     *           "details": {
                     *             "name": "Welcome",
                     *             "texts": {
                     *               "en": "Dear {{customer.name}}, thank you for writing to us.",
                     *               "ja": "{{customer.name}} 様、お問い合わせありがとうございます。"
                     *             },
                     *             "shortcut": "hi"
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000067",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "organisation",
                     *           "event": "AwayReasonsSet",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                     *           "details": {
                     *             "reasons": [
                     *               {
                     *                 "key": "break",
                     *                 "names": {
                     *                   "en": "break",
                     *                   "ja": "休憩",
                     *                   "ru": "перерыв"
                     *                 }
                     *               },
                     *               {
                     *                 "key": "lunch",
                     *                 "names": {
                     *                   "en": "lunch",
                     *                   "ja": "昼食",
                     *                   "ru": "обед"
                     *                 }
                     *               },
                     *               {
                     *                 "key": "meeting",
                     *                 "names": {
                     *                   "en": "meeting",
                     *                   "ja": "会議",
                     *                   "ru": "встреча"
                     *                 }
                     *               },
                     *               {
                     *                 "key": "training",
                     *                 "names": {
                     *                   "en": "training",
                     *                   "ja": "研修",
                     *                   "ru": "обучение"
                     *                 }
                     *               },
                     *               {
                     *                 "key": "doctor",
                     *                 "names": {
                     *                   "en": "doctor",
                     *                   "ja": "通院",
                     *                   "ru": "врач"
                     *                 }
                     *               }
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000068",
                     *           "at": "2026-11-25T10:00:00.000Z",
                     *           "person": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "name": "A admin"
                     *           },
                     *           "kind": "organisation",
                     *           "event": "DefaultContentProfileChosen",
                     *           "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                     *           "details": {
                     *             "contentProfileId": "6f1c1f7e-0000-4000-8000-000000000069"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyIxMCIsImY3YTUwNDU2LWJhNjMtNTIzZS04NWIyLWJmYzgwZGMwMTY1OSJd"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    AuditController_export: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv";
                cursor?: string;
                limit?: number;
                from?: string;
                to?: string;
                person?: string;
                kind?: string;
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example string */
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    BotsController_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "string",
                     *           "name": "string",
                     *           "kind": "botpress",
                     *           "endpoint": null,
                     *           "appId": null,
                     *           "accountIds": [
                     *             "string"
                     *           ],
                     *           "fields": [
                     *             "contact"
                     *           ],
                     *           "deadlineSeconds": 0,
                     *           "script": {
                     *             "language": "string",
                     *             "start": "string",
                     *             "steps": {
                     *               "property1": null,
                     *               "property2": null
                     *             }
                     *           },
                     *           "scriptVersion": 0,
                     *           "archived": true,
                     *           "version": 0
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BotView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    BotsController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "built-in",
                 *       "name": "string",
                 *       "endpoint": "string",
                 *       "secret": "stringstringstri",
                 *       "appId": "string",
                 *       "accountIds": [
                 *         "497f6eca-6276-4993-bfeb-53cbbbba6f08"
                 *       ],
                 *       "fields": [
                 *         "string"
                 *       ],
                 *       "deadlineSeconds": 0,
                 *       "script": {}
                 *     }
                 */
                "application/json": components["schemas"]["AddBotBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "name": "string",
                     *       "kind": "botpress",
                     *       "endpoint": null,
                     *       "appId": null,
                     *       "accountIds": [
                     *         "string"
                     *       ],
                     *       "fields": [
                     *         "contact"
                     *       ],
                     *       "deadlineSeconds": 0,
                     *       "script": {
                     *         "language": "string",
                     *         "start": "string",
                     *         "steps": {
                     *           "property1": null,
                     *           "property2": null
                     *         }
                     *       },
                     *       "scriptVersion": 0,
                     *       "archived": true,
                     *       "version": 0
                     *     }
                     */
                    "application/json": components["schemas"]["BotView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BotsController_preflight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "step": "account",
                     *           "text": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           },
                     *           "where": {
                     *             "old": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             },
                     *             "present": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PreflightItem"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    BotsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "name": "string",
                     *       "kind": "botpress",
                     *       "endpoint": null,
                     *       "appId": null,
                     *       "accountIds": [
                     *         "string"
                     *       ],
                     *       "fields": [
                     *         "contact"
                     *       ],
                     *       "deadlineSeconds": 0,
                     *       "script": {
                     *         "language": "string",
                     *         "start": "string",
                     *         "steps": {
                     *           "property1": null,
                     *           "property2": null
                     *         }
                     *       },
                     *       "scriptVersion": 0,
                     *       "archived": true,
                     *       "version": 0
                     *     }
                     */
                    "application/json": components["schemas"]["BotView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    BotsController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "name": "string",
                     *       "kind": "botpress",
                     *       "endpoint": null,
                     *       "appId": null,
                     *       "accountIds": [
                     *         "string"
                     *       ],
                     *       "fields": [
                     *         "contact"
                     *       ],
                     *       "deadlineSeconds": 0,
                     *       "script": {
                     *         "language": "string",
                     *         "start": "string",
                     *         "steps": {
                     *           "property1": null,
                     *           "property2": null
                     *         }
                     *       },
                     *       "scriptVersion": 0,
                     *       "archived": true,
                     *       "version": 0
                     *     }
                     */
                    "application/json": components["schemas"]["BotView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    BotsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "string",
                 *       "endpoint": "string",
                 *       "secret": "stringstringstri",
                 *       "appId": "string",
                 *       "accountIds": [
                 *         "497f6eca-6276-4993-bfeb-53cbbbba6f08"
                 *       ],
                 *       "fields": [
                 *         "string"
                 *       ],
                 *       "deadlineSeconds": 0,
                 *       "script": {}
                 *     }
                 */
                "application/json": components["schemas"]["ChangeBotBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "name": "string",
                     *       "kind": "botpress",
                     *       "endpoint": null,
                     *       "appId": null,
                     *       "accountIds": [
                     *         "string"
                     *       ],
                     *       "fields": [
                     *         "contact"
                     *       ],
                     *       "deadlineSeconds": 0,
                     *       "script": {
                     *         "language": "string",
                     *         "start": "string",
                     *         "steps": {
                     *           "property1": null,
                     *           "property2": null
                     *         }
                     *       },
                     *       "scriptVersion": 0,
                     *       "archived": true,
                     *       "version": 0
                     *     }
                     */
                    "application/json": components["schemas"]["BotView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BotsController_sample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "string"
                 *     }
                 */
                "application/json": components["schemas"]["SendSampleBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "answered",
                     *       "replies": [
                     *         {
                     *           "type": "text",
                     *           "text": "string"
                     *         }
                     *       ],
                     *       "next": {
                     *         "do": "stay"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BotAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    BotsController_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "checks": [
                     *         {
                     *           "check": "string",
                     *           "ok": true,
                     *           "reason": "string",
                     *           "remedy": "string",
                     *           "milliseconds": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        checks: components["schemas"]["ConnectionCheck"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    BusinessHoursController_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Office hours",
                     *           "hours": {
                     *             "week": {
                     *               "1": [
                     *                 {
                     *                   "to": "18:00",
                     *                   "from": "09:00"
                     *                 }
                     *               ],
                     *               "2": [
                     *                 {
                     *                   "to": "18:00",
                     *                   "from": "09:00"
                     *                 }
                     *               ],
                     *               "3": [
                     *                 {
                     *                   "to": "18:00",
                     *                   "from": "09:00"
                     *                 }
                     *               ],
                     *               "4": [
                     *                 {
                     *                   "to": "18:00",
                     *                   "from": "09:00"
                     *                 }
                     *               ],
                     *               "5": [
                     *                 {
                     *                   "to": "18:00",
                     *                   "from": "09:00"
                     *                 }
                     *               ]
                     *             },
                     *             "holidays": [
                     *               {
                     *                 "on": "01-01",
                     *                 "name": "元日"
                     *               }
                     *             ],
                     *             "timeZone": "Asia/Tokyo",
                     *             "exceptions": [
                     *               {
                     *                 "on": "2026-12-31",
                     *                 "name": "Short day",
                     *                 "periods": [
                     *                   {
                     *                     "to": "12:00",
                     *                     "from": "09:00"
                     *                   }
                     *                 ]
                     *               }
                     *             ]
                     *           },
                     *           "archived": false,
                     *           "version": 2
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BusinessHoursView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    BusinessHoursController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Weekdays",
                 *       "hours": {
                 *         "timeZone": "Asia/Tokyo",
                 *         "week": {
                 *           "1": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "18:00"
                 *             }
                 *           ],
                 *           "2": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "18:00"
                 *             }
                 *           ],
                 *           "3": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "18:00"
                 *             }
                 *           ],
                 *           "4": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "18:00"
                 *             }
                 *           ],
                 *           "5": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "18:00"
                 *             }
                 *           ]
                 *         },
                 *         "holidays": [
                 *           {
                 *             "name": "元日",
                 *             "on": "01-01"
                 *           }
                 *         ],
                 *         "exceptions": [
                 *           {
                 *             "on": "2026-12-31",
                 *             "name": "Short day",
                 *             "periods": [
                 *               {
                 *                 "from": "09:00",
                 *                 "to": "12:00"
                 *               }
                 *             ]
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddBusinessHours"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Weekdays",
                     *       "hours": {
                     *         "timeZone": "Asia/Tokyo",
                     *         "week": {
                     *           "1": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "2": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "3": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "4": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "5": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ]
                     *         },
                     *         "holidays": [
                     *           {
                     *             "name": "元日",
                     *             "on": "01-01"
                     *           }
                     *         ],
                     *         "exceptions": [
                     *           {
                     *             "on": "2026-12-31",
                     *             "name": "Short day",
                     *             "periods": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BusinessHoursView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BusinessHoursController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Weekdays",
                     *       "hours": {
                     *         "timeZone": "Asia/Tokyo",
                     *         "week": {
                     *           "1": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "2": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "3": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "4": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "5": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ]
                     *         },
                     *         "holidays": [
                     *           {
                     *             "name": "元日",
                     *             "on": "01-01"
                     *           }
                     *         ],
                     *         "exceptions": [
                     *           {
                     *             "on": "2026-12-31",
                     *             "name": "Short day",
                     *             "periods": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BusinessHoursView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    BusinessHoursController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Old",
                     *       "hours": {
                     *         "timeZone": "Asia/Tokyo",
                     *         "week": {
                     *           "1": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "2": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "3": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "4": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "5": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ]
                     *         },
                     *         "holidays": [
                     *           {
                     *             "name": "元日",
                     *             "on": "01-01"
                     *           }
                     *         ],
                     *         "exceptions": [
                     *           {
                     *             "on": "2026-12-31",
                     *             "name": "Short day",
                     *             "periods": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "archived": true,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["BusinessHoursView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    BusinessHoursController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Office hours"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeBusinessHoursBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Office hours",
                     *       "hours": {
                     *         "timeZone": "Asia/Tokyo",
                     *         "week": {
                     *           "1": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "2": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "3": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "4": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ],
                     *           "5": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "18:00"
                     *             }
                     *           ]
                     *         },
                     *         "holidays": [
                     *           {
                     *             "name": "元日",
                     *             "on": "01-01"
                     *           }
                     *         ],
                     *         "exceptions": [
                     *           {
                     *             "on": "2026-12-31",
                     *             "name": "Short day",
                     *             "periods": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["BusinessHoursView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BusinessHoursController_bound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "queues",
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Billing"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BoundThing"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    BusinessHoursController_preview: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-11-25T10:00:00.000Z",
                     *       "open": true,
                     *       "nextChange": {
                     *         "at": "2026-11-25T10:00:00.000Z",
                     *         "opens": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OpeningPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    ChannelHealthController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "accountId": "string",
                     *           "name": "string",
                     *           "type": "email",
                     *           "lastWebhookAt": null,
                     *           "lastMessageAt": null,
                     *           "lastSentAt": null,
                     *           "lastError": {
                     *             "at": "string",
                     *             "code": "string",
                     *             "remedy": "string"
                     *           },
                     *           "tokenExpiresAt": null,
                     *           "missingFields": [
                     *             "string"
                     *           ],
                     *           "testedAt": null,
                     *           "toSendAgain": 0,
                     *           "light": "green",
                     *           "reasons": [
                     *             {
                     *               "what": "deleted"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ChannelHealthView"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    ChannelHealthController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "type": "email",
                     *       "lastWebhookAt": null,
                     *       "lastMessageAt": null,
                     *       "lastSentAt": null,
                     *       "lastError": {
                     *         "at": "string",
                     *         "code": "string",
                     *         "remedy": "string"
                     *       },
                     *       "tokenExpiresAt": null,
                     *       "missingFields": [
                     *         "string"
                     *       ],
                     *       "testedAt": null,
                     *       "toSendAgain": 0,
                     *       "light": "green",
                     *       "reasons": [
                     *         {
                     *           "what": "deleted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChannelHealthView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ChannelHealthController_resend: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requeued": 0,
                     *       "refused": [
                     *         {
                     *           "conversationId": "string",
                     *           "replyId": "string",
                     *           "code": "string",
                     *           "reason": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Resent"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    ContactWindowsController_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "string",
                     *           "version": 0,
                     *           "name": "string",
                     *           "baseAddress": null,
                     *           "businessHoursId": null,
                     *           "bot": {
                     *             "accountId": "string",
                     *             "way": "console"
                     *           },
                     *           "archived": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ContactWindowView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    ContactWindowsController_open: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Personnel"
                 *     }
                 */
                "application/json": components["schemas"]["OpenContactWindowBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "version": 1,
                     *       "name": "Personnel",
                     *       "baseAddress": null,
                     *       "businessHoursId": null,
                     *       "bot": null,
                     *       "archived": false
                     *     }
                     */
                    "application/json": components["schemas"]["ContactWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ContactWindowsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "name": "string",
                     *       "baseAddress": null,
                     *       "businessHoursId": null,
                     *       "bot": {
                     *         "accountId": "string",
                     *         "way": "console"
                     *       },
                     *       "archived": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ContactWindowsController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "name": "string",
                     *       "baseAddress": null,
                     *       "businessHoursId": null,
                     *       "bot": {
                     *         "accountId": "string",
                     *         "way": "console"
                     *       },
                     *       "archived": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    ContactWindowsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "string",
                 *       "businessHoursId": "cb891ed5-2570-45d7-81f4-b093af05c297",
                 *       "baseAddress": "user@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeContactWindowBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "name": "string",
                     *       "baseAddress": null,
                     *       "businessHoursId": null,
                     *       "bot": {
                     *         "accountId": "string",
                     *         "way": "console"
                     *       },
                     *       "archived": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ContactWindowsController_issueAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "name": "string",
                     *       "baseAddress": null,
                     *       "businessHoursId": null,
                     *       "bot": {
                     *         "accountId": "string",
                     *         "way": "console"
                     *       },
                     *       "archived": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    ContactWindowsController_deleteAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "name": "string",
                     *       "baseAddress": null,
                     *       "businessHoursId": null,
                     *       "bot": {
                     *         "accountId": "string",
                     *         "way": "console"
                     *       },
                     *       "archived": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    BotController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "way": "simple",
                     *       "tabs": [
                     *         {
                     *           "way": "simple",
                     *           "title": {
                     *             "en": "Make a bot here",
                     *             "ja": "ここでBotを作成",
                     *             "ru": "Создать бота здесь"
                     *           },
                     *           "open": true
                     *         },
                     *         {
                     *           "way": "console",
                     *           "title": {
                     *             "en": "Link a bot from Developer Console",
                     *             "ja": "Developer Consoleで作成したBotを連携",
                     *             "ru": "Подключить бота из Developer Console"
                     *           },
                     *           "open": false
                     *         }
                     *       ],
                     *       "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "canMakeBots": true,
                     *       "limits": {
                     *         "name": 20,
                     *         "description": 100,
                     *         "image": 10485760,
                     *         "text": {
                     *           "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                     *           "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                     *           "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                     *         }
                     *       },
                     *       "simple": {
                     *         "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *         "name": "人事相談",
                     *         "nameCharacters": 4,
                     *         "description": "人事への質問はこちらへどうぞ。",
                     *         "descriptionCharacters": 15,
                     *         "firstMessage": "人事への質問はこちらへどうぞ。",
                     *         "image": null,
                     *         "status": "running",
                     *         "attempt": 1,
                     *         "steps": [
                     *           {
                     *             "step": "host image",
                     *             "title": {
                     *               "en": "Provide the picture",
                     *               "ja": "画像を用意",
                     *               "ru": "Подготовка изображения"
                     *             },
                     *             "status": "started",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "create bot",
                     *             "title": {
                     *               "en": "Create the bot",
                     *               "ja": "Botを作成",
                     *               "ru": "Создание бота"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "open to members",
                     *             "title": {
                     *               "en": "Show it to members",
                     *               "ja": "メンバーに公開",
                     *               "ru": "Открытие для сотрудников"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "issue secret",
                     *             "title": {
                     *               "en": "Secure its messages",
                     *               "ja": "メッセージの保護",
                     *               "ru": "Защита сообщений"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "save credentials",
                     *             "title": {
                     *               "en": "Connect it here",
                     *               "ja": "この窓口に接続",
                     *               "ru": "Подключение к окну"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           }
                     *         ],
                     *         "undoneWhy": null,
                     *         "failure": null,
                     *         "botId": null,
                     *         "state": "saved",
                     *         "linked": false,
                     *         "notes": [
                     *           {
                     *             "note": "not in the admin list",
                     *             "text": {
                     *               "en": "A bot made here is not in the bot list of the LINE WORKS administrator, so its rights and policies cannot be changed there. If you need them, link a bot from the Developer Console instead.",
                     *               "ja": "ここで作成したBotはLINE WORKS管理者画面のBot一覧に表示されず、権限やポリシーの詳細は変更できません。必要な場合はDeveloper Consoleで作成したBotを連携してください。",
                     *               "ru": "Бота, созданного здесь, нет в списке ботов администратора LINE WORKS: его права и политики там не изменить. Если они нужны, подключите бота из Developer Console."
                     *             }
                     *           },
                     *           {
                     *             "note": "when deleted",
                     *             "text": {
                     *               "en": "The bot also disappears from members’ lists, and running talks become read-only.",
                     *               "ja": "Botはトーク相手の一覧からも削除され、会話中のトークは入力できなくなります。",
                     *               "ru": "Бот исчезнет из списков сотрудников, текущие диалоги станут только для чтения."
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "console": null
                     *     }
                     */
                    "application/json": components["schemas"]["BotOfWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    BotController_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "人事相談",
                 *       "description": "人事への質問はこちらへどうぞ。",
                 *       "language": "ja"
                 *     }
                 */
                "application/json": components["schemas"]["PublishBot"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "way": "simple",
                     *       "tabs": [
                     *         {
                     *           "way": "simple",
                     *           "title": {
                     *             "en": "Make a bot here",
                     *             "ja": "ここでBotを作成",
                     *             "ru": "Создать бота здесь"
                     *           },
                     *           "open": true
                     *         },
                     *         {
                     *           "way": "console",
                     *           "title": {
                     *             "en": "Link a bot from Developer Console",
                     *             "ja": "Developer Consoleで作成したBotを連携",
                     *             "ru": "Подключить бота из Developer Console"
                     *           },
                     *           "open": false
                     *         }
                     *       ],
                     *       "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "canMakeBots": true,
                     *       "limits": {
                     *         "name": 20,
                     *         "description": 100,
                     *         "image": 10485760,
                     *         "text": {
                     *           "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                     *           "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                     *           "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                     *         }
                     *       },
                     *       "simple": {
                     *         "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *         "name": "人事相談",
                     *         "nameCharacters": 4,
                     *         "description": "人事への質問はこちらへどうぞ。",
                     *         "descriptionCharacters": 15,
                     *         "firstMessage": "人事への質問はこちらへどうぞ。",
                     *         "image": null,
                     *         "status": "running",
                     *         "attempt": 1,
                     *         "steps": [
                     *           {
                     *             "step": "host image",
                     *             "title": {
                     *               "en": "Provide the picture",
                     *               "ja": "画像を用意",
                     *               "ru": "Подготовка изображения"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "create bot",
                     *             "title": {
                     *               "en": "Create the bot",
                     *               "ja": "Botを作成",
                     *               "ru": "Создание бота"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "open to members",
                     *             "title": {
                     *               "en": "Show it to members",
                     *               "ja": "メンバーに公開",
                     *               "ru": "Открытие для сотрудников"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "issue secret",
                     *             "title": {
                     *               "en": "Secure its messages",
                     *               "ja": "メッセージの保護",
                     *               "ru": "Защита сообщений"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "save credentials",
                     *             "title": {
                     *               "en": "Connect it here",
                     *               "ja": "この窓口に接続",
                     *               "ru": "Подключение к окну"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           }
                     *         ],
                     *         "undoneWhy": null,
                     *         "failure": null,
                     *         "botId": null,
                     *         "state": "saved",
                     *         "linked": false,
                     *         "notes": [
                     *           {
                     *             "note": "not in the admin list",
                     *             "text": {
                     *               "en": "A bot made here is not in the bot list of the LINE WORKS administrator, so its rights and policies cannot be changed there. If you need them, link a bot from the Developer Console instead.",
                     *               "ja": "ここで作成したBotはLINE WORKS管理者画面のBot一覧に表示されず、権限やポリシーの詳細は変更できません。必要な場合はDeveloper Consoleで作成したBotを連携してください。",
                     *               "ru": "Бота, созданного здесь, нет в списке ботов администратора LINE WORKS: его права и политики там не изменить. Если они нужны, подключите бота из Developer Console."
                     *             }
                     *           },
                     *           {
                     *             "note": "when deleted",
                     *             "text": {
                     *               "en": "The bot also disappears from members’ lists, and running talks become read-only.",
                     *               "ja": "Botはトーク相手の一覧からも削除され、会話中のトークは入力できなくなります。",
                     *               "ru": "Бот исчезнет из списков сотрудников, текущие диалоги станут только для чтения."
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "console": null
                     *     }
                     */
                    "application/json": components["schemas"]["BotOfWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BotController_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "way": "simple",
                     *       "tabs": [
                     *         {
                     *           "way": "simple",
                     *           "title": {
                     *             "en": "Make a bot here",
                     *             "ja": "ここでBotを作成",
                     *             "ru": "Создать бота здесь"
                     *           },
                     *           "open": true
                     *         },
                     *         {
                     *           "way": "console",
                     *           "title": {
                     *             "en": "Link a bot from Developer Console",
                     *             "ja": "Developer Consoleで作成したBotを連携",
                     *             "ru": "Подключить бота из Developer Console"
                     *           },
                     *           "open": false
                     *         }
                     *       ],
                     *       "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "canMakeBots": true,
                     *       "limits": {
                     *         "name": 20,
                     *         "description": 100,
                     *         "image": 10485760,
                     *         "text": {
                     *           "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                     *           "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                     *           "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                     *         }
                     *       },
                     *       "simple": {
                     *         "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *         "name": "人事相談",
                     *         "nameCharacters": 4,
                     *         "description": "人事への質問はこちらへどうぞ。",
                     *         "descriptionCharacters": 15,
                     *         "firstMessage": "人事への質問はこちらへどうぞ。",
                     *         "image": null,
                     *         "status": "undone",
                     *         "attempt": 1,
                     *         "steps": [
                     *           {
                     *             "step": "host image",
                     *             "title": {
                     *               "en": "Provide the picture",
                     *               "ja": "画像を用意",
                     *               "ru": "Подготовка изображения"
                     *             },
                     *             "status": "started",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "create bot",
                     *             "title": {
                     *               "en": "Create the bot",
                     *               "ja": "Botを作成",
                     *               "ru": "Создание бота"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "open to members",
                     *             "title": {
                     *               "en": "Show it to members",
                     *               "ja": "メンバーに公開",
                     *               "ru": "Открытие для сотрудников"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "issue secret",
                     *             "title": {
                     *               "en": "Secure its messages",
                     *               "ja": "メッセージの保護",
                     *               "ru": "Защита сообщений"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           },
                     *           {
                     *             "step": "save credentials",
                     *             "title": {
                     *               "en": "Connect it here",
                     *               "ja": "この窓口に接続",
                     *               "ru": "Подключение к окну"
                     *             },
                     *             "status": "waiting",
                     *             "retryAt": null,
                     *             "problem": null
                     *           }
                     *         ],
                     *         "undoneWhy": "cancelled",
                     *         "failure": null,
                     *         "botId": null,
                     *         "state": "saved",
                     *         "linked": false,
                     *         "notes": [
                     *           {
                     *             "note": "try again or discard",
                     *             "text": {
                     *               "en": "Nothing of this bot is left in LINE WORKS; its name and its place in the contact window are free. Publish it again, or discard the draft.",
                     *               "ja": "このBotはLINE WORKSに残っていません。名前と窓口の枠は空いています。もう一度公開するか、下書きを破棄してください。",
                     *               "ru": "В LINE WORKS от этого бота ничего не осталось; его имя и место в окне свободны. Опубликуйте его снова или удалите черновик."
                     *             }
                     *           },
                     *           {
                     *             "note": "not in the admin list",
                     *             "text": {
                     *               "en": "A bot made here is not in the bot list of the LINE WORKS administrator, so its rights and policies cannot be changed there. If you need them, link a bot from the Developer Console instead.",
                     *               "ja": "ここで作成したBotはLINE WORKS管理者画面のBot一覧に表示されず、権限やポリシーの詳細は変更できません。必要な場合はDeveloper Consoleで作成したBotを連携してください。",
                     *               "ru": "Бота, созданного здесь, нет в списке ботов администратора LINE WORKS: его права и политики там не изменить. Если они нужны, подключите бота из Developer Console."
                     *             }
                     *           },
                     *           {
                     *             "note": "when deleted",
                     *             "text": {
                     *               "en": "The bot also disappears from members’ lists, and running talks become read-only.",
                     *               "ja": "Botはトーク相手の一覧からも削除され、会話中のトークは入力できなくなります。",
                     *               "ru": "Бот исчезнет из списков сотрудников, текущие диалоги станут только для чтения."
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "console": null
                     *     }
                     */
                    "application/json": components["schemas"]["BotOfWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    BotController_discard: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "way": null,
                     *       "tabs": [
                     *         {
                     *           "way": "simple",
                     *           "title": {
                     *             "en": "Make a bot here",
                     *             "ja": "ここでBotを作成",
                     *             "ru": "Создать бота здесь"
                     *           },
                     *           "open": true
                     *         },
                     *         {
                     *           "way": "console",
                     *           "title": {
                     *             "en": "Link a bot from Developer Console",
                     *             "ja": "Developer Consoleで作成したBotを連携",
                     *             "ru": "Подключить бота из Developer Console"
                     *           },
                     *           "open": true
                     *         }
                     *       ],
                     *       "accountId": null,
                     *       "canMakeBots": true,
                     *       "limits": {
                     *         "name": 20,
                     *         "description": 100,
                     *         "image": 10485760,
                     *         "text": {
                     *           "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                     *           "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                     *           "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                     *         }
                     *       },
                     *       "simple": null,
                     *       "console": null
                     *     }
                     */
                    "application/json": components["schemas"]["BotOfWindowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    BotController_image: {
        parameters: {
            query: {
                fileName: string;
                rename?: boolean;
            };
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example  */
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "imageId": "string",
                     *       "fileName": "string",
                     *       "mimeType": "string",
                     *       "size": 0
                     *     }
                     */
                    "application/json": {
                        imageId: string;
                        fileName: string;
                        mimeType: string;
                        size: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BotController_live: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example string */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ContactWindowsController_bound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "string",
                     *           "id": "string",
                     *           "name": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BoundThing"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ContactsController_erase: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer request",
                 *       "confirm": "string"
                 *     }
                 */
                "application/json": components["schemas"]["EraseContactRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "madoguchi certificate of erasure",
                     *       "format": 1,
                     *       "completedAt": "string",
                     *       "destroyed": {
                     *         "conversations": [
                     *           "string"
                     *         ],
                     *         "files": [
                     *           "string"
                     *         ],
                     *         "events": 0,
                     *         "rows": {
                     *           "property1": null,
                     *           "property2": null
                     *         },
                     *         "keys": [
                     *           {
                     *             "id": "string",
                     *             "madeAt": "string",
                     *             "destroyedAt": "string"
                     *           }
                     *         ]
                     *       },
                     *       "digest": "string",
                     *       "signature": "string",
                     *       "id": "string",
                     *       "tenantId": "string",
                     *       "contactId": "string",
                     *       "reason": "customer request",
                     *       "requestedBy": {
                     *         "kind": "customer",
                     *         "id": "string"
                     *       },
                     *       "requestedAt": "string"
                     *     }
                     */
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ContactsController_ofContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "destroyedKeys": [
                     *             {
                     *               "id": "string",
                     *               "madeAt": "string",
                     *               "destroyedAt": "string"
                     *             }
                     *           ],
                     *           "traces": {
                     *             "conversations": [
                     *               "string"
                     *             ],
                     *             "files": [
                     *               "string"
                     *             ],
                     *             "events": 0,
                     *             "rows": {
                     *               "property1": null,
                     *               "property2": null
                     *             }
                     *           },
                     *           "certificate": {
                     *             "kind": "madoguchi certificate of erasure",
                     *             "format": 1,
                     *             "completedAt": "string",
                     *             "destroyed": {
                     *               "conversations": [
                     *                 "string"
                     *               ],
                     *               "files": [
                     *                 "string"
                     *               ],
                     *               "events": 0,
                     *               "rows": {
                     *                 "property1": null,
                     *                 "property2": null
                     *               },
                     *               "keys": [
                     *                 {
                     *                   "id": "string",
                     *                   "madeAt": "string",
                     *                   "destroyedAt": "string"
                     *                 }
                     *               ]
                     *             },
                     *             "digest": "string",
                     *             "signature": "string",
                     *             "id": "string",
                     *             "tenantId": "string",
                     *             "contactId": "string",
                     *             "reason": "customer request",
                     *             "requestedBy": {
                     *               "kind": "customer",
                     *               "id": "string"
                     *             },
                     *             "requestedAt": "string"
                     *           },
                     *           "id": "string",
                     *           "tenantId": "string",
                     *           "contactId": "string",
                     *           "reason": "customer request",
                     *           "requestedBy": {
                     *             "kind": "customer",
                     *             "id": "string"
                     *           },
                     *           "requestedAt": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Erasure"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ContentProfilesController_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Pictures and PDF",
                     *           "inbound": [
                     *             "image",
                     *             "location"
                     *           ],
                     *           "outbound": [
                     *             "application/pdf",
                     *             "image/png"
                     *           ],
                     *           "archived": false,
                     *           "version": 2
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ContentProfileView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    ContentProfilesController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Pictures and PDF",
                 *       "inbound": [
                 *         "image"
                 *       ],
                 *       "outbound": [
                 *         "image/png",
                 *         "application/pdf"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AddContentProfile"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Pictures and PDF",
                     *       "inbound": [
                     *         "image"
                     *       ],
                     *       "outbound": [
                     *         "application/pdf",
                     *         "image/png"
                     *       ],
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ContentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ContentProfilesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Pictures and PDF",
                     *       "inbound": [
                     *         "image"
                     *       ],
                     *       "outbound": [
                     *         "application/pdf",
                     *         "image/png"
                     *       ],
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ContentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ContentProfilesController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Old",
                     *       "inbound": [],
                     *       "outbound": [],
                     *       "archived": true,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ContentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    ContentProfilesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inbound": [
                 *         "image",
                 *         "location"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangeContentProfileBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Pictures and PDF",
                     *       "inbound": [
                     *         "image",
                     *         "location"
                     *       ],
                     *       "outbound": [
                     *         "application/pdf",
                     *         "image/png"
                     *       ],
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ContentProfileView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ContentProfilesController_bound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "organisation",
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": ""
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BoundThing"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ContactsController_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "destroyedKeys": [
                     *             {
                     *               "id": "string",
                     *               "madeAt": "string",
                     *               "destroyedAt": "string"
                     *             }
                     *           ],
                     *           "traces": {
                     *             "conversations": [
                     *               "string"
                     *             ],
                     *             "files": [
                     *               "string"
                     *             ],
                     *             "events": 0,
                     *             "rows": {
                     *               "property1": null,
                     *               "property2": null
                     *             }
                     *           },
                     *           "certificate": {
                     *             "kind": "madoguchi certificate of erasure",
                     *             "format": 1,
                     *             "completedAt": "string",
                     *             "destroyed": {
                     *               "conversations": [
                     *                 "string"
                     *               ],
                     *               "files": [
                     *                 "string"
                     *               ],
                     *               "events": 0,
                     *               "rows": {
                     *                 "property1": null,
                     *                 "property2": null
                     *               },
                     *               "keys": [
                     *                 {
                     *                   "id": "string",
                     *                   "madeAt": "string",
                     *                   "destroyedAt": "string"
                     *                 }
                     *               ]
                     *             },
                     *             "digest": "string",
                     *             "signature": "string",
                     *             "id": "string",
                     *             "tenantId": "string",
                     *             "contactId": "string",
                     *             "reason": "customer request",
                     *             "requestedBy": {
                     *               "kind": "customer",
                     *               "id": "string"
                     *             },
                     *             "requestedAt": "string"
                     *           },
                     *           "id": "string",
                     *           "tenantId": "string",
                     *           "contactId": "string",
                     *           "reason": "customer request",
                     *           "requestedBy": {
                     *             "kind": "customer",
                     *             "id": "string"
                     *           },
                     *           "requestedAt": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Erasure"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    ContactsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "destroyedKeys": [
                     *         {
                     *           "id": "string",
                     *           "madeAt": "string",
                     *           "destroyedAt": "string"
                     *         }
                     *       ],
                     *       "traces": {
                     *         "conversations": [
                     *           "string"
                     *         ],
                     *         "files": [
                     *           "string"
                     *         ],
                     *         "events": 0,
                     *         "rows": {
                     *           "property1": null,
                     *           "property2": null
                     *         }
                     *       },
                     *       "certificate": {
                     *         "kind": "madoguchi certificate of erasure",
                     *         "format": 1,
                     *         "completedAt": "string",
                     *         "destroyed": {
                     *           "conversations": [
                     *             "string"
                     *           ],
                     *           "files": [
                     *             "string"
                     *           ],
                     *           "events": 0,
                     *           "rows": {
                     *             "property1": null,
                     *             "property2": null
                     *           },
                     *           "keys": [
                     *             {
                     *               "id": "string",
                     *               "madeAt": "string",
                     *               "destroyedAt": "string"
                     *             }
                     *           ]
                     *         },
                     *         "digest": "string",
                     *         "signature": "string",
                     *         "id": "string",
                     *         "tenantId": "string",
                     *         "contactId": "string",
                     *         "reason": "customer request",
                     *         "requestedBy": {
                     *           "kind": "customer",
                     *           "id": "string"
                     *         },
                     *         "requestedAt": "string"
                     *       },
                     *       "id": "string",
                     *       "tenantId": "string",
                     *       "contactId": "string",
                     *       "reason": "customer request",
                     *       "requestedBy": {
                     *         "kind": "customer",
                     *         "id": "string"
                     *       },
                     *       "requestedAt": "string"
                     *     }
                     */
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ContactsController_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example string */
                    "text/plain; charset=utf-8": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    EventsController_export: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv" | "parquet";
                stream?: string;
                category?: string[];
                type?: string[];
                channel?: string[];
                from?: string;
                to?: string;
                after?: string;
                unseal?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example string */
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    FormsController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "accountType": "email",
                     *       "accountName": "string",
                     *       "fields": [
                     *         {
                     *           "name": "string",
                     *           "required": true,
                     *           "secret": true,
                     *           "generated": true,
                     *           "fixed": true,
                     *           "label": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           },
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "expiresAt": "string"
                     *     }
                     */
                    "application/json": components["schemas"]["FormToFillIn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    FormsController_fillIn: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "values": {}
                 *     }
                 */
                "application/json": components["schemas"]["FillInFormBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filledIn": [
                     *         "string"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        filledIn: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    HomeController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "steps": [
                     *         {
                     *           "step": "processing",
                     *           "title": {
                     *             "en": "Set up processing: queues, agents, rules",
                     *             "ja": "対応の設定：キュー・オペレーター・ルール",
                     *             "ru": "Настройте обработку: очереди, операторы, правила"
                     *           },
                     *           "state": "done",
                     *           "optional": false,
                     *           "notes": []
                     *         },
                     *         {
                     *           "step": "channel",
                     *           "title": {
                     *             "en": "Add a channel",
                     *             "ja": "チャネルを追加",
                     *             "ru": "Добавьте канал"
                     *           },
                     *           "state": "begun",
                     *           "optional": false,
                     *           "notes": [
                     *             {
                     *               "code": "not-routed",
                     *               "text": {
                     *                 "en": "No channel is linked, active and bound to a queue yet.",
                     *                 "ja": "連携中で有効、かつキューが選ばれたチャネルがまだありません。",
                     *                 "ru": "Пока нет подключённого и включённого канала с выбранной очередью."
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "step": "bot",
                     *           "title": {
                     *             "en": "Add a bot",
                     *             "ja": "Botを追加",
                     *             "ru": "Добавьте бота"
                     *           },
                     *           "state": "to do",
                     *           "optional": true,
                     *           "notes": []
                     *         }
                     *       ],
                     *       "figures": {
                     *         "queues": 1,
                     *         "agents": 1,
                     *         "serving": 1,
                     *         "accounts": 3,
                     *         "routed": 0,
                     *         "bots": 0,
                     *         "answering": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HomeView"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    IntegrationAccountTypesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "email",
                     *           "category": "E-mail",
                     *           "title": "string",
                     *           "fields": [
                     *             {
                     *               "name": "string",
                     *               "required": true,
                     *               "secret": true,
                     *               "generated": true,
                     *               "fixed": true,
                     *               "label": {
                     *                 "en": "string",
                     *                 "ja": "string",
                     *                 "ru": "string"
                     *               },
                     *               "hint": {
                     *                 "en": "string",
                     *                 "ja": "string",
                     *                 "ru": "string"
                     *               }
                     *             }
                     *           ],
                     *           "settings": [
                     *             {
                     *               "name": "active",
                     *               "kind": "language",
                     *               "label": {
                     *                 "en": "string",
                     *                 "ja": "string",
                     *                 "ru": "string"
                     *               },
                     *               "hint": {
                     *                 "en": "string",
                     *                 "ja": "string",
                     *                 "ru": "string"
                     *               }
                     *             }
                     *           ],
                     *           "buttons": [
                     *             "copy address"
                     *           ],
                     *           "buttonLabels": {
                     *             "generate token": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             },
                     *             "test connection": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             },
                     *             "set webhook": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             },
                     *             "copy address": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             }
                     *           },
                     *           "guide": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           },
                     *           "steps": [
                     *             {
                     *               "step": "string",
                     *               "text": {
                     *                 "en": "string",
                     *                 "ja": "string",
                     *                 "ru": "string"
                     *               },
                     *               "skip": {
                     *                 "en": "string",
                     *                 "ja": "string",
                     *                 "ru": "string"
                     *               },
                     *               "fields": [
                     *                 "string"
                     *               ],
                     *               "checks": [
                     *                 "string"
                     *               ]
                     *             }
                     *           ],
                     *           "autoLinkOn": "never",
                     *           "webhookHost": "string",
                     *           "forwardingGuides": {
                     *             "gmail": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             },
                     *             "outlook": {
                     *               "en": "string",
                     *               "ja": "string",
                     *               "ru": "string"
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AccountType"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    IntegrationAccountsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "version": 3,
                     *           "type": "line",
                     *           "name": "Umeda shop",
                     *           "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *           "language": null,
                     *           "detectedLanguageMayOverride": false,
                     *           "contactWindowId": null,
                     *           "active": true,
                     *           "linked": false,
                     *           "state": "waiting for verification",
                     *           "unlinkedReason": null,
                     *           "intake": "keep",
                     *           "routingGaps": [],
                     *           "missingFields": [],
                     *           "verifiedAt": null,
                     *           "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                     *           "platformAccountId": "1234567890",
                     *           "onboarding": null,
                     *           "lastTest": null,
                     *           "subscription": null,
                     *           "token": null,
                     *           "takenOver": null,
                     *           "addedAt": "2026-11-25T10:00:00.000Z",
                     *           "changedAt": "2026-11-25T10:00:00.000Z",
                     *           "linkedAt": null,
                     *           "deletedAt": null,
                     *           "credentials": [
                     *             {
                     *               "field": "channelId",
                     *               "secret": false,
                     *               "set": true,
                     *               "value": "1234567890"
                     *             },
                     *             {
                     *               "field": "channelSecret",
                     *               "secret": true,
                     *               "set": true,
                     *               "lastFour": "cdef"
                     *             },
                     *             {
                     *               "field": "basicId",
                     *               "secret": false,
                     *               "set": true,
                     *               "value": "@123abcde"
                     *             },
                     *             {
                     *               "field": "channelAccessToken",
                     *               "secret": true,
                     *               "set": true,
                     *               "lastFour": "xxxx"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["IntegrationAccountView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    IntegrationAccountsController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "line",
                 *       "name": "Umeda shop",
                 *       "queueId": "6f1c1f7e-0000-4000-8000-000000000001",
                 *       "credentials": {
                 *         "channelId": "1234567890",
                 *         "channelSecret": "0123456789abcdef0123456789abcdef",
                 *         "basicId": "@123abcde",
                 *         "channelAccessToken": "token-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddIntegrationAccount"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "version": 3,
                     *       "type": "line",
                     *       "name": "Umeda shop",
                     *       "queueId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "language": null,
                     *       "detectedLanguageMayOverride": false,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": false,
                     *       "state": "waiting for verification",
                     *       "unlinkedReason": null,
                     *       "intake": "keep",
                     *       "routingGaps": [],
                     *       "missingFields": [],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                     *       "platformAccountId": "1234567890",
                     *       "onboarding": null,
                     *       "lastTest": null,
                     *       "subscription": null,
                     *       "token": null,
                     *       "takenOver": null,
                     *       "addedAt": "2026-11-25T10:00:00.000Z",
                     *       "changedAt": "2026-11-25T10:00:00.000Z",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "channelId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "1234567890"
                     *         },
                     *         {
                     *           "field": "channelSecret",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "cdef"
                     *         },
                     *         {
                     *           "field": "basicId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "@123abcde"
                     *         },
                     *         {
                     *           "field": "channelAccessToken",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "xxxx"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BulkEditController_edit: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accounts": [
                 *         {
                 *           "id": "6f1c1f7e-0000-4000-8000-000000000001"
                 *         }
                 *       ],
                 *       "language": "ja"
                 *     }
                 */
                "application/json": components["schemas"]["BulkEdit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "account": {
                     *             "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *             "version": 5,
                     *             "type": "line",
                     *             "name": "Umeda flagship shop",
                     *             "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "language": "ja",
                     *             "detectedLanguageMayOverride": false,
                     *             "contactWindowId": null,
                     *             "active": true,
                     *             "linked": false,
                     *             "state": "waiting for verification",
                     *             "unlinkedReason": null,
                     *             "intake": "keep",
                     *             "routingGaps": [],
                     *             "missingFields": [],
                     *             "verifiedAt": null,
                     *             "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                     *             "platformAccountId": "1234567890",
                     *             "onboarding": null,
                     *             "lastTest": null,
                     *             "subscription": null,
                     *             "token": null,
                     *             "takenOver": null,
                     *             "addedAt": "2026-11-25T10:00:00.000Z",
                     *             "changedAt": "2026-11-25T10:00:00.000Z",
                     *             "linkedAt": null,
                     *             "deletedAt": null,
                     *             "credentials": [
                     *               {
                     *                 "field": "channelId",
                     *                 "secret": false,
                     *                 "set": true,
                     *                 "value": "1234567890"
                     *               },
                     *               {
                     *                 "field": "channelSecret",
                     *                 "secret": true,
                     *                 "set": true,
                     *                 "lastFour": "cdef"
                     *               },
                     *               {
                     *                 "field": "basicId",
                     *                 "secret": false,
                     *                 "set": true,
                     *                 "value": "@123abcde"
                     *               },
                     *               {
                     *                 "field": "channelAccessToken",
                     *                 "secret": true,
                     *                 "set": true,
                     *                 "lastFour": "xxxx"
                     *               }
                     *             ]
                     *           },
                     *           "problem": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Edited"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    SentFormsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *           "fields": [
                     *             "basicId",
                     *             "channelId"
                     *           ],
                     *           "state": "sent",
                     *           "expiresAt": "2026-11-25T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SentFormView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    SentFormsController_send: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fields": [
                 *         "channelId",
                 *         "basicId"
                 *       ],
                 *       "hours": 24
                 *     }
                 */
                "application/json": components["schemas"]["SendFormBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "fields": [
                     *         "basicId",
                     *         "channelId"
                     *       ],
                     *       "state": "sent",
                     *       "expiresAt": "2026-11-25T10:00:00.000Z",
                     *       "link": "/forms/6f1c1f7e-0000-4000-8000-000000000001#H6otdxhdtIYFzJF1PdLtNuLmdJhK0BKVAQfhyMsFqK4"
                     *     }
                     */
                    "application/json": components["schemas"]["NewSentForm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    SentFormsController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "fields": [
                     *         "basicId",
                     *         "channelId"
                     *       ],
                     *       "state": "withdrawn",
                     *       "expiresAt": "2026-11-25T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SentFormView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    AccountShelfController_count: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "waiting": 0,
                     *       "imported": 0,
                     *       "oldestAt": null,
                     *       "newestAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["KeptItems"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    AccountShelfController_import: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "imported": 0,
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["Imported"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    IntegrationAccountsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "version": 3,
                     *       "type": "line",
                     *       "name": "Umeda shop",
                     *       "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "language": null,
                     *       "detectedLanguageMayOverride": false,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": false,
                     *       "state": "waiting for verification",
                     *       "unlinkedReason": null,
                     *       "intake": "keep",
                     *       "routingGaps": [],
                     *       "missingFields": [],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                     *       "platformAccountId": "1234567890",
                     *       "onboarding": null,
                     *       "lastTest": null,
                     *       "subscription": null,
                     *       "token": null,
                     *       "takenOver": null,
                     *       "addedAt": "2026-11-25T10:00:00.000Z",
                     *       "changedAt": "2026-11-25T10:00:00.000Z",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "channelId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "1234567890"
                     *         },
                     *         {
                     *           "field": "channelSecret",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "cdef"
                     *         },
                     *         {
                     *           "field": "basicId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "@123abcde"
                     *         },
                     *         {
                     *           "field": "channelAccessToken",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "xxxx"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    IntegrationAccountsController_apply: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Umeda flagship shop"
                 *     }
                 */
                "application/json": components["schemas"]["ApplyIntegrationAccount"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "version": 4,
                     *       "type": "line",
                     *       "name": "Umeda flagship shop",
                     *       "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "language": null,
                     *       "detectedLanguageMayOverride": false,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": false,
                     *       "state": "waiting for verification",
                     *       "unlinkedReason": null,
                     *       "intake": "keep",
                     *       "routingGaps": [],
                     *       "missingFields": [],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                     *       "platformAccountId": "1234567890",
                     *       "onboarding": null,
                     *       "lastTest": null,
                     *       "subscription": null,
                     *       "token": null,
                     *       "takenOver": null,
                     *       "addedAt": "2026-11-25T10:00:00.000Z",
                     *       "changedAt": "2026-11-25T10:00:00.000Z",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "channelId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "1234567890"
                     *         },
                     *         {
                     *           "field": "channelSecret",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "cdef"
                     *         },
                     *         {
                     *           "field": "basicId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "@123abcde"
                     *         },
                     *         {
                     *           "field": "channelAccessToken",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "xxxx"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    IntegrationAccountsController_bind: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contactWindowId": "75acc1cd-3f9d-432c-958f-0ff5202cee5f"
                 *     }
                 */
                "application/json": components["schemas"]["BindIntegrationAccount"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "type": "email",
                     *       "name": "string",
                     *       "queueId": null,
                     *       "language": null,
                     *       "detectedLanguageMayOverride": true,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": true,
                     *       "state": "deleted",
                     *       "unlinkedReason": null,
                     *       "intake": "gone",
                     *       "routingGaps": [
                     *         "no queue"
                     *       ],
                     *       "missingFields": [
                     *         "string"
                     *       ],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "string",
                     *       "pageWebhookUrl": "string",
                     *       "publicLink": "string",
                     *       "platformAccountId": null,
                     *       "onboarding": "active",
                     *       "lastTest": {
                     *         "ok": true,
                     *         "checks": [
                     *           {
                     *             "check": "string",
                     *             "ok": true,
                     *             "reason": "string",
                     *             "remedy": "string",
                     *             "milliseconds": 0
                     *           }
                     *         ],
                     *         "testedAt": "string"
                     *       },
                     *       "subscription": {
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "needed": true,
                     *             "subscribed": true
                     *           }
                     *         ],
                     *         "readAt": "string"
                     *       },
                     *       "token": {
                     *         "expiresAt": null,
                     *         "missingScopes": [
                     *           {
                     *             "scope": "string",
                     *             "effect": "string"
                     *           }
                     *         ]
                     *       },
                     *       "takenOver": {
                     *         "appId": "string",
                     *         "appName": "string",
                     *         "since": "string"
                     *       },
                     *       "addedAt": "string",
                     *       "changedAt": "string",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "string",
                     *           "secret": true,
                     *           "set": true,
                     *           "value": "string",
                     *           "lastFour": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ChatCodesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "string",
                     *           "settled": true,
                     *           "problem": {
                     *             "type": "string",
                     *             "title": "string",
                     *             "status": 0,
                     *             "detail": "string",
                     *             "code": "string",
                     *             "fields": [
                     *               {
                     *                 "field": "string",
                     *                 "problems": [
                     *                   "string"
                     *                 ]
                     *               }
                     *             ],
                     *             "bound": [
                     *               {
                     *                 "kind": "string",
                     *                 "id": "string",
                     *                 "name": "string"
                     *               }
                     *             ]
                     *           },
                     *           "link": "string",
                     *           "language": "string",
                     *           "reference": "string",
                     *           "prefilledText": "string",
                     *           "businessName": "string",
                     *           "consentSentence": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ChatCodeView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ChatCodesController_create: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "string",
                 *       "prefilledText": "string",
                 *       "businessName": "string",
                 *       "consentSentence": "string",
                 *       "language": "ja"
                 *     }
                 */
                "application/json": components["schemas"]["CreateChatCodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "settled": true,
                     *       "problem": {
                     *         "type": "string",
                     *         "title": "string",
                     *         "status": 0,
                     *         "detail": "string",
                     *         "code": "string",
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "problems": [
                     *               "string"
                     *             ]
                     *           }
                     *         ],
                     *         "bound": [
                     *           {
                     *             "kind": "string",
                     *             "id": "string",
                     *             "name": "string"
                     *           }
                     *         ]
                     *       },
                     *       "link": "string",
                     *       "language": "string",
                     *       "reference": "string",
                     *       "prefilledText": "string",
                     *       "businessName": "string",
                     *       "consentSentence": "string"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatCodeView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ChatCodesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "settled": true,
                     *       "problem": {
                     *         "type": "string",
                     *         "title": "string",
                     *         "status": 0,
                     *         "detail": "string",
                     *         "code": "string",
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "problems": [
                     *               "string"
                     *             ]
                     *           }
                     *         ],
                     *         "bound": [
                     *           {
                     *             "kind": "string",
                     *             "id": "string",
                     *             "name": "string"
                     *           }
                     *         ]
                     *       },
                     *       "link": "string",
                     *       "language": "string",
                     *       "reference": "string",
                     *       "prefilledText": "string",
                     *       "businessName": "string",
                     *       "consentSentence": "string"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatCodeView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ChatCodesController_delete: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    ChatCodesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "string",
                 *       "prefilledText": "string",
                 *       "businessName": "string",
                 *       "consentSentence": "string",
                 *       "language": "ja"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeChatCodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "settled": true,
                     *       "problem": {
                     *         "type": "string",
                     *         "title": "string",
                     *         "status": 0,
                     *         "detail": "string",
                     *         "code": "string",
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "problems": [
                     *               "string"
                     *             ]
                     *           }
                     *         ],
                     *         "bound": [
                     *           {
                     *             "kind": "string",
                     *             "id": "string",
                     *             "name": "string"
                     *           }
                     *         ]
                     *       },
                     *       "link": "string",
                     *       "language": "string",
                     *       "reference": "string",
                     *       "prefilledText": "string",
                     *       "businessName": "string",
                     *       "consentSentence": "string"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatCodeView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ChatCodesController_png: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "options": {
                     *         "type": "`\"application/octet-stream\"`",
                     *         "disposition": [
                     *           "string"
                     *         ],
                     *         "length": 0
                     *       },
                     *       "stream": null,
                     *       "logger": {
                     *         "context": "string",
                     *         "options": {
                     *           "timestamp": true
                     *         },
                     *         "localInstanceRef": {
                     *           "property1": null,
                     *           "property2": null
                     *         },
                     *         "localInstanceLogLevels": null,
                     *         "localInstance": {
                     *           "property1": null,
                     *           "property2": null
                     *         },
                     *         "registerLocalInstanceRef": null
                     *       },
                     *       "handleError": {
                     *         "property1": null,
                     *         "property2": null
                     *       },
                     *       "logError": {
                     *         "property1": null,
                     *         "property2": null
                     *       },
                     *       "errorHandler": {
                     *         "property1": null,
                     *         "property2": null
                     *       },
                     *       "errorLogger": {
                     *         "property1": null,
                     *         "property2": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StreamableFile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ChatCodesController_svg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example string */
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ChatCodesController_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example string */
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ChatCodesController_clickToChat: {
        parameters: {
            query?: {
                language?: "en" | "ja" | "ru";
                text?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "link": "string",
                     *       "button": "string",
                     *       "signature": "string"
                     *     }
                     */
                    "application/json": components["schemas"]["ClickToChat"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    IntegrationAccountsController_deleteInformation: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "string"
                 *     }
                 */
                "application/json": components["schemas"]["DeleteInformation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "type": "email",
                     *       "name": "string",
                     *       "queueId": null,
                     *       "language": null,
                     *       "detectedLanguageMayOverride": true,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": true,
                     *       "state": "deleted",
                     *       "unlinkedReason": null,
                     *       "intake": "gone",
                     *       "routingGaps": [
                     *         "no queue"
                     *       ],
                     *       "missingFields": [
                     *         "string"
                     *       ],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "string",
                     *       "pageWebhookUrl": "string",
                     *       "publicLink": "string",
                     *       "platformAccountId": null,
                     *       "onboarding": "active",
                     *       "lastTest": {
                     *         "ok": true,
                     *         "checks": [
                     *           {
                     *             "check": "string",
                     *             "ok": true,
                     *             "reason": "string",
                     *             "remedy": "string",
                     *             "milliseconds": 0
                     *           }
                     *         ],
                     *         "testedAt": "string"
                     *       },
                     *       "subscription": {
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "needed": true,
                     *             "subscribed": true
                     *           }
                     *         ],
                     *         "readAt": "string"
                     *       },
                     *       "token": {
                     *         "expiresAt": null,
                     *         "missingScopes": [
                     *           {
                     *             "scope": "string",
                     *             "effect": "string"
                     *           }
                     *         ]
                     *       },
                     *       "takenOver": {
                     *         "appId": "string",
                     *         "appName": "string",
                     *         "since": "string"
                     *       },
                     *       "addedAt": "string",
                     *       "changedAt": "string",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "string",
                     *           "secret": true,
                     *           "set": true,
                     *           "value": "string",
                     *           "lastFour": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    IntegrationAccountsController_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "string",
                     *           "version": 0,
                     *           "type": "string",
                     *           "data": {},
                     *           "actor": {
                     *             "kind": "customer",
                     *             "id": "string"
                     *           },
                     *           "occurredAt": "string",
                     *           "correlationId": "string",
                     *           "causationId": "string"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            type: string;
                            data: {
                                [key: string]: unknown;
                            };
                            actor: components["schemas"]["Actor"];
                            occurredAt: string;
                            correlationId: string;
                            causationId: string;
                        }[];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    IntegrationAccountsController_confirmations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "receivedAt": "string",
                     *           "code": null,
                     *           "link": null,
                     *           "requestedBy": null,
                     *           "verified": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ForwardingConfirmationView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    IntegrationAccountsController_generateToken: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "field": "string",
                 *       "confirmed": true
                 *     }
                 */
                "application/json": components["schemas"]["GenerateToken"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "field": "string",
                     *       "value": "string"
                     *     }
                     */
                    "application/json": {
                        field: string;
                        value: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    IntegrationAccountsController_link: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "type": "email",
                     *       "name": "string",
                     *       "queueId": null,
                     *       "language": null,
                     *       "detectedLanguageMayOverride": true,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": true,
                     *       "state": "deleted",
                     *       "unlinkedReason": null,
                     *       "intake": "gone",
                     *       "routingGaps": [
                     *         "no queue"
                     *       ],
                     *       "missingFields": [
                     *         "string"
                     *       ],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "string",
                     *       "pageWebhookUrl": "string",
                     *       "publicLink": "string",
                     *       "platformAccountId": null,
                     *       "onboarding": "active",
                     *       "lastTest": {
                     *         "ok": true,
                     *         "checks": [
                     *           {
                     *             "check": "string",
                     *             "ok": true,
                     *             "reason": "string",
                     *             "remedy": "string",
                     *             "milliseconds": 0
                     *           }
                     *         ],
                     *         "testedAt": "string"
                     *       },
                     *       "subscription": {
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "needed": true,
                     *             "subscribed": true
                     *           }
                     *         ],
                     *         "readAt": "string"
                     *       },
                     *       "token": {
                     *         "expiresAt": null,
                     *         "missingScopes": [
                     *           {
                     *             "scope": "string",
                     *             "effect": "string"
                     *           }
                     *         ]
                     *       },
                     *       "takenOver": {
                     *         "appId": "string",
                     *         "appName": "string",
                     *         "since": "string"
                     *       },
                     *       "addedAt": "string",
                     *       "changedAt": "string",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "string",
                     *           "secret": true,
                     *           "set": true,
                     *           "value": "string",
                     *           "lastFour": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    OnboardingController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    OnboardingController_start: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "new",
                 *       "phoneNumber": "+819012345678",
                 *       "country": "JP"
                 *     }
                 */
                "application/json": components["schemas"]["StartOnboardingRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    OnboardingController_apply: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "applied",
                 *       "on": "2026-11-25"
                 *     }
                 */
                "application/json": components["schemas"]["RecordApplicationRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    OnboardingController_certificate: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "certificate": "string",
                 *       "createdOn": "2026-11-25"
                 *     }
                 */
                "application/json": components["schemas"]["RecordCertificateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    OnboardingController_requestCode: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "sms",
                 *       "language": "ja"
                 *     }
                 */
                "application/json": components["schemas"]["RequestCodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    OnboardingController_enterCode: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["EnterCodeRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    OnboardingController_live: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example string */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    OnboardingController_checkPhoneNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phoneNumber": "+819012345678",
                 *       "country": "JP"
                 *     }
                 */
                "application/json": components["schemas"]["CheckPhoneNumber"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "e164": "string",
                     *       "international": "string",
                     *       "country": "string",
                     *       "corrected": true
                     *     }
                     */
                    "application/json": components["schemas"]["ReadPhoneNumber"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    OnboardingController_register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pin": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    OnboardingController_startOver: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    OnboardingController_terms: {
        parameters: {
            query?: {
                language?: "en" | "ja" | "ru";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "string",
                     *       "language": "en",
                     *       "paragraphs": [
                     *         "string"
                     *       ],
                     *       "ticks": [
                     *         {
                     *           "term": "approved by WhatsApp",
                     *           "text": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TermsText"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    OnboardingController_confirm: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "textVersion": "string",
                 *       "language": "en",
                 *       "ticks": [
                 *         "number cannot return to the apps"
                 *       ],
                 *       "readToEnd": true
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmTermsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "string",
                     *       "name": "string",
                     *       "deletesAt": null,
                     *       "terms": {
                     *         "textVersion": "string",
                     *         "confirmedAt": "string"
                     *       },
                     *       "certificate": {
                     *         "createdOn": "string",
                     *         "endsAt": "string",
                     *         "daysLeft": 0
                     *       },
                     *       "code": {
                     *         "sentAt": "string",
                     *         "expiresAt": "string",
                     *         "entriesLeft": 0
                     *       },
                     *       "codesRequested": 0,
                     *       "codeMethods": [
                     *         {
                     *           "method": "sms",
                     *           "hint": {
                     *             "en": "string",
                     *             "ja": "string",
                     *             "ru": "string"
                     *           }
                     *         }
                     *       ],
                     *       "nextCodeAt": "string",
                     *       "atPlatform": true,
                     *       "problem": {
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "pendingUntil": null,
                     *       "activatedAt": null,
                     *       "failure": {
                     *         "why": "pending too long",
                     *         "code": "string",
                     *         "reason": "string",
                     *         "remedy": "string"
                     *       },
                     *       "checklist": [
                     *         {
                     *           "item": "string",
                     *           "done": true
                     *         }
                     *       ],
                     *       "charge": {
                     *         "confirmed": {
                     *           "textVersion": "string",
                     *           "at": "string"
                     *         },
                     *         "chargedSince": "string",
                     *         "oneMonthUntil": "string",
                     *         "oneMonthIsCharged": true
                     *       },
                     *       "kind": "migrated",
                     *       "phoneNumber": "string",
                     *       "startedAt": "string",
                     *       "phase": "active",
                     *       "application": {
                     *         "applied": "string",
                     *         "approved": "string",
                     *         "certificate received": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OnboardingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    PageHolderController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": null,
                     *       "ours": true,
                     *       "others": [
                     *         {
                     *           "appId": "string",
                     *           "appName": "string"
                     *         }
                     *       ],
                     *       "takenOver": {
                     *         "appId": "string",
                     *         "appName": "string",
                     *         "since": "string"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PageHolder"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    IntegrationAccountsController_setUpAgain: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "string",
                 *       "queueId": "2992a299-8f87-4fbf-a08a-0374fd32dc40",
                 *       "credentials": {},
                 *       "draft": true
                 *     }
                 */
                "application/json": components["schemas"]["SetUpAgain"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "type": "email",
                     *       "name": "string",
                     *       "queueId": null,
                     *       "language": null,
                     *       "detectedLanguageMayOverride": true,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": true,
                     *       "state": "deleted",
                     *       "unlinkedReason": null,
                     *       "intake": "gone",
                     *       "routingGaps": [
                     *         "no queue"
                     *       ],
                     *       "missingFields": [
                     *         "string"
                     *       ],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "string",
                     *       "pageWebhookUrl": "string",
                     *       "publicLink": "string",
                     *       "platformAccountId": null,
                     *       "onboarding": "active",
                     *       "lastTest": {
                     *         "ok": true,
                     *         "checks": [
                     *           {
                     *             "check": "string",
                     *             "ok": true,
                     *             "reason": "string",
                     *             "remedy": "string",
                     *             "milliseconds": 0
                     *           }
                     *         ],
                     *         "testedAt": "string"
                     *       },
                     *       "subscription": {
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "needed": true,
                     *             "subscribed": true
                     *           }
                     *         ],
                     *         "readAt": "string"
                     *       },
                     *       "token": {
                     *         "expiresAt": null,
                     *         "missingScopes": [
                     *           {
                     *             "scope": "string",
                     *             "effect": "string"
                     *           }
                     *         ]
                     *       },
                     *       "takenOver": {
                     *         "appId": "string",
                     *         "appName": "string",
                     *         "since": "string"
                     *       },
                     *       "addedAt": "string",
                     *       "changedAt": "string",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "string",
                     *           "secret": true,
                     *           "set": true,
                     *           "value": "string",
                     *           "lastFour": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    IntegrationAccountsController_setWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "host": "string"
                 *     }
                 */
                "application/json": components["schemas"]["SetWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookUrl": "string"
                     *     }
                     */
                    "application/json": {
                        webhookUrl: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    PageHolderController_takeBack: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "checks": [
                     *         {
                     *           "check": "string",
                     *           "ok": true,
                     *           "reason": "string",
                     *           "remedy": "string",
                     *           "milliseconds": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TakenBack"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    IntegrationAccountsController_testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "checks": [
                     *         {
                     *           "check": "string",
                     *           "ok": true,
                     *           "reason": "string",
                     *           "remedy": "string",
                     *           "milliseconds": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Checked"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    IntegrationAccountsController_unlink: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "string",
                     *       "version": 0,
                     *       "type": "email",
                     *       "name": "string",
                     *       "queueId": null,
                     *       "language": null,
                     *       "detectedLanguageMayOverride": true,
                     *       "contactWindowId": null,
                     *       "active": true,
                     *       "linked": true,
                     *       "state": "deleted",
                     *       "unlinkedReason": null,
                     *       "intake": "gone",
                     *       "routingGaps": [
                     *         "no queue"
                     *       ],
                     *       "missingFields": [
                     *         "string"
                     *       ],
                     *       "verifiedAt": null,
                     *       "webhookUrl": "string",
                     *       "pageWebhookUrl": "string",
                     *       "publicLink": "string",
                     *       "platformAccountId": null,
                     *       "onboarding": "active",
                     *       "lastTest": {
                     *         "ok": true,
                     *         "checks": [
                     *           {
                     *             "check": "string",
                     *             "ok": true,
                     *             "reason": "string",
                     *             "remedy": "string",
                     *             "milliseconds": 0
                     *           }
                     *         ],
                     *         "testedAt": "string"
                     *       },
                     *       "subscription": {
                     *         "fields": [
                     *           {
                     *             "field": "string",
                     *             "needed": true,
                     *             "subscribed": true
                     *           }
                     *         ],
                     *         "readAt": "string"
                     *       },
                     *       "token": {
                     *         "expiresAt": null,
                     *         "missingScopes": [
                     *           {
                     *             "scope": "string",
                     *             "effect": "string"
                     *           }
                     *         ]
                     *       },
                     *       "takenOver": {
                     *         "appId": "string",
                     *         "appName": "string",
                     *         "since": "string"
                     *       },
                     *       "addedAt": "string",
                     *       "changedAt": "string",
                     *       "linkedAt": null,
                     *       "deletedAt": null,
                     *       "credentials": [
                     *         {
                     *           "field": "string",
                     *           "secret": true,
                     *           "set": true,
                     *           "value": "string",
                     *           "lastFour": "string"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IntegrationAccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    MembersController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "A admin",
                     *           "email": "6f1c1f7e-0000-4000-8000-000000000002@spec.example",
                     *           "role": "admin",
                     *           "agentId": null
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000003",
                     *           "name": "Aiko Tanaka",
                     *           "email": "aiko@centre.example",
                     *           "role": "agent",
                     *           "agentId": "6f1c1f7e-0000-4000-8000-000000000004"
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000005",
                     *           "name": "Mika Sato",
                     *           "email": "mika@centre.example",
                     *           "role": "6f1c1f7e-0000-4000-8000-000000000006",
                     *           "agentId": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MemberView"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    MembersController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "mika@centre.example",
                 *       "name": "Mika Sato",
                 *       "password": "correct horse",
                 *       "role": "supervisor"
                 *     }
                 */
                "application/json": components["schemas"]["AddMember"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Mika Sato",
                     *       "email": "mika@centre.example",
                     *       "role": "supervisor",
                     *       "agentId": null
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    MembersController_giveRole: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "6f1c1f7e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["GiveRoleBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "name": "Mika Sato",
                     *       "email": "mika@centre.example",
                     *       "role": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "agentId": null
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    OrganisationController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeZone": "Asia/Tokyo",
                     *       "pendingMinutes": 10,
                     *       "defaultContentProfileId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "awayReasons": [
                     *         {
                     *           "key": "break",
                     *           "names": {
                     *             "en": "break",
                     *             "ja": "休憩",
                     *             "ru": "перерыв"
                     *           },
                     *           "archived": false
                     *         },
                     *         {
                     *           "key": "lunch",
                     *           "names": {
                     *             "en": "lunch",
                     *             "ja": "昼食",
                     *             "ru": "обед"
                     *           },
                     *           "archived": false
                     *         },
                     *         {
                     *           "key": "meeting",
                     *           "names": {
                     *             "en": "meeting",
                     *             "ja": "会議",
                     *             "ru": "встреча"
                     *           },
                     *           "archived": false
                     *         },
                     *         {
                     *           "key": "training",
                     *           "names": {
                     *             "en": "training",
                     *             "ja": "研修",
                     *             "ru": "обучение"
                     *           },
                     *           "archived": false
                     *         }
                     *       ],
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    OrganisationController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "awayReasons": [
                 *         {
                 *           "key": "break",
                 *           "names": {
                 *             "en": "break",
                 *             "ja": "休憩",
                 *             "ru": "перерыв"
                 *           }
                 *         },
                 *         {
                 *           "key": "lunch",
                 *           "names": {
                 *             "en": "lunch",
                 *             "ja": "昼食",
                 *             "ru": "обед"
                 *           }
                 *         },
                 *         {
                 *           "key": "meeting",
                 *           "names": {
                 *             "en": "meeting",
                 *             "ja": "会議",
                 *             "ru": "встреча"
                 *           }
                 *         },
                 *         {
                 *           "key": "training",
                 *           "names": {
                 *             "en": "training",
                 *             "ja": "研修",
                 *             "ru": "обучение"
                 *           }
                 *         },
                 *         {
                 *           "key": "doctor",
                 *           "names": {
                 *             "en": "doctor",
                 *             "ja": "通院",
                 *             "ru": "врач"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangeOrganisation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeZone": "Asia/Tokyo",
                     *       "pendingMinutes": 10,
                     *       "defaultContentProfileId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "awayReasons": [
                     *         {
                     *           "key": "break",
                     *           "names": {
                     *             "en": "break",
                     *             "ja": "休憩",
                     *             "ru": "перерыв"
                     *           },
                     *           "archived": false
                     *         },
                     *         {
                     *           "key": "lunch",
                     *           "names": {
                     *             "en": "lunch",
                     *             "ja": "昼食",
                     *             "ru": "обед"
                     *           },
                     *           "archived": false
                     *         },
                     *         {
                     *           "key": "meeting",
                     *           "names": {
                     *             "en": "meeting",
                     *             "ja": "会議",
                     *             "ru": "встреча"
                     *           },
                     *           "archived": false
                     *         },
                     *         {
                     *           "key": "training",
                     *           "names": {
                     *             "en": "training",
                     *             "ja": "研修",
                     *             "ru": "обучение"
                     *           },
                     *           "archived": false
                     *         },
                     *         {
                     *           "key": "doctor",
                     *           "names": {
                     *             "en": "doctor",
                     *             "ja": "通院",
                     *             "ru": "врач"
                     *           },
                     *           "archived": false
                     *         }
                     *       ],
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    BotMakerController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "complete": true,
                     *       "credentials": [
                     *         {
                     *           "field": "clientId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "Qw3rTyUiOpAsDfGhJkLz"
                     *         },
                     *         {
                     *           "field": "clientSecret",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "tApp"
                     *         },
                     *         {
                     *           "field": "serviceAccount",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "ab12c.serviceaccount@example"
                     *         },
                     *         {
                     *           "field": "privateKey",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "----"
                     *         },
                     *         {
                     *           "field": "administratorId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "hana@company"
                     *         },
                     *         {
                     *           "field": "domainId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "10000001"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BotMakerView"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    BotMakerController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "credentials": {
                 *         "clientId": "Qw3rTyUiOpAsDfGhJkLz",
                 *         "clientSecret": "secretOfTheClientApp",
                 *         "serviceAccount": "ab12c.serviceaccount@example",
                 *         "administratorId": "hana@company",
                 *         "domainId": "10000001"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangeBotMaker"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "complete": false,
                     *       "credentials": [
                     *         {
                     *           "field": "clientId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "Qw3rTyUiOpAsDfGhJkLz"
                     *         },
                     *         {
                     *           "field": "clientSecret",
                     *           "secret": true,
                     *           "set": true,
                     *           "lastFour": "tApp"
                     *         },
                     *         {
                     *           "field": "serviceAccount",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "ab12c.serviceaccount@example"
                     *         },
                     *         {
                     *           "field": "privateKey",
                     *           "secret": true,
                     *           "set": false
                     *         },
                     *         {
                     *           "field": "administratorId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "hana@company"
                     *         },
                     *         {
                     *           "field": "domainId",
                     *           "secret": false,
                     *           "set": true,
                     *           "value": "10000001"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BotMakerView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    PageChoiceController_begin: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "authorizationUrl": "https://facebook.example/v25.0/dialog/oauth?client_id=556677889900111&redirect_uri=https%3A%2F%2Fdesk.example%2Fapi%2Fv1%2Fpage-choices%2Freturn&response_type=code&state=6f1c1f7e-0000-4000-8000-000000000001.J0ja6-Lyg2K9L54lzE6urNqWR_n-giy0Oo6u7h1rNrI&scope=pages_show_list%2Cpages_messaging%2Cpages_manage_metadata&code_challenge=kNoYkgBCVvITJg2BDyXnPvPLnoLcxWq-xcqGKZRTots&code_challenge_method=S256",
                     *       "validUntil": "2026-11-25T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BegunLogIn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    PageChoiceController_comeBack: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "6f1c1f7e-0000-4000-8000-000000000001.J0ja6-Lyg2K9L54lzE6urNqWR_n-giy0Oo6u7h1rNrI",
                 *       "code": "AQcode0"
                 *     }
                 */
                "application/json": components["schemas"]["PageLogInReturn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "status": "offered",
                     *       "validUntil": "2026-11-25T10:00:00.000Z",
                     *       "problem": null,
                     *       "scopes": [
                     *         "pages_messaging",
                     *         "pages_show_list"
                     *       ],
                     *       "missingScopes": [
                     *         {
                     *           "scope": "pages_manage_metadata",
                     *           "effect": {
                     *             "en": "Cannot subscribe the page: its messages do not arrive.",
                     *             "ja": "ページの受信設定ができないため、メッセージが届きません。",
                     *             "ru": "Нельзя подписаться на страницу: её сообщения не приходят."
                     *           }
                     *         }
                     *       ],
                     *       "onlyPages": {
                     *         "en": "Only public pages are listed. Personal profiles cannot be connected: Facebook gives messages of pages only.",
                     *         "ja": "公開ページのみ表示されます。個人のプロフィールは連携できません。Facebookがメッセージを提供するのはページだけです。",
                     *         "ru": "Показаны только публичные страницы. Личный профиль подключить нельзя: Facebook передаёт сообщения только страниц."
                     *       },
                     *       "pageCount": 2,
                     *       "pages": [
                     *         {
                     *           "pageId": "1029384756601",
                     *           "name": "Umeda Kitchen",
                     *           "username": "umeda.kitchen",
                     *           "selectable": true,
                     *           "whyNot": null,
                     *           "otherApps": [],
                     *           "heldHere": null,
                     *           "warning": null,
                     *           "needsTakeOver": false,
                     *           "outcome": null
                     *         },
                     *         {
                     *           "pageId": "1029384756602",
                     *           "name": "Namba Kitchen",
                     *           "username": null,
                     *           "selectable": true,
                     *           "whyNot": null,
                     *           "otherApps": [
                     *             {
                     *               "appId": "990022",
                     *               "appName": "Other desk"
                     *             }
                     *           ],
                     *           "heldHere": null,
                     *           "warning": {
                     *             "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                     *             "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                     *             "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                     *           },
                     *           "needsTakeOver": true,
                     *           "outcome": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PageChoiceView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    PageChoiceController_preflight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ready": true,
                     *       "redirectUri": "https://desk.example/api/v1/page-choices/return",
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    PageChoiceController_show: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "status": "offered",
                     *       "validUntil": "2026-11-25T10:00:00.000Z",
                     *       "problem": null,
                     *       "scopes": [
                     *         "pages_messaging",
                     *         "pages_show_list"
                     *       ],
                     *       "missingScopes": [
                     *         {
                     *           "scope": "pages_manage_metadata",
                     *           "effect": {
                     *             "en": "Cannot subscribe the page: its messages do not arrive.",
                     *             "ja": "ページの受信設定ができないため、メッセージが届きません。",
                     *             "ru": "Нельзя подписаться на страницу: её сообщения не приходят."
                     *           }
                     *         }
                     *       ],
                     *       "onlyPages": {
                     *         "en": "Only public pages are listed. Personal profiles cannot be connected: Facebook gives messages of pages only.",
                     *         "ja": "公開ページのみ表示されます。個人のプロフィールは連携できません。Facebookがメッセージを提供するのはページだけです。",
                     *         "ru": "Показаны только публичные страницы. Личный профиль подключить нельзя: Facebook передаёт сообщения только страниц."
                     *       },
                     *       "pageCount": 2,
                     *       "pages": [
                     *         {
                     *           "pageId": "1029384756601",
                     *           "name": "Umeda Kitchen",
                     *           "username": "umeda.kitchen",
                     *           "selectable": true,
                     *           "whyNot": null,
                     *           "otherApps": [],
                     *           "heldHere": null,
                     *           "warning": null,
                     *           "needsTakeOver": false,
                     *           "outcome": null
                     *         },
                     *         {
                     *           "pageId": "1029384756602",
                     *           "name": "Namba Kitchen",
                     *           "username": null,
                     *           "selectable": true,
                     *           "whyNot": null,
                     *           "otherApps": [
                     *             {
                     *               "appId": "990022",
                     *               "appName": "Other desk"
                     *             }
                     *           ],
                     *           "heldHere": null,
                     *           "warning": {
                     *             "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                     *             "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                     *             "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                     *           },
                     *           "needsTakeOver": true,
                     *           "outcome": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PageChoiceView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    PageChoiceController_choose: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pages": [
                 *         {
                 *           "pageId": "1029384756601"
                 *         },
                 *         {
                 *           "pageId": "1029384756602"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChoosePagesRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "status": "offered",
                     *       "validUntil": "2026-11-25T10:00:00.000Z",
                     *       "problem": null,
                     *       "scopes": [
                     *         "pages_messaging",
                     *         "pages_show_list"
                     *       ],
                     *       "missingScopes": [
                     *         {
                     *           "scope": "pages_manage_metadata",
                     *           "effect": {
                     *             "en": "Cannot subscribe the page: its messages do not arrive.",
                     *             "ja": "ページの受信設定ができないため、メッセージが届きません。",
                     *             "ru": "Нельзя подписаться на страницу: её сообщения не приходят."
                     *           }
                     *         }
                     *       ],
                     *       "onlyPages": {
                     *         "en": "Only public pages are listed. Personal profiles cannot be connected: Facebook gives messages of pages only.",
                     *         "ja": "公開ページのみ表示されます。個人のプロフィールは連携できません。Facebookがメッセージを提供するのはページだけです。",
                     *         "ru": "Показаны только публичные страницы. Личный профиль подключить нельзя: Facebook передаёт сообщения только страниц."
                     *       },
                     *       "pageCount": 2,
                     *       "pages": [
                     *         {
                     *           "pageId": "1029384756601",
                     *           "name": "Umeda Kitchen",
                     *           "username": "umeda.kitchen",
                     *           "selectable": true,
                     *           "whyNot": null,
                     *           "otherApps": [],
                     *           "heldHere": {
                     *             "by": "this tenant",
                     *             "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "since": "2026-11-25T10:00:00.000Z"
                     *           },
                     *           "warning": {
                     *             "en": "This page has an integration account here already. Choosing it gives that account a new token.",
                     *             "ja": "このページの統合アカウントは既にあります。選択すると、新しいトークンに更新されます。",
                     *             "ru": "У этой страницы здесь уже есть учётная запись. Если выбрать её, запись получит новый токен."
                     *           },
                     *           "needsTakeOver": false,
                     *           "outcome": {
                     *             "state": "connected",
                     *             "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "renewed": false,
                     *             "problem": null
                     *           }
                     *         },
                     *         {
                     *           "pageId": "1029384756602",
                     *           "name": "Namba Kitchen",
                     *           "username": null,
                     *           "selectable": true,
                     *           "whyNot": null,
                     *           "otherApps": [
                     *             {
                     *               "appId": "990022",
                     *               "appName": "Other desk"
                     *             }
                     *           ],
                     *           "heldHere": null,
                     *           "warning": {
                     *             "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                     *             "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                     *             "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                     *           },
                     *           "needsTakeOver": true,
                     *           "outcome": {
                     *             "state": "not connected",
                     *             "accountId": null,
                     *             "renewed": false,
                     *             "problem": {
                     *               "code": "linked-elsewhere",
                     *               "reason": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                     *               "remedy": "Choose it once more, with \"takeOver\": true, to have its messages here.",
                     *               "texts": {
                     *                 "reason": {
                     *                   "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                     *                   "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                     *                   "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                     *                 },
                     *                 "remedy": {
                     *                   "en": "Choose it once more and confirm that its messages shall come here.",
                     *                   "ja": "もう一度選択し、メッセージをこちらで受け取ることを確認してください。",
                     *                   "ru": "Выберите её ещё раз и подтвердите, что сообщения должны приходить сюда."
                     *                 }
                     *               }
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PageChoiceView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    RolesController_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "permission": "integration-accounts.view",
                     *           "texts": {
                     *             "en": "See integration accounts",
                     *             "ja": "統合アカウントの表示",
                     *             "ru": "Просмотр учётных записей интеграции"
                     *           }
                     *         },
                     *         {
                     *           "permission": "integration-accounts.add",
                     *           "texts": {
                     *             "en": "Add integration accounts",
                     *             "ja": "統合アカウントの追加",
                     *             "ru": "Добавление учётных записей интеграции"
                     *           }
                     *         },
                     *         {
                     *           "permission": "integration-accounts.change",
                     *           "texts": {
                     *             "en": "Change and link integration accounts",
                     *             "ja": "統合アカウントの変更と連携",
                     *             "ru": "Изменение и подключение учётных записей интеграции"
                     *           }
                     *         },
                     *         {
                     *           "permission": "integration-accounts.delete",
                     *           "texts": {
                     *             "en": "Delete the information of integration accounts",
                     *             "ja": "統合アカウントの情報の削除",
                     *             "ru": "Удаление данных учётных записей интеграции"
                     *           }
                     *         },
                     *         {
                     *           "permission": "contact-windows.view",
                     *           "texts": {
                     *             "en": "See contact windows",
                     *             "ja": "窓口の表示",
                     *             "ru": "Просмотр окон обращений"
                     *           }
                     *         },
                     *         {
                     *           "permission": "contact-windows.add",
                     *           "texts": {
                     *             "en": "Add contact windows",
                     *             "ja": "窓口の追加",
                     *             "ru": "Добавление окон обращений"
                     *           }
                     *         },
                     *         {
                     *           "permission": "contact-windows.change",
                     *           "texts": {
                     *             "en": "Change contact windows",
                     *             "ja": "窓口の変更",
                     *             "ru": "Изменение окон обращений"
                     *           }
                     *         },
                     *         {
                     *           "permission": "contact-windows.delete",
                     *           "texts": {
                     *             "en": "Archive contact windows",
                     *             "ja": "窓口のアーカイブ",
                     *             "ru": "Архивирование окон обращений"
                     *           }
                     *         },
                     *         {
                     *           "permission": "business-hours.view",
                     *           "texts": {
                     *             "en": "See business hours",
                     *             "ja": "営業時間の表示",
                     *             "ru": "Просмотр рабочего времени"
                     *           }
                     *         },
                     *         {
                     *           "permission": "business-hours.change",
                     *           "texts": {
                     *             "en": "Change business hours",
                     *             "ja": "営業時間の変更",
                     *             "ru": "Изменение рабочего времени"
                     *           }
                     *         },
                     *         {
                     *           "permission": "content-profiles.view",
                     *           "texts": {
                     *             "en": "See supported content",
                     *             "ja": "対応コンテンツの表示",
                     *             "ru": "Просмотр поддерживаемого содержимого"
                     *           }
                     *         },
                     *         {
                     *           "permission": "content-profiles.change",
                     *           "texts": {
                     *             "en": "Change supported content",
                     *             "ja": "対応コンテンツの変更",
                     *             "ru": "Изменение поддерживаемого содержимого"
                     *           }
                     *         },
                     *         {
                     *           "permission": "reply-templates.view",
                     *           "texts": {
                     *             "en": "See reply templates",
                     *             "ja": "返信テンプレートの表示",
                     *             "ru": "Просмотр шаблонов ответов"
                     *           }
                     *         },
                     *         {
                     *           "permission": "reply-templates.change",
                     *           "texts": {
                     *             "en": "Change reply templates",
                     *             "ja": "返信テンプレートの変更",
                     *             "ru": "Изменение шаблонов ответов"
                     *           }
                     *         },
                     *         {
                     *           "permission": "organisation.view",
                     *           "texts": {
                     *             "en": "See the settings of the organisation",
                     *             "ja": "組織の設定の表示",
                     *             "ru": "Просмотр настроек организации"
                     *           }
                     *         },
                     *         {
                     *           "permission": "organisation.change",
                     *           "texts": {
                     *             "en": "Change the settings of the organisation",
                     *             "ja": "組織の設定の変更",
                     *             "ru": "Изменение настроек организации"
                     *           }
                     *         },
                     *         {
                     *           "permission": "queues.view",
                     *           "texts": {
                     *             "en": "See queues",
                     *             "ja": "キューの表示",
                     *             "ru": "Просмотр очередей"
                     *           }
                     *         },
                     *         {
                     *           "permission": "queues.change",
                     *           "texts": {
                     *             "en": "Change queues",
                     *             "ja": "キューの変更",
                     *             "ru": "Изменение очередей"
                     *           }
                     *         },
                     *         {
                     *           "permission": "agents.view",
                     *           "texts": {
                     *             "en": "See agents",
                     *             "ja": "オペレーターの表示",
                     *             "ru": "Просмотр операторов"
                     *           }
                     *         },
                     *         {
                     *           "permission": "agents.change",
                     *           "texts": {
                     *             "en": "Add and change agents",
                     *             "ja": "オペレーターの追加と変更",
                     *             "ru": "Добавление и изменение операторов"
                     *           }
                     *         },
                     *         {
                     *           "permission": "skills.view",
                     *           "texts": {
                     *             "en": "See skills and languages",
                     *             "ja": "スキルと言語の表示",
                     *             "ru": "Просмотр навыков и языков"
                     *           }
                     *         },
                     *         {
                     *           "permission": "skills.change",
                     *           "texts": {
                     *             "en": "Change skills and languages",
                     *             "ja": "スキルと言語の変更",
                     *             "ru": "Изменение навыков и языков"
                     *           }
                     *         },
                     *         {
                     *           "permission": "members.view",
                     *           "texts": {
                     *             "en": "See who signs in",
                     *             "ja": "メンバーの表示",
                     *             "ru": "Просмотр пользователей"
                     *           }
                     *         },
                     *         {
                     *           "permission": "members.change",
                     *           "texts": {
                     *             "en": "Add people and give them roles",
                     *             "ja": "メンバーの追加と役割の付与",
                     *             "ru": "Добавление пользователей и выдача ролей"
                     *           }
                     *         },
                     *         {
                     *           "permission": "roles.view",
                     *           "texts": {
                     *             "en": "See roles",
                     *             "ja": "役割の表示",
                     *             "ru": "Просмотр ролей"
                     *           }
                     *         },
                     *         {
                     *           "permission": "roles.change",
                     *           "texts": {
                     *             "en": "Change roles",
                     *             "ja": "役割の変更",
                     *             "ru": "Изменение ролей"
                     *           }
                     *         },
                     *         {
                     *           "permission": "audit.view",
                     *           "texts": {
                     *             "en": "Read the audit log",
                     *             "ja": "監査ログの表示",
                     *             "ru": "Просмотр журнала аудита"
                     *           }
                     *         },
                     *         {
                     *           "permission": "audit.export",
                     *           "texts": {
                     *             "en": "Export the audit log",
                     *             "ja": "監査ログのエクスポート",
                     *             "ru": "Выгрузка журнала аудита"
                     *           }
                     *         },
                     *         {
                     *           "permission": "events.export",
                     *           "texts": {
                     *             "en": "Export events",
                     *             "ja": "イベントのエクスポート",
                     *             "ru": "Выгрузка событий"
                     *           }
                     *         },
                     *         {
                     *           "permission": "events.unseal",
                     *           "texts": {
                     *             "en": "See what is personal in exported events",
                     *             "ja": "エクスポートしたイベントの個人データの表示",
                     *             "ru": "Просмотр персональных данных в выгрузке событий"
                     *           }
                     *         },
                     *         {
                     *           "permission": "conversations.all",
                     *           "texts": {
                     *             "en": "See all conversations",
                     *             "ja": "すべての会話の表示",
                     *             "ru": "Просмотр всех диалогов"
                     *           }
                     *         },
                     *         {
                     *           "permission": "conversations.log",
                     *           "texts": {
                     *             "en": "See the log of a conversation",
                     *             "ja": "会話のログの表示",
                     *             "ru": "Просмотр журнала диалога"
                     *           }
                     *         },
                     *         {
                     *           "permission": "live-figures.view",
                     *           "texts": {
                     *             "en": "See live figures",
                     *             "ja": "リアルタイム状況の表示",
                     *             "ru": "Просмотр текущих показателей"
                     *           }
                     *         },
                     *         {
                     *           "permission": "messages.send-again",
                     *           "texts": {
                     *             "en": "Send messages again",
                     *             "ja": "メッセージの再送",
                     *             "ru": "Повторная отправка сообщений"
                     *           }
                     *         },
                     *         {
                     *           "permission": "contacts.erase",
                     *           "texts": {
                     *             "en": "Erase persons",
                     *             "ja": "個人データの消去",
                     *             "ru": "Удаление персональных данных"
                     *           }
                     *         },
                     *         {
                     *           "permission": "erasures.view",
                     *           "texts": {
                     *             "en": "See erasures",
                     *             "ja": "消去の記録の表示",
                     *             "ru": "Просмотр удалений персональных данных"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            permission: "agents.change" | "agents.view" | "audit.export" | "audit.view" | "business-hours.change" | "business-hours.view" | "contact-windows.add" | "contact-windows.change" | "contact-windows.delete" | "contact-windows.view" | "contacts.erase" | "content-profiles.change" | "content-profiles.view" | "conversations.all" | "conversations.log" | "erasures.view" | "events.export" | "events.unseal" | "integration-accounts.add" | "integration-accounts.change" | "integration-accounts.delete" | "integration-accounts.view" | "live-figures.view" | "members.change" | "members.view" | "messages.send-again" | "organisation.change" | "organisation.view" | "queues.change" | "queues.view" | "reply-templates.change" | "reply-templates.view" | "roles.change" | "roles.view" | "skills.change" | "skills.view";
                            texts: components["schemas"]["Record_PermissionLanguage_string"];
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    QueuesController_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Billing",
                     *           "offerSeconds": 60,
                     *           "policyVersion": 1,
                     *           "policy": {
                     *             "order": "fewest conversations",
                     *             "rings": [
                     *               {
                     *                 "seconds": 60,
                     *                 "agentGroups": [],
                     *                 "droppedSkills": [],
                     *                 "minimumLevels": {}
                     *               }
                     *             ],
                     *             "texts": {
                     *               "closed": {
                     *                 "en": "We are closed now and open {{nextOpening}}.",
                     *                 "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                     *               },
                     *               "waiting": {
                     *                 "en": "Thank you. Somebody will answer you in a moment.",
                     *                 "ja": "担当者が順番にお答えします。"
                     *               },
                     *               "handedOver": {
                     *                 "en": "A person will go on with you.",
                     *                 "ja": "担当者に代わります。"
                     *               },
                     *               "fallbackLanguage": "en",
                     *               "waitingAfterSeconds": 30
                     *             },
                     *             "wrapUp": {
                     *               "kind": "required",
                     *               "codes": [
                     *                 {
                     *                   "code": "answered",
                     *                   "names": {
                     *                     "en": "Answered",
                     *                     "ja": "回答済み"
                     *                   }
                     *                 }
                     *               ],
                     *               "seconds": 60
                     *             },
                     *             "service": {
                     *               "warnAtPercent": 80,
                     *               "nextAnswerSeconds": 300,
                     *               "resolutionSeconds": 14400,
                     *               "firstAnswerSeconds": 600
                     *             },
                     *             "silence": {
                     *               "notice": {
                     *                 "en": "We close this soon.",
                     *                 "ja": "まもなく終了いたします。"
                     *               },
                     *               "closeAfterSeconds": 86400,
                     *               "noticeBeforeSeconds": 3600
                     *             },
                     *             "weights": {},
                     *             "mayClaim": false,
                     *             "overflow": null,
                     *             "priority": {
                     *               "level": 0,
                     *               "secondsPerLevel": 60
                     *             },
                     *             "requires": {
                     *               "skills": {
                     *                 "billing": 3
                     *               },
                     *               "languageLevel": 2
                     *             },
                     *             "autoAccept": false,
                     *             "reopenDays": 0,
                     *             "outsideHours": "wait",
                     *             "interruptible": [],
                     *             "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *             "ownerGoneSeconds": 300,
                     *             "longestWaitSeconds": null,
                     *             "preferredHoldSeconds": 0
                     *           },
                     *           "archived": false,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["QueueView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    QueuesController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Billing",
                 *       "offerSeconds": 45,
                 *       "policy": {
                 *         "requires": {
                 *           "skills": {
                 *             "billing": 3
                 *           },
                 *           "languageLevel": 2
                 *         },
                 *         "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000001",
                 *         "texts": {
                 *           "waiting": {
                 *             "en": "Thank you. Somebody will answer you in a moment.",
                 *             "ja": "担当者が順番にお答えします。"
                 *           },
                 *           "closed": {
                 *             "en": "We are closed now and open {{nextOpening}}.",
                 *             "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                 *           },
                 *           "handedOver": {
                 *             "en": "A person will go on with you.",
                 *             "ja": "担当者に代わります。"
                 *           },
                 *           "waitingAfterSeconds": 30,
                 *           "fallbackLanguage": "en"
                 *         },
                 *         "wrapUp": {
                 *           "kind": "required",
                 *           "seconds": 60,
                 *           "codes": [
                 *             {
                 *               "code": "answered",
                 *               "names": {
                 *                 "en": "Answered",
                 *                 "ja": "回答済み"
                 *               }
                 *             }
                 *           ]
                 *         },
                 *         "silence": {
                 *           "closeAfterSeconds": 86400,
                 *           "noticeBeforeSeconds": 3600,
                 *           "notice": {
                 *             "en": "We close this soon.",
                 *             "ja": "まもなく終了いたします。"
                 *           }
                 *         },
                 *         "service": {
                 *           "firstAnswerSeconds": 600,
                 *           "nextAnswerSeconds": 300,
                 *           "resolutionSeconds": 14400,
                 *           "warnAtPercent": 80
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddQueue"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *       "name": "Billing",
                     *       "offerSeconds": 45,
                     *       "policyVersion": 1,
                     *       "policy": {
                     *         "requires": {
                     *           "skills": {
                     *             "billing": 3
                     *           },
                     *           "languageLevel": 2
                     *         },
                     *         "rings": [
                     *           {
                     *             "seconds": 60,
                     *             "minimumLevels": {},
                     *             "droppedSkills": [],
                     *             "agentGroups": []
                     *           }
                     *         ],
                     *         "priority": {
                     *           "level": 0,
                     *           "secondsPerLevel": 60
                     *         },
                     *         "order": "fewest conversations",
                     *         "preferredHoldSeconds": 0,
                     *         "reopenDays": 0,
                     *         "weights": {},
                     *         "interruptible": [],
                     *         "autoAccept": false,
                     *         "mayClaim": false,
                     *         "overflow": null,
                     *         "longestWaitSeconds": null,
                     *         "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000001",
                     *         "outsideHours": "wait",
                     *         "texts": {
                     *           "waiting": {
                     *             "en": "Thank you. Somebody will answer you in a moment.",
                     *             "ja": "担当者が順番にお答えします。"
                     *           },
                     *           "closed": {
                     *             "en": "We are closed now and open {{nextOpening}}.",
                     *             "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                     *           },
                     *           "handedOver": {
                     *             "en": "A person will go on with you.",
                     *             "ja": "担当者に代わります。"
                     *           },
                     *           "waitingAfterSeconds": 30,
                     *           "fallbackLanguage": "en"
                     *         },
                     *         "ownerGoneSeconds": 300,
                     *         "wrapUp": {
                     *           "kind": "required",
                     *           "seconds": 60,
                     *           "codes": [
                     *             {
                     *               "code": "answered",
                     *               "names": {
                     *                 "en": "Answered",
                     *                 "ja": "回答済み"
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "silence": {
                     *           "closeAfterSeconds": 86400,
                     *           "noticeBeforeSeconds": 3600,
                     *           "notice": {
                     *             "en": "We close this soon.",
                     *             "ja": "まもなく終了いたします。"
                     *           }
                     *         },
                     *         "service": {
                     *           "firstAnswerSeconds": 600,
                     *           "nextAnswerSeconds": 300,
                     *           "resolutionSeconds": 14400,
                     *           "warnAtPercent": 80
                     *         }
                     *       },
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    QueuesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Billing",
                     *       "offerSeconds": 45,
                     *       "policyVersion": 1,
                     *       "policy": {
                     *         "requires": {
                     *           "skills": {
                     *             "billing": 3
                     *           },
                     *           "languageLevel": 2
                     *         },
                     *         "rings": [
                     *           {
                     *             "seconds": 60,
                     *             "minimumLevels": {},
                     *             "droppedSkills": [],
                     *             "agentGroups": []
                     *           }
                     *         ],
                     *         "priority": {
                     *           "level": 0,
                     *           "secondsPerLevel": 60
                     *         },
                     *         "order": "fewest conversations",
                     *         "preferredHoldSeconds": 0,
                     *         "reopenDays": 0,
                     *         "weights": {},
                     *         "interruptible": [],
                     *         "autoAccept": false,
                     *         "mayClaim": false,
                     *         "overflow": null,
                     *         "longestWaitSeconds": null,
                     *         "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *         "outsideHours": "wait",
                     *         "texts": {
                     *           "waiting": {
                     *             "en": "Thank you. Somebody will answer you in a moment.",
                     *             "ja": "担当者が順番にお答えします。"
                     *           },
                     *           "closed": {
                     *             "en": "We are closed now and open {{nextOpening}}.",
                     *             "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                     *           },
                     *           "handedOver": {
                     *             "en": "A person will go on with you.",
                     *             "ja": "担当者に代わります。"
                     *           },
                     *           "waitingAfterSeconds": 30,
                     *           "fallbackLanguage": "en"
                     *         },
                     *         "ownerGoneSeconds": 300,
                     *         "wrapUp": {
                     *           "kind": "required",
                     *           "seconds": 60,
                     *           "codes": [
                     *             {
                     *               "code": "answered",
                     *               "names": {
                     *                 "en": "Answered",
                     *                 "ja": "回答済み"
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "silence": {
                     *           "closeAfterSeconds": 86400,
                     *           "noticeBeforeSeconds": 3600,
                     *           "notice": {
                     *             "en": "We close this soon.",
                     *             "ja": "まもなく終了いたします。"
                     *           }
                     *         },
                     *         "service": {
                     *           "firstAnswerSeconds": 600,
                     *           "nextAnswerSeconds": 300,
                     *           "resolutionSeconds": 14400,
                     *           "warnAtPercent": 80
                     *         }
                     *       },
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    QueuesController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Old",
                     *       "offerSeconds": 30,
                     *       "policyVersion": 0,
                     *       "policy": {
                     *         "requires": {
                     *           "skills": {},
                     *           "languageLevel": null
                     *         },
                     *         "rings": [
                     *           {
                     *             "seconds": 60,
                     *             "minimumLevels": {},
                     *             "droppedSkills": [],
                     *             "agentGroups": []
                     *           }
                     *         ],
                     *         "priority": {
                     *           "level": 0,
                     *           "secondsPerLevel": 60
                     *         },
                     *         "order": "fewest conversations",
                     *         "preferredHoldSeconds": 0,
                     *         "reopenDays": 0,
                     *         "weights": {},
                     *         "interruptible": [],
                     *         "autoAccept": false,
                     *         "mayClaim": false,
                     *         "overflow": null,
                     *         "longestWaitSeconds": null,
                     *         "businessHoursId": null,
                     *         "outsideHours": "wait",
                     *         "texts": {
                     *           "waiting": {},
                     *           "closed": {},
                     *           "handedOver": {}
                     *         },
                     *         "ownerGoneSeconds": 300,
                     *         "wrapUp": {
                     *           "kind": "none",
                     *           "seconds": 0,
                     *           "codes": []
                     *         },
                     *         "silence": null,
                     *         "service": {
                     *           "firstAnswerSeconds": null,
                     *           "nextAnswerSeconds": null,
                     *           "resolutionSeconds": null,
                     *           "warnAtPercent": 80
                     *         }
                     *       },
                     *       "archived": true,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    QueuesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "offerSeconds": 60
                 *     }
                 */
                "application/json": components["schemas"]["ChangeQueueBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Billing",
                     *       "offerSeconds": 60,
                     *       "policyVersion": 1,
                     *       "policy": {
                     *         "requires": {
                     *           "skills": {
                     *             "billing": 3
                     *           },
                     *           "languageLevel": 2
                     *         },
                     *         "rings": [
                     *           {
                     *             "seconds": 60,
                     *             "minimumLevels": {},
                     *             "droppedSkills": [],
                     *             "agentGroups": []
                     *           }
                     *         ],
                     *         "priority": {
                     *           "level": 0,
                     *           "secondsPerLevel": 60
                     *         },
                     *         "order": "fewest conversations",
                     *         "preferredHoldSeconds": 0,
                     *         "reopenDays": 0,
                     *         "weights": {},
                     *         "interruptible": [],
                     *         "autoAccept": false,
                     *         "mayClaim": false,
                     *         "overflow": null,
                     *         "longestWaitSeconds": null,
                     *         "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000002",
                     *         "outsideHours": "wait",
                     *         "texts": {
                     *           "waiting": {
                     *             "en": "Thank you. Somebody will answer you in a moment.",
                     *             "ja": "担当者が順番にお答えします。"
                     *           },
                     *           "closed": {
                     *             "en": "We are closed now and open {{nextOpening}}.",
                     *             "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                     *           },
                     *           "handedOver": {
                     *             "en": "A person will go on with you.",
                     *             "ja": "担当者に代わります。"
                     *           },
                     *           "waitingAfterSeconds": 30,
                     *           "fallbackLanguage": "en"
                     *         },
                     *         "ownerGoneSeconds": 300,
                     *         "wrapUp": {
                     *           "kind": "required",
                     *           "seconds": 60,
                     *           "codes": [
                     *             {
                     *               "code": "answered",
                     *               "names": {
                     *                 "en": "Answered",
                     *                 "ja": "回答済み"
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "silence": {
                     *           "closeAfterSeconds": 86400,
                     *           "noticeBeforeSeconds": 3600,
                     *           "notice": {
                     *             "en": "We close this soon.",
                     *             "ja": "まもなく終了いたします。"
                     *           }
                     *         },
                     *         "service": {
                     *           "firstAnswerSeconds": 600,
                     *           "nextAnswerSeconds": 300,
                     *           "resolutionSeconds": 14400,
                     *           "warnAtPercent": 80
                     *         }
                     *       },
                     *       "archived": false,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    QueuesController_bound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "agents",
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Aiko Tanaka"
                     *         },
                     *         {
                     *           "kind": "integration-accounts",
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *           "name": "Umeda flagship shop"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BoundThing"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    QueuesController_restore: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Old",
                     *       "offerSeconds": 30,
                     *       "policyVersion": 0,
                     *       "policy": {
                     *         "requires": {
                     *           "skills": {},
                     *           "languageLevel": null
                     *         },
                     *         "rings": [
                     *           {
                     *             "seconds": 60,
                     *             "minimumLevels": {},
                     *             "droppedSkills": [],
                     *             "agentGroups": []
                     *           }
                     *         ],
                     *         "priority": {
                     *           "level": 0,
                     *           "secondsPerLevel": 60
                     *         },
                     *         "order": "fewest conversations",
                     *         "preferredHoldSeconds": 0,
                     *         "reopenDays": 0,
                     *         "weights": {},
                     *         "interruptible": [],
                     *         "autoAccept": false,
                     *         "mayClaim": false,
                     *         "overflow": null,
                     *         "longestWaitSeconds": null,
                     *         "businessHoursId": null,
                     *         "outsideHours": "wait",
                     *         "texts": {
                     *           "waiting": {},
                     *           "closed": {},
                     *           "handedOver": {}
                     *         },
                     *         "ownerGoneSeconds": 300,
                     *         "wrapUp": {
                     *           "kind": "none",
                     *           "seconds": 0,
                     *           "codes": []
                     *         },
                     *         "silence": null,
                     *         "service": {
                     *           "firstAnswerSeconds": null,
                     *           "nextAnswerSeconds": null,
                     *           "resolutionSeconds": null,
                     *           "warnAtPercent": 80
                     *         }
                     *       },
                     *       "archived": false,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    ReplyTemplatesController_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Welcome",
                     *           "shortcut": "hi",
                     *           "texts": {
                     *             "en": "Dear {{customer.name}}, thank you for writing to us.",
                     *             "ja": "{{customer.name}} 様、お問い合わせありがとうございます。",
                     *             "ru": "Здравствуйте, {{customer.name}}!"
                     *           },
                     *           "archived": false,
                     *           "version": 2
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ReplyTemplateView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    ReplyTemplatesController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Welcome",
                 *       "shortcut": "hi",
                 *       "texts": {
                 *         "ja": "{{customer.name}} 様、お問い合わせありがとうございます。",
                 *         "en": "Dear {{customer.name}}, thank you for writing to us."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddReplyTemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Welcome",
                     *       "shortcut": "hi",
                     *       "texts": {
                     *         "en": "Dear {{customer.name}}, thank you for writing to us.",
                     *         "ja": "{{customer.name}} 様、お問い合わせありがとうございます。"
                     *       },
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplyTemplateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ReplyTemplatesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Welcome",
                     *       "shortcut": "hi",
                     *       "texts": {
                     *         "en": "Dear {{customer.name}}, thank you for writing to us.",
                     *         "ja": "{{customer.name}} 様、お問い合わせありがとうございます。"
                     *       },
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplyTemplateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    ReplyTemplatesController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Old",
                     *       "shortcut": null,
                     *       "texts": {
                     *         "en": "Old"
                     *       },
                     *       "archived": true,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ReplyTemplateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    ReplyTemplatesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "texts": {
                 *         "ru": "Здравствуйте, {{customer.name}}!"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangeReplyTemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Welcome",
                     *       "shortcut": "hi",
                     *       "texts": {
                     *         "en": "Dear {{customer.name}}, thank you for writing to us.",
                     *         "ja": "{{customer.name}} 様、お問い合わせありがとうございます。",
                     *         "ru": "Здравствуйте, {{customer.name}}!"
                     *       },
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ReplyTemplateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ReplyTemplatesController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "languages": [
                 *         "en"
                 *       ],
                 *       "values": {
                 *         "customer.name": "Maria"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TemplatePreviewBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "en",
                     *       "text": "Dear Maria, thank you for writing to us.",
                     *       "unfilled": []
                     *     }
                     */
                    "application/json": components["schemas"]["TemplatePreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
        };
    };
    RolesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "admin",
                     *           "name": "admin",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "integration-accounts.view",
                     *             "integration-accounts.add",
                     *             "integration-accounts.change",
                     *             "integration-accounts.delete",
                     *             "contact-windows.view",
                     *             "contact-windows.add",
                     *             "contact-windows.change",
                     *             "contact-windows.delete",
                     *             "business-hours.view",
                     *             "business-hours.change",
                     *             "content-profiles.view",
                     *             "content-profiles.change",
                     *             "reply-templates.view",
                     *             "reply-templates.change",
                     *             "organisation.view",
                     *             "organisation.change",
                     *             "queues.view",
                     *             "queues.change",
                     *             "agents.view",
                     *             "agents.change",
                     *             "skills.view",
                     *             "skills.change",
                     *             "members.view",
                     *             "members.change",
                     *             "roles.view",
                     *             "roles.change",
                     *             "audit.view",
                     *             "audit.export",
                     *             "events.export",
                     *             "events.unseal",
                     *             "conversations.all",
                     *             "conversations.log",
                     *             "live-figures.view",
                     *             "messages.send-again",
                     *             "contacts.erase",
                     *             "erasures.view"
                     *           ],
                     *           "archived": false,
                     *           "version": 0
                     *         },
                     *         {
                     *           "id": "supervisor",
                     *           "name": "supervisor",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "integration-accounts.view",
                     *             "contact-windows.view",
                     *             "business-hours.view",
                     *             "content-profiles.view",
                     *             "reply-templates.view",
                     *             "organisation.view",
                     *             "queues.view",
                     *             "agents.view",
                     *             "skills.view",
                     *             "members.view",
                     *             "roles.view",
                     *             "live-figures.view",
                     *             "business-hours.change",
                     *             "reply-templates.change",
                     *             "queues.change",
                     *             "agents.change",
                     *             "skills.change",
                     *             "conversations.all",
                     *             "messages.send-again"
                     *           ],
                     *           "archived": false,
                     *           "version": 0
                     *         },
                     *         {
                     *           "id": "agent",
                     *           "name": "agent",
                     *           "builtIn": true,
                     *           "permissions": [],
                     *           "archived": false,
                     *           "version": 0
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Channel keeper",
                     *           "permissions": [
                     *             "integration-accounts.view"
                     *           ],
                     *           "archived": false,
                     *           "version": 2,
                     *           "builtIn": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["RoleView"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    RolesController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Channel keeper",
                 *       "permissions": [
                 *         "integration-accounts.all",
                 *         "queues.view"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AddRole"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Channel keeper",
                     *       "builtIn": false,
                     *       "permissions": [
                     *         "integration-accounts.view",
                     *         "integration-accounts.add",
                     *         "integration-accounts.change",
                     *         "integration-accounts.delete",
                     *         "queues.view"
                     *       ],
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    RolesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Channel keeper",
                     *       "builtIn": false,
                     *       "permissions": [
                     *         "integration-accounts.view",
                     *         "integration-accounts.add",
                     *         "integration-accounts.change",
                     *         "integration-accounts.delete",
                     *         "queues.view"
                     *       ],
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    RolesController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Old",
                     *       "builtIn": false,
                     *       "permissions": [],
                     *       "archived": true,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    RolesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "permissions": [
                 *         "integration-accounts.view"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRoleBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "name": "Channel keeper",
                     *       "builtIn": false,
                     *       "permissions": [
                     *         "integration-accounts.view"
                     *       ],
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    SkillsController_list: {
        parameters: {
            query?: {
                kind?: "skill" | "language";
                cursor?: string;
                limit?: number;
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "kind": "language",
                     *           "key": "en",
                     *           "names": {
                     *             "en": "English",
                     *             "ja": "英語",
                     *             "ru": "английский"
                     *           },
                     *           "archived": false,
                     *           "version": 1
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *           "kind": "skill",
                     *           "key": "billing",
                     *           "names": {
                     *             "en": "Invoices",
                     *             "ja": "請求",
                     *             "ru": "Счета"
                     *           },
                     *           "archived": false,
                     *           "version": 2
                     *         },
                     *         {
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000003",
                     *           "kind": "language",
                     *           "key": "ja",
                     *           "names": {
                     *             "en": "Japanese",
                     *             "ja": "日本語",
                     *             "ru": "японский"
                     *           },
                     *           "archived": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SkillView"][];
                        nextCursor: null | string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
        };
    };
    SkillsController_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "skill",
                 *       "key": "billing",
                 *       "names": {
                 *         "en": "Billing",
                 *         "ja": "請求",
                 *         "ru": "Счета"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddSkill"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "kind": "skill",
                     *       "key": "billing",
                     *       "names": {
                     *         "en": "Billing",
                     *         "ja": "請求",
                     *         "ru": "Счета"
                     *       },
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SkillView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    SkillsController_inUse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "skill",
                     *           "key": "billing",
                     *           "agents": 1,
                     *           "queues": 1,
                     *           "known": true
                     *         },
                     *         {
                     *           "kind": "language",
                     *           "key": "en",
                     *           "agents": 1,
                     *           "queues": 0,
                     *           "known": true
                     *         },
                     *         {
                     *           "kind": "language",
                     *           "key": "ja",
                     *           "agents": 1,
                     *           "queues": 0,
                     *           "known": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SkillInUse"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
        };
    };
    SkillsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "kind": "skill",
                     *       "key": "billing",
                     *       "names": {
                     *         "en": "Billing",
                     *         "ja": "請求",
                     *         "ru": "Счета"
                     *       },
                     *       "archived": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SkillView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    SkillsController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "kind": "skill",
                     *       "key": "old",
                     *       "names": {
                     *         "en": "Old"
                     *       },
                     *       "archived": true,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["SkillView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
    SkillsController_rename: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "names": {
                 *         "en": "Invoices"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RenameSkillBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "kind": "skill",
                     *       "key": "billing",
                     *       "names": {
                     *         "en": "Invoices",
                     *         "ja": "請求",
                     *         "ru": "Счета"
                     *       },
                     *       "archived": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["SkillView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    SkillsController_bound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "agents",
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *           "name": "Aiko Tanaka"
                     *         },
                     *         {
                     *           "kind": "queues",
                     *           "id": "6f1c1f7e-0000-4000-8000-000000000002",
                     *           "name": "Billing"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BoundThing"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
        };
    };
    SkillsController_restore: {
        parameters: {
            query?: never;
            header: {
                /** @description A new uuid for each action, the same when it is repeated. */
                "Idempotency-Key": string;
                /** @description The ETag of the answer that you saw. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c1f7e-0000-4000-8000-000000000001",
                     *       "kind": "skill",
                     *       "key": "old",
                     *       "names": {
                     *         "en": "Old"
                     *       },
                     *       "archived": false,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["SkillView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            503: components["responses"]["Problem503"];
        };
    };
}
