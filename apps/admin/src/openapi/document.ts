// Written by MADOGUCHI_WRITE_OPENAPI=1 and openapi.spec.ts: do not edit.
export const openApiDocument: object = {
  "openapi": "3.1.0",
  "info": {
    "title": "Madoguchi for administrators",
    "version": "1",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Errors are problem details (RFC 9457). Commands need an Idempotency-Key: the same key is the same command. Answers with a version bear it as their ETag; send it back as If-Match."
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "security": [
    {
      "bearer": []
    },
    {
      "cookie": []
    }
  ],
  "paths": {
    "/api/v1/agent-profiles": {
      "get": {
        "operationId": "AgentsController_list",
        "tags": [
          "agent-profiles"
        ],
        "summary": "agent-profiles: list",
        "description": "Needs the permission `agents.view`.",
        "parameters": [
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/AgentProfileView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "email": "aiko@centre.example",
                      "name": "Aiko Tanaka",
                      "capacity": 4,
                      "queueIds": [
                        "6f1c1f7e-0000-4000-8000-000000000002"
                      ],
                      "skills": {
                        "billing": 4
                      },
                      "languages": {
                        "en": 3,
                        "ja": 5
                      },
                      "groups": [],
                      "weights": {},
                      "workingHoursId": null,
                      "archived": false,
                      "version": 4
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "agents.view"
      }
    },
    "/api/v1/agent-profiles/{id}": {
      "get": {
        "operationId": "AgentsController_show",
        "tags": [
          "agent-profiles"
        ],
        "summary": "agent-profiles: show",
        "description": "Needs the permission `agents.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AgentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "email": "aiko@centre.example",
                  "name": "Aiko Tanaka",
                  "capacity": 3,
                  "queueIds": [
                    "6f1c1f7e-0000-4000-8000-000000000002"
                  ],
                  "skills": {
                    "billing": 4
                  },
                  "languages": {
                    "en": 3,
                    "ja": 5
                  },
                  "groups": [],
                  "weights": {},
                  "workingHoursId": null,
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "agents.view"
      },
      "patch": {
        "operationId": "AgentsController_change",
        "tags": [
          "agent-profiles"
        ],
        "summary": "agent-profiles: change",
        "description": "Needs the permission `agents.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeAgentBody"
              },
              "example": {
                "capacity": 4
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AgentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "email": "aiko@centre.example",
                  "name": "Aiko Tanaka",
                  "capacity": 4,
                  "queueIds": [
                    "6f1c1f7e-0000-4000-8000-000000000002"
                  ],
                  "skills": {
                    "billing": 4
                  },
                  "languages": {
                    "en": 3,
                    "ja": 5
                  },
                  "groups": [],
                  "weights": {},
                  "workingHoursId": null,
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "agents.change",
        "x-command": true
      },
      "delete": {
        "operationId": "AgentsController_archive",
        "tags": [
          "agent-profiles"
        ],
        "summary": "agent-profiles: archive",
        "description": "Needs the permission `agents.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "workInHand",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string",
              "enum": [
                "return"
              ]
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AgentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "email": "aiko@centre.example",
                  "name": "Aiko Tanaka",
                  "capacity": 4,
                  "queueIds": [
                    "6f1c1f7e-0000-4000-8000-000000000002"
                  ],
                  "skills": {
                    "billing": 4
                  },
                  "languages": {
                    "en": 3,
                    "ja": 5
                  },
                  "groups": [],
                  "weights": {},
                  "workingHoursId": null,
                  "archived": true,
                  "version": 3
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "agents.change",
        "x-command": true
      }
    },
    "/api/v1/agent-profiles/{id}/restore": {
      "post": {
        "operationId": "AgentsController_restore",
        "tags": [
          "agent-profiles"
        ],
        "summary": "agent-profiles: restore",
        "description": "Needs the permission `agents.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AgentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "email": "aiko@centre.example",
                  "name": "Aiko Tanaka",
                  "capacity": 4,
                  "queueIds": [
                    "6f1c1f7e-0000-4000-8000-000000000002"
                  ],
                  "skills": {
                    "billing": 4
                  },
                  "languages": {
                    "en": 3,
                    "ja": 5
                  },
                  "groups": [],
                  "weights": {},
                  "workingHoursId": null,
                  "archived": false,
                  "version": 4
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "agents.change",
        "x-command": true
      }
    },
    "/api/v1/agents": {
      "get": {
        "operationId": "AgentsController_directory",
        "tags": [
          "agents"
        ],
        "summary": "agents: directory",
        "description": "Needs the permission `agents.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "additionalProperties": false,
                        "type": "object",
                        "properties": {
                          "id": {
                            "type": "string"
                          },
                          "name": {
                            "type": "string"
                          },
                          "presence": {
                            "$ref": "#/components/schemas/Presence"
                          },
                          "reason": {
                            "type": [
                              "null",
                              "string"
                            ]
                          },
                          "presenceSince": {
                            "type": "string"
                          },
                          "load": {
                            "type": "number"
                          },
                          "capacity": {
                            "type": "number"
                          },
                          "queues": {
                            "type": "array",
                            "items": {
                              "type": "object",
                              "properties": {
                                "id": {
                                  "type": "string"
                                },
                                "name": {
                                  "type": "string"
                                }
                              },
                              "additionalProperties": false,
                              "required": [
                                "id",
                                "name"
                              ]
                            }
                          }
                        },
                        "required": [
                          "capacity",
                          "id",
                          "load",
                          "name",
                          "presence",
                          "presenceSince",
                          "queues",
                          "reason"
                        ]
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Aiko Tanaka",
                      "presence": "offline",
                      "reason": null,
                      "presenceSince": "2026-11-25T10:00:00.000Z",
                      "load": 0,
                      "capacity": 4,
                      "queues": [
                        {
                          "id": "6f1c1f7e-0000-4000-8000-000000000002",
                          "name": "Billing"
                        }
                      ]
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "agents.view"
      },
      "post": {
        "operationId": "AgentsController_add",
        "tags": [
          "agents"
        ],
        "summary": "agents: add",
        "description": "Needs the permission `agents.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddAgent"
              },
              "example": {
                "name": "Aiko Tanaka",
                "email": "aiko@centre.example",
                "password": "correct horse",
                "capacity": 3,
                "queueIds": [
                  "6f1c1f7e-0000-4000-8000-000000000001"
                ],
                "skills": {
                  "billing": 4
                },
                "languages": {
                  "ja": 5,
                  "en": 3
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AgentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000002",
                  "email": "aiko@centre.example",
                  "name": "Aiko Tanaka",
                  "capacity": 3,
                  "queueIds": [
                    "6f1c1f7e-0000-4000-8000-000000000001"
                  ],
                  "skills": {
                    "billing": 4
                  },
                  "languages": {
                    "en": 3,
                    "ja": 5
                  },
                  "groups": [],
                  "weights": {},
                  "workingHoursId": null,
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "agents.change",
        "x-command": true
      }
    },
    "/api/v1/audit": {
      "get": {
        "operationId": "AuditController_list",
        "tags": [
          "audit"
        ],
        "summary": "audit: list",
        "description": "Needs the permission `audit.view`.",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "required": false,
            "schema": {
              "oneOf": [
                {
                  "format": "date",
                  "type": "string"
                },
                {
                  "format": "date-time",
                  "type": "string"
                }
              ]
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": false,
            "schema": {
              "oneOf": [
                {
                  "format": "date",
                  "type": "string"
                },
                {
                  "format": "date-time",
                  "type": "string"
                }
              ]
            }
          },
          {
            "name": "person",
            "in": "query",
            "required": false,
            "schema": {
              "format": "uuid",
              "type": "string"
            }
          },
          {
            "name": "kind",
            "in": "query",
            "required": false,
            "schema": {
              "pattern": "^[a-z_]{1,50}$",
              "type": "string"
            }
          },
          {
            "name": "subject",
            "in": "query",
            "required": false,
            "schema": {
              "format": "uuid",
              "type": "string"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditEntries"
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "sent_form",
                      "event": "FormWithdrawn",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000003",
                      "details": {}
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000004",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "sent_form",
                      "event": "FormSent",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000003",
                      "details": {
                        "fields": [
                          "basicId",
                          "channelId"
                        ],
                        "accountId": "6f1c1f7e-0000-4000-8000-000000000005",
                        "expiresAt": "2026-11-25T10:00:00.000Z",
                        "secretHash": {
                          "secret": true
                        }
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000006",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountAdded",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000005",
                      "details": {
                        "name": "Namba shop",
                        "addedAt": "2026-11-25T10:00:00.000Z",
                        "webhookKey": {
                          "secret": true
                        },
                        "accountType": "line"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000007",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "bot_publication",
                      "event": "BotPublicationDiscarded",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                      "details": {
                        "discardedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000009",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "bot_publication",
                      "event": "BotPublicationUndone",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                      "details": {
                        "why": "cancelled",
                        "undoneAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000010",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "bot_publication",
                      "event": "BotUndoingStarted",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                      "details": {
                        "why": "cancelled",
                        "startedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000011",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "bot_publication",
                      "event": "BotPublicationStarted",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                      "details": {
                        "attempt": 1,
                        "profile": {
                          "name": "人事相談",
                          "description": "人事への質問はこちらへどうぞ。"
                        },
                        "startedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000012",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "BotProfileSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                      "details": {
                        "name": "人事相談",
                        "description": "人事への質問はこちらへどうぞ。"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000013",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountLanguageSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                      "details": {
                        "language": "ja"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000014",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountAdded",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000008",
                      "details": {
                        "name": "人事相談",
                        "botWay": "simple",
                        "addedAt": "2026-11-25T10:00:00.000Z",
                        "webhookKey": {
                          "secret": true
                        },
                        "accountType": "lineworks",
                        "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000015"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000016",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "contact_window",
                      "event": "BotReserved",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000015",
                      "details": {
                        "way": "simple",
                        "accountId": "6f1c1f7e-0000-4000-8000-000000000008",
                        "reservedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000017",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "contact_window",
                      "event": "ContactWindowOpened",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000015",
                      "details": {
                        "name": "Personnel",
                        "openedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000018",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "organisation",
                      "event": "BotMakerSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                      "details": {
                        "changedFields": [
                          "privateKey"
                        ]
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000020",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "organisation",
                      "event": "BotMakerSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                      "details": {
                        "changedFields": [
                          "administratorId",
                          "clientId",
                          "clientSecret",
                          "domainId",
                          "serviceAccount"
                        ]
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000021",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountLanguageSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                      "details": {
                        "language": "ja"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000023",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountRenamed",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                      "details": {
                        "name": "Umeda flagship shop"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000024",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "page_choice",
                      "event": "PageConnected",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                      "details": {
                        "pageId": "1029384756601",
                        "renewed": false,
                        "accountId": "6f1c1f7e-0000-4000-8000-000000000026",
                        "connectedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000027",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountLinked",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                      "details": {
                        "how": "by hand"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000028",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "TokenChecked",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                      "details": {
                        "scopes": [
                          "pages_messaging",
                          "pages_show_list"
                        ],
                        "checkedAt": "2026-11-25T10:00:00.000Z",
                        "expiresAt": null,
                        "missingScopes": [
                          {
                            "scope": "pages_manage_metadata",
                            "effect": "the page cannot be subscribed to webhooks"
                          }
                        ]
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000029",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "SubscriptionRead",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                      "details": {
                        "fields": [
                          {
                            "field": "messages",
                            "needed": true,
                            "subscribed": true
                          },
                          {
                            "field": "messaging_postbacks",
                            "needed": true,
                            "subscribed": true
                          },
                          {
                            "field": "message_deliveries",
                            "needed": true,
                            "subscribed": true
                          },
                          {
                            "field": "message_reads",
                            "needed": true,
                            "subscribed": true
                          },
                          {
                            "field": "message_edits",
                            "needed": true,
                            "subscribed": true
                          },
                          {
                            "field": "message_reactions",
                            "needed": true,
                            "subscribed": true
                          },
                          {
                            "field": "message_echoes",
                            "needed": true,
                            "subscribed": true
                          },
                          {
                            "field": "messaging_optins",
                            "needed": false,
                            "subscribed": true
                          },
                          {
                            "field": "messaging_referrals",
                            "needed": false,
                            "subscribed": true
                          },
                          {
                            "field": "messaging_handovers",
                            "needed": false,
                            "subscribed": true
                          },
                          {
                            "field": "standby",
                            "needed": false,
                            "subscribed": true
                          },
                          {
                            "field": "messaging_account_linking",
                            "needed": false,
                            "subscribed": true
                          },
                          {
                            "field": "messaging_policy_enforcement",
                            "needed": false,
                            "subscribed": true
                          },
                          {
                            "field": "send_cart",
                            "needed": false,
                            "subscribed": true
                          },
                          {
                            "field": "response_feedback",
                            "needed": false,
                            "subscribed": true
                          }
                        ],
                        "readAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000030",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "WebhookSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                      "details": {
                        "host": "madoguchi.example",
                        "setAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000031",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountApplied",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                      "details": {
                        "changedFields": [
                          "appId",
                          "appSecret",
                          "pageAccessToken",
                          "pageId",
                          "pageUsername",
                          "verifyToken"
                        ],
                        "platformAccountId": "1029384756601"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000032",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountAdded",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000026",
                      "details": {
                        "name": "Umeda Kitchen",
                        "active": false,
                        "addedAt": "2026-11-25T10:00:00.000Z",
                        "webhookKey": {
                          "secret": true
                        },
                        "accountType": "messenger",
                        "nameFollowsPlatform": true
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000033",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "page_choice",
                      "event": "PageNotConnected",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                      "details": {
                        "code": "linked-elsewhere",
                        "pageId": "1029384756602",
                        "reason": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                        "remedy": "Choose it once more, with \"takeOver\": true, to have its messages here.",
                        "failedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000034",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "page_choice",
                      "event": "PagesChosen",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                      "details": {
                        "pages": [
                          {
                            "pageId": "1029384756601",
                            "takeOver": false
                          },
                          {
                            "pageId": "1029384756602",
                            "takeOver": false
                          }
                        ],
                        "chosenAt": "2026-11-25T10:00:00.000Z",
                        "mayRenew": true
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000035",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "page_choice",
                      "event": "PagesOffered",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                      "details": {
                        "pages": [
                          {
                            "name": "Umeda Kitchen",
                            "pageId": "1029384756601",
                            "username": "umeda.kitchen",
                            "otherApps": []
                          },
                          {
                            "name": "Namba Kitchen",
                            "pageId": "1029384756602",
                            "otherApps": [
                              {
                                "appId": "990022",
                                "appName": "Other desk"
                              }
                            ]
                          }
                        ],
                        "scopes": [
                          "pages_messaging",
                          "pages_show_list"
                        ],
                        "offeredAt": "2026-11-25T10:00:00.000Z",
                        "validUntil": "2026-11-25T10:00:00.000Z",
                        "missingScopes": [
                          {
                            "scope": "pages_manage_metadata",
                            "effect": "the page cannot be subscribed to webhooks"
                          }
                        ]
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000036",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "page_choice",
                      "event": "PageLogInReturned",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                      "details": {
                        "returnedAt": "2026-11-25T10:00:00.000Z"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000037",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "page_choice",
                      "event": "PageLogInBegun",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000025",
                      "details": {
                        "begunAt": "2026-11-25T10:00:00.000Z",
                        "stateHash": {
                          "secret": true
                        },
                        "validUntil": "2026-11-25T10:00:00.000Z",
                        "sessionHash": {
                          "secret": true
                        }
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000038",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountApplied",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                      "details": {
                        "changedFields": [
                          "basicId",
                          "channelAccessToken",
                          "channelId",
                          "channelSecret"
                        ],
                        "platformAccountId": "1234567890"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000039",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountRouted",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                      "details": {
                        "queueId": "6f1c1f7e-0000-4000-8000-000000000040"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000041",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "integration_account",
                      "event": "IntegrationAccountAdded",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000022",
                      "details": {
                        "name": "Umeda shop",
                        "addedAt": "2026-11-25T10:00:00.000Z",
                        "webhookKey": {
                          "secret": true
                        },
                        "accountType": "line"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000042",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "member",
                      "event": "MemberRoleGiven",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000043",
                      "details": {
                        "role": "6f1c1f7e-0000-4000-8000-000000000044"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000045",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "member",
                      "event": "MemberRoleGiven",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000043",
                      "details": {
                        "role": "supervisor"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000046",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "role",
                      "event": "RoleChanged",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000044",
                      "details": {
                        "permissions": [
                          "integration-accounts.view"
                        ]
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000047",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "role",
                      "event": "RoleDefined",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000044",
                      "details": {
                        "name": "Channel keeper",
                        "permissions": [
                          "integration-accounts.view",
                          "integration-accounts.add",
                          "integration-accounts.change",
                          "integration-accounts.delete",
                          "queues.view"
                        ]
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000048",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "agent",
                      "event": "AgentRestored",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                      "details": {}
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000050",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "agent",
                      "event": "AgentArchived",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                      "details": {}
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000051",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "agent",
                      "event": "AgentChanged",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                      "details": {
                        "capacity": 4
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000052",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "agent",
                      "event": "AgentRegistered",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000049",
                      "details": {
                        "name": {
                          "sealed": true
                        },
                        "skills": {
                          "billing": 4
                        },
                        "capacity": 3,
                        "queueIds": [
                          "6f1c1f7e-0000-4000-8000-000000000040"
                        ],
                        "languages": {
                          "en": 3,
                          "ja": 5
                        }
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000053",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "queue",
                      "event": "QueueChanged",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000040",
                      "details": {
                        "offerSeconds": 60
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000054",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "queue",
                      "event": "QueuePolicySet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000040",
                      "details": {
                        "policy": {
                          "order": "fewest conversations",
                          "rings": [
                            {
                              "seconds": 60,
                              "agentGroups": [],
                              "droppedSkills": [],
                              "minimumLevels": {}
                            }
                          ],
                          "texts": {
                            "closed": {
                              "en": "We are closed now and open {{nextOpening}}.",
                              "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                            },
                            "waiting": {
                              "en": "Thank you. Somebody will answer you in a moment.",
                              "ja": "担当者が順番にお答えします。"
                            },
                            "handedOver": {
                              "en": "A person will go on with you.",
                              "ja": "担当者に代わります。"
                            },
                            "fallbackLanguage": "en",
                            "waitingAfterSeconds": 30
                          },
                          "wrapUp": {
                            "kind": "required",
                            "codes": [
                              {
                                "code": "answered",
                                "names": {
                                  "en": "Answered",
                                  "ja": "回答済み"
                                }
                              }
                            ],
                            "seconds": 60
                          },
                          "service": {
                            "warnAtPercent": 80,
                            "nextAnswerSeconds": 300,
                            "resolutionSeconds": 14400,
                            "firstAnswerSeconds": 600
                          },
                          "silence": {
                            "notice": {
                              "en": "We close this soon.",
                              "ja": "まもなく終了いたします。"
                            },
                            "closeAfterSeconds": 86400,
                            "noticeBeforeSeconds": 3600
                          },
                          "weights": {},
                          "mayClaim": false,
                          "overflow": null,
                          "priority": {
                            "level": 0,
                            "secondsPerLevel": 60
                          },
                          "requires": {
                            "skills": {
                              "billing": 3
                            },
                            "languageLevel": 2
                          },
                          "autoAccept": false,
                          "reopenDays": 0,
                          "outsideHours": "wait",
                          "interruptible": [],
                          "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000055",
                          "ownerGoneSeconds": 300,
                          "longestWaitSeconds": null,
                          "preferredHoldSeconds": 0
                        },
                        "version": 1
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000056",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "queue",
                      "event": "QueueCreated",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000040",
                      "details": {
                        "name": "Billing",
                        "offerSeconds": 45
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000057",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "skill",
                      "event": "SkillRenamed",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000058",
                      "details": {
                        "names": {
                          "en": "Invoices",
                          "ja": "請求",
                          "ru": "Счета"
                        }
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000059",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "skill",
                      "event": "SkillDefined",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000060",
                      "details": {
                        "key": "en",
                        "kind": "language",
                        "names": {
                          "en": "English",
                          "ja": "英語",
                          "ru": "английский"
                        }
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000061",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "skill",
                      "event": "SkillDefined",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000062",
                      "details": {
                        "key": "ja",
                        "kind": "language",
                        "names": {
                          "en": "Japanese",
                          "ja": "日本語",
                          "ru": "японский"
                        }
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000063",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "skill",
                      "event": "SkillDefined",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000058",
                      "details": {
                        "key": "billing",
                        "kind": "skill",
                        "names": {
                          "en": "Billing",
                          "ja": "請求",
                          "ru": "Счета"
                        }
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000064",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "reply_template",
                      "event": "ReplyTemplateTextSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000065",
                      "details": {
                        "text": "Здравствуйте, {{customer.name}}!",
                        "language": "ru"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000066",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "reply_template",
                      "event": "ReplyTemplateAdded",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000065",
                      "details": {
                        "name": "Welcome",
                        "texts": {
                          "en": "Dear {{customer.name}}, thank you for writing to us.",
                          "ja": "{{customer.name}} 様、お問い合わせありがとうございます。"
                        },
                        "shortcut": "hi"
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000067",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "organisation",
                      "event": "AwayReasonsSet",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                      "details": {
                        "reasons": [
                          {
                            "key": "break",
                            "names": {
                              "en": "break",
                              "ja": "休憩",
                              "ru": "перерыв"
                            }
                          },
                          {
                            "key": "lunch",
                            "names": {
                              "en": "lunch",
                              "ja": "昼食",
                              "ru": "обед"
                            }
                          },
                          {
                            "key": "meeting",
                            "names": {
                              "en": "meeting",
                              "ja": "会議",
                              "ru": "встреча"
                            }
                          },
                          {
                            "key": "training",
                            "names": {
                              "en": "training",
                              "ja": "研修",
                              "ru": "обучение"
                            }
                          },
                          {
                            "key": "doctor",
                            "names": {
                              "en": "doctor",
                              "ja": "通院",
                              "ru": "врач"
                            }
                          }
                        ]
                      }
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000068",
                      "at": "2026-11-25T10:00:00.000Z",
                      "person": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000002",
                        "name": "A admin"
                      },
                      "kind": "organisation",
                      "event": "DefaultContentProfileChosen",
                      "subjectId": "6f1c1f7e-0000-4000-8000-000000000019",
                      "details": {
                        "contentProfileId": "6f1c1f7e-0000-4000-8000-000000000069"
                      }
                    }
                  ],
                  "nextCursor": "WyIxMCIsImY3YTUwNDU2LWJhNjMtNTIzZS04NWIyLWJmYzgwZGMwMTY1OSJd"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "audit.view"
      }
    },
    "/api/v1/audit/export": {
      "get": {
        "operationId": "AuditController_export",
        "tags": [
          "audit"
        ],
        "summary": "audit: export",
        "description": "Needs the permission `audit.export`.",
        "parameters": [
          {
            "name": "format",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string",
              "enum": [
                "ndjson",
                "csv"
              ]
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "from",
            "in": "query",
            "required": false,
            "schema": {
              "oneOf": [
                {
                  "format": "date",
                  "type": "string"
                },
                {
                  "format": "date-time",
                  "type": "string"
                }
              ]
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": false,
            "schema": {
              "oneOf": [
                {
                  "format": "date",
                  "type": "string"
                },
                {
                  "format": "date-time",
                  "type": "string"
                }
              ]
            }
          },
          {
            "name": "person",
            "in": "query",
            "required": false,
            "schema": {
              "format": "uuid",
              "type": "string"
            }
          },
          {
            "name": "kind",
            "in": "query",
            "required": false,
            "schema": {
              "pattern": "^[a-z_]{1,50}$",
              "type": "string"
            }
          },
          {
            "name": "subject",
            "in": "query",
            "required": false,
            "schema": {
              "format": "uuid",
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/x-ndjson": {
                "schema": {
                  "type": "string"
                },
                "example": "string"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "audit.export"
      }
    },
    "/api/v1/bots": {
      "get": {
        "operationId": "BotsController_list",
        "tags": [
          "bots"
        ],
        "summary": "bots: list",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BotView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "string",
                      "name": "string",
                      "kind": "botpress",
                      "endpoint": null,
                      "appId": null,
                      "accountIds": [
                        "string"
                      ],
                      "fields": [
                        "contact"
                      ],
                      "deadlineSeconds": 0,
                      "script": {
                        "language": "string",
                        "start": "string",
                        "steps": {
                          "property1": null,
                          "property2": null
                        }
                      },
                      "scriptVersion": 0,
                      "archived": true,
                      "version": 0
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "post": {
        "operationId": "BotsController_add",
        "tags": [
          "bots"
        ],
        "summary": "bots: add",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddBotBody"
              },
              "example": {
                "kind": "built-in",
                "name": "string",
                "endpoint": "string",
                "secret": "stringstringstri",
                "appId": "string",
                "accountIds": [
                  "497f6eca-6276-4993-bfeb-53cbbbba6f08"
                ],
                "fields": [
                  "string"
                ],
                "deadlineSeconds": 0,
                "script": {}
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotView"
                },
                "example": {
                  "id": "string",
                  "name": "string",
                  "kind": "botpress",
                  "endpoint": null,
                  "appId": null,
                  "accountIds": [
                    "string"
                  ],
                  "fields": [
                    "contact"
                  ],
                  "deadlineSeconds": 0,
                  "script": {
                    "language": "string",
                    "start": "string",
                    "steps": {
                      "property1": null,
                      "property2": null
                    }
                  },
                  "scriptVersion": 0,
                  "archived": true,
                  "version": 0
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/bots/preflight/messenger": {
      "get": {
        "operationId": "BotsController_preflight",
        "tags": [
          "bots"
        ],
        "summary": "bots: preflight",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/PreflightItem"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "step": "account",
                      "text": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      },
                      "where": {
                        "old": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        },
                        "present": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        }
                      }
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/bots/{id}": {
      "get": {
        "operationId": "BotsController_show",
        "tags": [
          "bots"
        ],
        "summary": "bots: show",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotView"
                },
                "example": {
                  "id": "string",
                  "name": "string",
                  "kind": "botpress",
                  "endpoint": null,
                  "appId": null,
                  "accountIds": [
                    "string"
                  ],
                  "fields": [
                    "contact"
                  ],
                  "deadlineSeconds": 0,
                  "script": {
                    "language": "string",
                    "start": "string",
                    "steps": {
                      "property1": null,
                      "property2": null
                    }
                  },
                  "scriptVersion": 0,
                  "archived": true,
                  "version": 0
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "patch": {
        "operationId": "BotsController_change",
        "tags": [
          "bots"
        ],
        "summary": "bots: change",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeBotBody"
              },
              "example": {
                "name": "string",
                "endpoint": "string",
                "secret": "stringstringstri",
                "appId": "string",
                "accountIds": [
                  "497f6eca-6276-4993-bfeb-53cbbbba6f08"
                ],
                "fields": [
                  "string"
                ],
                "deadlineSeconds": 0,
                "script": {}
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotView"
                },
                "example": {
                  "id": "string",
                  "name": "string",
                  "kind": "botpress",
                  "endpoint": null,
                  "appId": null,
                  "accountIds": [
                    "string"
                  ],
                  "fields": [
                    "contact"
                  ],
                  "deadlineSeconds": 0,
                  "script": {
                    "language": "string",
                    "start": "string",
                    "steps": {
                      "property1": null,
                      "property2": null
                    }
                  },
                  "scriptVersion": 0,
                  "archived": true,
                  "version": 0
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      },
      "delete": {
        "operationId": "BotsController_archive",
        "tags": [
          "bots"
        ],
        "summary": "bots: archive",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotView"
                },
                "example": {
                  "id": "string",
                  "name": "string",
                  "kind": "botpress",
                  "endpoint": null,
                  "appId": null,
                  "accountIds": [
                    "string"
                  ],
                  "fields": [
                    "contact"
                  ],
                  "deadlineSeconds": 0,
                  "script": {
                    "language": "string",
                    "start": "string",
                    "steps": {
                      "property1": null,
                      "property2": null
                    }
                  },
                  "scriptVersion": 0,
                  "archived": true,
                  "version": 0
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/bots/{id}/sample": {
      "post": {
        "operationId": "BotsController_sample",
        "tags": [
          "bots"
        ],
        "summary": "bots: sample",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SendSampleBody"
              },
              "example": {
                "text": "string"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotAnswer"
                },
                "example": {
                  "outcome": "answered",
                  "replies": [
                    {
                      "type": "text",
                      "text": "string"
                    }
                  ],
                  "next": {
                    "do": "stay"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/bots/{id}/test": {
      "post": {
        "operationId": "BotsController_test",
        "tags": [
          "bots"
        ],
        "summary": "bots: test",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "checks": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ConnectionCheck"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "checks"
                  ]
                },
                "example": {
                  "checks": [
                    {
                      "check": "string",
                      "ok": true,
                      "reason": "string",
                      "remedy": "string",
                      "milliseconds": 0
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/business-hours": {
      "get": {
        "operationId": "BusinessHoursController_list",
        "tags": [
          "business-hours"
        ],
        "summary": "business-hours: list",
        "description": "Needs the permission `business-hours.view`.",
        "parameters": [
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BusinessHoursView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Office hours",
                      "hours": {
                        "week": {
                          "1": [
                            {
                              "to": "18:00",
                              "from": "09:00"
                            }
                          ],
                          "2": [
                            {
                              "to": "18:00",
                              "from": "09:00"
                            }
                          ],
                          "3": [
                            {
                              "to": "18:00",
                              "from": "09:00"
                            }
                          ],
                          "4": [
                            {
                              "to": "18:00",
                              "from": "09:00"
                            }
                          ],
                          "5": [
                            {
                              "to": "18:00",
                              "from": "09:00"
                            }
                          ]
                        },
                        "holidays": [
                          {
                            "on": "01-01",
                            "name": "元日"
                          }
                        ],
                        "timeZone": "Asia/Tokyo",
                        "exceptions": [
                          {
                            "on": "2026-12-31",
                            "name": "Short day",
                            "periods": [
                              {
                                "to": "12:00",
                                "from": "09:00"
                              }
                            ]
                          }
                        ]
                      },
                      "archived": false,
                      "version": 2
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "business-hours.view"
      },
      "post": {
        "operationId": "BusinessHoursController_add",
        "tags": [
          "business-hours"
        ],
        "summary": "business-hours: add",
        "description": "Needs the permission `business-hours.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddBusinessHours"
              },
              "example": {
                "name": "Weekdays",
                "hours": {
                  "timeZone": "Asia/Tokyo",
                  "week": {
                    "1": [
                      {
                        "from": "09:00",
                        "to": "18:00"
                      }
                    ],
                    "2": [
                      {
                        "from": "09:00",
                        "to": "18:00"
                      }
                    ],
                    "3": [
                      {
                        "from": "09:00",
                        "to": "18:00"
                      }
                    ],
                    "4": [
                      {
                        "from": "09:00",
                        "to": "18:00"
                      }
                    ],
                    "5": [
                      {
                        "from": "09:00",
                        "to": "18:00"
                      }
                    ]
                  },
                  "holidays": [
                    {
                      "name": "元日",
                      "on": "01-01"
                    }
                  ],
                  "exceptions": [
                    {
                      "on": "2026-12-31",
                      "name": "Short day",
                      "periods": [
                        {
                          "from": "09:00",
                          "to": "12:00"
                        }
                      ]
                    }
                  ]
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BusinessHoursView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Weekdays",
                  "hours": {
                    "timeZone": "Asia/Tokyo",
                    "week": {
                      "1": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "2": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "3": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "4": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "5": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ]
                    },
                    "holidays": [
                      {
                        "name": "元日",
                        "on": "01-01"
                      }
                    ],
                    "exceptions": [
                      {
                        "on": "2026-12-31",
                        "name": "Short day",
                        "periods": [
                          {
                            "from": "09:00",
                            "to": "12:00"
                          }
                        ]
                      }
                    ]
                  },
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "business-hours.change",
        "x-command": true
      }
    },
    "/api/v1/business-hours/{id}": {
      "get": {
        "operationId": "BusinessHoursController_show",
        "tags": [
          "business-hours"
        ],
        "summary": "business-hours: show",
        "description": "Needs the permission `business-hours.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BusinessHoursView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Weekdays",
                  "hours": {
                    "timeZone": "Asia/Tokyo",
                    "week": {
                      "1": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "2": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "3": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "4": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "5": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ]
                    },
                    "holidays": [
                      {
                        "name": "元日",
                        "on": "01-01"
                      }
                    ],
                    "exceptions": [
                      {
                        "on": "2026-12-31",
                        "name": "Short day",
                        "periods": [
                          {
                            "from": "09:00",
                            "to": "12:00"
                          }
                        ]
                      }
                    ]
                  },
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "business-hours.view"
      },
      "patch": {
        "operationId": "BusinessHoursController_change",
        "tags": [
          "business-hours"
        ],
        "summary": "business-hours: change",
        "description": "Needs the permission `business-hours.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeBusinessHoursBody"
              },
              "example": {
                "name": "Office hours"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BusinessHoursView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Office hours",
                  "hours": {
                    "timeZone": "Asia/Tokyo",
                    "week": {
                      "1": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "2": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "3": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "4": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "5": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ]
                    },
                    "holidays": [
                      {
                        "name": "元日",
                        "on": "01-01"
                      }
                    ],
                    "exceptions": [
                      {
                        "on": "2026-12-31",
                        "name": "Short day",
                        "periods": [
                          {
                            "from": "09:00",
                            "to": "12:00"
                          }
                        ]
                      }
                    ]
                  },
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "business-hours.change",
        "x-command": true
      },
      "delete": {
        "operationId": "BusinessHoursController_archive",
        "tags": [
          "business-hours"
        ],
        "summary": "business-hours: archive",
        "description": "Needs the permission `business-hours.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BusinessHoursView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Old",
                  "hours": {
                    "timeZone": "Asia/Tokyo",
                    "week": {
                      "1": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "2": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "3": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "4": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ],
                      "5": [
                        {
                          "from": "09:00",
                          "to": "18:00"
                        }
                      ]
                    },
                    "holidays": [
                      {
                        "name": "元日",
                        "on": "01-01"
                      }
                    ],
                    "exceptions": [
                      {
                        "on": "2026-12-31",
                        "name": "Short day",
                        "periods": [
                          {
                            "from": "09:00",
                            "to": "12:00"
                          }
                        ]
                      }
                    ]
                  },
                  "archived": true,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "business-hours.change",
        "x-command": true
      }
    },
    "/api/v1/business-hours/{id}/bound": {
      "get": {
        "operationId": "BusinessHoursController_bound",
        "tags": [
          "business-hours"
        ],
        "summary": "business-hours: bound",
        "description": "Needs the permission `business-hours.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BoundThing"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "kind": "queues",
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Billing"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "business-hours.view"
      }
    },
    "/api/v1/business-hours/{id}/preview": {
      "get": {
        "operationId": "BusinessHoursController_preview",
        "tags": [
          "business-hours"
        ],
        "summary": "business-hours: preview",
        "description": "Needs the permission `business-hours.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "at",
            "in": "query",
            "required": false,
            "schema": {
              "oneOf": [
                {
                  "format": "date",
                  "type": "string"
                },
                {
                  "format": "date-time",
                  "type": "string"
                }
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OpeningPreview"
                },
                "example": {
                  "at": "2026-11-25T10:00:00.000Z",
                  "open": true,
                  "nextChange": {
                    "at": "2026-11-25T10:00:00.000Z",
                    "opens": false
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "business-hours.view"
      }
    },
    "/api/v1/channel-health": {
      "get": {
        "operationId": "ChannelHealthController_list",
        "tags": [
          "channel-health"
        ],
        "summary": "channel-health: list",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChannelHealthView"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "accountId": "string",
                      "name": "string",
                      "type": "email",
                      "lastWebhookAt": null,
                      "lastMessageAt": null,
                      "lastSentAt": null,
                      "lastError": {
                        "at": "string",
                        "code": "string",
                        "remedy": "string"
                      },
                      "tokenExpiresAt": null,
                      "missingFields": [
                        "string"
                      ],
                      "testedAt": null,
                      "toSendAgain": 0,
                      "light": "green",
                      "reasons": [
                        {
                          "what": "deleted"
                        }
                      ]
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/channel-health/{id}": {
      "get": {
        "operationId": "ChannelHealthController_show",
        "tags": [
          "channel-health"
        ],
        "summary": "channel-health: show",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChannelHealthView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "type": "email",
                  "lastWebhookAt": null,
                  "lastMessageAt": null,
                  "lastSentAt": null,
                  "lastError": {
                    "at": "string",
                    "code": "string",
                    "remedy": "string"
                  },
                  "tokenExpiresAt": null,
                  "missingFields": [
                    "string"
                  ],
                  "testedAt": null,
                  "toSendAgain": 0,
                  "light": "green",
                  "reasons": [
                    {
                      "what": "deleted"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/channel-health/{id}/resend": {
      "post": {
        "operationId": "ChannelHealthController_resend",
        "tags": [
          "channel-health"
        ],
        "summary": "channel-health: resend",
        "description": "Needs the permission `messages.send-again`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Resent"
                },
                "example": {
                  "requeued": 0,
                  "refused": [
                    {
                      "conversationId": "string",
                      "replyId": "string",
                      "code": "string",
                      "reason": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "messages.send-again",
        "x-command": true
      }
    },
    "/api/v1/contact-windows": {
      "get": {
        "operationId": "ContactWindowsController_list",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: list",
        "description": "Needs the permission `contact-windows.view`.",
        "parameters": [
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ContactWindowView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "string",
                      "version": 0,
                      "name": "string",
                      "baseAddress": null,
                      "businessHoursId": null,
                      "bot": {
                        "accountId": "string",
                        "way": "console"
                      },
                      "archived": true
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "contact-windows.view"
      },
      "post": {
        "operationId": "ContactWindowsController_open",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: open",
        "description": "Needs the permission `contact-windows.add`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OpenContactWindowBody"
              },
              "example": {
                "name": "Personnel"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContactWindowView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "version": 1,
                  "name": "Personnel",
                  "baseAddress": null,
                  "businessHoursId": null,
                  "bot": null,
                  "archived": false
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "contact-windows.add",
        "x-command": true
      }
    },
    "/api/v1/contact-windows/{id}": {
      "get": {
        "operationId": "ContactWindowsController_show",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: show",
        "description": "Needs the permission `contact-windows.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContactWindowView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "name": "string",
                  "baseAddress": null,
                  "businessHoursId": null,
                  "bot": {
                    "accountId": "string",
                    "way": "console"
                  },
                  "archived": true
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "contact-windows.view"
      },
      "patch": {
        "operationId": "ContactWindowsController_change",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: change",
        "description": "Needs the permission `contact-windows.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeContactWindowBody"
              },
              "example": {
                "name": "string",
                "businessHoursId": "cb891ed5-2570-45d7-81f4-b093af05c297",
                "baseAddress": "user@example.com"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContactWindowView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "name": "string",
                  "baseAddress": null,
                  "businessHoursId": null,
                  "bot": {
                    "accountId": "string",
                    "way": "console"
                  },
                  "archived": true
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "contact-windows.change",
        "x-command": true
      },
      "delete": {
        "operationId": "ContactWindowsController_archive",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: archive",
        "description": "Needs the permission `contact-windows.delete`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContactWindowView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "name": "string",
                  "baseAddress": null,
                  "businessHoursId": null,
                  "bot": {
                    "accountId": "string",
                    "way": "console"
                  },
                  "archived": true
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "contact-windows.delete",
        "x-command": true
      }
    },
    "/api/v1/contact-windows/{id}/base-address": {
      "post": {
        "operationId": "ContactWindowsController_issueAddress",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: issue address",
        "description": "Needs the permission `contact-windows.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContactWindowView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "name": "string",
                  "baseAddress": null,
                  "businessHoursId": null,
                  "bot": {
                    "accountId": "string",
                    "way": "console"
                  },
                  "archived": true
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "contact-windows.change",
        "x-command": true
      },
      "delete": {
        "operationId": "ContactWindowsController_deleteAddress",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: delete address",
        "description": "Needs the permission `contact-windows.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContactWindowView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "name": "string",
                  "baseAddress": null,
                  "businessHoursId": null,
                  "bot": {
                    "accountId": "string",
                    "way": "console"
                  },
                  "archived": true
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "contact-windows.change",
        "x-command": true
      }
    },
    "/api/v1/contact-windows/{id}/bot": {
      "get": {
        "operationId": "BotController_show",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: show",
        "description": "Needs the permission `contact-windows.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotOfWindowView"
                },
                "example": {
                  "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "way": "simple",
                  "tabs": [
                    {
                      "way": "simple",
                      "title": {
                        "en": "Make a bot here",
                        "ja": "ここでBotを作成",
                        "ru": "Создать бота здесь"
                      },
                      "open": true
                    },
                    {
                      "way": "console",
                      "title": {
                        "en": "Link a bot from Developer Console",
                        "ja": "Developer Consoleで作成したBotを連携",
                        "ru": "Подключить бота из Developer Console"
                      },
                      "open": false
                    }
                  ],
                  "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                  "canMakeBots": true,
                  "limits": {
                    "name": 20,
                    "description": 100,
                    "image": 10485760,
                    "text": {
                      "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                      "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                      "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                    }
                  },
                  "simple": {
                    "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                    "name": "人事相談",
                    "nameCharacters": 4,
                    "description": "人事への質問はこちらへどうぞ。",
                    "descriptionCharacters": 15,
                    "firstMessage": "人事への質問はこちらへどうぞ。",
                    "image": null,
                    "status": "running",
                    "attempt": 1,
                    "steps": [
                      {
                        "step": "host image",
                        "title": {
                          "en": "Provide the picture",
                          "ja": "画像を用意",
                          "ru": "Подготовка изображения"
                        },
                        "status": "started",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "create bot",
                        "title": {
                          "en": "Create the bot",
                          "ja": "Botを作成",
                          "ru": "Создание бота"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "open to members",
                        "title": {
                          "en": "Show it to members",
                          "ja": "メンバーに公開",
                          "ru": "Открытие для сотрудников"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "issue secret",
                        "title": {
                          "en": "Secure its messages",
                          "ja": "メッセージの保護",
                          "ru": "Защита сообщений"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "save credentials",
                        "title": {
                          "en": "Connect it here",
                          "ja": "この窓口に接続",
                          "ru": "Подключение к окну"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      }
                    ],
                    "undoneWhy": null,
                    "failure": null,
                    "botId": null,
                    "state": "saved",
                    "linked": false,
                    "notes": [
                      {
                        "note": "not in the admin list",
                        "text": {
                          "en": "A bot made here is not in the bot list of the LINE WORKS administrator, so its rights and policies cannot be changed there. If you need them, link a bot from the Developer Console instead.",
                          "ja": "ここで作成したBotはLINE WORKS管理者画面のBot一覧に表示されず、権限やポリシーの詳細は変更できません。必要な場合はDeveloper Consoleで作成したBotを連携してください。",
                          "ru": "Бота, созданного здесь, нет в списке ботов администратора LINE WORKS: его права и политики там не изменить. Если они нужны, подключите бота из Developer Console."
                        }
                      },
                      {
                        "note": "when deleted",
                        "text": {
                          "en": "The bot also disappears from members’ lists, and running talks become read-only.",
                          "ja": "Botはトーク相手の一覧からも削除され、会話中のトークは入力できなくなります。",
                          "ru": "Бот исчезнет из списков сотрудников, текущие диалоги станут только для чтения."
                        }
                      }
                    ]
                  },
                  "console": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "contact-windows.view"
      },
      "post": {
        "operationId": "BotController_publish",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: publish",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PublishBot"
              },
              "example": {
                "name": "人事相談",
                "description": "人事への質問はこちらへどうぞ。",
                "language": "ja"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotOfWindowView"
                },
                "example": {
                  "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "way": "simple",
                  "tabs": [
                    {
                      "way": "simple",
                      "title": {
                        "en": "Make a bot here",
                        "ja": "ここでBotを作成",
                        "ru": "Создать бота здесь"
                      },
                      "open": true
                    },
                    {
                      "way": "console",
                      "title": {
                        "en": "Link a bot from Developer Console",
                        "ja": "Developer Consoleで作成したBotを連携",
                        "ru": "Подключить бота из Developer Console"
                      },
                      "open": false
                    }
                  ],
                  "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                  "canMakeBots": true,
                  "limits": {
                    "name": 20,
                    "description": 100,
                    "image": 10485760,
                    "text": {
                      "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                      "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                      "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                    }
                  },
                  "simple": {
                    "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                    "name": "人事相談",
                    "nameCharacters": 4,
                    "description": "人事への質問はこちらへどうぞ。",
                    "descriptionCharacters": 15,
                    "firstMessage": "人事への質問はこちらへどうぞ。",
                    "image": null,
                    "status": "running",
                    "attempt": 1,
                    "steps": [
                      {
                        "step": "host image",
                        "title": {
                          "en": "Provide the picture",
                          "ja": "画像を用意",
                          "ru": "Подготовка изображения"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "create bot",
                        "title": {
                          "en": "Create the bot",
                          "ja": "Botを作成",
                          "ru": "Создание бота"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "open to members",
                        "title": {
                          "en": "Show it to members",
                          "ja": "メンバーに公開",
                          "ru": "Открытие для сотрудников"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "issue secret",
                        "title": {
                          "en": "Secure its messages",
                          "ja": "メッセージの保護",
                          "ru": "Защита сообщений"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "save credentials",
                        "title": {
                          "en": "Connect it here",
                          "ja": "この窓口に接続",
                          "ru": "Подключение к окну"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      }
                    ],
                    "undoneWhy": null,
                    "failure": null,
                    "botId": null,
                    "state": "saved",
                    "linked": false,
                    "notes": [
                      {
                        "note": "not in the admin list",
                        "text": {
                          "en": "A bot made here is not in the bot list of the LINE WORKS administrator, so its rights and policies cannot be changed there. If you need them, link a bot from the Developer Console instead.",
                          "ja": "ここで作成したBotはLINE WORKS管理者画面のBot一覧に表示されず、権限やポリシーの詳細は変更できません。必要な場合はDeveloper Consoleで作成したBotを連携してください。",
                          "ru": "Бота, созданного здесь, нет в списке ботов администратора LINE WORKS: его права и политики там не изменить. Если они нужны, подключите бота из Developer Console."
                        }
                      },
                      {
                        "note": "when deleted",
                        "text": {
                          "en": "The bot also disappears from members’ lists, and running talks become read-only.",
                          "ja": "Botはトーク相手の一覧からも削除され、会話中のトークは入力できなくなります。",
                          "ru": "Бот исчезнет из списков сотрудников, текущие диалоги станут только для чтения."
                        }
                      }
                    ]
                  },
                  "console": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/contact-windows/{id}/bot/cancel": {
      "post": {
        "operationId": "BotController_cancel",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: cancel",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "202": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotOfWindowView"
                },
                "example": {
                  "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "way": "simple",
                  "tabs": [
                    {
                      "way": "simple",
                      "title": {
                        "en": "Make a bot here",
                        "ja": "ここでBotを作成",
                        "ru": "Создать бота здесь"
                      },
                      "open": true
                    },
                    {
                      "way": "console",
                      "title": {
                        "en": "Link a bot from Developer Console",
                        "ja": "Developer Consoleで作成したBotを連携",
                        "ru": "Подключить бота из Developer Console"
                      },
                      "open": false
                    }
                  ],
                  "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                  "canMakeBots": true,
                  "limits": {
                    "name": 20,
                    "description": 100,
                    "image": 10485760,
                    "text": {
                      "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                      "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                      "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                    }
                  },
                  "simple": {
                    "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                    "name": "人事相談",
                    "nameCharacters": 4,
                    "description": "人事への質問はこちらへどうぞ。",
                    "descriptionCharacters": 15,
                    "firstMessage": "人事への質問はこちらへどうぞ。",
                    "image": null,
                    "status": "undone",
                    "attempt": 1,
                    "steps": [
                      {
                        "step": "host image",
                        "title": {
                          "en": "Provide the picture",
                          "ja": "画像を用意",
                          "ru": "Подготовка изображения"
                        },
                        "status": "started",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "create bot",
                        "title": {
                          "en": "Create the bot",
                          "ja": "Botを作成",
                          "ru": "Создание бота"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "open to members",
                        "title": {
                          "en": "Show it to members",
                          "ja": "メンバーに公開",
                          "ru": "Открытие для сотрудников"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "issue secret",
                        "title": {
                          "en": "Secure its messages",
                          "ja": "メッセージの保護",
                          "ru": "Защита сообщений"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      },
                      {
                        "step": "save credentials",
                        "title": {
                          "en": "Connect it here",
                          "ja": "この窓口に接続",
                          "ru": "Подключение к окну"
                        },
                        "status": "waiting",
                        "retryAt": null,
                        "problem": null
                      }
                    ],
                    "undoneWhy": "cancelled",
                    "failure": null,
                    "botId": null,
                    "state": "saved",
                    "linked": false,
                    "notes": [
                      {
                        "note": "try again or discard",
                        "text": {
                          "en": "Nothing of this bot is left in LINE WORKS; its name and its place in the contact window are free. Publish it again, or discard the draft.",
                          "ja": "このBotはLINE WORKSに残っていません。名前と窓口の枠は空いています。もう一度公開するか、下書きを破棄してください。",
                          "ru": "В LINE WORKS от этого бота ничего не осталось; его имя и место в окне свободны. Опубликуйте его снова или удалите черновик."
                        }
                      },
                      {
                        "note": "not in the admin list",
                        "text": {
                          "en": "A bot made here is not in the bot list of the LINE WORKS administrator, so its rights and policies cannot be changed there. If you need them, link a bot from the Developer Console instead.",
                          "ja": "ここで作成したBotはLINE WORKS管理者画面のBot一覧に表示されず、権限やポリシーの詳細は変更できません。必要な場合はDeveloper Consoleで作成したBotを連携してください。",
                          "ru": "Бота, созданного здесь, нет в списке ботов администратора LINE WORKS: его права и политики там не изменить. Если они нужны, подключите бота из Developer Console."
                        }
                      },
                      {
                        "note": "when deleted",
                        "text": {
                          "en": "The bot also disappears from members’ lists, and running talks become read-only.",
                          "ja": "Botはトーク相手の一覧からも削除され、会話中のトークは入力できなくなります。",
                          "ru": "Бот исчезнет из списков сотрудников, текущие диалоги станут только для чтения."
                        }
                      }
                    ]
                  },
                  "console": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/contact-windows/{id}/bot/discard": {
      "post": {
        "operationId": "BotController_discard",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: discard",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotOfWindowView"
                },
                "example": {
                  "contactWindowId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "way": null,
                  "tabs": [
                    {
                      "way": "simple",
                      "title": {
                        "en": "Make a bot here",
                        "ja": "ここでBotを作成",
                        "ru": "Создать бота здесь"
                      },
                      "open": true
                    },
                    {
                      "way": "console",
                      "title": {
                        "en": "Link a bot from Developer Console",
                        "ja": "Developer Consoleで作成したBotを連携",
                        "ru": "Подключить бота из Developer Console"
                      },
                      "open": true
                    }
                  ],
                  "accountId": null,
                  "canMakeBots": true,
                  "limits": {
                    "name": 20,
                    "description": 100,
                    "image": 10485760,
                    "text": {
                      "en": "Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits",
                      "ja": "名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字",
                      "ru": "Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры"
                    }
                  },
                  "simple": null,
                  "console": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/contact-windows/{id}/bot/image": {
      "post": {
        "operationId": "BotController_image",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: image",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "fileName",
            "in": "query",
            "required": true,
            "schema": {
              "maxLength": 255,
              "type": "string"
            }
          },
          {
            "name": "rename",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/octet-stream": {
              "schema": {
                "type": "string",
                "format": "binary"
              },
              "example": ""
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "imageId": {
                      "type": "string"
                    },
                    "fileName": {
                      "type": "string"
                    },
                    "mimeType": {
                      "type": "string"
                    },
                    "size": {
                      "type": "number"
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "fileName",
                    "imageId",
                    "mimeType",
                    "size"
                  ]
                },
                "example": {
                  "imageId": "string",
                  "fileName": "string",
                  "mimeType": "string",
                  "size": 0
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/contact-windows/{id}/bot/live": {
      "get": {
        "operationId": "BotController_live",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: live",
        "description": "Needs the permission `contact-windows.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                },
                "example": "string"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "contact-windows.view"
      }
    },
    "/api/v1/contact-windows/{id}/bound": {
      "get": {
        "operationId": "ContactWindowsController_bound",
        "tags": [
          "contact-windows"
        ],
        "summary": "contact-windows: bound",
        "description": "Needs the permission `contact-windows.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BoundThing"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "kind": "string",
                      "id": "string",
                      "name": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "contact-windows.view"
      }
    },
    "/api/v1/contacts/{id}/erase": {
      "post": {
        "operationId": "ContactsController_erase",
        "tags": [
          "contacts"
        ],
        "summary": "contacts: erase",
        "description": "Needs the permission `contacts.erase`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/EraseContactRequest"
              },
              "example": {
                "reason": "customer request",
                "confirm": "string"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Certificate"
                },
                "example": {
                  "kind": "madoguchi certificate of erasure",
                  "format": 1,
                  "completedAt": "string",
                  "destroyed": {
                    "conversations": [
                      "string"
                    ],
                    "files": [
                      "string"
                    ],
                    "events": 0,
                    "rows": {
                      "property1": null,
                      "property2": null
                    },
                    "keys": [
                      {
                        "id": "string",
                        "madeAt": "string",
                        "destroyedAt": "string"
                      }
                    ]
                  },
                  "digest": "string",
                  "signature": "string",
                  "id": "string",
                  "tenantId": "string",
                  "contactId": "string",
                  "reason": "customer request",
                  "requestedBy": {
                    "kind": "customer",
                    "id": "string"
                  },
                  "requestedAt": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "contacts.erase",
        "x-command": true
      }
    },
    "/api/v1/contacts/{id}/erasures": {
      "get": {
        "operationId": "ContactsController_ofContact",
        "tags": [
          "contacts"
        ],
        "summary": "contacts: of contact",
        "description": "Needs the permission `erasures.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Erasure"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "destroyedKeys": [
                        {
                          "id": "string",
                          "madeAt": "string",
                          "destroyedAt": "string"
                        }
                      ],
                      "traces": {
                        "conversations": [
                          "string"
                        ],
                        "files": [
                          "string"
                        ],
                        "events": 0,
                        "rows": {
                          "property1": null,
                          "property2": null
                        }
                      },
                      "certificate": {
                        "kind": "madoguchi certificate of erasure",
                        "format": 1,
                        "completedAt": "string",
                        "destroyed": {
                          "conversations": [
                            "string"
                          ],
                          "files": [
                            "string"
                          ],
                          "events": 0,
                          "rows": {
                            "property1": null,
                            "property2": null
                          },
                          "keys": [
                            {
                              "id": "string",
                              "madeAt": "string",
                              "destroyedAt": "string"
                            }
                          ]
                        },
                        "digest": "string",
                        "signature": "string",
                        "id": "string",
                        "tenantId": "string",
                        "contactId": "string",
                        "reason": "customer request",
                        "requestedBy": {
                          "kind": "customer",
                          "id": "string"
                        },
                        "requestedAt": "string"
                      },
                      "id": "string",
                      "tenantId": "string",
                      "contactId": "string",
                      "reason": "customer request",
                      "requestedBy": {
                        "kind": "customer",
                        "id": "string"
                      },
                      "requestedAt": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "erasures.view"
      }
    },
    "/api/v1/content-profiles": {
      "get": {
        "operationId": "ContentProfilesController_list",
        "tags": [
          "content-profiles"
        ],
        "summary": "content-profiles: list",
        "description": "Needs the permission `content-profiles.view`.",
        "parameters": [
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ContentProfileView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Pictures and PDF",
                      "inbound": [
                        "image",
                        "location"
                      ],
                      "outbound": [
                        "application/pdf",
                        "image/png"
                      ],
                      "archived": false,
                      "version": 2
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "content-profiles.view"
      },
      "post": {
        "operationId": "ContentProfilesController_add",
        "tags": [
          "content-profiles"
        ],
        "summary": "content-profiles: add",
        "description": "Needs the permission `content-profiles.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddContentProfile"
              },
              "example": {
                "name": "Pictures and PDF",
                "inbound": [
                  "image"
                ],
                "outbound": [
                  "image/png",
                  "application/pdf"
                ]
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Pictures and PDF",
                  "inbound": [
                    "image"
                  ],
                  "outbound": [
                    "application/pdf",
                    "image/png"
                  ],
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "content-profiles.change",
        "x-command": true
      }
    },
    "/api/v1/content-profiles/{id}": {
      "get": {
        "operationId": "ContentProfilesController_show",
        "tags": [
          "content-profiles"
        ],
        "summary": "content-profiles: show",
        "description": "Needs the permission `content-profiles.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Pictures and PDF",
                  "inbound": [
                    "image"
                  ],
                  "outbound": [
                    "application/pdf",
                    "image/png"
                  ],
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "content-profiles.view"
      },
      "patch": {
        "operationId": "ContentProfilesController_change",
        "tags": [
          "content-profiles"
        ],
        "summary": "content-profiles: change",
        "description": "Needs the permission `content-profiles.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeContentProfileBody"
              },
              "example": {
                "inbound": [
                  "image",
                  "location"
                ]
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Pictures and PDF",
                  "inbound": [
                    "image",
                    "location"
                  ],
                  "outbound": [
                    "application/pdf",
                    "image/png"
                  ],
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "content-profiles.change",
        "x-command": true
      },
      "delete": {
        "operationId": "ContentProfilesController_archive",
        "tags": [
          "content-profiles"
        ],
        "summary": "content-profiles: archive",
        "description": "Needs the permission `content-profiles.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ContentProfileView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Old",
                  "inbound": [],
                  "outbound": [],
                  "archived": true,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "content-profiles.change",
        "x-command": true
      }
    },
    "/api/v1/content-profiles/{id}/bound": {
      "get": {
        "operationId": "ContentProfilesController_bound",
        "tags": [
          "content-profiles"
        ],
        "summary": "content-profiles: bound",
        "description": "Needs the permission `content-profiles.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BoundThing"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "kind": "organisation",
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": ""
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "content-profiles.view"
      }
    },
    "/api/v1/erasures": {
      "get": {
        "operationId": "ContactsController_all",
        "tags": [
          "erasures"
        ],
        "summary": "erasures: all",
        "description": "Needs the permission `erasures.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Erasure"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "destroyedKeys": [
                        {
                          "id": "string",
                          "madeAt": "string",
                          "destroyedAt": "string"
                        }
                      ],
                      "traces": {
                        "conversations": [
                          "string"
                        ],
                        "files": [
                          "string"
                        ],
                        "events": 0,
                        "rows": {
                          "property1": null,
                          "property2": null
                        }
                      },
                      "certificate": {
                        "kind": "madoguchi certificate of erasure",
                        "format": 1,
                        "completedAt": "string",
                        "destroyed": {
                          "conversations": [
                            "string"
                          ],
                          "files": [
                            "string"
                          ],
                          "events": 0,
                          "rows": {
                            "property1": null,
                            "property2": null
                          },
                          "keys": [
                            {
                              "id": "string",
                              "madeAt": "string",
                              "destroyedAt": "string"
                            }
                          ]
                        },
                        "digest": "string",
                        "signature": "string",
                        "id": "string",
                        "tenantId": "string",
                        "contactId": "string",
                        "reason": "customer request",
                        "requestedBy": {
                          "kind": "customer",
                          "id": "string"
                        },
                        "requestedAt": "string"
                      },
                      "id": "string",
                      "tenantId": "string",
                      "contactId": "string",
                      "reason": "customer request",
                      "requestedBy": {
                        "kind": "customer",
                        "id": "string"
                      },
                      "requestedAt": "string"
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "erasures.view"
      }
    },
    "/api/v1/erasures/{id}": {
      "get": {
        "operationId": "ContactsController_show",
        "tags": [
          "erasures"
        ],
        "summary": "erasures: show",
        "description": "Needs the permission `erasures.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Erasure"
                },
                "example": {
                  "destroyedKeys": [
                    {
                      "id": "string",
                      "madeAt": "string",
                      "destroyedAt": "string"
                    }
                  ],
                  "traces": {
                    "conversations": [
                      "string"
                    ],
                    "files": [
                      "string"
                    ],
                    "events": 0,
                    "rows": {
                      "property1": null,
                      "property2": null
                    }
                  },
                  "certificate": {
                    "kind": "madoguchi certificate of erasure",
                    "format": 1,
                    "completedAt": "string",
                    "destroyed": {
                      "conversations": [
                        "string"
                      ],
                      "files": [
                        "string"
                      ],
                      "events": 0,
                      "rows": {
                        "property1": null,
                        "property2": null
                      },
                      "keys": [
                        {
                          "id": "string",
                          "madeAt": "string",
                          "destroyedAt": "string"
                        }
                      ]
                    },
                    "digest": "string",
                    "signature": "string",
                    "id": "string",
                    "tenantId": "string",
                    "contactId": "string",
                    "reason": "customer request",
                    "requestedBy": {
                      "kind": "customer",
                      "id": "string"
                    },
                    "requestedAt": "string"
                  },
                  "id": "string",
                  "tenantId": "string",
                  "contactId": "string",
                  "reason": "customer request",
                  "requestedBy": {
                    "kind": "customer",
                    "id": "string"
                  },
                  "requestedAt": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "erasures.view"
      }
    },
    "/api/v1/erasures/{id}/certificate.txt": {
      "get": {
        "operationId": "ContactsController_print",
        "tags": [
          "erasures"
        ],
        "summary": "erasures: print",
        "description": "Needs the permission `erasures.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "text/plain; charset=utf-8": {
                "schema": {
                  "type": "string"
                },
                "example": "string"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "erasures.view"
      }
    },
    "/api/v1/events": {
      "get": {
        "operationId": "EventsController_export",
        "tags": [
          "events"
        ],
        "summary": "events: export",
        "description": "Needs the permission `events.export`.",
        "parameters": [
          {
            "name": "format",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string",
              "enum": [
                "ndjson",
                "csv",
                "parquet"
              ]
            }
          },
          {
            "name": "stream",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "category",
            "in": "query",
            "required": false,
            "schema": {
              "items": {
                "type": "string"
              },
              "type": "array",
              "maxItems": 100
            }
          },
          {
            "name": "type",
            "in": "query",
            "required": false,
            "schema": {
              "items": {
                "type": "string"
              },
              "type": "array",
              "maxItems": 100
            }
          },
          {
            "name": "channel",
            "in": "query",
            "required": false,
            "schema": {
              "items": {
                "type": "string"
              },
              "type": "array",
              "maxItems": 100
            }
          },
          {
            "name": "from",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "after",
            "in": "query",
            "required": false,
            "schema": {
              "pattern": "^(0|[1-9][0-9]{0,18})$",
              "type": "string"
            }
          },
          {
            "name": "unseal",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string",
              "enum": [
                "true",
                "false"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/x-ndjson": {
                "schema": {
                  "type": "string"
                },
                "example": "string"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "events.export"
      }
    },
    "/api/v1/forms/{id}": {
      "get": {
        "operationId": "FormsController_open",
        "tags": [
          "forms"
        ],
        "summary": "forms: open",
        "description": "For whoever holds the link; its secret is the bearer token.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FormToFillIn"
                },
                "example": {
                  "id": "string",
                  "accountType": "email",
                  "accountName": "string",
                  "fields": [
                    {
                      "name": "string",
                      "required": true,
                      "secret": true,
                      "generated": true,
                      "fixed": true,
                      "label": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      },
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "expiresAt": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "security": [
          {
            "bearer": []
          }
        ]
      }
    },
    "/api/v1/forms/{id}/fill-in": {
      "post": {
        "operationId": "FormsController_fillIn",
        "tags": [
          "forms"
        ],
        "summary": "forms: fill in",
        "description": "For whoever holds the link; its secret is the bearer token.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FillInFormBody"
              },
              "example": {
                "values": {}
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "filledIn": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "filledIn"
                  ]
                },
                "example": {
                  "filledIn": [
                    "string"
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "security": [
          {
            "bearer": []
          }
        ],
        "x-command": true
      }
    },
    "/api/v1/home": {
      "get": {
        "operationId": "HomeController_show",
        "tags": [
          "home"
        ],
        "summary": "home: show",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/HomeView"
                },
                "example": {
                  "steps": [
                    {
                      "step": "processing",
                      "title": {
                        "en": "Set up processing: queues, agents, rules",
                        "ja": "対応の設定：キュー・オペレーター・ルール",
                        "ru": "Настройте обработку: очереди, операторы, правила"
                      },
                      "state": "done",
                      "optional": false,
                      "notes": []
                    },
                    {
                      "step": "channel",
                      "title": {
                        "en": "Add a channel",
                        "ja": "チャネルを追加",
                        "ru": "Добавьте канал"
                      },
                      "state": "begun",
                      "optional": false,
                      "notes": [
                        {
                          "code": "not-routed",
                          "text": {
                            "en": "No channel is linked, active and bound to a queue yet.",
                            "ja": "連携中で有効、かつキューが選ばれたチャネルがまだありません。",
                            "ru": "Пока нет подключённого и включённого канала с выбранной очередью."
                          }
                        }
                      ]
                    },
                    {
                      "step": "bot",
                      "title": {
                        "en": "Add a bot",
                        "ja": "Botを追加",
                        "ru": "Добавьте бота"
                      },
                      "state": "to do",
                      "optional": true,
                      "notes": []
                    }
                  ],
                  "figures": {
                    "queues": 1,
                    "agents": 1,
                    "serving": 1,
                    "accounts": 3,
                    "routed": 0,
                    "bots": 0,
                    "answering": 0
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-account-types": {
      "get": {
        "operationId": "IntegrationAccountTypesController_list",
        "tags": [
          "integration-account-types"
        ],
        "summary": "integration-account-types: list",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/AccountType"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "type": "email",
                      "category": "E-mail",
                      "title": "string",
                      "fields": [
                        {
                          "name": "string",
                          "required": true,
                          "secret": true,
                          "generated": true,
                          "fixed": true,
                          "label": {
                            "en": "string",
                            "ja": "string",
                            "ru": "string"
                          },
                          "hint": {
                            "en": "string",
                            "ja": "string",
                            "ru": "string"
                          }
                        }
                      ],
                      "settings": [
                        {
                          "name": "active",
                          "kind": "language",
                          "label": {
                            "en": "string",
                            "ja": "string",
                            "ru": "string"
                          },
                          "hint": {
                            "en": "string",
                            "ja": "string",
                            "ru": "string"
                          }
                        }
                      ],
                      "buttons": [
                        "copy address"
                      ],
                      "buttonLabels": {
                        "generate token": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        },
                        "test connection": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        },
                        "set webhook": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        },
                        "copy address": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        }
                      },
                      "guide": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      },
                      "steps": [
                        {
                          "step": "string",
                          "text": {
                            "en": "string",
                            "ja": "string",
                            "ru": "string"
                          },
                          "skip": {
                            "en": "string",
                            "ja": "string",
                            "ru": "string"
                          },
                          "fields": [
                            "string"
                          ],
                          "checks": [
                            "string"
                          ]
                        }
                      ],
                      "autoLinkOn": "never",
                      "webhookHost": "string",
                      "forwardingGuides": {
                        "gmail": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        },
                        "outlook": {
                          "en": "string",
                          "ja": "string",
                          "ru": "string"
                        }
                      }
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts": {
      "get": {
        "operationId": "IntegrationAccountsController_list",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: list",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/IntegrationAccountView"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "version": 3,
                      "type": "line",
                      "name": "Umeda shop",
                      "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                      "language": null,
                      "detectedLanguageMayOverride": false,
                      "contactWindowId": null,
                      "active": true,
                      "linked": false,
                      "state": "waiting for verification",
                      "unlinkedReason": null,
                      "intake": "keep",
                      "routingGaps": [],
                      "missingFields": [],
                      "verifiedAt": null,
                      "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                      "platformAccountId": "1234567890",
                      "onboarding": null,
                      "lastTest": null,
                      "subscription": null,
                      "token": null,
                      "takenOver": null,
                      "addedAt": "2026-11-25T10:00:00.000Z",
                      "changedAt": "2026-11-25T10:00:00.000Z",
                      "linkedAt": null,
                      "deletedAt": null,
                      "credentials": [
                        {
                          "field": "channelId",
                          "secret": false,
                          "set": true,
                          "value": "1234567890"
                        },
                        {
                          "field": "channelSecret",
                          "secret": true,
                          "set": true,
                          "lastFour": "cdef"
                        },
                        {
                          "field": "basicId",
                          "secret": false,
                          "set": true,
                          "value": "@123abcde"
                        },
                        {
                          "field": "channelAccessToken",
                          "secret": true,
                          "set": true,
                          "lastFour": "xxxx"
                        }
                      ]
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "post": {
        "operationId": "IntegrationAccountsController_add",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: add",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddIntegrationAccount"
              },
              "example": {
                "type": "line",
                "name": "Umeda shop",
                "queueId": "6f1c1f7e-0000-4000-8000-000000000001",
                "credentials": {
                  "channelId": "1234567890",
                  "channelSecret": "0123456789abcdef0123456789abcdef",
                  "basicId": "@123abcde",
                  "channelAccessToken": "token-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000002",
                  "version": 3,
                  "type": "line",
                  "name": "Umeda shop",
                  "queueId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "language": null,
                  "detectedLanguageMayOverride": false,
                  "contactWindowId": null,
                  "active": true,
                  "linked": false,
                  "state": "waiting for verification",
                  "unlinkedReason": null,
                  "intake": "keep",
                  "routingGaps": [],
                  "missingFields": [],
                  "verifiedAt": null,
                  "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                  "platformAccountId": "1234567890",
                  "onboarding": null,
                  "lastTest": null,
                  "subscription": null,
                  "token": null,
                  "takenOver": null,
                  "addedAt": "2026-11-25T10:00:00.000Z",
                  "changedAt": "2026-11-25T10:00:00.000Z",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "channelId",
                      "secret": false,
                      "set": true,
                      "value": "1234567890"
                    },
                    {
                      "field": "channelSecret",
                      "secret": true,
                      "set": true,
                      "lastFour": "cdef"
                    },
                    {
                      "field": "basicId",
                      "secret": false,
                      "set": true,
                      "value": "@123abcde"
                    },
                    {
                      "field": "channelAccessToken",
                      "secret": true,
                      "set": true,
                      "lastFour": "xxxx"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/bulk-edit": {
      "post": {
        "operationId": "BulkEditController_edit",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: edit",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BulkEdit"
              },
              "example": {
                "accounts": [
                  {
                    "id": "6f1c1f7e-0000-4000-8000-000000000001"
                  }
                ],
                "language": "ja"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Edited"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "account": {
                        "id": "6f1c1f7e-0000-4000-8000-000000000001",
                        "version": 5,
                        "type": "line",
                        "name": "Umeda flagship shop",
                        "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                        "language": "ja",
                        "detectedLanguageMayOverride": false,
                        "contactWindowId": null,
                        "active": true,
                        "linked": false,
                        "state": "waiting for verification",
                        "unlinkedReason": null,
                        "intake": "keep",
                        "routingGaps": [],
                        "missingFields": [],
                        "verifiedAt": null,
                        "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                        "platformAccountId": "1234567890",
                        "onboarding": null,
                        "lastTest": null,
                        "subscription": null,
                        "token": null,
                        "takenOver": null,
                        "addedAt": "2026-11-25T10:00:00.000Z",
                        "changedAt": "2026-11-25T10:00:00.000Z",
                        "linkedAt": null,
                        "deletedAt": null,
                        "credentials": [
                          {
                            "field": "channelId",
                            "secret": false,
                            "set": true,
                            "value": "1234567890"
                          },
                          {
                            "field": "channelSecret",
                            "secret": true,
                            "set": true,
                            "lastFour": "cdef"
                          },
                          {
                            "field": "basicId",
                            "secret": false,
                            "set": true,
                            "value": "@123abcde"
                          },
                          {
                            "field": "channelAccessToken",
                            "secret": true,
                            "set": true,
                            "lastFour": "xxxx"
                          }
                        ]
                      },
                      "problem": null
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{accountId}/forms": {
      "get": {
        "operationId": "SentFormsController_list",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: list",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "accountId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SentFormView"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                      "fields": [
                        "basicId",
                        "channelId"
                      ],
                      "state": "sent",
                      "expiresAt": "2026-11-25T10:00:00.000Z"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.change"
      },
      "post": {
        "operationId": "SentFormsController_send",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: send",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "accountId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SendFormBody"
              },
              "example": {
                "fields": [
                  "channelId",
                  "basicId"
                ],
                "hours": 24
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NewSentForm"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                  "fields": [
                    "basicId",
                    "channelId"
                  ],
                  "state": "sent",
                  "expiresAt": "2026-11-25T10:00:00.000Z",
                  "link": "/forms/6f1c1f7e-0000-4000-8000-000000000001#H6otdxhdtIYFzJF1PdLtNuLmdJhK0BKVAQfhyMsFqK4"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{accountId}/forms/{id}": {
      "delete": {
        "operationId": "SentFormsController_withdraw",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: withdraw",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "accountId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SentFormView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                  "fields": [
                    "basicId",
                    "channelId"
                  ],
                  "state": "withdrawn",
                  "expiresAt": "2026-11-25T10:00:00.000Z"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{accountId}/shelf": {
      "get": {
        "operationId": "AccountShelfController_count",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: count",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "accountId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KeptItems"
                },
                "example": {
                  "waiting": 0,
                  "imported": 0,
                  "oldestAt": null,
                  "newestAt": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{accountId}/shelf/import": {
      "post": {
        "operationId": "AccountShelfController_import",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: import",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "accountId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Imported"
                },
                "example": {
                  "imported": 0,
                  "more": false
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}": {
      "get": {
        "operationId": "IntegrationAccountsController_show",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: show",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "version": 3,
                  "type": "line",
                  "name": "Umeda shop",
                  "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                  "language": null,
                  "detectedLanguageMayOverride": false,
                  "contactWindowId": null,
                  "active": true,
                  "linked": false,
                  "state": "waiting for verification",
                  "unlinkedReason": null,
                  "intake": "keep",
                  "routingGaps": [],
                  "missingFields": [],
                  "verifiedAt": null,
                  "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                  "platformAccountId": "1234567890",
                  "onboarding": null,
                  "lastTest": null,
                  "subscription": null,
                  "token": null,
                  "takenOver": null,
                  "addedAt": "2026-11-25T10:00:00.000Z",
                  "changedAt": "2026-11-25T10:00:00.000Z",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "channelId",
                      "secret": false,
                      "set": true,
                      "value": "1234567890"
                    },
                    {
                      "field": "channelSecret",
                      "secret": true,
                      "set": true,
                      "lastFour": "cdef"
                    },
                    {
                      "field": "basicId",
                      "secret": false,
                      "set": true,
                      "value": "@123abcde"
                    },
                    {
                      "field": "channelAccessToken",
                      "secret": true,
                      "set": true,
                      "lastFour": "xxxx"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "patch": {
        "operationId": "IntegrationAccountsController_apply",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: apply",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ApplyIntegrationAccount"
              },
              "example": {
                "name": "Umeda flagship shop"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "version": 4,
                  "type": "line",
                  "name": "Umeda flagship shop",
                  "queueId": "6f1c1f7e-0000-4000-8000-000000000002",
                  "language": null,
                  "detectedLanguageMayOverride": false,
                  "contactWindowId": null,
                  "active": true,
                  "linked": false,
                  "state": "waiting for verification",
                  "unlinkedReason": null,
                  "intake": "keep",
                  "routingGaps": [],
                  "missingFields": [],
                  "verifiedAt": null,
                  "webhookUrl": "https://madoguchi.example/webhooks/line/hOaX1d8QKqkB2w0yv7T3uYz5cR9eLmNp",
                  "platformAccountId": "1234567890",
                  "onboarding": null,
                  "lastTest": null,
                  "subscription": null,
                  "token": null,
                  "takenOver": null,
                  "addedAt": "2026-11-25T10:00:00.000Z",
                  "changedAt": "2026-11-25T10:00:00.000Z",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "channelId",
                      "secret": false,
                      "set": true,
                      "value": "1234567890"
                    },
                    {
                      "field": "channelSecret",
                      "secret": true,
                      "set": true,
                      "lastFour": "cdef"
                    },
                    {
                      "field": "basicId",
                      "secret": false,
                      "set": true,
                      "value": "@123abcde"
                    },
                    {
                      "field": "channelAccessToken",
                      "secret": true,
                      "set": true,
                      "lastFour": "xxxx"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/bind": {
      "post": {
        "operationId": "IntegrationAccountsController_bind",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: bind",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BindIntegrationAccount"
              },
              "example": {
                "contactWindowId": "75acc1cd-3f9d-432c-958f-0ff5202cee5f"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "type": "email",
                  "name": "string",
                  "queueId": null,
                  "language": null,
                  "detectedLanguageMayOverride": true,
                  "contactWindowId": null,
                  "active": true,
                  "linked": true,
                  "state": "deleted",
                  "unlinkedReason": null,
                  "intake": "gone",
                  "routingGaps": [
                    "no queue"
                  ],
                  "missingFields": [
                    "string"
                  ],
                  "verifiedAt": null,
                  "webhookUrl": "string",
                  "pageWebhookUrl": "string",
                  "publicLink": "string",
                  "platformAccountId": null,
                  "onboarding": "active",
                  "lastTest": {
                    "ok": true,
                    "checks": [
                      {
                        "check": "string",
                        "ok": true,
                        "reason": "string",
                        "remedy": "string",
                        "milliseconds": 0
                      }
                    ],
                    "testedAt": "string"
                  },
                  "subscription": {
                    "fields": [
                      {
                        "field": "string",
                        "needed": true,
                        "subscribed": true
                      }
                    ],
                    "readAt": "string"
                  },
                  "token": {
                    "expiresAt": null,
                    "missingScopes": [
                      {
                        "scope": "string",
                        "effect": "string"
                      }
                    ]
                  },
                  "takenOver": {
                    "appId": "string",
                    "appName": "string",
                    "since": "string"
                  },
                  "addedAt": "string",
                  "changedAt": "string",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "string",
                      "secret": true,
                      "set": true,
                      "value": "string",
                      "lastFour": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/chat-codes": {
      "get": {
        "operationId": "ChatCodesController_list",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: list",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChatCodeView"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "string",
                      "settled": true,
                      "problem": {
                        "type": "string",
                        "title": "string",
                        "status": 0,
                        "detail": "string",
                        "code": "string",
                        "fields": [
                          {
                            "field": "string",
                            "problems": [
                              "string"
                            ]
                          }
                        ],
                        "bound": [
                          {
                            "kind": "string",
                            "id": "string",
                            "name": "string"
                          }
                        ]
                      },
                      "link": "string",
                      "language": "string",
                      "reference": "string",
                      "prefilledText": "string",
                      "businessName": "string",
                      "consentSentence": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "post": {
        "operationId": "ChatCodesController_create",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: create",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateChatCodeRequest"
              },
              "example": {
                "reference": "string",
                "prefilledText": "string",
                "businessName": "string",
                "consentSentence": "string",
                "language": "ja"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChatCodeView"
                },
                "example": {
                  "id": "string",
                  "settled": true,
                  "problem": {
                    "type": "string",
                    "title": "string",
                    "status": 0,
                    "detail": "string",
                    "code": "string",
                    "fields": [
                      {
                        "field": "string",
                        "problems": [
                          "string"
                        ]
                      }
                    ],
                    "bound": [
                      {
                        "kind": "string",
                        "id": "string",
                        "name": "string"
                      }
                    ]
                  },
                  "link": "string",
                  "language": "string",
                  "reference": "string",
                  "prefilledText": "string",
                  "businessName": "string",
                  "consentSentence": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/chat-codes/{code}": {
      "get": {
        "operationId": "ChatCodesController_show",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: show",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "code",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChatCodeView"
                },
                "example": {
                  "id": "string",
                  "settled": true,
                  "problem": {
                    "type": "string",
                    "title": "string",
                    "status": 0,
                    "detail": "string",
                    "code": "string",
                    "fields": [
                      {
                        "field": "string",
                        "problems": [
                          "string"
                        ]
                      }
                    ],
                    "bound": [
                      {
                        "kind": "string",
                        "id": "string",
                        "name": "string"
                      }
                    ]
                  },
                  "link": "string",
                  "language": "string",
                  "reference": "string",
                  "prefilledText": "string",
                  "businessName": "string",
                  "consentSentence": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "patch": {
        "operationId": "ChatCodesController_change",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: change",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "code",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeChatCodeRequest"
              },
              "example": {
                "reference": "string",
                "prefilledText": "string",
                "businessName": "string",
                "consentSentence": "string",
                "language": "ja"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChatCodeView"
                },
                "example": {
                  "id": "string",
                  "settled": true,
                  "problem": {
                    "type": "string",
                    "title": "string",
                    "status": 0,
                    "detail": "string",
                    "code": "string",
                    "fields": [
                      {
                        "field": "string",
                        "problems": [
                          "string"
                        ]
                      }
                    ],
                    "bound": [
                      {
                        "kind": "string",
                        "id": "string",
                        "name": "string"
                      }
                    ]
                  },
                  "link": "string",
                  "language": "string",
                  "reference": "string",
                  "prefilledText": "string",
                  "businessName": "string",
                  "consentSentence": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      },
      "delete": {
        "operationId": "ChatCodesController_delete",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: delete",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "code",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Done."
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/chat-codes/{code}/qr.png": {
      "get": {
        "operationId": "ChatCodesController_png",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: png",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "code",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StreamableFile"
                },
                "example": {
                  "options": {
                    "type": "`\"application/octet-stream\"`",
                    "disposition": [
                      "string"
                    ],
                    "length": 0
                  },
                  "stream": null,
                  "logger": {
                    "context": "string",
                    "options": {
                      "timestamp": true
                    },
                    "localInstanceRef": {
                      "property1": null,
                      "property2": null
                    },
                    "localInstanceLogLevels": null,
                    "localInstance": {
                      "property1": null,
                      "property2": null
                    },
                    "registerLocalInstanceRef": null
                  },
                  "handleError": {
                    "property1": null,
                    "property2": null
                  },
                  "logError": {
                    "property1": null,
                    "property2": null
                  },
                  "errorHandler": {
                    "property1": null,
                    "property2": null
                  },
                  "errorLogger": {
                    "property1": null,
                    "property2": null
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{id}/chat-codes/{code}/qr.svg": {
      "get": {
        "operationId": "ChatCodesController_svg",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: svg",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "code",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "image/svg+xml": {
                "schema": {
                  "type": "string"
                },
                "example": "string"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{id}/chat-codes/{code}/sheet.html": {
      "get": {
        "operationId": "ChatCodesController_sheet",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: sheet",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "code",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "text/html; charset=utf-8": {
                "schema": {
                  "type": "string"
                },
                "example": "string"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{id}/click-to-chat": {
      "get": {
        "operationId": "ChatCodesController_clickToChat",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: click to chat",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "language",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string",
              "enum": [
                "en",
                "ja",
                "ru"
              ]
            }
          },
          {
            "name": "text",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 140,
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClickToChat"
                },
                "example": {
                  "link": "string",
                  "button": "string",
                  "signature": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{id}/delete-information": {
      "post": {
        "operationId": "IntegrationAccountsController_deleteInformation",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: delete information",
        "description": "Needs the permission `integration-accounts.delete`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DeleteInformation"
              },
              "example": {
                "name": "string"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "type": "email",
                  "name": "string",
                  "queueId": null,
                  "language": null,
                  "detectedLanguageMayOverride": true,
                  "contactWindowId": null,
                  "active": true,
                  "linked": true,
                  "state": "deleted",
                  "unlinkedReason": null,
                  "intake": "gone",
                  "routingGaps": [
                    "no queue"
                  ],
                  "missingFields": [
                    "string"
                  ],
                  "verifiedAt": null,
                  "webhookUrl": "string",
                  "pageWebhookUrl": "string",
                  "publicLink": "string",
                  "platformAccountId": null,
                  "onboarding": "active",
                  "lastTest": {
                    "ok": true,
                    "checks": [
                      {
                        "check": "string",
                        "ok": true,
                        "reason": "string",
                        "remedy": "string",
                        "milliseconds": 0
                      }
                    ],
                    "testedAt": "string"
                  },
                  "subscription": {
                    "fields": [
                      {
                        "field": "string",
                        "needed": true,
                        "subscribed": true
                      }
                    ],
                    "readAt": "string"
                  },
                  "token": {
                    "expiresAt": null,
                    "missingScopes": [
                      {
                        "scope": "string",
                        "effect": "string"
                      }
                    ]
                  },
                  "takenOver": {
                    "appId": "string",
                    "appName": "string",
                    "since": "string"
                  },
                  "addedAt": "string",
                  "changedAt": "string",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "string",
                      "secret": true,
                      "set": true,
                      "value": "string",
                      "lastFour": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.delete",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/events": {
      "get": {
        "operationId": "IntegrationAccountsController_history",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: history",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "properties": {
                          "id": {
                            "type": "string"
                          },
                          "version": {
                            "type": "number"
                          },
                          "type": {
                            "type": "string"
                          },
                          "data": {
                            "type": "object",
                            "properties": {},
                            "additionalProperties": true
                          },
                          "actor": {
                            "$ref": "#/components/schemas/Actor"
                          },
                          "occurredAt": {
                            "type": "string"
                          },
                          "correlationId": {
                            "type": "string"
                          },
                          "causationId": {
                            "type": "string"
                          }
                        },
                        "additionalProperties": false,
                        "required": [
                          "actor",
                          "causationId",
                          "correlationId",
                          "data",
                          "id",
                          "occurredAt",
                          "type",
                          "version"
                        ]
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "string",
                      "version": 0,
                      "type": "string",
                      "data": {},
                      "actor": {
                        "kind": "customer",
                        "id": "string"
                      },
                      "occurredAt": "string",
                      "correlationId": "string",
                      "causationId": "string"
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{id}/forwarding-confirmations": {
      "get": {
        "operationId": "IntegrationAccountsController_confirmations",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: confirmations",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ForwardingConfirmationView"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "receivedAt": "string",
                      "code": null,
                      "link": null,
                      "requestedBy": null,
                      "verified": true
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.change"
      }
    },
    "/api/v1/integration-accounts/{id}/generate-token": {
      "post": {
        "operationId": "IntegrationAccountsController_generateToken",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: generate token",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/GenerateToken"
              },
              "example": {
                "field": "string",
                "confirmed": true
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "field": {
                      "type": "string"
                    },
                    "value": {
                      "type": "string"
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "field",
                    "value"
                  ]
                },
                "example": {
                  "field": "string",
                  "value": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/link": {
      "post": {
        "operationId": "IntegrationAccountsController_link",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: link",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "type": "email",
                  "name": "string",
                  "queueId": null,
                  "language": null,
                  "detectedLanguageMayOverride": true,
                  "contactWindowId": null,
                  "active": true,
                  "linked": true,
                  "state": "deleted",
                  "unlinkedReason": null,
                  "intake": "gone",
                  "routingGaps": [
                    "no queue"
                  ],
                  "missingFields": [
                    "string"
                  ],
                  "verifiedAt": null,
                  "webhookUrl": "string",
                  "pageWebhookUrl": "string",
                  "publicLink": "string",
                  "platformAccountId": null,
                  "onboarding": "active",
                  "lastTest": {
                    "ok": true,
                    "checks": [
                      {
                        "check": "string",
                        "ok": true,
                        "reason": "string",
                        "remedy": "string",
                        "milliseconds": 0
                      }
                    ],
                    "testedAt": "string"
                  },
                  "subscription": {
                    "fields": [
                      {
                        "field": "string",
                        "needed": true,
                        "subscribed": true
                      }
                    ],
                    "readAt": "string"
                  },
                  "token": {
                    "expiresAt": null,
                    "missingScopes": [
                      {
                        "scope": "string",
                        "effect": "string"
                      }
                    ]
                  },
                  "takenOver": {
                    "appId": "string",
                    "appName": "string",
                    "since": "string"
                  },
                  "addedAt": "string",
                  "changedAt": "string",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "string",
                      "secret": true,
                      "set": true,
                      "value": "string",
                      "lastFour": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding": {
      "get": {
        "operationId": "OnboardingController_show",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: show",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "post": {
        "operationId": "OnboardingController_start",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: start",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/StartOnboardingRequest"
              },
              "example": {
                "kind": "new",
                "phoneNumber": "+819012345678",
                "country": "JP"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/application-steps": {
      "post": {
        "operationId": "OnboardingController_apply",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: apply",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RecordApplicationRequest"
              },
              "example": {
                "step": "applied",
                "on": "2026-11-25"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/certificate": {
      "post": {
        "operationId": "OnboardingController_certificate",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: certificate",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RecordCertificateRequest"
              },
              "example": {
                "certificate": "string",
                "createdOn": "2026-11-25"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/codes": {
      "post": {
        "operationId": "OnboardingController_requestCode",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: request code",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RequestCodeRequest"
              },
              "example": {
                "method": "sms",
                "language": "ja"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/codes/entries": {
      "post": {
        "operationId": "OnboardingController_enterCode",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: enter code",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/EnterCodeRequest"
              },
              "example": {
                "code": "123456"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/live": {
      "get": {
        "operationId": "OnboardingController_live",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: live",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                },
                "example": "string"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/phone-number-check": {
      "post": {
        "operationId": "OnboardingController_checkPhoneNumber",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: check phone number",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CheckPhoneNumber"
              },
              "example": {
                "phoneNumber": "+819012345678",
                "country": "JP"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReadPhoneNumber"
                },
                "example": {
                  "e164": "string",
                  "international": "string",
                  "country": "string",
                  "corrected": true
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/register": {
      "post": {
        "operationId": "OnboardingController_register",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: register",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RegisterRequest"
              },
              "example": {
                "pin": "123456"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/start-over": {
      "post": {
        "operationId": "OnboardingController_startOver",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: start over",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/onboarding/terms": {
      "get": {
        "operationId": "OnboardingController_terms",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: terms",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "language",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string",
              "enum": [
                "en",
                "ja",
                "ru"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TermsText"
                },
                "example": {
                  "version": "string",
                  "language": "en",
                  "paragraphs": [
                    "string"
                  ],
                  "ticks": [
                    {
                      "term": "approved by WhatsApp",
                      "text": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.view"
      },
      "post": {
        "operationId": "OnboardingController_confirm",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: confirm",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ConfirmTermsRequest"
              },
              "example": {
                "textVersion": "string",
                "language": "en",
                "ticks": [
                  "number cannot return to the apps"
                ],
                "readToEnd": true
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OnboardingView"
                },
                "example": {
                  "accountId": "string",
                  "name": "string",
                  "deletesAt": null,
                  "terms": {
                    "textVersion": "string",
                    "confirmedAt": "string"
                  },
                  "certificate": {
                    "createdOn": "string",
                    "endsAt": "string",
                    "daysLeft": 0
                  },
                  "code": {
                    "sentAt": "string",
                    "expiresAt": "string",
                    "entriesLeft": 0
                  },
                  "codesRequested": 0,
                  "codeMethods": [
                    {
                      "method": "sms",
                      "hint": {
                        "en": "string",
                        "ja": "string",
                        "ru": "string"
                      }
                    }
                  ],
                  "nextCodeAt": "string",
                  "atPlatform": true,
                  "problem": {
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "pendingUntil": null,
                  "activatedAt": null,
                  "failure": {
                    "why": "pending too long",
                    "code": "string",
                    "reason": "string",
                    "remedy": "string"
                  },
                  "checklist": [
                    {
                      "item": "string",
                      "done": true
                    }
                  ],
                  "charge": {
                    "confirmed": {
                      "textVersion": "string",
                      "at": "string"
                    },
                    "chargedSince": "string",
                    "oneMonthUntil": "string",
                    "oneMonthIsCharged": true
                  },
                  "kind": "migrated",
                  "phoneNumber": "string",
                  "startedAt": "string",
                  "phase": "active",
                  "application": {
                    "applied": "string",
                    "approved": "string",
                    "certificate received": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/page-holder": {
      "get": {
        "operationId": "PageHolderController_show",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: show",
        "description": "Needs the permission `integration-accounts.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PageHolder"
                },
                "example": {
                  "name": null,
                  "ours": true,
                  "others": [
                    {
                      "appId": "string",
                      "appName": "string"
                    }
                  ],
                  "takenOver": {
                    "appId": "string",
                    "appName": "string",
                    "since": "string"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.view"
      }
    },
    "/api/v1/integration-accounts/{id}/set-up-again": {
      "post": {
        "operationId": "IntegrationAccountsController_setUpAgain",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: set up again",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SetUpAgain"
              },
              "example": {
                "name": "string",
                "queueId": "2992a299-8f87-4fbf-a08a-0374fd32dc40",
                "credentials": {},
                "draft": true
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "type": "email",
                  "name": "string",
                  "queueId": null,
                  "language": null,
                  "detectedLanguageMayOverride": true,
                  "contactWindowId": null,
                  "active": true,
                  "linked": true,
                  "state": "deleted",
                  "unlinkedReason": null,
                  "intake": "gone",
                  "routingGaps": [
                    "no queue"
                  ],
                  "missingFields": [
                    "string"
                  ],
                  "verifiedAt": null,
                  "webhookUrl": "string",
                  "pageWebhookUrl": "string",
                  "publicLink": "string",
                  "platformAccountId": null,
                  "onboarding": "active",
                  "lastTest": {
                    "ok": true,
                    "checks": [
                      {
                        "check": "string",
                        "ok": true,
                        "reason": "string",
                        "remedy": "string",
                        "milliseconds": 0
                      }
                    ],
                    "testedAt": "string"
                  },
                  "subscription": {
                    "fields": [
                      {
                        "field": "string",
                        "needed": true,
                        "subscribed": true
                      }
                    ],
                    "readAt": "string"
                  },
                  "token": {
                    "expiresAt": null,
                    "missingScopes": [
                      {
                        "scope": "string",
                        "effect": "string"
                      }
                    ]
                  },
                  "takenOver": {
                    "appId": "string",
                    "appName": "string",
                    "since": "string"
                  },
                  "addedAt": "string",
                  "changedAt": "string",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "string",
                      "secret": true,
                      "set": true,
                      "value": "string",
                      "lastFour": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/set-webhook": {
      "post": {
        "operationId": "IntegrationAccountsController_setWebhook",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: set webhook",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SetWebhook"
              },
              "example": {
                "host": "string"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "additionalProperties": false,
                  "type": "object",
                  "properties": {
                    "webhookUrl": {
                      "type": "string"
                    }
                  },
                  "required": [
                    "webhookUrl"
                  ]
                },
                "example": {
                  "webhookUrl": "string"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/take-back": {
      "post": {
        "operationId": "PageHolderController_takeBack",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: take back",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TakenBack"
                },
                "example": {
                  "ok": true,
                  "checks": [
                    {
                      "check": "string",
                      "ok": true,
                      "reason": "string",
                      "remedy": "string",
                      "milliseconds": 0
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/test-connection": {
      "post": {
        "operationId": "IntegrationAccountsController_testConnection",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: test connection",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Checked"
                },
                "example": {
                  "ok": true,
                  "checks": [
                    {
                      "check": "string",
                      "ok": true,
                      "reason": "string",
                      "remedy": "string",
                      "milliseconds": 0
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/integration-accounts/{id}/unlink": {
      "post": {
        "operationId": "IntegrationAccountsController_unlink",
        "tags": [
          "integration-accounts"
        ],
        "summary": "integration-accounts: unlink",
        "description": "Needs the permission `integration-accounts.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntegrationAccountView"
                },
                "example": {
                  "id": "string",
                  "version": 0,
                  "type": "email",
                  "name": "string",
                  "queueId": null,
                  "language": null,
                  "detectedLanguageMayOverride": true,
                  "contactWindowId": null,
                  "active": true,
                  "linked": true,
                  "state": "deleted",
                  "unlinkedReason": null,
                  "intake": "gone",
                  "routingGaps": [
                    "no queue"
                  ],
                  "missingFields": [
                    "string"
                  ],
                  "verifiedAt": null,
                  "webhookUrl": "string",
                  "pageWebhookUrl": "string",
                  "publicLink": "string",
                  "platformAccountId": null,
                  "onboarding": "active",
                  "lastTest": {
                    "ok": true,
                    "checks": [
                      {
                        "check": "string",
                        "ok": true,
                        "reason": "string",
                        "remedy": "string",
                        "milliseconds": 0
                      }
                    ],
                    "testedAt": "string"
                  },
                  "subscription": {
                    "fields": [
                      {
                        "field": "string",
                        "needed": true,
                        "subscribed": true
                      }
                    ],
                    "readAt": "string"
                  },
                  "token": {
                    "expiresAt": null,
                    "missingScopes": [
                      {
                        "scope": "string",
                        "effect": "string"
                      }
                    ]
                  },
                  "takenOver": {
                    "appId": "string",
                    "appName": "string",
                    "since": "string"
                  },
                  "addedAt": "string",
                  "changedAt": "string",
                  "linkedAt": null,
                  "deletedAt": null,
                  "credentials": [
                    {
                      "field": "string",
                      "secret": true,
                      "set": true,
                      "value": "string",
                      "lastFour": "string"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.change",
        "x-command": true
      }
    },
    "/api/v1/members": {
      "get": {
        "operationId": "MembersController_list",
        "tags": [
          "members"
        ],
        "summary": "members: list",
        "description": "Needs the permission `members.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/MemberView"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "A admin",
                      "email": "6f1c1f7e-0000-4000-8000-000000000002@spec.example",
                      "role": "admin",
                      "agentId": null
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000003",
                      "name": "Aiko Tanaka",
                      "email": "aiko@centre.example",
                      "role": "agent",
                      "agentId": "6f1c1f7e-0000-4000-8000-000000000004"
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000005",
                      "name": "Mika Sato",
                      "email": "mika@centre.example",
                      "role": "6f1c1f7e-0000-4000-8000-000000000006",
                      "agentId": null
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "members.view"
      },
      "post": {
        "operationId": "MembersController_add",
        "tags": [
          "members"
        ],
        "summary": "members: add",
        "description": "Needs the permission `members.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddMember"
              },
              "example": {
                "email": "mika@centre.example",
                "name": "Mika Sato",
                "password": "correct horse",
                "role": "supervisor"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/MemberView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Mika Sato",
                  "email": "mika@centre.example",
                  "role": "supervisor",
                  "agentId": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "members.change",
        "x-command": true
      }
    },
    "/api/v1/members/{id}/role": {
      "put": {
        "operationId": "MembersController_giveRole",
        "tags": [
          "members"
        ],
        "summary": "members: give role",
        "description": "Needs the permission `members.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/GiveRoleBody"
              },
              "example": {
                "role": "6f1c1f7e-0000-4000-8000-000000000001"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/MemberView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000002",
                  "name": "Mika Sato",
                  "email": "mika@centre.example",
                  "role": "6f1c1f7e-0000-4000-8000-000000000001",
                  "agentId": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "members.change",
        "x-command": true
      }
    },
    "/api/v1/organisation": {
      "get": {
        "operationId": "OrganisationController_show",
        "tags": [
          "organisation"
        ],
        "summary": "organisation: show",
        "description": "Needs the permission `organisation.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrganisationView"
                },
                "example": {
                  "timeZone": "Asia/Tokyo",
                  "pendingMinutes": 10,
                  "defaultContentProfileId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "awayReasons": [
                    {
                      "key": "break",
                      "names": {
                        "en": "break",
                        "ja": "休憩",
                        "ru": "перерыв"
                      },
                      "archived": false
                    },
                    {
                      "key": "lunch",
                      "names": {
                        "en": "lunch",
                        "ja": "昼食",
                        "ru": "обед"
                      },
                      "archived": false
                    },
                    {
                      "key": "meeting",
                      "names": {
                        "en": "meeting",
                        "ja": "会議",
                        "ru": "встреча"
                      },
                      "archived": false
                    },
                    {
                      "key": "training",
                      "names": {
                        "en": "training",
                        "ja": "研修",
                        "ru": "обучение"
                      },
                      "archived": false
                    }
                  ],
                  "version": 2
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "organisation.view"
      },
      "patch": {
        "operationId": "OrganisationController_change",
        "tags": [
          "organisation"
        ],
        "summary": "organisation: change",
        "description": "Needs the permission `organisation.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeOrganisation"
              },
              "example": {
                "awayReasons": [
                  {
                    "key": "break",
                    "names": {
                      "en": "break",
                      "ja": "休憩",
                      "ru": "перерыв"
                    }
                  },
                  {
                    "key": "lunch",
                    "names": {
                      "en": "lunch",
                      "ja": "昼食",
                      "ru": "обед"
                    }
                  },
                  {
                    "key": "meeting",
                    "names": {
                      "en": "meeting",
                      "ja": "会議",
                      "ru": "встреча"
                    }
                  },
                  {
                    "key": "training",
                    "names": {
                      "en": "training",
                      "ja": "研修",
                      "ru": "обучение"
                    }
                  },
                  {
                    "key": "doctor",
                    "names": {
                      "en": "doctor",
                      "ja": "通院",
                      "ru": "врач"
                    }
                  }
                ]
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrganisationView"
                },
                "example": {
                  "timeZone": "Asia/Tokyo",
                  "pendingMinutes": 10,
                  "defaultContentProfileId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "awayReasons": [
                    {
                      "key": "break",
                      "names": {
                        "en": "break",
                        "ja": "休憩",
                        "ru": "перерыв"
                      },
                      "archived": false
                    },
                    {
                      "key": "lunch",
                      "names": {
                        "en": "lunch",
                        "ja": "昼食",
                        "ru": "обед"
                      },
                      "archived": false
                    },
                    {
                      "key": "meeting",
                      "names": {
                        "en": "meeting",
                        "ja": "会議",
                        "ru": "встреча"
                      },
                      "archived": false
                    },
                    {
                      "key": "training",
                      "names": {
                        "en": "training",
                        "ja": "研修",
                        "ru": "обучение"
                      },
                      "archived": false
                    },
                    {
                      "key": "doctor",
                      "names": {
                        "en": "doctor",
                        "ja": "通院",
                        "ru": "врач"
                      },
                      "archived": false
                    }
                  ],
                  "version": 3
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "organisation.change",
        "x-command": true
      }
    },
    "/api/v1/organisation/bot-maker": {
      "get": {
        "operationId": "BotMakerController_show",
        "tags": [
          "organisation"
        ],
        "summary": "organisation: show",
        "description": "Needs the permission `organisation.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotMakerView"
                },
                "example": {
                  "complete": true,
                  "credentials": [
                    {
                      "field": "clientId",
                      "secret": false,
                      "set": true,
                      "value": "Qw3rTyUiOpAsDfGhJkLz"
                    },
                    {
                      "field": "clientSecret",
                      "secret": true,
                      "set": true,
                      "lastFour": "tApp"
                    },
                    {
                      "field": "serviceAccount",
                      "secret": false,
                      "set": true,
                      "value": "ab12c.serviceaccount@example"
                    },
                    {
                      "field": "privateKey",
                      "secret": true,
                      "set": true,
                      "lastFour": "----"
                    },
                    {
                      "field": "administratorId",
                      "secret": false,
                      "set": true,
                      "value": "hana@company"
                    },
                    {
                      "field": "domainId",
                      "secret": false,
                      "set": true,
                      "value": "10000001"
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "organisation.view"
      },
      "patch": {
        "operationId": "BotMakerController_change",
        "tags": [
          "organisation"
        ],
        "summary": "organisation: change",
        "description": "Needs the permission `organisation.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeBotMaker"
              },
              "example": {
                "credentials": {
                  "clientId": "Qw3rTyUiOpAsDfGhJkLz",
                  "clientSecret": "secretOfTheClientApp",
                  "serviceAccount": "ab12c.serviceaccount@example",
                  "administratorId": "hana@company",
                  "domainId": "10000001"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BotMakerView"
                },
                "example": {
                  "complete": false,
                  "credentials": [
                    {
                      "field": "clientId",
                      "secret": false,
                      "set": true,
                      "value": "Qw3rTyUiOpAsDfGhJkLz"
                    },
                    {
                      "field": "clientSecret",
                      "secret": true,
                      "set": true,
                      "lastFour": "tApp"
                    },
                    {
                      "field": "serviceAccount",
                      "secret": false,
                      "set": true,
                      "value": "ab12c.serviceaccount@example"
                    },
                    {
                      "field": "privateKey",
                      "secret": true,
                      "set": false
                    },
                    {
                      "field": "administratorId",
                      "secret": false,
                      "set": true,
                      "value": "hana@company"
                    },
                    {
                      "field": "domainId",
                      "secret": false,
                      "set": true,
                      "value": "10000001"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "organisation.change",
        "x-command": true
      }
    },
    "/api/v1/page-choices": {
      "post": {
        "operationId": "PageChoiceController_begin",
        "tags": [
          "page-choices"
        ],
        "summary": "page-choices: begin",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BegunLogIn"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "authorizationUrl": "https://facebook.example/v25.0/dialog/oauth?client_id=556677889900111&redirect_uri=https%3A%2F%2Fdesk.example%2Fapi%2Fv1%2Fpage-choices%2Freturn&response_type=code&state=6f1c1f7e-0000-4000-8000-000000000001.J0ja6-Lyg2K9L54lzE6urNqWR_n-giy0Oo6u7h1rNrI&scope=pages_show_list%2Cpages_messaging%2Cpages_manage_metadata&code_challenge=kNoYkgBCVvITJg2BDyXnPvPLnoLcxWq-xcqGKZRTots&code_challenge_method=S256",
                  "validUntil": "2026-11-25T10:00:00.000Z"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/page-choices/log-in": {
      "post": {
        "operationId": "PageChoiceController_comeBack",
        "tags": [
          "page-choices"
        ],
        "summary": "page-choices: come back",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PageLogInReturn"
              },
              "example": {
                "state": "6f1c1f7e-0000-4000-8000-000000000001.J0ja6-Lyg2K9L54lzE6urNqWR_n-giy0Oo6u7h1rNrI",
                "code": "AQcode0"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PageChoiceView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "status": "offered",
                  "validUntil": "2026-11-25T10:00:00.000Z",
                  "problem": null,
                  "scopes": [
                    "pages_messaging",
                    "pages_show_list"
                  ],
                  "missingScopes": [
                    {
                      "scope": "pages_manage_metadata",
                      "effect": {
                        "en": "Cannot subscribe the page: its messages do not arrive.",
                        "ja": "ページの受信設定ができないため、メッセージが届きません。",
                        "ru": "Нельзя подписаться на страницу: её сообщения не приходят."
                      }
                    }
                  ],
                  "onlyPages": {
                    "en": "Only public pages are listed. Personal profiles cannot be connected: Facebook gives messages of pages only.",
                    "ja": "公開ページのみ表示されます。個人のプロフィールは連携できません。Facebookがメッセージを提供するのはページだけです。",
                    "ru": "Показаны только публичные страницы. Личный профиль подключить нельзя: Facebook передаёт сообщения только страниц."
                  },
                  "pageCount": 2,
                  "pages": [
                    {
                      "pageId": "1029384756601",
                      "name": "Umeda Kitchen",
                      "username": "umeda.kitchen",
                      "selectable": true,
                      "whyNot": null,
                      "otherApps": [],
                      "heldHere": null,
                      "warning": null,
                      "needsTakeOver": false,
                      "outcome": null
                    },
                    {
                      "pageId": "1029384756602",
                      "name": "Namba Kitchen",
                      "username": null,
                      "selectable": true,
                      "whyNot": null,
                      "otherApps": [
                        {
                          "appId": "990022",
                          "appName": "Other desk"
                        }
                      ],
                      "heldHere": null,
                      "warning": {
                        "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                        "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                        "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                      },
                      "needsTakeOver": true,
                      "outcome": null
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/page-choices/preflight": {
      "get": {
        "operationId": "PageChoiceController_preflight",
        "tags": [
          "page-choices"
        ],
        "summary": "page-choices: preflight",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Preflight"
                },
                "example": {
                  "ready": true,
                  "redirectUri": "https://desk.example/api/v1/page-choices/return",
                  "missing": []
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "integration-accounts.add"
      }
    },
    "/api/v1/page-choices/{id}": {
      "get": {
        "operationId": "PageChoiceController_show",
        "tags": [
          "page-choices"
        ],
        "summary": "page-choices: show",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "search",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 100,
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PageChoiceView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "status": "offered",
                  "validUntil": "2026-11-25T10:00:00.000Z",
                  "problem": null,
                  "scopes": [
                    "pages_messaging",
                    "pages_show_list"
                  ],
                  "missingScopes": [
                    {
                      "scope": "pages_manage_metadata",
                      "effect": {
                        "en": "Cannot subscribe the page: its messages do not arrive.",
                        "ja": "ページの受信設定ができないため、メッセージが届きません。",
                        "ru": "Нельзя подписаться на страницу: её сообщения не приходят."
                      }
                    }
                  ],
                  "onlyPages": {
                    "en": "Only public pages are listed. Personal profiles cannot be connected: Facebook gives messages of pages only.",
                    "ja": "公開ページのみ表示されます。個人のプロフィールは連携できません。Facebookがメッセージを提供するのはページだけです。",
                    "ru": "Показаны только публичные страницы. Личный профиль подключить нельзя: Facebook передаёт сообщения только страниц."
                  },
                  "pageCount": 2,
                  "pages": [
                    {
                      "pageId": "1029384756601",
                      "name": "Umeda Kitchen",
                      "username": "umeda.kitchen",
                      "selectable": true,
                      "whyNot": null,
                      "otherApps": [],
                      "heldHere": null,
                      "warning": null,
                      "needsTakeOver": false,
                      "outcome": null
                    },
                    {
                      "pageId": "1029384756602",
                      "name": "Namba Kitchen",
                      "username": null,
                      "selectable": true,
                      "whyNot": null,
                      "otherApps": [
                        {
                          "appId": "990022",
                          "appName": "Other desk"
                        }
                      ],
                      "heldHere": null,
                      "warning": {
                        "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                        "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                        "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                      },
                      "needsTakeOver": true,
                      "outcome": null
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "integration-accounts.add"
      }
    },
    "/api/v1/page-choices/{id}/pages": {
      "post": {
        "operationId": "PageChoiceController_choose",
        "tags": [
          "page-choices"
        ],
        "summary": "page-choices: choose",
        "description": "Needs the permission `integration-accounts.add`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChoosePagesRequest"
              },
              "example": {
                "pages": [
                  {
                    "pageId": "1029384756601"
                  },
                  {
                    "pageId": "1029384756602"
                  }
                ]
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PageChoiceView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "status": "offered",
                  "validUntil": "2026-11-25T10:00:00.000Z",
                  "problem": null,
                  "scopes": [
                    "pages_messaging",
                    "pages_show_list"
                  ],
                  "missingScopes": [
                    {
                      "scope": "pages_manage_metadata",
                      "effect": {
                        "en": "Cannot subscribe the page: its messages do not arrive.",
                        "ja": "ページの受信設定ができないため、メッセージが届きません。",
                        "ru": "Нельзя подписаться на страницу: её сообщения не приходят."
                      }
                    }
                  ],
                  "onlyPages": {
                    "en": "Only public pages are listed. Personal profiles cannot be connected: Facebook gives messages of pages only.",
                    "ja": "公開ページのみ表示されます。個人のプロフィールは連携できません。Facebookがメッセージを提供するのはページだけです。",
                    "ru": "Показаны только публичные страницы. Личный профиль подключить нельзя: Facebook передаёт сообщения только страниц."
                  },
                  "pageCount": 2,
                  "pages": [
                    {
                      "pageId": "1029384756601",
                      "name": "Umeda Kitchen",
                      "username": "umeda.kitchen",
                      "selectable": true,
                      "whyNot": null,
                      "otherApps": [],
                      "heldHere": {
                        "by": "this tenant",
                        "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                        "since": "2026-11-25T10:00:00.000Z"
                      },
                      "warning": {
                        "en": "This page has an integration account here already. Choosing it gives that account a new token.",
                        "ja": "このページの統合アカウントは既にあります。選択すると、新しいトークンに更新されます。",
                        "ru": "У этой страницы здесь уже есть учётная запись. Если выбрать её, запись получит новый токен."
                      },
                      "needsTakeOver": false,
                      "outcome": {
                        "state": "connected",
                        "accountId": "6f1c1f7e-0000-4000-8000-000000000002",
                        "renewed": false,
                        "problem": null
                      }
                    },
                    {
                      "pageId": "1029384756602",
                      "name": "Namba Kitchen",
                      "username": null,
                      "selectable": true,
                      "whyNot": null,
                      "otherApps": [
                        {
                          "appId": "990022",
                          "appName": "Other desk"
                        }
                      ],
                      "heldHere": null,
                      "warning": {
                        "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                        "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                        "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                      },
                      "needsTakeOver": true,
                      "outcome": {
                        "state": "not connected",
                        "accountId": null,
                        "renewed": false,
                        "problem": {
                          "code": "linked-elsewhere",
                          "reason": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                          "remedy": "Choose it once more, with \"takeOver\": true, to have its messages here.",
                          "texts": {
                            "reason": {
                              "en": "This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.",
                              "ja": "このページは別のアプリ（Other desk）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。",
                              "ru": "Страница уже связана с другим приложением (Other desk). После связи сообщения будут приходить только сюда."
                            },
                            "remedy": {
                              "en": "Choose it once more and confirm that its messages shall come here.",
                              "ja": "もう一度選択し、メッセージをこちらで受け取ることを確認してください。",
                              "ru": "Выберите её ещё раз и подтвердите, что сообщения должны приходить сюда."
                            }
                          }
                        }
                      }
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "integration-accounts.add",
        "x-command": true
      }
    },
    "/api/v1/permissions": {
      "get": {
        "operationId": "RolesController_permissions",
        "tags": [
          "permissions"
        ],
        "summary": "permissions: permissions",
        "description": "Needs the permission `roles.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "properties": {
                          "permission": {
                            "enum": [
                              "agents.change",
                              "agents.view",
                              "audit.export",
                              "audit.view",
                              "business-hours.change",
                              "business-hours.view",
                              "contact-windows.add",
                              "contact-windows.change",
                              "contact-windows.delete",
                              "contact-windows.view",
                              "contacts.erase",
                              "content-profiles.change",
                              "content-profiles.view",
                              "conversations.all",
                              "conversations.log",
                              "erasures.view",
                              "events.export",
                              "events.unseal",
                              "integration-accounts.add",
                              "integration-accounts.change",
                              "integration-accounts.delete",
                              "integration-accounts.view",
                              "live-figures.view",
                              "members.change",
                              "members.view",
                              "messages.send-again",
                              "organisation.change",
                              "organisation.view",
                              "queues.change",
                              "queues.view",
                              "reply-templates.change",
                              "reply-templates.view",
                              "roles.change",
                              "roles.view",
                              "skills.change",
                              "skills.view"
                            ],
                            "type": "string"
                          },
                          "texts": {
                            "$ref": "#/components/schemas/Record_PermissionLanguage_string"
                          }
                        },
                        "additionalProperties": false,
                        "required": [
                          "permission",
                          "texts"
                        ]
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "permission": "integration-accounts.view",
                      "texts": {
                        "en": "See integration accounts",
                        "ja": "統合アカウントの表示",
                        "ru": "Просмотр учётных записей интеграции"
                      }
                    },
                    {
                      "permission": "integration-accounts.add",
                      "texts": {
                        "en": "Add integration accounts",
                        "ja": "統合アカウントの追加",
                        "ru": "Добавление учётных записей интеграции"
                      }
                    },
                    {
                      "permission": "integration-accounts.change",
                      "texts": {
                        "en": "Change and link integration accounts",
                        "ja": "統合アカウントの変更と連携",
                        "ru": "Изменение и подключение учётных записей интеграции"
                      }
                    },
                    {
                      "permission": "integration-accounts.delete",
                      "texts": {
                        "en": "Delete the information of integration accounts",
                        "ja": "統合アカウントの情報の削除",
                        "ru": "Удаление данных учётных записей интеграции"
                      }
                    },
                    {
                      "permission": "contact-windows.view",
                      "texts": {
                        "en": "See contact windows",
                        "ja": "窓口の表示",
                        "ru": "Просмотр окон обращений"
                      }
                    },
                    {
                      "permission": "contact-windows.add",
                      "texts": {
                        "en": "Add contact windows",
                        "ja": "窓口の追加",
                        "ru": "Добавление окон обращений"
                      }
                    },
                    {
                      "permission": "contact-windows.change",
                      "texts": {
                        "en": "Change contact windows",
                        "ja": "窓口の変更",
                        "ru": "Изменение окон обращений"
                      }
                    },
                    {
                      "permission": "contact-windows.delete",
                      "texts": {
                        "en": "Archive contact windows",
                        "ja": "窓口のアーカイブ",
                        "ru": "Архивирование окон обращений"
                      }
                    },
                    {
                      "permission": "business-hours.view",
                      "texts": {
                        "en": "See business hours",
                        "ja": "営業時間の表示",
                        "ru": "Просмотр рабочего времени"
                      }
                    },
                    {
                      "permission": "business-hours.change",
                      "texts": {
                        "en": "Change business hours",
                        "ja": "営業時間の変更",
                        "ru": "Изменение рабочего времени"
                      }
                    },
                    {
                      "permission": "content-profiles.view",
                      "texts": {
                        "en": "See supported content",
                        "ja": "対応コンテンツの表示",
                        "ru": "Просмотр поддерживаемого содержимого"
                      }
                    },
                    {
                      "permission": "content-profiles.change",
                      "texts": {
                        "en": "Change supported content",
                        "ja": "対応コンテンツの変更",
                        "ru": "Изменение поддерживаемого содержимого"
                      }
                    },
                    {
                      "permission": "reply-templates.view",
                      "texts": {
                        "en": "See reply templates",
                        "ja": "返信テンプレートの表示",
                        "ru": "Просмотр шаблонов ответов"
                      }
                    },
                    {
                      "permission": "reply-templates.change",
                      "texts": {
                        "en": "Change reply templates",
                        "ja": "返信テンプレートの変更",
                        "ru": "Изменение шаблонов ответов"
                      }
                    },
                    {
                      "permission": "organisation.view",
                      "texts": {
                        "en": "See the settings of the organisation",
                        "ja": "組織の設定の表示",
                        "ru": "Просмотр настроек организации"
                      }
                    },
                    {
                      "permission": "organisation.change",
                      "texts": {
                        "en": "Change the settings of the organisation",
                        "ja": "組織の設定の変更",
                        "ru": "Изменение настроек организации"
                      }
                    },
                    {
                      "permission": "queues.view",
                      "texts": {
                        "en": "See queues",
                        "ja": "キューの表示",
                        "ru": "Просмотр очередей"
                      }
                    },
                    {
                      "permission": "queues.change",
                      "texts": {
                        "en": "Change queues",
                        "ja": "キューの変更",
                        "ru": "Изменение очередей"
                      }
                    },
                    {
                      "permission": "agents.view",
                      "texts": {
                        "en": "See agents",
                        "ja": "オペレーターの表示",
                        "ru": "Просмотр операторов"
                      }
                    },
                    {
                      "permission": "agents.change",
                      "texts": {
                        "en": "Add and change agents",
                        "ja": "オペレーターの追加と変更",
                        "ru": "Добавление и изменение операторов"
                      }
                    },
                    {
                      "permission": "skills.view",
                      "texts": {
                        "en": "See skills and languages",
                        "ja": "スキルと言語の表示",
                        "ru": "Просмотр навыков и языков"
                      }
                    },
                    {
                      "permission": "skills.change",
                      "texts": {
                        "en": "Change skills and languages",
                        "ja": "スキルと言語の変更",
                        "ru": "Изменение навыков и языков"
                      }
                    },
                    {
                      "permission": "members.view",
                      "texts": {
                        "en": "See who signs in",
                        "ja": "メンバーの表示",
                        "ru": "Просмотр пользователей"
                      }
                    },
                    {
                      "permission": "members.change",
                      "texts": {
                        "en": "Add people and give them roles",
                        "ja": "メンバーの追加と役割の付与",
                        "ru": "Добавление пользователей и выдача ролей"
                      }
                    },
                    {
                      "permission": "roles.view",
                      "texts": {
                        "en": "See roles",
                        "ja": "役割の表示",
                        "ru": "Просмотр ролей"
                      }
                    },
                    {
                      "permission": "roles.change",
                      "texts": {
                        "en": "Change roles",
                        "ja": "役割の変更",
                        "ru": "Изменение ролей"
                      }
                    },
                    {
                      "permission": "audit.view",
                      "texts": {
                        "en": "Read the audit log",
                        "ja": "監査ログの表示",
                        "ru": "Просмотр журнала аудита"
                      }
                    },
                    {
                      "permission": "audit.export",
                      "texts": {
                        "en": "Export the audit log",
                        "ja": "監査ログのエクスポート",
                        "ru": "Выгрузка журнала аудита"
                      }
                    },
                    {
                      "permission": "events.export",
                      "texts": {
                        "en": "Export events",
                        "ja": "イベントのエクスポート",
                        "ru": "Выгрузка событий"
                      }
                    },
                    {
                      "permission": "events.unseal",
                      "texts": {
                        "en": "See what is personal in exported events",
                        "ja": "エクスポートしたイベントの個人データの表示",
                        "ru": "Просмотр персональных данных в выгрузке событий"
                      }
                    },
                    {
                      "permission": "conversations.all",
                      "texts": {
                        "en": "See all conversations",
                        "ja": "すべての会話の表示",
                        "ru": "Просмотр всех диалогов"
                      }
                    },
                    {
                      "permission": "conversations.log",
                      "texts": {
                        "en": "See the log of a conversation",
                        "ja": "会話のログの表示",
                        "ru": "Просмотр журнала диалога"
                      }
                    },
                    {
                      "permission": "live-figures.view",
                      "texts": {
                        "en": "See live figures",
                        "ja": "リアルタイム状況の表示",
                        "ru": "Просмотр текущих показателей"
                      }
                    },
                    {
                      "permission": "messages.send-again",
                      "texts": {
                        "en": "Send messages again",
                        "ja": "メッセージの再送",
                        "ru": "Повторная отправка сообщений"
                      }
                    },
                    {
                      "permission": "contacts.erase",
                      "texts": {
                        "en": "Erase persons",
                        "ja": "個人データの消去",
                        "ru": "Удаление персональных данных"
                      }
                    },
                    {
                      "permission": "erasures.view",
                      "texts": {
                        "en": "See erasures",
                        "ja": "消去の記録の表示",
                        "ru": "Просмотр удалений персональных данных"
                      }
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "roles.view"
      }
    },
    "/api/v1/queues": {
      "get": {
        "operationId": "QueuesController_list",
        "tags": [
          "queues"
        ],
        "summary": "queues: list",
        "description": "Needs the permission `queues.view`.",
        "parameters": [
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/QueueView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Billing",
                      "offerSeconds": 60,
                      "policyVersion": 1,
                      "policy": {
                        "order": "fewest conversations",
                        "rings": [
                          {
                            "seconds": 60,
                            "agentGroups": [],
                            "droppedSkills": [],
                            "minimumLevels": {}
                          }
                        ],
                        "texts": {
                          "closed": {
                            "en": "We are closed now and open {{nextOpening}}.",
                            "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                          },
                          "waiting": {
                            "en": "Thank you. Somebody will answer you in a moment.",
                            "ja": "担当者が順番にお答えします。"
                          },
                          "handedOver": {
                            "en": "A person will go on with you.",
                            "ja": "担当者に代わります。"
                          },
                          "fallbackLanguage": "en",
                          "waitingAfterSeconds": 30
                        },
                        "wrapUp": {
                          "kind": "required",
                          "codes": [
                            {
                              "code": "answered",
                              "names": {
                                "en": "Answered",
                                "ja": "回答済み"
                              }
                            }
                          ],
                          "seconds": 60
                        },
                        "service": {
                          "warnAtPercent": 80,
                          "nextAnswerSeconds": 300,
                          "resolutionSeconds": 14400,
                          "firstAnswerSeconds": 600
                        },
                        "silence": {
                          "notice": {
                            "en": "We close this soon.",
                            "ja": "まもなく終了いたします。"
                          },
                          "closeAfterSeconds": 86400,
                          "noticeBeforeSeconds": 3600
                        },
                        "weights": {},
                        "mayClaim": false,
                        "overflow": null,
                        "priority": {
                          "level": 0,
                          "secondsPerLevel": 60
                        },
                        "requires": {
                          "skills": {
                            "billing": 3
                          },
                          "languageLevel": 2
                        },
                        "autoAccept": false,
                        "reopenDays": 0,
                        "outsideHours": "wait",
                        "interruptible": [],
                        "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000002",
                        "ownerGoneSeconds": 300,
                        "longestWaitSeconds": null,
                        "preferredHoldSeconds": 0
                      },
                      "archived": false,
                      "version": 3
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "queues.view"
      },
      "post": {
        "operationId": "QueuesController_add",
        "tags": [
          "queues"
        ],
        "summary": "queues: add",
        "description": "Needs the permission `queues.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddQueue"
              },
              "example": {
                "name": "Billing",
                "offerSeconds": 45,
                "policy": {
                  "requires": {
                    "skills": {
                      "billing": 3
                    },
                    "languageLevel": 2
                  },
                  "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000001",
                  "texts": {
                    "waiting": {
                      "en": "Thank you. Somebody will answer you in a moment.",
                      "ja": "担当者が順番にお答えします。"
                    },
                    "closed": {
                      "en": "We are closed now and open {{nextOpening}}.",
                      "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                    },
                    "handedOver": {
                      "en": "A person will go on with you.",
                      "ja": "担当者に代わります。"
                    },
                    "waitingAfterSeconds": 30,
                    "fallbackLanguage": "en"
                  },
                  "wrapUp": {
                    "kind": "required",
                    "seconds": 60,
                    "codes": [
                      {
                        "code": "answered",
                        "names": {
                          "en": "Answered",
                          "ja": "回答済み"
                        }
                      }
                    ]
                  },
                  "silence": {
                    "closeAfterSeconds": 86400,
                    "noticeBeforeSeconds": 3600,
                    "notice": {
                      "en": "We close this soon.",
                      "ja": "まもなく終了いたします。"
                    }
                  },
                  "service": {
                    "firstAnswerSeconds": 600,
                    "nextAnswerSeconds": 300,
                    "resolutionSeconds": 14400,
                    "warnAtPercent": 80
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueueView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000002",
                  "name": "Billing",
                  "offerSeconds": 45,
                  "policyVersion": 1,
                  "policy": {
                    "requires": {
                      "skills": {
                        "billing": 3
                      },
                      "languageLevel": 2
                    },
                    "rings": [
                      {
                        "seconds": 60,
                        "minimumLevels": {},
                        "droppedSkills": [],
                        "agentGroups": []
                      }
                    ],
                    "priority": {
                      "level": 0,
                      "secondsPerLevel": 60
                    },
                    "order": "fewest conversations",
                    "preferredHoldSeconds": 0,
                    "reopenDays": 0,
                    "weights": {},
                    "interruptible": [],
                    "autoAccept": false,
                    "mayClaim": false,
                    "overflow": null,
                    "longestWaitSeconds": null,
                    "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000001",
                    "outsideHours": "wait",
                    "texts": {
                      "waiting": {
                        "en": "Thank you. Somebody will answer you in a moment.",
                        "ja": "担当者が順番にお答えします。"
                      },
                      "closed": {
                        "en": "We are closed now and open {{nextOpening}}.",
                        "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                      },
                      "handedOver": {
                        "en": "A person will go on with you.",
                        "ja": "担当者に代わります。"
                      },
                      "waitingAfterSeconds": 30,
                      "fallbackLanguage": "en"
                    },
                    "ownerGoneSeconds": 300,
                    "wrapUp": {
                      "kind": "required",
                      "seconds": 60,
                      "codes": [
                        {
                          "code": "answered",
                          "names": {
                            "en": "Answered",
                            "ja": "回答済み"
                          }
                        }
                      ]
                    },
                    "silence": {
                      "closeAfterSeconds": 86400,
                      "noticeBeforeSeconds": 3600,
                      "notice": {
                        "en": "We close this soon.",
                        "ja": "まもなく終了いたします。"
                      }
                    },
                    "service": {
                      "firstAnswerSeconds": 600,
                      "nextAnswerSeconds": 300,
                      "resolutionSeconds": 14400,
                      "warnAtPercent": 80
                    }
                  },
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "queues.change",
        "x-command": true
      }
    },
    "/api/v1/queues/{id}": {
      "get": {
        "operationId": "QueuesController_show",
        "tags": [
          "queues"
        ],
        "summary": "queues: show",
        "description": "Needs the permission `queues.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueueView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Billing",
                  "offerSeconds": 45,
                  "policyVersion": 1,
                  "policy": {
                    "requires": {
                      "skills": {
                        "billing": 3
                      },
                      "languageLevel": 2
                    },
                    "rings": [
                      {
                        "seconds": 60,
                        "minimumLevels": {},
                        "droppedSkills": [],
                        "agentGroups": []
                      }
                    ],
                    "priority": {
                      "level": 0,
                      "secondsPerLevel": 60
                    },
                    "order": "fewest conversations",
                    "preferredHoldSeconds": 0,
                    "reopenDays": 0,
                    "weights": {},
                    "interruptible": [],
                    "autoAccept": false,
                    "mayClaim": false,
                    "overflow": null,
                    "longestWaitSeconds": null,
                    "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000002",
                    "outsideHours": "wait",
                    "texts": {
                      "waiting": {
                        "en": "Thank you. Somebody will answer you in a moment.",
                        "ja": "担当者が順番にお答えします。"
                      },
                      "closed": {
                        "en": "We are closed now and open {{nextOpening}}.",
                        "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                      },
                      "handedOver": {
                        "en": "A person will go on with you.",
                        "ja": "担当者に代わります。"
                      },
                      "waitingAfterSeconds": 30,
                      "fallbackLanguage": "en"
                    },
                    "ownerGoneSeconds": 300,
                    "wrapUp": {
                      "kind": "required",
                      "seconds": 60,
                      "codes": [
                        {
                          "code": "answered",
                          "names": {
                            "en": "Answered",
                            "ja": "回答済み"
                          }
                        }
                      ]
                    },
                    "silence": {
                      "closeAfterSeconds": 86400,
                      "noticeBeforeSeconds": 3600,
                      "notice": {
                        "en": "We close this soon.",
                        "ja": "まもなく終了いたします。"
                      }
                    },
                    "service": {
                      "firstAnswerSeconds": 600,
                      "nextAnswerSeconds": 300,
                      "resolutionSeconds": 14400,
                      "warnAtPercent": 80
                    }
                  },
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "queues.view"
      },
      "patch": {
        "operationId": "QueuesController_change",
        "tags": [
          "queues"
        ],
        "summary": "queues: change",
        "description": "Needs the permission `queues.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeQueueBody"
              },
              "example": {
                "offerSeconds": 60
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueueView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Billing",
                  "offerSeconds": 60,
                  "policyVersion": 1,
                  "policy": {
                    "requires": {
                      "skills": {
                        "billing": 3
                      },
                      "languageLevel": 2
                    },
                    "rings": [
                      {
                        "seconds": 60,
                        "minimumLevels": {},
                        "droppedSkills": [],
                        "agentGroups": []
                      }
                    ],
                    "priority": {
                      "level": 0,
                      "secondsPerLevel": 60
                    },
                    "order": "fewest conversations",
                    "preferredHoldSeconds": 0,
                    "reopenDays": 0,
                    "weights": {},
                    "interruptible": [],
                    "autoAccept": false,
                    "mayClaim": false,
                    "overflow": null,
                    "longestWaitSeconds": null,
                    "businessHoursId": "6f1c1f7e-0000-4000-8000-000000000002",
                    "outsideHours": "wait",
                    "texts": {
                      "waiting": {
                        "en": "Thank you. Somebody will answer you in a moment.",
                        "ja": "担当者が順番にお答えします。"
                      },
                      "closed": {
                        "en": "We are closed now and open {{nextOpening}}.",
                        "ja": "ただいま営業時間外です。{{nextOpening}}に再開します。"
                      },
                      "handedOver": {
                        "en": "A person will go on with you.",
                        "ja": "担当者に代わります。"
                      },
                      "waitingAfterSeconds": 30,
                      "fallbackLanguage": "en"
                    },
                    "ownerGoneSeconds": 300,
                    "wrapUp": {
                      "kind": "required",
                      "seconds": 60,
                      "codes": [
                        {
                          "code": "answered",
                          "names": {
                            "en": "Answered",
                            "ja": "回答済み"
                          }
                        }
                      ]
                    },
                    "silence": {
                      "closeAfterSeconds": 86400,
                      "noticeBeforeSeconds": 3600,
                      "notice": {
                        "en": "We close this soon.",
                        "ja": "まもなく終了いたします。"
                      }
                    },
                    "service": {
                      "firstAnswerSeconds": 600,
                      "nextAnswerSeconds": 300,
                      "resolutionSeconds": 14400,
                      "warnAtPercent": 80
                    }
                  },
                  "archived": false,
                  "version": 3
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "queues.change",
        "x-command": true
      },
      "delete": {
        "operationId": "QueuesController_archive",
        "tags": [
          "queues"
        ],
        "summary": "queues: archive",
        "description": "Needs the permission `queues.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueueView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Old",
                  "offerSeconds": 30,
                  "policyVersion": 0,
                  "policy": {
                    "requires": {
                      "skills": {},
                      "languageLevel": null
                    },
                    "rings": [
                      {
                        "seconds": 60,
                        "minimumLevels": {},
                        "droppedSkills": [],
                        "agentGroups": []
                      }
                    ],
                    "priority": {
                      "level": 0,
                      "secondsPerLevel": 60
                    },
                    "order": "fewest conversations",
                    "preferredHoldSeconds": 0,
                    "reopenDays": 0,
                    "weights": {},
                    "interruptible": [],
                    "autoAccept": false,
                    "mayClaim": false,
                    "overflow": null,
                    "longestWaitSeconds": null,
                    "businessHoursId": null,
                    "outsideHours": "wait",
                    "texts": {
                      "waiting": {},
                      "closed": {},
                      "handedOver": {}
                    },
                    "ownerGoneSeconds": 300,
                    "wrapUp": {
                      "kind": "none",
                      "seconds": 0,
                      "codes": []
                    },
                    "silence": null,
                    "service": {
                      "firstAnswerSeconds": null,
                      "nextAnswerSeconds": null,
                      "resolutionSeconds": null,
                      "warnAtPercent": 80
                    }
                  },
                  "archived": true,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "queues.change",
        "x-command": true
      }
    },
    "/api/v1/queues/{id}/bound": {
      "get": {
        "operationId": "QueuesController_bound",
        "tags": [
          "queues"
        ],
        "summary": "queues: bound",
        "description": "Needs the permission `queues.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BoundThing"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "kind": "agents",
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Aiko Tanaka"
                    },
                    {
                      "kind": "integration-accounts",
                      "id": "6f1c1f7e-0000-4000-8000-000000000002",
                      "name": "Umeda flagship shop"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "queues.view"
      }
    },
    "/api/v1/queues/{id}/restore": {
      "post": {
        "operationId": "QueuesController_restore",
        "tags": [
          "queues"
        ],
        "summary": "queues: restore",
        "description": "Needs the permission `queues.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QueueView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Old",
                  "offerSeconds": 30,
                  "policyVersion": 0,
                  "policy": {
                    "requires": {
                      "skills": {},
                      "languageLevel": null
                    },
                    "rings": [
                      {
                        "seconds": 60,
                        "minimumLevels": {},
                        "droppedSkills": [],
                        "agentGroups": []
                      }
                    ],
                    "priority": {
                      "level": 0,
                      "secondsPerLevel": 60
                    },
                    "order": "fewest conversations",
                    "preferredHoldSeconds": 0,
                    "reopenDays": 0,
                    "weights": {},
                    "interruptible": [],
                    "autoAccept": false,
                    "mayClaim": false,
                    "overflow": null,
                    "longestWaitSeconds": null,
                    "businessHoursId": null,
                    "outsideHours": "wait",
                    "texts": {
                      "waiting": {},
                      "closed": {},
                      "handedOver": {}
                    },
                    "ownerGoneSeconds": 300,
                    "wrapUp": {
                      "kind": "none",
                      "seconds": 0,
                      "codes": []
                    },
                    "silence": null,
                    "service": {
                      "firstAnswerSeconds": null,
                      "nextAnswerSeconds": null,
                      "resolutionSeconds": null,
                      "warnAtPercent": 80
                    }
                  },
                  "archived": false,
                  "version": 3
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "queues.change",
        "x-command": true
      }
    },
    "/api/v1/reply-templates": {
      "get": {
        "operationId": "ReplyTemplatesController_list",
        "tags": [
          "reply-templates"
        ],
        "summary": "reply-templates: list",
        "description": "Needs the permission `reply-templates.view`.",
        "parameters": [
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ReplyTemplateView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Welcome",
                      "shortcut": "hi",
                      "texts": {
                        "en": "Dear {{customer.name}}, thank you for writing to us.",
                        "ja": "{{customer.name}} 様、お問い合わせありがとうございます。",
                        "ru": "Здравствуйте, {{customer.name}}!"
                      },
                      "archived": false,
                      "version": 2
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "reply-templates.view"
      },
      "post": {
        "operationId": "ReplyTemplatesController_add",
        "tags": [
          "reply-templates"
        ],
        "summary": "reply-templates: add",
        "description": "Needs the permission `reply-templates.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddReplyTemplateBody"
              },
              "example": {
                "name": "Welcome",
                "shortcut": "hi",
                "texts": {
                  "ja": "{{customer.name}} 様、お問い合わせありがとうございます。",
                  "en": "Dear {{customer.name}}, thank you for writing to us."
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReplyTemplateView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Welcome",
                  "shortcut": "hi",
                  "texts": {
                    "en": "Dear {{customer.name}}, thank you for writing to us.",
                    "ja": "{{customer.name}} 様、お問い合わせありがとうございます。"
                  },
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "reply-templates.change",
        "x-command": true
      }
    },
    "/api/v1/reply-templates/{id}": {
      "get": {
        "operationId": "ReplyTemplatesController_show",
        "tags": [
          "reply-templates"
        ],
        "summary": "reply-templates: show",
        "description": "Needs the permission `reply-templates.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReplyTemplateView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Welcome",
                  "shortcut": "hi",
                  "texts": {
                    "en": "Dear {{customer.name}}, thank you for writing to us.",
                    "ja": "{{customer.name}} 様、お問い合わせありがとうございます。"
                  },
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "reply-templates.view"
      },
      "patch": {
        "operationId": "ReplyTemplatesController_change",
        "tags": [
          "reply-templates"
        ],
        "summary": "reply-templates: change",
        "description": "Needs the permission `reply-templates.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeReplyTemplateBody"
              },
              "example": {
                "texts": {
                  "ru": "Здравствуйте, {{customer.name}}!"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReplyTemplateView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Welcome",
                  "shortcut": "hi",
                  "texts": {
                    "en": "Dear {{customer.name}}, thank you for writing to us.",
                    "ja": "{{customer.name}} 様、お問い合わせありがとうございます。",
                    "ru": "Здравствуйте, {{customer.name}}!"
                  },
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "reply-templates.change",
        "x-command": true
      },
      "delete": {
        "operationId": "ReplyTemplatesController_archive",
        "tags": [
          "reply-templates"
        ],
        "summary": "reply-templates: archive",
        "description": "Needs the permission `reply-templates.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReplyTemplateView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Old",
                  "shortcut": null,
                  "texts": {
                    "en": "Old"
                  },
                  "archived": true,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "reply-templates.change",
        "x-command": true
      }
    },
    "/api/v1/reply-templates/{id}/preview": {
      "post": {
        "operationId": "ReplyTemplatesController_preview",
        "tags": [
          "reply-templates"
        ],
        "summary": "reply-templates: preview",
        "description": "Needs the permission `reply-templates.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TemplatePreviewBody"
              },
              "example": {
                "languages": [
                  "en"
                ],
                "values": {
                  "customer.name": "Maria"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TemplatePreview"
                },
                "example": {
                  "language": "en",
                  "text": "Dear Maria, thank you for writing to us.",
                  "unfilled": []
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "reply-templates.view",
        "x-command": true
      }
    },
    "/api/v1/roles": {
      "get": {
        "operationId": "RolesController_list",
        "tags": [
          "roles"
        ],
        "summary": "roles: list",
        "description": "Needs the permission `roles.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/RoleView"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "admin",
                      "name": "admin",
                      "builtIn": true,
                      "permissions": [
                        "integration-accounts.view",
                        "integration-accounts.add",
                        "integration-accounts.change",
                        "integration-accounts.delete",
                        "contact-windows.view",
                        "contact-windows.add",
                        "contact-windows.change",
                        "contact-windows.delete",
                        "business-hours.view",
                        "business-hours.change",
                        "content-profiles.view",
                        "content-profiles.change",
                        "reply-templates.view",
                        "reply-templates.change",
                        "organisation.view",
                        "organisation.change",
                        "queues.view",
                        "queues.change",
                        "agents.view",
                        "agents.change",
                        "skills.view",
                        "skills.change",
                        "members.view",
                        "members.change",
                        "roles.view",
                        "roles.change",
                        "audit.view",
                        "audit.export",
                        "events.export",
                        "events.unseal",
                        "conversations.all",
                        "conversations.log",
                        "live-figures.view",
                        "messages.send-again",
                        "contacts.erase",
                        "erasures.view"
                      ],
                      "archived": false,
                      "version": 0
                    },
                    {
                      "id": "supervisor",
                      "name": "supervisor",
                      "builtIn": true,
                      "permissions": [
                        "integration-accounts.view",
                        "contact-windows.view",
                        "business-hours.view",
                        "content-profiles.view",
                        "reply-templates.view",
                        "organisation.view",
                        "queues.view",
                        "agents.view",
                        "skills.view",
                        "members.view",
                        "roles.view",
                        "live-figures.view",
                        "business-hours.change",
                        "reply-templates.change",
                        "queues.change",
                        "agents.change",
                        "skills.change",
                        "conversations.all",
                        "messages.send-again"
                      ],
                      "archived": false,
                      "version": 0
                    },
                    {
                      "id": "agent",
                      "name": "agent",
                      "builtIn": true,
                      "permissions": [],
                      "archived": false,
                      "version": 0
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Channel keeper",
                      "permissions": [
                        "integration-accounts.view"
                      ],
                      "archived": false,
                      "version": 2,
                      "builtIn": false
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "roles.view"
      },
      "post": {
        "operationId": "RolesController_add",
        "tags": [
          "roles"
        ],
        "summary": "roles: add",
        "description": "Needs the permission `roles.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddRole"
              },
              "example": {
                "name": "Channel keeper",
                "permissions": [
                  "integration-accounts.all",
                  "queues.view"
                ]
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RoleView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Channel keeper",
                  "builtIn": false,
                  "permissions": [
                    "integration-accounts.view",
                    "integration-accounts.add",
                    "integration-accounts.change",
                    "integration-accounts.delete",
                    "queues.view"
                  ],
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "roles.change",
        "x-command": true
      }
    },
    "/api/v1/roles/{id}": {
      "get": {
        "operationId": "RolesController_show",
        "tags": [
          "roles"
        ],
        "summary": "roles: show",
        "description": "Needs the permission `roles.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RoleView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Channel keeper",
                  "builtIn": false,
                  "permissions": [
                    "integration-accounts.view",
                    "integration-accounts.add",
                    "integration-accounts.change",
                    "integration-accounts.delete",
                    "queues.view"
                  ],
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "roles.view"
      },
      "patch": {
        "operationId": "RolesController_change",
        "tags": [
          "roles"
        ],
        "summary": "roles: change",
        "description": "Needs the permission `roles.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangeRoleBody"
              },
              "example": {
                "permissions": [
                  "integration-accounts.view"
                ]
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RoleView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Channel keeper",
                  "builtIn": false,
                  "permissions": [
                    "integration-accounts.view"
                  ],
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "roles.change",
        "x-command": true
      },
      "delete": {
        "operationId": "RolesController_archive",
        "tags": [
          "roles"
        ],
        "summary": "roles: archive",
        "description": "Needs the permission `roles.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RoleView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Old",
                  "builtIn": false,
                  "permissions": [],
                  "archived": true,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "roles.change",
        "x-command": true
      }
    },
    "/api/v1/skills": {
      "get": {
        "operationId": "SkillsController_list",
        "tags": [
          "skills"
        ],
        "summary": "skills: list",
        "description": "Needs the permission `skills.view`.",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string",
              "enum": [
                "skill",
                "language"
              ]
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "required": false,
            "schema": {
              "maxLength": 1000,
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "schema": {
              "maximum": 200,
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "archived",
            "in": "query",
            "required": false,
            "schema": {
              "type": "boolean"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SkillView"
                      }
                    },
                    "nextCursor": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items",
                    "nextCursor"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "kind": "language",
                      "key": "en",
                      "names": {
                        "en": "English",
                        "ja": "英語",
                        "ru": "английский"
                      },
                      "archived": false,
                      "version": 1
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000002",
                      "kind": "skill",
                      "key": "billing",
                      "names": {
                        "en": "Invoices",
                        "ja": "請求",
                        "ru": "Счета"
                      },
                      "archived": false,
                      "version": 2
                    },
                    {
                      "id": "6f1c1f7e-0000-4000-8000-000000000003",
                      "kind": "language",
                      "key": "ja",
                      "names": {
                        "en": "Japanese",
                        "ja": "日本語",
                        "ru": "японский"
                      },
                      "archived": false,
                      "version": 1
                    }
                  ],
                  "nextCursor": null
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          }
        },
        "x-permission": "skills.view"
      },
      "post": {
        "operationId": "SkillsController_add",
        "tags": [
          "skills"
        ],
        "summary": "skills: add",
        "description": "Needs the permission `skills.change`.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddSkill"
              },
              "example": {
                "kind": "skill",
                "key": "billing",
                "names": {
                  "en": "Billing",
                  "ja": "請求",
                  "ru": "Счета"
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SkillView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "kind": "skill",
                  "key": "billing",
                  "names": {
                    "en": "Billing",
                    "ja": "請求",
                    "ru": "Счета"
                  },
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "skills.change",
        "x-command": true
      }
    },
    "/api/v1/skills/in-use": {
      "get": {
        "operationId": "SkillsController_inUse",
        "tags": [
          "skills"
        ],
        "summary": "skills: in use",
        "description": "Needs the permission `skills.view`.",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SkillInUse"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "kind": "skill",
                      "key": "billing",
                      "agents": 1,
                      "queues": 1,
                      "known": true
                    },
                    {
                      "kind": "language",
                      "key": "en",
                      "agents": 1,
                      "queues": 0,
                      "known": true
                    },
                    {
                      "kind": "language",
                      "key": "ja",
                      "agents": 1,
                      "queues": 0,
                      "known": true
                    }
                  ]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          }
        },
        "x-permission": "skills.view"
      }
    },
    "/api/v1/skills/{id}": {
      "get": {
        "operationId": "SkillsController_show",
        "tags": [
          "skills"
        ],
        "summary": "skills: show",
        "description": "Needs the permission `skills.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SkillView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "kind": "skill",
                  "key": "billing",
                  "names": {
                    "en": "Billing",
                    "ja": "請求",
                    "ru": "Счета"
                  },
                  "archived": false,
                  "version": 1
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "skills.view"
      },
      "patch": {
        "operationId": "SkillsController_rename",
        "tags": [
          "skills"
        ],
        "summary": "skills: rename",
        "description": "Needs the permission `skills.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RenameSkillBody"
              },
              "example": {
                "names": {
                  "en": "Invoices"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SkillView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "kind": "skill",
                  "key": "billing",
                  "names": {
                    "en": "Invoices",
                    "ja": "請求",
                    "ru": "Счета"
                  },
                  "archived": false,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "422": {
            "$ref": "#/components/responses/Problem422"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "skills.change",
        "x-command": true
      },
      "delete": {
        "operationId": "SkillsController_archive",
        "tags": [
          "skills"
        ],
        "summary": "skills: archive",
        "description": "Needs the permission `skills.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SkillView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "kind": "skill",
                  "key": "old",
                  "names": {
                    "en": "Old"
                  },
                  "archived": true,
                  "version": 2
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "skills.change",
        "x-command": true
      }
    },
    "/api/v1/skills/{id}/bound": {
      "get": {
        "operationId": "SkillsController_bound",
        "tags": [
          "skills"
        ],
        "summary": "skills: bound",
        "description": "Needs the permission `skills.view`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BoundThing"
                      }
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ]
                },
                "example": {
                  "items": [
                    {
                      "kind": "agents",
                      "id": "6f1c1f7e-0000-4000-8000-000000000001",
                      "name": "Aiko Tanaka"
                    },
                    {
                      "kind": "queues",
                      "id": "6f1c1f7e-0000-4000-8000-000000000002",
                      "name": "Billing"
                    }
                  ]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          }
        },
        "x-permission": "skills.view"
      }
    },
    "/api/v1/skills/{id}/restore": {
      "post": {
        "operationId": "SkillsController_restore",
        "tags": [
          "skills"
        ],
        "summary": "skills: restore",
        "description": "Needs the permission `skills.change`.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "A new uuid for each action, the same when it is repeated.",
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          },
          {
            "name": "If-Match",
            "in": "header",
            "required": false,
            "description": "The ETag of the answer that you saw.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Done.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SkillView"
                },
                "example": {
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "kind": "skill",
                  "key": "old",
                  "names": {
                    "en": "Old"
                  },
                  "archived": false,
                  "version": 3
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Problem400"
          },
          "401": {
            "$ref": "#/components/responses/Problem401"
          },
          "403": {
            "$ref": "#/components/responses/Problem403"
          },
          "404": {
            "$ref": "#/components/responses/Problem404"
          },
          "409": {
            "$ref": "#/components/responses/Problem409"
          },
          "412": {
            "$ref": "#/components/responses/Problem412"
          },
          "503": {
            "$ref": "#/components/responses/Problem503"
          }
        },
        "x-permission": "skills.change",
        "x-command": true
      }
    }
  },
  "components": {
    "schemas": {
      "IntegrationAccountView": {
        "description": "What the API shows of an account; times are ISO 8601 in UTC. Secrets: that one is set, and its last four characters.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "description": "Also the answer's ETag, to be sent back as `If-Match`.",
            "type": "number"
          },
          "type": {
            "$ref": "#/components/schemas/ChannelType"
          },
          "name": {
            "type": "string"
          },
          "queueId": {
            "type": [
              "null",
              "string"
            ]
          },
          "language": {
            "type": [
              "null",
              "string"
            ]
          },
          "detectedLanguageMayOverride": {
            "description": "Whether what a customer writes in counts before it.",
            "type": "boolean"
          },
          "contactWindowId": {
            "type": [
              "null",
              "string"
            ]
          },
          "active": {
            "type": "boolean"
          },
          "linked": {
            "type": "boolean"
          },
          "state": {
            "$ref": "#/components/schemas/LinkState"
          },
          "unlinkedReason": {
            "type": [
              "null",
              "string"
            ]
          },
          "intake": {
            "description": "What is done with a message that comes in now.",
            "enum": [
              "gone",
              "hold",
              "keep",
              "route"
            ],
            "type": "string"
          },
          "routingGaps": {
            "description": "What is missing before messages reach an agent.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RoutingGap"
            }
          },
          "missingFields": {
            "description": "Required fields that are still empty.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "verifiedAt": {
            "description": "Since the last change of credentials.",
            "type": [
              "null",
              "string"
            ]
          },
          "webhookUrl": {
            "description": "To be given to the platform, whole; of e-mail, `mailto:` and the address to which mails are forwarded.",
            "type": "string"
          },
          "pageWebhookUrl": {
            "description": "Of a Facebook page: the address that older guides give; it reaches the same account.",
            "type": "string"
          },
          "publicLink": {
            "description": "Where people find it, made of what was typed, so that a typing error is seen.",
            "type": "string"
          },
          "platformAccountId": {
            "description": "What the account is called at the platform; null while the form does not say it.",
            "type": [
              "null",
              "string"
            ]
          },
          "onboarding": {
            "anyOf": [
              {
                "enum": [
                  "active",
                  "applying",
                  "certificate expired",
                  "code expired",
                  "code sent",
                  "failed",
                  "incomplete",
                  "pending"
                ],
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "lastTest": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "ok": {
                    "type": "boolean"
                  },
                  "checks": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/CheckResult"
                    }
                  },
                  "testedAt": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "checks",
                  "ok",
                  "testedAt"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "subscription": {
            "description": "As the platform listed it the last time; null: it has no such list, or was not asked.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "fields": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/SubscribedField"
                    }
                  },
                  "readAt": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "fields",
                  "readAt"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "token": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "expiresAt": {
                    "type": [
                      "null",
                      "string"
                    ]
                  },
                  "missingScopes": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "scope": {
                          "type": "string"
                        },
                        "effect": {
                          "type": "string"
                        }
                      },
                      "additionalProperties": false,
                      "required": [
                        "effect",
                        "scope"
                      ]
                    }
                  }
                },
                "additionalProperties": false,
                "required": [
                  "expiresAt",
                  "missingScopes"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "takenOver": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "appId": {
                    "type": "string"
                  },
                  "appName": {
                    "type": "string"
                  },
                  "since": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "appId"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "addedAt": {
            "type": "string"
          },
          "changedAt": {
            "type": "string"
          },
          "linkedAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "deletedAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "credentials": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FieldView"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "active",
          "addedAt",
          "changedAt",
          "contactWindowId",
          "credentials",
          "deletedAt",
          "detectedLanguageMayOverride",
          "id",
          "intake",
          "language",
          "lastTest",
          "linked",
          "linkedAt",
          "missingFields",
          "name",
          "onboarding",
          "platformAccountId",
          "queueId",
          "routingGaps",
          "state",
          "subscription",
          "takenOver",
          "token",
          "type",
          "unlinkedReason",
          "verifiedAt",
          "version",
          "webhookUrl"
        ]
      },
      "ChannelType": {
        "enum": [
          "email",
          "line",
          "lineworks",
          "messenger",
          "telegram",
          "viber",
          "vonage",
          "whatsapp"
        ],
        "type": "string"
      },
      "LinkState": {
        "description": "Where an account stands. `waiting for verification`: saved, and the platform has not shown yet that it reaches us (\"Saved, not verified\").\n`saved`: there is nothing to verify. `on, waiting for set-up`: the switch was put on before the data were there.",
        "enum": [
          "deleted",
          "draft",
          "linked",
          "none",
          "on, waiting for set-up",
          "saved",
          "unlinked",
          "verified",
          "waiting for verification"
        ],
        "type": "string"
      },
      "RoutingGap": {
        "enum": [
          "no queue",
          "not active"
        ],
        "type": "string"
      },
      "CheckResult": {
        "description": "One thing that was looked at. Names are stable, for translated texts.",
        "type": "object",
        "properties": {
          "check": {
            "type": "string"
          },
          "ok": {
            "type": "boolean"
          },
          "reason": {
            "description": "Plain words. Whatever looks like a token is taken out before it is recorded.",
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "milliseconds": {
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "check",
          "milliseconds",
          "ok"
        ]
      },
      "SubscribedField": {
        "type": "object",
        "properties": {
          "field": {
            "type": "string"
          },
          "needed": {
            "type": "boolean"
          },
          "subscribed": {
            "type": "boolean"
          }
        },
        "additionalProperties": false,
        "required": [
          "field",
          "needed",
          "subscribed"
        ]
      },
      "FieldView": {
        "type": "object",
        "properties": {
          "field": {
            "type": "string"
          },
          "secret": {
            "type": "boolean"
          },
          "set": {
            "type": "boolean"
          },
          "value": {
            "type": "string"
          },
          "lastFour": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "field",
          "secret",
          "set"
        ]
      },
      "Actor": {
        "description": "Who did it. `automation` is the name of the sentence (`when-…-then-…`) or the process that acted.",
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "const": "customer"
              },
              "id": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "id",
              "kind"
            ]
          },
          {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "const": "agent"
              },
              "id": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "id",
              "kind"
            ]
          },
          {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "const": "admin"
              },
              "id": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "id",
              "kind"
            ]
          },
          {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "const": "bot"
              },
              "id": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "id",
              "kind"
            ]
          },
          {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "const": "system"
              },
              "automation": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "automation",
              "kind"
            ]
          }
        ]
      },
      "ForwardingConfirmationView": {
        "description": "What Gmail asks before it forwards to an address, and nobody else can read.",
        "type": "object",
        "properties": {
          "receivedAt": {
            "type": "string"
          },
          "code": {
            "type": [
              "null",
              "string"
            ]
          },
          "link": {
            "description": "At Google.",
            "type": [
              "null",
              "string"
            ]
          },
          "requestedBy": {
            "description": "The mailbox that shall be forwarded.",
            "type": [
              "null",
              "string"
            ]
          },
          "verified": {
            "description": "False: nobody has checked that it comes from Google. Go on only when you have just asked for the forwarding.",
            "type": "boolean"
          }
        },
        "additionalProperties": false,
        "required": [
          "code",
          "link",
          "receivedAt",
          "requestedBy",
          "verified"
        ]
      },
      "Checked": {
        "type": "object",
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "checks": {
            "description": "Each thing that was looked at, with what to do where it failed.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConnectionCheck"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "checks",
          "ok"
        ]
      },
      "ConnectionCheck": {
        "type": "object",
        "properties": {
          "check": {
            "description": "`token`, `account matches`, `webhook`, …: stable, for translated texts.",
            "type": "string"
          },
          "ok": {
            "type": "boolean"
          },
          "reason": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "milliseconds": {
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "check",
          "milliseconds",
          "ok"
        ]
      },
      "AccountType": {
        "description": "All that is known of one type of account: its form is checked, documented and drawn by this.",
        "type": "object",
        "properties": {
          "type": {
            "$ref": "#/components/schemas/ChannelType"
          },
          "category": {
            "description": "Where the \"+\" window has it.",
            "enum": [
              "E-mail",
              "In-house bot",
              "Messenger",
              "SMS/Vonage",
              "WhatsApp"
            ],
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "fields": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccountTypeField"
            }
          },
          "settings": {
            "description": "The same for every type.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccountSetting"
            }
          },
          "buttons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccountButton"
            }
          },
          "buttonLabels": {
            "$ref": "#/components/schemas/Partial_Readonly_Record_AccountButton_Readonly_Record_en_ja_ru_string",
            "description": "Of each of its buttons."
          },
          "guide": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string",
            "description": "The platform's own pages about it, in the reader's language where there are such."
          },
          "steps": {
            "description": "What is done there, step by step; absent: the guide alone leads.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GuideStep"
            }
          },
          "autoLinkOn": {
            "$ref": "#/components/schemas/AutoLinkOn",
            "description": "What turns the switch \"Link\" on by itself."
          },
          "webhookHost": {
            "description": "\"Set webhook\" asks for host and port first; prefilled with this one.",
            "type": "string"
          },
          "forwardingGuides": {
            "description": "How a mail service is told to forward to the base address.",
            "$ref": "#/components/schemas/Record_gmail_outlook_Readonly_Record_en_ja_ru_string"
          }
        },
        "additionalProperties": false,
        "required": [
          "autoLinkOn",
          "buttonLabels",
          "buttons",
          "category",
          "fields",
          "guide",
          "settings",
          "title",
          "type"
        ]
      },
      "AccountTypeField": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string"
          },
          "required": {
            "type": "boolean"
          },
          "secret": {
            "description": "Write-only: answers show that it is set, and its last four characters.",
            "type": "boolean"
          },
          "generated": {
            "description": "Issued here when it is left empty.",
            "type": "boolean"
          },
          "fixed": {
            "description": "Issued once; never typed or changed.",
            "type": "boolean"
          },
          "label": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "hint": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          }
        },
        "additionalProperties": false,
        "required": [
          "fixed",
          "generated",
          "hint",
          "label",
          "name",
          "required",
          "secret"
        ]
      },
      "Record_en_ja_ru_string": {
        "type": "object",
        "properties": {
          "en": {
            "type": "string"
          },
          "ja": {
            "type": "string"
          },
          "ru": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "en",
          "ja",
          "ru"
        ]
      },
      "AccountSetting": {
        "description": "What every account has beside its credentials, as `PATCH /integration-accounts/{id}` takes it.",
        "type": "object",
        "properties": {
          "name": {
            "enum": [
              "active",
              "detectedLanguageMayOverride",
              "language",
              "queueId"
            ],
            "type": "string"
          },
          "kind": {
            "description": "`queue`: the id of one. `language`: a BCP 47 tag.",
            "enum": [
              "language",
              "queue",
              "switch"
            ],
            "type": "string"
          },
          "label": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "hint": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          }
        },
        "additionalProperties": false,
        "required": [
          "hint",
          "kind",
          "label",
          "name"
        ]
      },
      "AccountButton": {
        "enum": [
          "copy address",
          "generate token",
          "set webhook",
          "test connection"
        ],
        "type": "string"
      },
      "Partial_Readonly_Record_AccountButton_Readonly_Record_en_ja_ru_string": {
        "type": "object",
        "properties": {
          "generate token": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "test connection": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "set webhook": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "copy address": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          }
        },
        "additionalProperties": false
      },
      "GuideStep": {
        "description": "One step at the platform's own pages, in the order in which it is done.",
        "type": "object",
        "properties": {
          "step": {
            "type": "string"
          },
          "text": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "skip": {
            "description": "The button of whoever has this already; absent: everybody does it.",
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "fields": {
            "description": "Of the form: what this step brings is pasted right here.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "checks": {
            "description": "By which checks of [Test connection] it is seen at once whether it was right.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "checks",
          "fields",
          "step",
          "text"
        ]
      },
      "AutoLinkOn": {
        "description": "What turns the switch of an account on by itself.",
        "enum": [
          "never",
          "published",
          "verified"
        ],
        "type": "string"
      },
      "Record_gmail_outlook_Readonly_Record_en_ja_ru_string": {
        "type": "object",
        "properties": {
          "gmail": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "outlook": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          }
        },
        "additionalProperties": false,
        "required": [
          "gmail",
          "outlook"
        ]
      },
      "Presence": {
        "enum": [
          "available",
          "away",
          "busy",
          "offline"
        ],
        "type": "string"
      },
      "AgentProfileView": {
        "description": "What is set for an agent; presence and work are the desk's.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "archived": {
            "type": "boolean"
          },
          "email": {
            "description": "Null where there is no log-in.",
            "type": [
              "null",
              "string"
            ]
          },
          "version": {
            "description": "Of what is set: also the ETag of the answer, to be sent as `If-Match`. Presence and work do not count.",
            "type": "number"
          },
          "name": {
            "type": "string"
          },
          "groups": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "weights": {
            "$ref": "#/components/schemas/Partial_Record_line_messenger_telegram_viber_vonage_whatsapp_lineworks_email_number",
            "description": "Instead of what the queue says."
          },
          "skills": {
            "$ref": "#/components/schemas/Record_string_number",
            "description": "By the key of the skill."
          },
          "languages": {
            "$ref": "#/components/schemas/Record_string_number",
            "description": "By language tag."
          },
          "workingHoursId": {
            "description": "Outside of these business hours nothing is offered; null: at any time.",
            "type": [
              "null",
              "string"
            ]
          },
          "capacity": {
            "type": "number"
          },
          "queueIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "capacity",
          "email",
          "groups",
          "id",
          "languages",
          "name",
          "queueIds",
          "skills",
          "version",
          "weights",
          "workingHoursId"
        ]
      },
      "Partial_Record_line_messenger_telegram_viber_vonage_whatsapp_lineworks_email_number": {
        "type": "object",
        "properties": {
          "line": {
            "type": "number"
          },
          "messenger": {
            "type": "number"
          },
          "telegram": {
            "type": "number"
          },
          "viber": {
            "type": "number"
          },
          "vonage": {
            "type": "number"
          },
          "whatsapp": {
            "type": "number"
          },
          "lineworks": {
            "type": "number"
          },
          "email": {
            "type": "number"
          }
        },
        "additionalProperties": false
      },
      "Record_string_number": {
        "type": "object",
        "additionalProperties": {}
      },
      "QueueView": {
        "description": "Where conversations wait for an agent.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "offerSeconds": {
            "description": "How long an agent may think about an offer.",
            "type": "number"
          },
          "policyVersion": {
            "description": "0 until somebody sets one; explanations of offers name it.",
            "type": "number"
          },
          "policy": {
            "$ref": "#/components/schemas/QueuePolicy"
          },
          "archived": {
            "type": "boolean"
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "id",
          "name",
          "offerSeconds",
          "policy",
          "policyVersion",
          "version"
        ]
      },
      "QueuePolicy": {
        "description": "How the conversations of one queue find their agents. Seconds are whole.",
        "type": "object",
        "properties": {
          "requires": {
            "type": "object",
            "properties": {
              "skills": {
                "$ref": "#/components/schemas/Record_string_number"
              },
              "languageLevel": {
                "description": "The least level of the customer's language; null: languages do not count.",
                "type": [
                  "null",
                  "number"
                ]
              }
            },
            "additionalProperties": false,
            "required": [
              "languageLevel",
              "skills"
            ]
          },
          "rings": {
            "description": "1 to 6 of them.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Ring"
            }
          },
          "priority": {
            "description": "A conversation counts as if it had waited `level × secondsPerLevel` longer. So priority ages by itself: nobody is passed over by who\ncomes later than that, and nobody waits for ever.",
            "type": "object",
            "properties": {
              "level": {
                "type": "number"
              },
              "secondsPerLevel": {
                "type": "number"
              }
            },
            "additionalProperties": false,
            "required": [
              "level",
              "secondsPerLevel"
            ]
          },
          "order": {
            "enum": [
              "fewest conversations",
              "highest skills"
            ],
            "type": "string"
          },
          "preferredHoldSeconds": {
            "description": "The last owner, or who was named, has the conversation kept for so long. 0: not kept.",
            "type": "number"
          },
          "reopenDays": {
            "description": "For so many days after it was closed, a customer's next conversation prefers the last owner. 0: never.",
            "type": "number"
          },
          "weights": {
            "$ref": "#/components/schemas/Partial_Record_line_messenger_telegram_viber_vonage_whatsapp_lineworks_email_number"
          },
          "interruptible": {
            "description": "Work of these channels does not keep an agent from taking that of others.",
            "type": "array",
            "items": {
              "enum": [
                "email",
                "line",
                "lineworks",
                "messenger",
                "telegram",
                "viber",
                "vonage",
                "whatsapp"
              ],
              "type": "string"
            }
          },
          "autoAccept": {
            "type": "boolean"
          },
          "mayClaim": {
            "description": "Agents may take what they choose.",
            "type": "boolean"
          },
          "overflow": {
            "description": "What nobody took moves there.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "queueId": {
                    "type": "string"
                  },
                  "afterSeconds": {
                    "type": "number"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "afterSeconds",
                  "queueId"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "longestWaitSeconds": {
            "description": "From then on anybody who serves the queue is good enough; null: never.",
            "type": [
              "null",
              "number"
            ]
          },
          "businessHoursId": {
            "description": "Null: always open.",
            "type": [
              "null",
              "string"
            ]
          },
          "outsideHours": {
            "description": "What happens to a conversation that waits while it is closed.",
            "enum": [
              "offer",
              "wait"
            ],
            "type": "string"
          },
          "texts": {
            "$ref": "#/components/schemas/AutomaticTexts"
          },
          "ownerGoneSeconds": {
            "description": "How long the conversations of an agent whose connection is lost stay with them; null: for ever.",
            "type": [
              "null",
              "number"
            ]
          },
          "wrapUp": {
            "$ref": "#/components/schemas/WrapUpPolicy"
          },
          "silence": {
            "description": "Closed when the customer has said nothing for so long after our last word; the notice comes before.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "closeAfterSeconds": {
                    "type": "number"
                  },
                  "noticeBeforeSeconds": {
                    "type": "number"
                  },
                  "notice": {
                    "$ref": "#/components/schemas/Record_string_string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "closeAfterSeconds",
                  "notice",
                  "noticeBeforeSeconds"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "service": {
            "$ref": "#/components/schemas/ServiceTargets"
          }
        },
        "additionalProperties": false,
        "required": [
          "autoAccept",
          "businessHoursId",
          "interruptible",
          "longestWaitSeconds",
          "mayClaim",
          "order",
          "outsideHours",
          "overflow",
          "ownerGoneSeconds",
          "preferredHoldSeconds",
          "priority",
          "reopenDays",
          "requires",
          "rings",
          "service",
          "silence",
          "texts",
          "weights",
          "wrapUp"
        ]
      },
      "Ring": {
        "description": "A circle of agents that grows: while a conversation is in its n-th ring, it may go to whom the first n rings let in. The last ring\nlasts until somebody takes it.",
        "type": "object",
        "properties": {
          "seconds": {
            "description": "How long before the next ring begins, 1-86,400; of the last one without meaning.",
            "type": "number"
          },
          "minimumLevels": {
            "$ref": "#/components/schemas/Record_string_number",
            "description": "From this ring on another level is enough than the queue, or the request, asks for. `language` stands for the customer's."
          },
          "droppedSkills": {
            "description": "From this ring on these do not count any more.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "agentGroups": {
            "description": "Lets in only these; empty: everybody who serves the queue.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "agentGroups",
          "droppedSkills",
          "minimumLevels",
          "seconds"
        ]
      },
      "AutomaticTexts": {
        "description": "What a customer is told by itself, each at most once in a wait; where there is no text, nothing.",
        "type": "object",
        "properties": {
          "waiting": {
            "$ref": "#/components/schemas/Record_string_string"
          },
          "closed": {
            "$ref": "#/components/schemas/Record_string_string",
            "description": "Outside of the business hours; `{{nextOpening}}` stands for when it opens."
          },
          "handedOver": {
            "$ref": "#/components/schemas/Record_string_string",
            "description": "People go on where a bot was."
          },
          "waitingAfterSeconds": {
            "description": "How long they wait before they are told so, 0-86,400; absent: 60.",
            "type": "number"
          },
          "fallbackLanguage": {
            "description": "For a customer in whose language there is no text, also no notice of silence; absent: the first that is there.",
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "closed",
          "handedOver",
          "waiting"
        ]
      },
      "Record_string_string": {
        "type": "object",
        "additionalProperties": {}
      },
      "WrapUpPolicy": {
        "description": "What an agent does after the customer has gone, before the place is free.",
        "type": "object",
        "properties": {
          "kind": {
            "description": "`timed`: ends by itself after `seconds`.",
            "enum": [
              "none",
              "optional",
              "required",
              "timed"
            ],
            "type": "string"
          },
          "seconds": {
            "type": "number"
          },
          "codes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WrapUpCode"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "codes",
          "kind",
          "seconds"
        ]
      },
      "WrapUpCode": {
        "type": "object",
        "properties": {
          "code": {
            "description": "Kept in the event.",
            "type": "string"
          },
          "names": {
            "$ref": "#/components/schemas/Record_string_string",
            "description": "As agents read it, by language."
          }
        },
        "additionalProperties": false,
        "required": [
          "code",
          "names"
        ]
      },
      "ServiceTargets": {
        "description": "In seconds of business time; null: not promised.",
        "type": "object",
        "properties": {
          "firstAnswerSeconds": {
            "type": [
              "null",
              "number"
            ]
          },
          "nextAnswerSeconds": {
            "type": [
              "null",
              "number"
            ]
          },
          "resolutionSeconds": {
            "type": [
              "null",
              "number"
            ]
          },
          "warnAtPercent": {
            "description": "How much of the time may pass before a warning, 1-100 %.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "firstAnswerSeconds",
          "nextAnswerSeconds",
          "resolutionSeconds",
          "warnAtPercent"
        ]
      },
      "BoundThing": {
        "description": "Something that uses a setting.",
        "type": "object",
        "properties": {
          "kind": {
            "description": "A resource of the API: `integration-accounts`, `queues`, …",
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "id",
          "kind",
          "name"
        ]
      },
      "AuditEntries": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuditEntry"
            }
          },
          "nextCursor": {
            "type": [
              "null",
              "string"
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "items",
          "nextCursor"
        ]
      },
      "AuditEntry": {
        "description": "One thing that somebody did, or was refused.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "at": {
            "description": "ISO 8601.",
            "type": "string"
          },
          "person": {
            "description": "Null where the log-in is not there any more.",
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": [
                  "null",
                  "string"
                ]
              }
            },
            "additionalProperties": false,
            "required": [
              "id",
              "name"
            ]
          },
          "kind": {
            "description": "What it is about: `queue`, `integration_account`, …, or `refusal`.",
            "type": "string"
          },
          "event": {
            "description": "The event, as docs/events.md describes it.",
            "type": "string"
          },
          "subjectId": {
            "type": "string"
          },
          "details": {
            "description": "Names of what changed, and values that are neither secret nor about a person.",
            "type": "object",
            "properties": {},
            "additionalProperties": true
          }
        },
        "additionalProperties": false,
        "required": [
          "at",
          "details",
          "event",
          "id",
          "kind",
          "person",
          "subjectId"
        ]
      },
      "BotView": {
        "description": "A bot that answers customers before people do. Its secret is shown to nobody.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/BotKind"
          },
          "endpoint": {
            "type": [
              "null",
              "string"
            ]
          },
          "appId": {
            "type": [
              "null",
              "string"
            ]
          },
          "accountIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "fields": {
            "type": "array",
            "items": {
              "enum": [
                "contact",
                "language",
                "name"
              ],
              "type": "string"
            }
          },
          "deadlineSeconds": {
            "type": "number"
          },
          "script": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/BotScript"
              },
              {
                "type": "null"
              }
            ]
          },
          "scriptVersion": {
            "description": "1 for the first script that it had.",
            "type": "number"
          },
          "archived": {
            "type": "boolean"
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "accountIds",
          "appId",
          "archived",
          "deadlineSeconds",
          "endpoint",
          "fields",
          "id",
          "kind",
          "name",
          "script",
          "scriptVersion",
          "version"
        ]
      },
      "BotKind": {
        "enum": [
          "botpress",
          "built-in",
          "messenger",
          "rasa",
          "typebot",
          "webhook"
        ],
        "type": "string"
      },
      "BotScript": {
        "description": "What a built-in bot does: no code, only data.",
        "type": "object",
        "properties": {
          "language": {
            "description": "For customers whose language it has no texts in.",
            "type": "string"
          },
          "start": {
            "type": "string"
          },
          "steps": {
            "$ref": "#/components/schemas/Record_string_ScriptStep"
          }
        },
        "additionalProperties": false,
        "required": [
          "language",
          "start",
          "steps"
        ]
      },
      "Record_string_ScriptStep": {
        "type": "object",
        "additionalProperties": {}
      },
      "PreflightItem": {
        "description": "One thing to have before a bot at Messenger can answer first.",
        "type": "object",
        "properties": {
          "step": {
            "enum": [
              "account",
              "bot is primary",
              "bot platform",
              "page",
              "subscription",
              "test",
              "we are secondary"
            ],
            "type": "string"
          },
          "text": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "where": {
            "description": "Where it is set: by the name of the Handover Protocol, which guides still have, and by that of Conversation Routing, which pages show.",
            "type": "object",
            "properties": {
              "old": {
                "$ref": "#/components/schemas/Record_en_ja_ru_string"
              },
              "present": {
                "$ref": "#/components/schemas/Record_en_ja_ru_string"
              }
            },
            "additionalProperties": false,
            "required": [
              "old",
              "present"
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "step",
          "text"
        ]
      },
      "BotAnswer": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "outcome": {
                "type": "string",
                "const": "answered"
              },
              "replies": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/MessageContent"
                }
              },
              "next": {
                "$ref": "#/components/schemas/BotNext"
              }
            },
            "additionalProperties": false,
            "required": [
              "next",
              "outcome",
              "replies"
            ]
          },
          {
            "type": "object",
            "properties": {
              "outcome": {
                "type": "string",
                "const": "later"
              }
            },
            "additionalProperties": false,
            "required": [
              "outcome"
            ]
          },
          {
            "type": "object",
            "properties": {
              "outcome": {
                "type": "string",
                "const": "failed"
              },
              "code": {
                "type": "string"
              },
              "reason": {
                "type": "string"
              },
              "remedy": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "code",
              "outcome",
              "reason",
              "remedy"
            ]
          }
        ]
      },
      "MessageContent": {
        "description": "What one message says, the same for every channel. Texts are as the customer wrote them: never trusted, never HTML.",
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "text"
              },
              "text": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "text",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "enum": [
                  "audio",
                  "file",
                  "image",
                  "video"
                ],
                "type": "string"
              },
              "media": {
                "$ref": "#/components/schemas/MediaReference"
              },
              "caption": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "media",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "sticker"
              },
              "stickerId": {
                "type": "string"
              },
              "packId": {
                "type": "string"
              },
              "emoji": {
                "type": "string"
              },
              "text": {
                "type": "string"
              },
              "media": {
                "description": "A file of a message. The bytes are fetched and stored later; `MediaStored` tells where and what they really are.",
                "$ref": "#/components/schemas/MediaReference"
              }
            },
            "additionalProperties": false,
            "required": [
              "stickerId",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "location"
              },
              "latitude": {
                "type": "number"
              },
              "longitude": {
                "type": "number"
              },
              "title": {
                "type": "string"
              },
              "address": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "latitude",
              "longitude",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "contact"
              },
              "name": {
                "type": "string"
              },
              "phone": {
                "type": "string"
              },
              "more": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "phone": {
                      "type": "string"
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "name"
                  ]
                }
              }
            },
            "additionalProperties": false,
            "required": [
              "name",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "postback"
              },
              "data": {
                "type": "string"
              },
              "label": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "data",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "order"
              },
              "lines": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/OrderLine"
                }
              },
              "note": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "lines",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "referral"
              },
              "source": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "text": {
                "type": "string"
              },
              "url": {
                "type": "string"
              },
              "reference": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "source",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "system"
              },
              "what": {
                "type": "string"
              },
              "text": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "type",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "email"
              },
              "subject": {
                "type": "string"
              },
              "text": {
                "description": "What is new in it, as plain text.",
                "type": "string"
              },
              "quoted": {
                "description": "What the text had below it: earlier mails, a signature.",
                "type": "string"
              },
              "html": {
                "description": "The HTML as it came: never shown outside a sandboxed frame without remote content.",
                "$ref": "#/components/schemas/MediaReference"
              },
              "attachments": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/MediaReference"
                }
              },
              "raw": {
                "description": "The mail as it came, byte for byte.",
                "$ref": "#/components/schemas/MediaReference"
              },
              "from": {
                "$ref": "#/components/schemas/MailAddress"
              },
              "answerTo": {
                "description": "Where the customer wants answers, when not at `from`.",
                "$ref": "#/components/schemas/MailAddress"
              },
              "to": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/MailAddress"
                }
              },
              "cc": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/MailAddress"
                }
              },
              "automatic": {
                "description": "Written by a machine: nothing of ours may answer it by itself.",
                "const": true,
                "type": "boolean"
              },
              "unverifiedSender": {
                "description": "Neither an aligned DKIM signature nor a trusted chain says that `from` wrote it.",
                "const": true,
                "type": "boolean"
              }
            },
            "additionalProperties": false,
            "required": [
              "attachments",
              "text",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "choices"
              },
              "style": {
                "$ref": "#/components/schemas/ChoicesStyle"
              },
              "text": {
                "type": "string"
              },
              "options": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Choice"
                }
              },
              "buttonLabel": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "options",
              "style",
              "text",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "template"
              },
              "name": {
                "type": "string"
              },
              "language": {
                "type": "string"
              },
              "parameters": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "text": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "language",
              "name",
              "parameters",
              "text",
              "type"
            ]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "type": "string",
                "const": "unknown"
              },
              "kind": {
                "type": "string"
              },
              "raw": {}
            },
            "additionalProperties": false,
            "required": [
              "kind",
              "raw",
              "type"
            ]
          }
        ]
      },
      "MediaReference": {
        "description": "A file of a message. The bytes are fetched and stored later; `MediaStored` tells where and what they really are.",
        "type": "object",
        "properties": {
          "mediaId": {
            "description": "Ours, a uuid: names the file for ever.",
            "type": "string"
          },
          "source": {
            "description": "Where the bytes come from. `stored`: they are in our media store already (an agent's upload, a part of a mail).",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "kind": {
                    "type": "string",
                    "const": "platform"
                  },
                  "reference": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "kind",
                  "reference"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "kind": {
                    "type": "string",
                    "const": "url"
                  },
                  "url": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "kind",
                  "url"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "kind": {
                    "type": "string",
                    "const": "stored"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "kind"
                ]
              }
            ]
          },
          "fileName": {
            "type": "string"
          },
          "mimeType": {
            "description": "As the platform claims it; the stored file says what it really is.",
            "type": "string"
          },
          "size": {
            "description": "Bytes.",
            "type": "number"
          },
          "durationMs": {
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "mediaId",
          "source"
        ]
      },
      "OrderLine": {
        "type": "object",
        "properties": {
          "productId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "quantity": {
            "type": "number"
          },
          "price": {
            "description": "As the platform writes it, in units of `currency`: decimal text, never rounded.",
            "type": "string"
          },
          "currency": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "productId",
          "quantity"
        ]
      },
      "MailAddress": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string"
          },
          "address": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "address"
        ]
      },
      "ChoicesStyle": {
        "enum": [
          "buttons",
          "list",
          "quick replies"
        ],
        "type": "string"
      },
      "Choice": {
        "description": "One thing that the customer may choose. `id` comes back as the `data` of a postback.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "url": {
            "description": "Opens this page instead of answering.",
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "id",
          "label"
        ]
      },
      "BotNext": {
        "description": "What happens after the replies.",
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "do": {
                "type": "string",
                "const": "stay"
              }
            },
            "additionalProperties": false,
            "required": [
              "do"
            ]
          },
          {
            "type": "object",
            "properties": {
              "do": {
                "type": "string",
                "const": "close"
              }
            },
            "additionalProperties": false,
            "required": [
              "do"
            ]
          },
          {
            "additionalProperties": false,
            "type": "object",
            "properties": {
              "do": {
                "type": "string",
                "const": "hand over"
              },
              "queueId": {
                "description": "Absent: to the account's queue.",
                "type": "string"
              },
              "skills": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "language": {
                "description": "BCP 47.",
                "type": "string"
              },
              "summary": {
                "type": "string"
              },
              "fields": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "value": {
                      "type": "string"
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "name",
                    "value"
                  ]
                }
              }
            },
            "required": [
              "do"
            ]
          }
        ]
      },
      "Edited": {
        "description": "What became of one of them.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "account": {
            "description": "Null where it was refused.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/IntegrationAccountView"
              },
              {
                "type": "null"
              }
            ]
          },
          "problem": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "detail": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "code",
                  "detail"
                ]
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "account",
          "id",
          "problem"
        ]
      },
      "BusinessHoursView": {
        "description": "When somebody is there.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "hours": {
            "$ref": "#/components/schemas/Hours"
          },
          "archived": {
            "type": "boolean"
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "hours",
          "id",
          "name",
          "version"
        ]
      },
      "Hours": {
        "type": "object",
        "properties": {
          "timeZone": {
            "description": "An IANA zone.",
            "type": "string"
          },
          "week": {
            "$ref": "#/components/schemas/Partial_Record_Weekday_readonlyOpenPeriod",
            "description": "A day that is not there is closed."
          },
          "holidays": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Holiday"
            }
          },
          "exceptions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DayException"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "exceptions",
          "holidays",
          "timeZone",
          "week"
        ]
      },
      "Partial_Record_Weekday_readonlyOpenPeriod": {
        "type": "object",
        "properties": {
          "1": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          },
          "2": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          },
          "3": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          },
          "4": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          },
          "5": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          },
          "6": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          },
          "7": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          }
        },
        "additionalProperties": false
      },
      "OpenPeriod": {
        "description": "`HH:MM`, on the clock of the zone. An end of `24:00` is midnight; one that is not after its start is on the next day.",
        "type": "object",
        "properties": {
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "from",
          "to"
        ]
      },
      "Holiday": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string"
          },
          "on": {
            "description": "One day (`2026-11-23`), or the same day of every year (`01-01`).",
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "name",
          "on"
        ]
      },
      "DayException": {
        "description": "Other hours on one day, instead of the weekday's and of any holiday. No periods: closed.",
        "type": "object",
        "properties": {
          "on": {
            "description": "A day of the calendar without a zone: `2026-11-23`. Compares as text.",
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "periods": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenPeriod"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "on",
          "periods"
        ]
      },
      "OpeningPreview": {
        "description": "What hours mean at one moment.",
        "type": "object",
        "properties": {
          "at": {
            "description": "ISO 8601: the moment that was asked about.",
            "type": "string"
          },
          "open": {
            "type": "boolean"
          },
          "nextChange": {
            "description": "Null: nothing changes any more.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "at": {
                    "type": "string"
                  },
                  "opens": {
                    "type": "boolean"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "at",
                  "opens"
                ]
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "at",
          "nextChange",
          "open"
        ]
      },
      "ContactWindowView": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "description": "Also the answer's ETag.",
            "type": "number"
          },
          "name": {
            "type": "string"
          },
          "baseAddress": {
            "description": "To which mails are forwarded, for ever; null: this installation took no mail when it was opened.",
            "type": [
              "null",
              "string"
            ]
          },
          "businessHoursId": {
            "type": [
              "null",
              "string"
            ]
          },
          "bot": {
            "description": "Its one bot inside LINE WORKS.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "accountId": {
                    "type": "string"
                  },
                  "way": {
                    "$ref": "#/components/schemas/BotWay"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "accountId",
                  "way"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "archived": {
            "type": "boolean"
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "baseAddress",
          "bot",
          "businessHoursId",
          "id",
          "name",
          "version"
        ]
      },
      "BotWay": {
        "description": "`simple`: we make the bot; `console`: it was made in the Developer Console.",
        "enum": [
          "console",
          "simple"
        ],
        "type": "string"
      },
      "ContentProfileView": {
        "description": "Which media may be sent and received.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "inbound": {
            "description": "Kinds and MIME types that customers may send; words always pass.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "outbound": {
            "description": "Those that agents may send.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "archived": {
            "type": "boolean"
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "id",
          "inbound",
          "name",
          "outbound",
          "version"
        ]
      },
      "MemberView": {
        "description": "Somebody of the tenant who signs in.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "email": {
            "type": "string"
          },
          "role": {
            "description": "`admin`, `supervisor`, `agent`, or the id of a role of the tenant.",
            "type": "string"
          },
          "agentId": {
            "description": "The agent that this person is; null for who only administers.",
            "type": [
              "null",
              "string"
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "agentId",
          "email",
          "id",
          "name",
          "role"
        ]
      },
      "OrganisationView": {
        "description": "What is set once for a whole tenant.",
        "type": "object",
        "properties": {
          "timeZone": {
            "type": "string"
          },
          "pendingMinutes": {
            "type": "number"
          },
          "defaultContentProfileId": {
            "type": [
              "null",
              "string"
            ]
          },
          "awayReasons": {
            "description": "All that agents are away for, in the order in which it is offered.",
            "type": "array",
            "items": {
              "additionalProperties": false,
              "type": "object",
              "properties": {
                "key": {
                  "description": "What is recorded of who is away for it, for ever: a word such as `lunch`.",
                  "type": "string"
                },
                "names": {
                  "$ref": "#/components/schemas/Record_string_string",
                  "description": "As people read it, by language; in one at least."
                },
                "archived": {
                  "type": "boolean"
                }
              },
              "required": [
                "archived",
                "key",
                "names"
              ]
            }
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`. 0: nobody has set anything.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "awayReasons",
          "defaultContentProfileId",
          "pendingMinutes",
          "timeZone",
          "version"
        ]
      },
      "ReplyTemplateView": {
        "description": "A text that agents insert, in one or several languages.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "shortcut": {
            "description": "What is typed after the slash; null: none.",
            "type": [
              "null",
              "string"
            ]
          },
          "texts": {
            "$ref": "#/components/schemas/Record_string_string",
            "description": "Language → text."
          },
          "archived": {
            "type": "boolean"
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "id",
          "name",
          "shortcut",
          "texts",
          "version"
        ]
      },
      "TemplatePreview": {
        "description": "A template as a customer would read it.",
        "type": "object",
        "properties": {
          "language": {
            "description": "Null: there is no text in any of the languages.",
            "type": [
              "null",
              "string"
            ]
          },
          "text": {
            "type": [
              "null",
              "string"
            ]
          },
          "unfilled": {
            "description": "Placeholders for which nobody knows a value.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "language",
          "text",
          "unfilled"
        ]
      },
      "Record_PermissionLanguage_string": {
        "type": "object",
        "properties": {
          "en": {
            "type": "string"
          },
          "ja": {
            "type": "string"
          },
          "ru": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "en",
          "ja",
          "ru"
        ]
      },
      "RoleView": {
        "description": "What somebody may do, under a name.",
        "type": "object",
        "properties": {
          "id": {
            "description": "`admin`, `supervisor`, `agent`, or a uuid.",
            "type": "string"
          },
          "name": {
            "description": "Of a role that everybody has: the same as its id.",
            "type": "string"
          },
          "builtIn": {
            "type": "boolean"
          },
          "permissions": {
            "type": "array",
            "items": {
              "enum": [
                "agents.change",
                "agents.view",
                "audit.export",
                "audit.view",
                "business-hours.change",
                "business-hours.view",
                "contact-windows.add",
                "contact-windows.change",
                "contact-windows.delete",
                "contact-windows.view",
                "contacts.erase",
                "content-profiles.change",
                "content-profiles.view",
                "conversations.all",
                "conversations.log",
                "erasures.view",
                "events.export",
                "events.unseal",
                "integration-accounts.add",
                "integration-accounts.change",
                "integration-accounts.delete",
                "integration-accounts.view",
                "live-figures.view",
                "members.change",
                "members.view",
                "messages.send-again",
                "organisation.change",
                "organisation.view",
                "queues.change",
                "queues.view",
                "reply-templates.change",
                "reply-templates.view",
                "roles.change",
                "roles.view",
                "skills.change",
                "skills.view"
              ],
              "type": "string"
            }
          },
          "archived": {
            "type": "boolean"
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`. 0 for a role that everybody has.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "builtIn",
          "id",
          "name",
          "permissions",
          "version"
        ]
      },
      "SkillView": {
        "description": "A skill or a language of the catalogue.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/SkillKind"
          },
          "key": {
            "description": "Agents and policies name it by this, whatever it is called.",
            "type": "string"
          },
          "names": {
            "$ref": "#/components/schemas/Record_string_string",
            "description": "By language."
          },
          "archived": {
            "type": "boolean"
          },
          "version": {
            "description": "Also the ETag of the answer: send it as `If-Match`.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "archived",
          "id",
          "key",
          "kind",
          "names",
          "version"
        ]
      },
      "SkillKind": {
        "description": "What an agent can do, or a language that one speaks.",
        "enum": [
          "language",
          "skill"
        ],
        "type": "string"
      },
      "SkillInUse": {
        "description": "A skill or a language, as agents and queues name it.",
        "type": "object",
        "properties": {
          "kind": {
            "enum": [
              "language",
              "skill"
            ],
            "type": "string"
          },
          "key": {
            "description": "What the skill is called, or the tag of the language.",
            "type": "string"
          },
          "agents": {
            "description": "How many agents have it, at a level above 0.",
            "type": "number"
          },
          "queues": {
            "description": "How many queues ask for it.",
            "type": "number"
          },
          "known": {
            "description": "Whether it stands in the catalogue; what was named before there was one need not.",
            "type": "boolean"
          }
        },
        "additionalProperties": false,
        "required": [
          "agents",
          "key",
          "kind",
          "known",
          "queues"
        ]
      },
      "SentFormView": {
        "description": "A form that was sent, as the administrators see it.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "fields": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "state": {
            "enum": [
              "expired",
              "filled in",
              "opened",
              "sent",
              "withdrawn"
            ],
            "type": "string"
          },
          "expiresAt": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "expiresAt",
          "fields",
          "id",
          "state"
        ]
      },
      "NewSentForm": {
        "description": "Told once, to who sent it.",
        "type": "object",
        "properties": {
          "link": {
            "description": "Below the address of the desk. What stands behind the # is the secret: browsers send it to nobody.",
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "fields": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "state": {
            "enum": [
              "expired",
              "filled in",
              "opened",
              "sent",
              "withdrawn"
            ],
            "type": "string"
          },
          "expiresAt": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "expiresAt",
          "fields",
          "id",
          "link",
          "state"
        ]
      },
      "KeptItems": {
        "description": "What was kept of an account because its link was off.",
        "type": "object",
        "properties": {
          "waiting": {
            "description": "Waiting to be imported.",
            "type": "number"
          },
          "oldestAt": {
            "description": "When the first and the last of those came, ISO 8601; null: there is none.",
            "type": [
              "null",
              "string"
            ]
          },
          "newestAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "imported": {
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "imported",
          "newestAt",
          "oldestAt",
          "waiting"
        ]
      },
      "Imported": {
        "type": "object",
        "properties": {
          "imported": {
            "description": "Let in by this request.",
            "type": "number"
          },
          "more": {
            "description": "More is waiting: send another request.",
            "type": "boolean"
          }
        },
        "additionalProperties": false,
        "required": [
          "imported",
          "more"
        ]
      },
      "HomeView": {
        "description": "The first page of the admin area: what to do, in the order in which it goes best.",
        "type": "object",
        "properties": {
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HomeStep"
            }
          },
          "figures": {
            "$ref": "#/components/schemas/SetUpSoFar"
          }
        },
        "additionalProperties": false,
        "required": [
          "figures",
          "steps"
        ]
      },
      "HomeStep": {
        "type": "object",
        "properties": {
          "step": {
            "enum": [
              "bot",
              "channel",
              "processing"
            ],
            "type": "string"
          },
          "title": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          },
          "state": {
            "$ref": "#/components/schemas/StepState"
          },
          "optional": {
            "description": "The desk works without it.",
            "type": "boolean"
          },
          "notes": {
            "description": "What is missing, and what it would be well to do first. Nothing of it stops a step.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HomeNote"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "notes",
          "optional",
          "state",
          "step",
          "title"
        ]
      },
      "StepState": {
        "description": "`to do`: nothing is there; `begun`: something is missing; `done`: it works.",
        "enum": [
          "begun",
          "done",
          "to do"
        ],
        "type": "string"
      },
      "HomeNote": {
        "type": "object",
        "properties": {
          "code": {
            "enum": [
              "bot-not-used",
              "no-agent",
              "no-queue",
              "nobody-serves",
              "not-routed",
              "processing-first"
            ],
            "type": "string"
          },
          "text": {
            "$ref": "#/components/schemas/Record_en_ja_ru_string"
          }
        },
        "additionalProperties": false,
        "required": [
          "code",
          "text"
        ]
      },
      "SetUpSoFar": {
        "description": "How far a tenant is set up; what is archived or deleted does not count.",
        "type": "object",
        "properties": {
          "queues": {
            "type": "number"
          },
          "agents": {
            "type": "number"
          },
          "serving": {
            "description": "Agents who serve one of the queues.",
            "type": "number"
          },
          "accounts": {
            "type": "number"
          },
          "routed": {
            "description": "Accounts whose messages reach an agent.",
            "type": "number"
          },
          "bots": {
            "type": "number"
          },
          "answering": {
            "description": "Bots that answer on an account.",
            "type": "number"
          }
        },
        "additionalProperties": false,
        "required": [
          "accounts",
          "agents",
          "answering",
          "bots",
          "queues",
          "routed",
          "serving"
        ]
      },
      "FormToFillIn": {
        "description": "The same form as the colleague sees it: what is asked, and nothing that is there already.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "accountType": {
            "$ref": "#/components/schemas/ChannelType"
          },
          "accountName": {
            "type": "string"
          },
          "fields": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccountTypeField"
            }
          },
          "expiresAt": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "accountName",
          "accountType",
          "expiresAt",
          "fields",
          "id"
        ]
      },
      "BotOfWindowView": {
        "description": "The bot of a contact window inside LINE WORKS: the dialog with its two tabs. Times are ISO 8601 in UTC.",
        "type": "object",
        "properties": {
          "contactWindowId": {
            "type": "string"
          },
          "way": {
            "description": "The way that is taken; the other one is closed while it is. Null: both are open.",
            "anyOf": [
              {
                "enum": [
                  "console",
                  "simple"
                ],
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "tabs": {
            "description": "The tabs of the dialog, in their order.",
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "way": {
                  "$ref": "#/components/schemas/BotWay"
                },
                "title": {
                  "$ref": "#/components/schemas/BotText"
                },
                "open": {
                  "type": "boolean"
                }
              },
              "additionalProperties": false,
              "required": [
                "open",
                "title",
                "way"
              ]
            }
          },
          "accountId": {
            "type": [
              "null",
              "string"
            ]
          },
          "canMakeBots": {
            "description": "The ClientApp that makes bots has been entered: `PATCH /organisation/bot-maker`.",
            "type": "boolean"
          },
          "limits": {
            "type": "object",
            "properties": {
              "name": {
                "type": "number"
              },
              "description": {
                "type": "number"
              },
              "image": {
                "description": "Bytes; the picture is smaller.",
                "type": "number"
              },
              "text": {
                "$ref": "#/components/schemas/BotText"
              }
            },
            "additionalProperties": false,
            "required": [
              "description",
              "image",
              "name",
              "text"
            ]
          },
          "simple": {
            "description": "The last one that was made here, also while it is taken away, and after it failed.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/SimpleBotView"
              },
              {
                "type": "null"
              }
            ]
          },
          "console": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/ConsoleBotView"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "canMakeBots",
          "console",
          "contactWindowId",
          "limits",
          "simple",
          "tabs",
          "way"
        ]
      },
      "BotText": {
        "description": "The same words for each language of the screens.",
        "type": "object",
        "properties": {
          "en": {
            "type": "string"
          },
          "ja": {
            "type": "string"
          },
          "ru": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "en",
          "ja",
          "ru"
        ]
      },
      "SimpleBotView": {
        "type": "object",
        "properties": {
          "accountId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "nameCharacters": {
            "type": "number"
          },
          "description": {
            "type": "string"
          },
          "descriptionCharacters": {
            "type": "number"
          },
          "firstMessage": {
            "description": "What a member who adds the bot reads first, once.",
            "type": "string"
          },
          "image": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "fileName": {
                    "type": "string"
                  },
                  "mimeType": {
                    "type": "string"
                  },
                  "size": {
                    "type": "number"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "fileName",
                  "id",
                  "mimeType",
                  "size"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "status": {
            "enum": [
              "discarded",
              "none",
              "published",
              "running",
              "undoing",
              "undone"
            ],
            "type": "string"
          },
          "attempt": {
            "description": "How often it was published, this time included.",
            "type": "number"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StepView"
            }
          },
          "undoneWhy": {
            "type": [
              "null",
              "string"
            ]
          },
          "failure": {
            "description": "Why it was taken back, where a step failed; it stays until it is tried again.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "remedy": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "code",
                  "reason",
                  "remedy"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "botId": {
            "type": [
              "null",
              "string"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/LinkState"
          },
          "linked": {
            "type": "boolean"
          },
          "notes": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "note": {
                  "enum": [
                    "members find it",
                    "not in the admin list",
                    "try again or discard",
                    "when deleted"
                  ],
                  "type": "string"
                },
                "text": {
                  "$ref": "#/components/schemas/BotText"
                }
              },
              "additionalProperties": false,
              "required": [
                "note",
                "text"
              ]
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "attempt",
          "botId",
          "description",
          "descriptionCharacters",
          "failure",
          "firstMessage",
          "image",
          "linked",
          "name",
          "nameCharacters",
          "notes",
          "state",
          "status",
          "steps",
          "undoneWhy"
        ]
      },
      "StepView": {
        "type": "object",
        "properties": {
          "step": {
            "$ref": "#/components/schemas/BotStep"
          },
          "title": {
            "$ref": "#/components/schemas/BotText"
          },
          "status": {
            "enum": [
              "done",
              "failed",
              "started",
              "undone",
              "waiting"
            ],
            "type": "string"
          },
          "retryAt": {
            "description": "When it is tried again.",
            "type": [
              "null",
              "string"
            ]
          },
          "problem": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "remedy": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "code",
                  "reason",
                  "remedy"
                ]
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "problem",
          "retryAt",
          "status",
          "step",
          "title"
        ]
      },
      "BotStep": {
        "enum": [
          "create bot",
          "host image",
          "issue secret",
          "open to members",
          "save credentials"
        ],
        "type": "string"
      },
      "ConsoleBotView": {
        "type": "object",
        "properties": {
          "accountId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "steps": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "step": {
                  "$ref": "#/components/schemas/ConsoleStep"
                },
                "title": {
                  "$ref": "#/components/schemas/BotText"
                },
                "done": {
                  "type": "boolean"
                }
              },
              "additionalProperties": false,
              "required": [
                "done",
                "step",
                "title"
              ]
            }
          },
          "next": {
            "description": "Where to go on; null: everything is done.",
            "anyOf": [
              {
                "enum": [
                  "administrator",
                  "bot",
                  "callback",
                  "client app",
                  "link",
                  "service account"
                ],
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "missingFields": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "webhookUrl": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/LinkState"
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "missingFields",
          "name",
          "next",
          "state",
          "steps",
          "webhookUrl"
        ]
      },
      "ConsoleStep": {
        "enum": [
          "administrator",
          "bot",
          "callback",
          "client app",
          "link",
          "service account"
        ],
        "type": "string"
      },
      "BotMakerView": {
        "description": "Secrets: that one is set, and its last four characters.",
        "type": "object",
        "properties": {
          "complete": {
            "description": "Bots can be made.",
            "type": "boolean"
          },
          "credentials": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FieldView"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "complete",
          "credentials"
        ]
      },
      "ChannelHealthView": {
        "description": "How one channel is. Times are ISO 8601 in UTC; null: never, or not known.",
        "type": "object",
        "properties": {
          "accountId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "type": {
            "$ref": "#/components/schemas/ChannelType"
          },
          "lastWebhookAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "lastMessageAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "lastSentAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "lastError": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "at": {
                    "type": "string"
                  },
                  "code": {
                    "type": "string"
                  },
                  "remedy": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "at",
                  "code",
                  "remedy"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "tokenExpiresAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "missingFields": {
            "description": "Needed fields that the platform does not send; null: there is no such list, or nobody has read it.",
            "anyOf": [
              {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "testedAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "toSendAgain": {
            "description": "What [Re-send] would send.",
            "type": "number"
          },
          "light": {
            "description": "`grey`: it is off, or gone.",
            "enum": [
              "green",
              "grey",
              "red",
              "yellow"
            ],
            "type": "string"
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HealthReason"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "lastError",
          "lastMessageAt",
          "lastSentAt",
          "lastWebhookAt",
          "light",
          "missingFields",
          "name",
          "reasons",
          "testedAt",
          "toSendAgain",
          "tokenExpiresAt",
          "type"
        ]
      },
      "HealthReason": {
        "description": "What is wrong, or about to be: the worst first.",
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "deleted"
              }
            },
            "additionalProperties": false,
            "required": [
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "taken over"
              },
              "by": {
                "$ref": "#/components/schemas/OtherApp"
              },
              "at": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "at",
              "by",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "token expired"
              },
              "expiredAt": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "expiredAt",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "nothing goes out"
              },
              "since": {
                "type": "string"
              },
              "affected": {
                "type": "number"
              },
              "code": {
                "type": "string"
              },
              "remedy": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "affected",
              "code",
              "remedy",
              "since",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "test failed"
              },
              "at": {
                "type": "string"
              },
              "checks": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/CheckResult"
                }
              }
            },
            "additionalProperties": false,
            "required": [
              "at",
              "checks",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "messages to send again"
              },
              "affected": {
                "type": "number"
              }
            },
            "additionalProperties": false,
            "required": [
              "affected",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "token expires"
              },
              "expiresAt": {
                "type": "string"
              },
              "daysLeft": {
                "type": "number"
              }
            },
            "additionalProperties": false,
            "required": [
              "daysLeft",
              "expiresAt",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "scopes missing"
              },
              "scopes": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/MissingScope"
                }
              }
            },
            "additionalProperties": false,
            "required": [
              "scopes",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "fields not subscribed"
              },
              "fields": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            },
            "additionalProperties": false,
            "required": [
              "fields",
              "what"
            ]
          },
          {
            "type": "object",
            "properties": {
              "what": {
                "type": "string",
                "const": "link off"
              }
            },
            "additionalProperties": false,
            "required": [
              "what"
            ]
          }
        ]
      },
      "OtherApp": {
        "description": "An application that a page is linked with.",
        "type": "object",
        "properties": {
          "appId": {
            "type": "string"
          },
          "appName": {
            "type": "string"
          },
          "since": {
            "description": "Since when it has it, where the platform says so.",
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "appId"
        ]
      },
      "MissingScope": {
        "description": "`effect`: what cannot be done without it.",
        "type": "object",
        "properties": {
          "scope": {
            "type": "string"
          },
          "effect": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "effect",
          "scope"
        ]
      },
      "Resent": {
        "description": "What came of [Re-send].",
        "type": "object",
        "properties": {
          "requeued": {
            "description": "So many are on their way again.",
            "type": "number"
          },
          "refused": {
            "description": "Conversations that are closed by now, and the like.",
            "type": "array",
            "items": {
              "additionalProperties": false,
              "type": "object",
              "properties": {
                "conversationId": {
                  "type": "string"
                },
                "replyId": {
                  "type": "string"
                },
                "code": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              },
              "required": [
                "code",
                "conversationId",
                "reason",
                "replyId"
              ]
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "refused",
          "requeued"
        ]
      },
      "ChatCodeView": {
        "description": "One code as it is shown.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "settled": {
            "description": "WhatsApp has it as it stands here.",
            "type": "boolean"
          },
          "problem": {
            "description": "Why not, where it was refused.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/Problem"
              },
              {
                "type": "null"
              }
            ]
          },
          "link": {
            "description": "What stands in the QR code. Until WhatsApp has issued its own: a click-to-chat link with the same text.",
            "type": "string"
          },
          "language": {
            "description": "Of these texts: BCP 47.",
            "type": "string"
          },
          "reference": {
            "description": "Ours, shown to agents: \"came by QR: shop window\".",
            "type": "string"
          },
          "prefilledText": {
            "description": "Stands in the customer's composer, ready to be sent; it is how a message is known to come by this code.",
            "type": "string"
          },
          "businessName": {
            "description": "Both stand on the printable sheet: whoever uses the code must see who it is, and that he agrees to receive messages.",
            "type": "string"
          },
          "consentSentence": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "businessName",
          "consentSentence",
          "id",
          "language",
          "link",
          "prefilledText",
          "reference",
          "settled"
        ]
      },
      "Problem": {
        "type": "object",
        "description": "RFC 9457. `code` is stable, `detail` says what to do.",
        "required": [
          "type",
          "title",
          "status",
          "code"
        ],
        "properties": {
          "type": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "status": {
            "type": "integer"
          },
          "detail": {
            "type": "string"
          },
          "code": {
            "type": "string"
          },
          "fields": {
            "type": "array",
            "description": "Of `invalid`: what is wrong, field by field.",
            "items": {
              "type": "object",
              "required": [
                "field",
                "problems"
              ],
              "properties": {
                "field": {
                  "type": "string"
                },
                "problems": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "bound": {
            "type": "array",
            "description": "Of `in-use`: what is bound.",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "id",
                "name"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "StreamableFile": {
        "type": "object",
        "properties": {
          "options": {
            "$ref": "#/components/schemas/StreamableFileOptions"
          },
          "stream": {},
          "logger": {
            "$ref": "#/components/schemas/Logger"
          },
          "handleError": {
            "type": "object",
            "additionalProperties": {}
          },
          "logError": {
            "type": "object",
            "additionalProperties": {}
          },
          "errorHandler": {
            "type": "object",
            "additionalProperties": {}
          },
          "errorLogger": {
            "type": "object",
            "additionalProperties": {}
          }
        },
        "additionalProperties": false,
        "required": [
          "errorHandler",
          "errorLogger",
          "handleError",
          "logError",
          "logger",
          "options",
          "stream"
        ]
      },
      "StreamableFileOptions": {
        "description": "Options for `StreamableFile`",
        "type": "object",
        "properties": {
          "type": {
            "description": "The value that will be used for the `Content-Type` response header.",
            "default": "`\"application/octet-stream\"`",
            "type": "string"
          },
          "disposition": {
            "description": "The value that will be used for the `Content-Disposition` response header.",
            "anyOf": [
              {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              {
                "type": "string"
              }
            ]
          },
          "length": {
            "description": "The value that will be used for the `Content-Length` response header.",
            "type": "number"
          }
        },
        "additionalProperties": false
      },
      "Logger": {
        "type": "object",
        "properties": {
          "context": {
            "type": "string"
          },
          "options": {
            "type": "object",
            "properties": {
              "timestamp": {
                "type": "boolean"
              }
            },
            "additionalProperties": false
          },
          "localInstanceRef": {
            "$ref": "#/components/schemas/LoggerService"
          },
          "localInstanceLogLevels": {
            "description": "The `Logger.logLevels` the local instance was last configured with."
          },
          "localInstance": {
            "$ref": "#/components/schemas/LoggerService"
          },
          "registerLocalInstanceRef": {}
        },
        "additionalProperties": false,
        "required": [
          "localInstance",
          "options",
          "registerLocalInstanceRef"
        ]
      },
      "LoggerService": {
        "type": "object",
        "additionalProperties": {}
      },
      "ClickToChat": {
        "description": "To be pasted elsewhere, so that nobody types the number.",
        "type": "object",
        "properties": {
          "link": {
            "type": "string"
          },
          "button": {
            "description": "HTML of a button for a web site. Its style stands in it: a stranger's page has none of ours.",
            "type": "string"
          },
          "signature": {
            "description": "HTML of a line for a mail signature.",
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "button",
          "link",
          "signature"
        ]
      },
      "OnboardingView": {
        "description": "Where a number stands. Times are ISO 8601 in UTC; null: not known, or not any more.",
        "type": "object",
        "properties": {
          "accountId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "deletesAt": {
            "description": "When it is deleted if it is not active by then.",
            "type": [
              "null",
              "string"
            ]
          },
          "terms": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "textVersion": {
                    "type": "string"
                  },
                  "confirmedAt": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "confirmedAt",
                  "textVersion"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "certificate": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "createdOn": {
                    "type": "string"
                  },
                  "endsAt": {
                    "type": "string"
                  },
                  "daysLeft": {
                    "type": "number"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "createdOn",
                  "daysLeft",
                  "endsAt"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "code": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "sentAt": {
                    "type": "string"
                  },
                  "expiresAt": {
                    "type": "string"
                  },
                  "entriesLeft": {
                    "type": "number"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "entriesLeft",
                  "expiresAt",
                  "sentAt"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "codesRequested": {
            "type": "number"
          },
          "codeMethods": {
            "description": "How a code may come; `hint`: what to see to before, shown where this way is chosen.",
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "method": {
                  "$ref": "#/components/schemas/CodeMethod"
                },
                "hint": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/Record_en_ja_ru_string"
                    },
                    {
                      "type": "null"
                    }
                  ]
                }
              },
              "additionalProperties": false,
              "required": [
                "hint",
                "method"
              ]
            }
          },
          "nextCodeAt": {
            "description": "From when on a code may be requested.",
            "type": "string"
          },
          "atPlatform": {
            "description": "WhatsApp was asked for a code, or about one, and has not answered yet.",
            "type": "boolean"
          },
          "problem": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "remedy": {
                    "type": "string"
                  }
                },
                "additionalProperties": false,
                "required": [
                  "code",
                  "reason",
                  "remedy"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "pendingUntil": {
            "type": [
              "null",
              "string"
            ]
          },
          "activatedAt": {
            "type": [
              "null",
              "string"
            ]
          },
          "failure": {
            "anyOf": [
              {
                "additionalProperties": false,
                "type": "object",
                "properties": {
                  "why": {
                    "enum": [
                      "pending too long",
                      "refused by the platform"
                    ],
                    "type": "string"
                  },
                  "code": {
                    "type": "string"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "remedy": {
                    "type": "string"
                  }
                },
                "required": [
                  "why"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "checklist": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "item": {
                  "type": "string"
                },
                "done": {
                  "type": "boolean"
                }
              },
              "additionalProperties": false,
              "required": [
                "done",
                "item"
              ]
            }
          },
          "charge": {
            "$ref": "#/components/schemas/ChargeNotice"
          },
          "kind": {
            "$ref": "#/components/schemas/OnboardingKind"
          },
          "phoneNumber": {
            "type": "string"
          },
          "startedAt": {
            "type": "string"
          },
          "phase": {
            "$ref": "#/components/schemas/OnboardingPhase"
          },
          "application": {
            "$ref": "#/components/schemas/Partial_Record_ApplicationStep_string"
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "activatedAt",
          "application",
          "atPlatform",
          "certificate",
          "charge",
          "checklist",
          "code",
          "codeMethods",
          "codesRequested",
          "deletesAt",
          "kind",
          "name",
          "nextCodeAt",
          "pendingUntil",
          "phase",
          "phoneNumber",
          "problem",
          "startedAt",
          "terms"
        ]
      },
      "CodeMethod": {
        "enum": [
          "sms",
          "voice"
        ],
        "type": "string"
      },
      "ChargeNotice": {
        "description": "What the dialogs say about money. Times are ISO 8601.",
        "type": "object",
        "properties": {
          "confirmed": {
            "description": "Which text somebody confirmed, and when; who, stands in the metadata of `TermsConfirmed`.",
            "type": "object",
            "properties": {
              "textVersion": {
                "type": "string"
              },
              "at": {
                "type": "string"
              }
            },
            "additionalProperties": false,
            "required": [
              "at",
              "textVersion"
            ]
          },
          "chargedSince": {
            "description": "Monthly charges run from here; undefined: the number is not active.",
            "type": "string"
          },
          "oneMonthUntil": {
            "description": "Deleted before this moment, one month is charged all the same.",
            "type": "string"
          },
          "oneMonthIsCharged": {
            "type": "boolean"
          }
        },
        "additionalProperties": false,
        "required": [
          "oneMonthIsCharged",
          "oneMonthUntil"
        ]
      },
      "OnboardingKind": {
        "description": "`new`: the number was never on the platform for businesses; `migrated`: it comes from another provider.",
        "enum": [
          "migrated",
          "new"
        ],
        "type": "string"
      },
      "OnboardingPhase": {
        "description": "Shown as: applying · Incomplete, ready to activate · Code sent · Code expired · Pending · Active · Failed · Certificate expired.\nA number whose account was deleted has none.",
        "enum": [
          "active",
          "applying",
          "certificate expired",
          "code expired",
          "code sent",
          "failed",
          "incomplete",
          "pending"
        ],
        "type": "string"
      },
      "Partial_Record_ApplicationStep_string": {
        "type": "object",
        "properties": {
          "applied": {
            "type": "string"
          },
          "approved": {
            "type": "string"
          },
          "certificate received": {
            "type": "string"
          }
        },
        "additionalProperties": false
      },
      "ReadPhoneNumber": {
        "description": "A number as it should be written, and what it is.",
        "type": "object",
        "properties": {
          "e164": {
            "type": "string"
          },
          "international": {
            "description": "`+81 3 1234 5678`",
            "type": "string"
          },
          "country": {
            "description": "ISO 3166-1: of the number; undefined for numbers of no country.",
            "type": "string"
          },
          "corrected": {
            "description": "What was typed is this number in another form.",
            "type": "boolean"
          }
        },
        "additionalProperties": false,
        "required": [
          "corrected",
          "e164",
          "international"
        ]
      },
      "TermsText": {
        "description": "What stands in the dialog before a number is activated.",
        "type": "object",
        "properties": {
          "version": {
            "type": "string"
          },
          "language": {
            "$ref": "#/components/schemas/TermsLanguage"
          },
          "paragraphs": {
            "description": "To be read to the end.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "ticks": {
            "description": "All of them have to be ticked. `{d}`: the days that the certificate is valid for.",
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "term": {
                  "$ref": "#/components/schemas/Term"
                },
                "text": {
                  "type": "string"
                }
              },
              "additionalProperties": false,
              "required": [
                "term",
                "text"
              ]
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "language",
          "paragraphs",
          "ticks",
          "version"
        ]
      },
      "TermsLanguage": {
        "enum": [
          "en",
          "ja",
          "ru"
        ],
        "type": "string"
      },
      "Term": {
        "enum": [
          "approved by WhatsApp",
          "certificate is valid",
          "no machine-to-machine number",
          "number cannot return to the apps"
        ],
        "type": "string"
      },
      "PageHolder": {
        "description": "Who gets the messages of a page, as the platform says it now.",
        "type": "object",
        "properties": {
          "name": {
            "type": [
              "null",
              "string"
            ]
          },
          "ours": {
            "description": "Our application gets them.",
            "type": "boolean"
          },
          "others": {
            "description": "Others that get them: where `ours` is false, linking here takes the page over from them.",
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "appId": {
                  "type": "string"
                },
                "appName": {
                  "type": "string"
                }
              },
              "additionalProperties": false,
              "required": [
                "appId"
              ]
            }
          },
          "takenOver": {
            "description": "What was raised, and is not taken back yet.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/OtherApp"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "name",
          "others",
          "ours",
          "takenOver"
        ]
      },
      "TakenBack": {
        "type": "object",
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "checks": {
            "description": "What failed; empty: nothing.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConnectionCheck"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "checks",
          "ok"
        ]
      },
      "Certificate": {
        "description": "What is given to whom asks what was done: signed, and without anything personal.",
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "const": "madoguchi certificate of erasure"
          },
          "format": {
            "type": "number",
            "const": 1
          },
          "completedAt": {
            "description": "ISO 8601.",
            "type": "string"
          },
          "destroyed": {
            "additionalProperties": false,
            "type": "object",
            "properties": {
              "conversations": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "files": {
                "description": "Ids of stored files.",
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "events": {
                "description": "Events of which something was sealed under the destroyed keys, in the streams of the person and of the conversations.",
                "type": "number"
              },
              "rows": {
                "$ref": "#/components/schemas/Record_string_number",
                "description": "Rows of read models by table that said something of the person."
              },
              "keys": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DestroyedKey"
                }
              }
            },
            "required": [
              "conversations",
              "events",
              "files",
              "keys",
              "rows"
            ]
          },
          "digest": {
            "description": "SHA-256 of everything above, as JSON with its names in order, lower-case hex.",
            "type": "string"
          },
          "signature": {
            "description": "HMAC-SHA-256 of the digest under a key that follows from the installation's master key, base64url.",
            "type": "string"
          },
          "id": {
            "description": "A uuid; the same when the request is repeated.",
            "type": "string"
          },
          "tenantId": {
            "type": "string"
          },
          "contactId": {
            "type": "string"
          },
          "reason": {
            "$ref": "#/components/schemas/EraseReason"
          },
          "requestedBy": {
            "$ref": "#/components/schemas/Actor"
          },
          "requestedAt": {
            "description": "ISO 8601.",
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "completedAt",
          "contactId",
          "destroyed",
          "digest",
          "format",
          "id",
          "kind",
          "reason",
          "requestedAt",
          "requestedBy",
          "signature",
          "tenantId"
        ]
      },
      "DestroyedKey": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "madeAt": {
            "description": "ISO 8601.",
            "type": "string"
          },
          "destroyedAt": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "destroyedAt",
          "id",
          "madeAt"
        ]
      },
      "EraseReason": {
        "enum": [
          "customer request",
          "order of an authority",
          "recorded by mistake",
          "retention period over"
        ],
        "type": "string"
      },
      "Erasure": {
        "type": "object",
        "properties": {
          "destroyedKeys": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DestroyedKey"
            }
          },
          "traces": {
            "description": "What there was of a person when the key had gone; noted down before the rest goes, so that an interrupted erasure can be ended.",
            "$ref": "#/components/schemas/Traces"
          },
          "certificate": {
            "description": "Once everything is done.",
            "$ref": "#/components/schemas/Certificate"
          },
          "id": {
            "description": "A uuid; the same when the request is repeated.",
            "type": "string"
          },
          "tenantId": {
            "type": "string"
          },
          "contactId": {
            "type": "string"
          },
          "reason": {
            "$ref": "#/components/schemas/EraseReason"
          },
          "requestedBy": {
            "$ref": "#/components/schemas/Actor"
          },
          "requestedAt": {
            "description": "ISO 8601.",
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "contactId",
          "destroyedKeys",
          "id",
          "reason",
          "requestedAt",
          "requestedBy",
          "tenantId"
        ]
      },
      "Traces": {
        "description": "What there was of a person when the key had gone; noted down before the rest goes, so that an interrupted erasure can be ended.",
        "type": "object",
        "properties": {
          "conversations": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "files": {
            "description": "Ids of stored files.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "events": {
            "description": "Events of which something was sealed under the destroyed keys, in the streams of the person and of the conversations.",
            "type": "number"
          },
          "rows": {
            "$ref": "#/components/schemas/Record_string_number",
            "description": "Rows of read models by table that said something of the person."
          }
        },
        "additionalProperties": false,
        "required": [
          "conversations",
          "events",
          "files",
          "rows"
        ]
      },
      "Preflight": {
        "type": "object",
        "properties": {
          "ready": {
            "type": "boolean"
          },
          "redirectUri": {
            "description": "To be entered at Facebook under \"Valid OAuth Redirect URIs\"; null while the desk's address is missing.",
            "type": [
              "null",
              "string"
            ]
          },
          "missing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MissingSetting"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "missing",
          "ready",
          "redirectUri"
        ]
      },
      "MissingSetting": {
        "type": "object",
        "properties": {
          "setting": {
            "description": "The variable of the environment.",
            "type": "string"
          },
          "who": {
            "description": "Who can fill it.",
            "type": "string",
            "const": "operator"
          },
          "label": {
            "$ref": "#/components/schemas/Words"
          },
          "what": {
            "$ref": "#/components/schemas/Words"
          }
        },
        "additionalProperties": false,
        "required": [
          "label",
          "setting",
          "what",
          "who"
        ]
      },
      "Words": {
        "description": "One text in the languages of the administration.",
        "type": "object",
        "properties": {
          "en": {
            "type": "string"
          },
          "ja": {
            "type": "string"
          },
          "ru": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "en",
          "ja",
          "ru"
        ]
      },
      "BegunLogIn": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "authorizationUrl": {
            "description": "Where the person's browser goes, in a window of its own.",
            "type": "string"
          },
          "validUntil": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "required": [
          "authorizationUrl",
          "id",
          "validUntil"
        ]
      },
      "PageChoiceView": {
        "description": "Where one choice of pages stands. Times are ISO 8601 in UTC.",
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "status": {
            "description": "`begun`: the person is at Facebook; `returned`: Facebook is being asked; `offered`: pages can be chosen.",
            "enum": [
              "begun",
              "closed",
              "failed",
              "offered",
              "returned"
            ],
            "type": "string"
          },
          "validUntil": {
            "type": [
              "null",
              "string"
            ]
          },
          "problem": {
            "description": "Why there are no pages.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/ProblemView"
              },
              {
                "type": "null"
              }
            ]
          },
          "scopes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "missingScopes": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "scope": {
                  "type": "string"
                },
                "effect": {
                  "$ref": "#/components/schemas/Words"
                }
              },
              "additionalProperties": false,
              "required": [
                "effect",
                "scope"
              ]
            }
          },
          "onlyPages": {
            "$ref": "#/components/schemas/Words",
            "description": "Why profiles are not in the list."
          },
          "pageCount": {
            "description": "How many there are, whatever was searched for.",
            "type": "number"
          },
          "pages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PageView"
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "id",
          "missingScopes",
          "onlyPages",
          "pageCount",
          "pages",
          "problem",
          "scopes",
          "status",
          "validUntil"
        ]
      },
      "ProblemView": {
        "description": "Why something came to nothing, and what to do; `reason` and `remedy` are what was recorded, with the platform's own words in it.",
        "type": "object",
        "properties": {
          "code": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "texts": {
            "description": "The same for people, in the languages of the administration.",
            "type": "object",
            "properties": {
              "reason": {
                "$ref": "#/components/schemas/Words"
              },
              "remedy": {
                "$ref": "#/components/schemas/Words"
              }
            },
            "additionalProperties": false,
            "required": [
              "reason",
              "remedy"
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "code",
          "reason",
          "remedy",
          "texts"
        ]
      },
      "PageView": {
        "type": "object",
        "properties": {
          "pageId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "username": {
            "type": [
              "null",
              "string"
            ]
          },
          "selectable": {
            "type": "boolean"
          },
          "whyNot": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/Words"
              },
              {
                "type": "null"
              }
            ]
          },
          "otherApps": {
            "description": "Applications of others that get its messages; null: Facebook did not tell.",
            "anyOf": [
              {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "appId": {
                      "type": "string"
                    },
                    "appName": {
                      "type": [
                        "null",
                        "string"
                      ]
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "appId",
                    "appName"
                  ]
                }
              },
              {
                "type": "null"
              }
            ]
          },
          "heldHere": {
            "description": "Who has it in this installation; null: nobody. Of another tenant nothing is told.",
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "by": {
                    "enum": [
                      "somebody else",
                      "this tenant"
                    ],
                    "type": "string"
                  },
                  "accountId": {
                    "type": [
                      "null",
                      "string"
                    ]
                  },
                  "since": {
                    "type": [
                      "null",
                      "string"
                    ]
                  }
                },
                "additionalProperties": false,
                "required": [
                  "accountId",
                  "by",
                  "since"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "warning": {
            "description": "What the person must know before they choose it.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/Words"
              },
              {
                "type": "null"
              }
            ]
          },
          "needsTakeOver": {
            "description": "It has to be chosen with `takeOver`.",
            "type": "boolean"
          },
          "outcome": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/OutcomeView"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "heldHere",
          "name",
          "needsTakeOver",
          "otherApps",
          "outcome",
          "pageId",
          "selectable",
          "username",
          "warning",
          "whyNot"
        ]
      },
      "OutcomeView": {
        "type": "object",
        "properties": {
          "state": {
            "enum": [
              "connected",
              "not connected",
              "waiting"
            ],
            "type": "string"
          },
          "accountId": {
            "type": [
              "null",
              "string"
            ]
          },
          "renewed": {
            "description": "An account that was there got the new token.",
            "type": "boolean"
          },
          "problem": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/ProblemView"
              },
              {
                "type": "null"
              }
            ]
          }
        },
        "additionalProperties": false,
        "required": [
          "accountId",
          "problem",
          "renewed",
          "state"
        ]
      },
      "AddIntegrationAccount": {
        "type": "object",
        "required": [
          "type",
          "name",
          "credentials"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "messenger",
              "line",
              "telegram",
              "viber",
              "vonage",
              "whatsapp",
              "lineworks",
              "email"
            ]
          },
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "queueId": {
            "format": "uuid",
            "type": "string"
          },
          "language": {
            "maxLength": 35,
            "type": "string",
            "examples": [
              "ja"
            ]
          },
          "detectedLanguageMayOverride": {
            "type": "boolean"
          },
          "active": {
            "type": "boolean"
          },
          "contactWindowId": {
            "format": "uuid",
            "type": "string"
          },
          "credentials": {
            "type": "object"
          },
          "draft": {
            "type": "boolean"
          },
          "moveHere": {
            "type": "boolean"
          }
        }
      },
      "ApplyIntegrationAccount": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "queueId": {
            "format": "uuid",
            "type": "string"
          },
          "language": {
            "maxLength": 35,
            "type": "string",
            "examples": [
              "ja"
            ]
          },
          "detectedLanguageMayOverride": {
            "type": "boolean"
          },
          "active": {
            "type": "boolean"
          },
          "credentials": {
            "type": "object"
          },
          "draft": {
            "type": "boolean"
          },
          "moveHere": {
            "type": "boolean"
          }
        }
      },
      "BindIntegrationAccount": {
        "type": "object",
        "required": [
          "contactWindowId"
        ],
        "properties": {
          "contactWindowId": {
            "format": "uuid",
            "type": "string"
          }
        }
      },
      "SetWebhook": {
        "type": "object",
        "properties": {
          "host": {
            "maxLength": 260,
            "type": "string"
          }
        }
      },
      "GenerateToken": {
        "type": "object",
        "required": [
          "field"
        ],
        "properties": {
          "field": {
            "pattern": "^[a-z][A-Za-z0-9]{0,39}$",
            "type": "string"
          },
          "confirmed": {
            "type": "boolean"
          }
        }
      },
      "DeleteInformation": {
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "maxLength": 200,
            "type": "string"
          }
        }
      },
      "SetUpAgain": {
        "type": "object",
        "required": [
          "name",
          "credentials"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "queueId": {
            "format": "uuid",
            "type": "string"
          },
          "credentials": {
            "type": "object"
          },
          "draft": {
            "type": "boolean"
          }
        }
      },
      "AddAgent": {
        "type": "object",
        "required": [
          "name",
          "email",
          "password",
          "capacity",
          "queueIds"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "email": {
            "format": "email",
            "type": "string"
          },
          "password": {
            "minLength": 10,
            "maxLength": 200,
            "type": "string"
          },
          "capacity": {
            "type": "number",
            "minimum": 1,
            "maximum": 25
          },
          "queueIds": {
            "items": {
              "format": "uuid",
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          },
          "skills": {
            "type": "object"
          },
          "languages": {
            "type": "object"
          },
          "groups": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 50
          },
          "weights": {
            "type": "object"
          },
          "workingHoursId": {
            "format": "uuid",
            "type": "string"
          }
        }
      },
      "ChangeAgentBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "capacity": {
            "type": "number",
            "minimum": 1,
            "maximum": 25
          },
          "queueIds": {
            "items": {
              "format": "uuid",
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          },
          "skills": {
            "type": "object"
          },
          "languages": {
            "type": "object"
          },
          "groups": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 50
          },
          "weights": {
            "type": "object"
          },
          "workingHoursId": {
            "format": "uuid",
            "type": "string"
          }
        }
      },
      "AddQueue": {
        "type": "object",
        "required": [
          "name",
          "offerSeconds"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "offerSeconds": {
            "maximum": 900,
            "type": "integer",
            "minimum": 5
          },
          "policy": {
            "type": "object"
          }
        }
      },
      "ChangeQueueBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "offerSeconds": {
            "maximum": 900,
            "type": "integer",
            "minimum": 5
          },
          "policy": {
            "type": "object"
          }
        }
      },
      "AddBotBody": {
        "type": "object",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "built-in",
              "webhook",
              "rasa",
              "botpress",
              "typebot",
              "messenger"
            ]
          },
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "endpoint": {
            "minLength": 1,
            "maxLength": 2000,
            "type": "string"
          },
          "secret": {
            "minLength": 16,
            "maxLength": 200,
            "type": "string"
          },
          "appId": {
            "minLength": 1,
            "maxLength": 40,
            "type": "string"
          },
          "accountIds": {
            "items": {
              "format": "uuid",
              "type": "string"
            },
            "type": "array"
          },
          "fields": {
            "items": {
              "type": "string"
            },
            "type": "array"
          },
          "deadlineSeconds": {
            "type": "number"
          },
          "script": {
            "type": "object"
          }
        }
      },
      "ChangeBotBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "endpoint": {
            "minLength": 1,
            "maxLength": 2000,
            "type": "string"
          },
          "secret": {
            "minLength": 16,
            "maxLength": 200,
            "type": "string"
          },
          "appId": {
            "minLength": 1,
            "maxLength": 40,
            "type": "string"
          },
          "accountIds": {
            "items": {
              "format": "uuid",
              "type": "string"
            },
            "type": "array"
          },
          "fields": {
            "items": {
              "type": "string"
            },
            "type": "array"
          },
          "deadlineSeconds": {
            "type": "number"
          },
          "script": {
            "type": "object"
          }
        }
      },
      "SendSampleBody": {
        "type": "object",
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "minLength": 1,
            "maxLength": 1000,
            "type": "string"
          }
        }
      },
      "BulkEdit": {
        "type": "object",
        "required": [
          "accounts"
        ],
        "properties": {
          "accounts": {
            "items": {
              "$ref": "#/components/schemas/ChosenAccount"
            },
            "type": "array",
            "uniqueItems": true,
            "maxItems": 100,
            "minItems": 1
          },
          "queueId": {
            "format": "uuid",
            "type": "string"
          },
          "language": {
            "maxLength": 35,
            "type": "string",
            "examples": [
              "ja"
            ]
          },
          "active": {
            "type": "boolean"
          }
        }
      },
      "ChosenAccount": {
        "properties": {
          "id": {
            "format": "uuid",
            "type": "string"
          },
          "version": {
            "minimum": 1,
            "type": "integer"
          }
        },
        "type": "object",
        "required": [
          "id"
        ]
      },
      "AddBusinessHours": {
        "type": "object",
        "required": [
          "name",
          "hours"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "hours": {
            "$ref": "#/components/schemas/HoursBody",
            "not": {
              "type": "null"
            }
          }
        }
      },
      "HoursBody": {
        "properties": {
          "timeZone": {
            "type": "string"
          },
          "week": {
            "$ref": "#/components/schemas/WeekBody",
            "not": {
              "type": "null"
            }
          },
          "holidays": {
            "items": {
              "$ref": "#/components/schemas/HolidayBody"
            },
            "type": "array",
            "maxItems": 1000
          },
          "exceptions": {
            "items": {
              "$ref": "#/components/schemas/DayExceptionBody"
            },
            "type": "array",
            "maxItems": 1000
          }
        },
        "type": "object",
        "required": [
          "timeZone",
          "week",
          "holidays",
          "exceptions"
        ]
      },
      "WeekBody": {
        "properties": {
          "1": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          },
          "2": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          },
          "3": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          },
          "4": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          },
          "5": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          },
          "6": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          },
          "7": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          }
        },
        "type": "object"
      },
      "OpenPeriodBody": {
        "properties": {
          "from": {
            "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$",
            "type": "string"
          },
          "to": {
            "pattern": "^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$",
            "type": "string"
          }
        },
        "type": "object",
        "required": [
          "from",
          "to"
        ]
      },
      "HolidayBody": {
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "on": {
            "pattern": "^(\\d{4}-)?\\d{2}-\\d{2}$",
            "type": "string"
          }
        },
        "type": "object",
        "required": [
          "name",
          "on"
        ]
      },
      "DayExceptionBody": {
        "properties": {
          "on": {
            "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
            "type": "string"
          },
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "periods": {
            "items": {
              "$ref": "#/components/schemas/OpenPeriodBody"
            },
            "type": "array",
            "maxItems": 10
          }
        },
        "type": "object",
        "required": [
          "on",
          "periods"
        ]
      },
      "ChangeBusinessHoursBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "hours": {
            "$ref": "#/components/schemas/HoursBody"
          }
        }
      },
      "OpenContactWindowBody": {
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          }
        }
      },
      "ChangeContactWindowBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "businessHoursId": {
            "format": "uuid",
            "type": "string"
          },
          "baseAddress": {
            "format": "email",
            "type": "string"
          }
        }
      },
      "AddContentProfile": {
        "type": "object",
        "required": [
          "name",
          "inbound",
          "outbound"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "inbound": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          },
          "outbound": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          }
        }
      },
      "ChangeContentProfileBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "inbound": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          },
          "outbound": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          }
        }
      },
      "AddMember": {
        "type": "object",
        "required": [
          "email",
          "name",
          "password",
          "role"
        ],
        "properties": {
          "email": {
            "format": "email",
            "type": "string"
          },
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "password": {
            "minLength": 10,
            "maxLength": 200,
            "type": "string"
          },
          "role": {
            "pattern": "^(admin|supervisor|agent|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$",
            "type": "string"
          }
        }
      },
      "GiveRoleBody": {
        "type": "object",
        "required": [
          "role"
        ],
        "properties": {
          "role": {
            "pattern": "^(admin|supervisor|agent|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$",
            "type": "string"
          }
        }
      },
      "ChangeOrganisation": {
        "type": "object",
        "properties": {
          "timeZone": {
            "type": "string"
          },
          "pendingMinutes": {
            "maximum": 60,
            "type": "integer",
            "minimum": 2
          },
          "defaultContentProfileId": {
            "format": "uuid",
            "type": "string"
          },
          "awayReasons": {
            "items": {
              "$ref": "#/components/schemas/AwayReasonBody"
            },
            "type": "array",
            "maxItems": 50
          }
        }
      },
      "AwayReasonBody": {
        "properties": {
          "key": {
            "pattern": "^[a-z0-9][a-z0-9-]{0,39}$",
            "type": "string"
          },
          "names": {
            "type": "object"
          },
          "archived": {
            "type": "boolean"
          }
        },
        "type": "object",
        "required": [
          "key",
          "names"
        ]
      },
      "AddReplyTemplateBody": {
        "type": "object",
        "required": [
          "name",
          "texts"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "shortcut": {
            "pattern": "^[\\p{L}\\p{N}_-]{1,40}$",
            "type": "string"
          },
          "texts": {
            "type": "object"
          }
        }
      },
      "ChangeReplyTemplateBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "shortcut": {
            "pattern": "^[\\p{L}\\p{N}_-]{1,40}$",
            "type": "string"
          },
          "texts": {
            "type": "object"
          }
        }
      },
      "TemplatePreviewBody": {
        "type": "object",
        "properties": {
          "languages": {
            "items": {
              "type": "string"
            },
            "type": "array"
          },
          "values": {
            "type": "object"
          }
        }
      },
      "AddRole": {
        "type": "object",
        "required": [
          "name",
          "permissions"
        ],
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "permissions": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          }
        }
      },
      "ChangeRoleBody": {
        "type": "object",
        "properties": {
          "name": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "permissions": {
            "items": {
              "type": "string"
            },
            "type": "array",
            "maxItems": 200
          }
        }
      },
      "AddSkill": {
        "type": "object",
        "required": [
          "kind",
          "key",
          "names"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "skill",
              "language"
            ]
          },
          "key": {
            "minLength": 1,
            "maxLength": 60,
            "type": "string"
          },
          "names": {
            "type": "object"
          }
        }
      },
      "RenameSkillBody": {
        "type": "object",
        "required": [
          "names"
        ],
        "properties": {
          "names": {
            "type": "object"
          }
        }
      },
      "SendFormBody": {
        "type": "object",
        "properties": {
          "fields": {
            "items": {
              "maxLength": 40,
              "type": "string"
            },
            "type": "array",
            "maxItems": 30
          },
          "hours": {
            "maximum": 168,
            "type": "integer",
            "minimum": 1
          }
        }
      },
      "FillInFormBody": {
        "type": "object",
        "required": [
          "values"
        ],
        "properties": {
          "values": {
            "type": "object"
          }
        }
      },
      "PublishBot": {
        "type": "object",
        "required": [
          "name",
          "description"
        ],
        "properties": {
          "name": {
            "maxLength": 500,
            "type": "string"
          },
          "description": {
            "maxLength": 2500,
            "type": "string"
          },
          "imageId": {
            "format": "uuid",
            "type": "string"
          },
          "queueId": {
            "format": "uuid",
            "type": "string"
          },
          "language": {
            "maxLength": 35,
            "type": "string",
            "examples": [
              "ja"
            ]
          }
        }
      },
      "ChangeBotMaker": {
        "type": "object",
        "required": [
          "credentials"
        ],
        "properties": {
          "credentials": {
            "type": "object"
          }
        }
      },
      "CreateChatCodeRequest": {
        "type": "object",
        "required": [
          "reference",
          "prefilledText",
          "businessName",
          "consentSentence",
          "language"
        ],
        "properties": {
          "reference": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "prefilledText": {
            "maxLength": 140,
            "type": "string"
          },
          "businessName": {
            "maxLength": 100,
            "type": "string"
          },
          "consentSentence": {
            "maxLength": 500,
            "type": "string"
          },
          "language": {
            "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            "type": "string",
            "examples": [
              "ja"
            ]
          }
        }
      },
      "ChangeChatCodeRequest": {
        "type": "object",
        "properties": {
          "reference": {
            "minLength": 1,
            "maxLength": 100,
            "type": "string"
          },
          "prefilledText": {
            "maxLength": 140,
            "type": "string"
          },
          "businessName": {
            "maxLength": 100,
            "type": "string"
          },
          "consentSentence": {
            "maxLength": 500,
            "type": "string"
          },
          "language": {
            "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            "type": "string",
            "examples": [
              "ja"
            ]
          }
        }
      },
      "CheckPhoneNumber": {
        "type": "object",
        "required": [
          "phoneNumber"
        ],
        "properties": {
          "phoneNumber": {
            "minLength": 1,
            "maxLength": 60,
            "type": "string",
            "examples": [
              "+819012345678"
            ]
          },
          "country": {
            "minLength": 2,
            "maxLength": 2,
            "type": "string",
            "examples": [
              "JP"
            ]
          }
        }
      },
      "StartOnboardingRequest": {
        "type": "object",
        "required": [
          "kind",
          "phoneNumber"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "new",
              "migrated"
            ]
          },
          "phoneNumber": {
            "minLength": 1,
            "maxLength": 60,
            "type": "string",
            "examples": [
              "+819012345678"
            ]
          },
          "country": {
            "minLength": 2,
            "maxLength": 2,
            "type": "string",
            "examples": [
              "JP"
            ]
          }
        }
      },
      "RecordApplicationRequest": {
        "type": "object",
        "required": [
          "step",
          "on"
        ],
        "properties": {
          "step": {
            "type": "string",
            "enum": [
              "applied",
              "approved",
              "certificate received"
            ]
          },
          "on": {
            "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
            "type": "string",
            "examples": [
              "2026-11-25"
            ]
          }
        }
      },
      "ConfirmTermsRequest": {
        "type": "object",
        "required": [
          "textVersion",
          "language",
          "ticks",
          "readToEnd"
        ],
        "properties": {
          "textVersion": {
            "maxLength": 40,
            "type": "string"
          },
          "language": {
            "type": "string",
            "enum": [
              "en",
              "ja",
              "ru"
            ]
          },
          "ticks": {
            "items": {
              "type": "string",
              "enum": [
                "number cannot return to the apps",
                "no machine-to-machine number",
                "approved by WhatsApp",
                "certificate is valid"
              ]
            },
            "type": "array",
            "maxItems": 20
          },
          "readToEnd": {
            "type": "boolean"
          }
        }
      },
      "RecordCertificateRequest": {
        "type": "object",
        "required": [
          "certificate",
          "createdOn"
        ],
        "properties": {
          "certificate": {
            "maxLength": 10000,
            "type": "string"
          },
          "createdOn": {
            "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
            "type": "string",
            "examples": [
              "2026-11-25"
            ]
          }
        }
      },
      "RequestCodeRequest": {
        "type": "object",
        "required": [
          "method"
        ],
        "properties": {
          "method": {
            "type": "string",
            "enum": [
              "sms",
              "voice"
            ]
          },
          "language": {
            "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            "type": "string",
            "examples": [
              "ja"
            ]
          }
        }
      },
      "EnterCodeRequest": {
        "type": "object",
        "required": [
          "code"
        ],
        "properties": {
          "code": {
            "pattern": "^\\s*(?:\\d[\\s-]*){6}$",
            "type": "string",
            "examples": [
              "123456"
            ]
          }
        }
      },
      "RegisterRequest": {
        "type": "object",
        "properties": {
          "pin": {
            "pattern": "^\\d{6}$",
            "type": "string",
            "examples": [
              "123456"
            ]
          }
        }
      },
      "EraseContactRequest": {
        "type": "object",
        "required": [
          "reason",
          "confirm"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "enum": [
              "customer request",
              "retention period over",
              "order of an authority",
              "recorded by mistake"
            ]
          },
          "confirm": {
            "maxLength": 100,
            "type": "string"
          }
        }
      },
      "PageLogInReturn": {
        "type": "object",
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "maxLength": 200,
            "type": "string"
          },
          "code": {
            "maxLength": 4096,
            "type": "string",
            "examples": [
              "123456"
            ]
          },
          "error": {
            "maxLength": 100,
            "type": "string"
          },
          "error_description": {
            "maxLength": 1000,
            "type": "string"
          }
        }
      },
      "ChoosePagesRequest": {
        "type": "object",
        "required": [
          "pages"
        ],
        "properties": {
          "pages": {
            "items": {
              "$ref": "#/components/schemas/ChosenPageRequest"
            },
            "type": "array",
            "uniqueItems": true,
            "maxItems": 50,
            "minItems": 1
          }
        }
      },
      "ChosenPageRequest": {
        "properties": {
          "pageId": {
            "minLength": 5,
            "maxLength": 20,
            "type": "string"
          },
          "takeOver": {
            "type": "boolean"
          }
        },
        "type": "object",
        "required": [
          "pageId"
        ]
      }
    },
    "responses": {
      "Problem400": {
        "description": "A header, an id or a cursor is not as it should be.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:bad-cursor",
              "title": "Bad request",
              "status": 400,
              "detail": "This cursor is none of ours.",
              "code": "bad-cursor"
            }
          }
        }
      },
      "Problem401": {
        "description": "Nobody is signed in.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:not-signed-in",
              "title": "Not signed in",
              "status": 401,
              "detail": "Sign in first: POST /api/v1/sessions.",
              "code": "not-signed-in"
            }
          }
        }
      },
      "Problem403": {
        "description": "The role does not allow it. The refusal is in the audit log.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:not-allowed",
              "title": "Not allowed",
              "status": 403,
              "detail": "Your role does not allow this. It needs the permission \"queues.change\".",
              "code": "not-allowed",
              "permission": "queues.change"
            }
          }
        }
      },
      "Problem404": {
        "description": "There is none, or it is another tenant’s.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:no-such-queue",
              "title": "Not found",
              "status": 404,
              "detail": "There is no such queue.",
              "code": "no-such-queue"
            }
          }
        }
      },
      "Problem409": {
        "description": "It cannot be done as things are: a name is taken, something is in use, something is archived.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:in-use",
              "title": "Conflict",
              "status": 409,
              "detail": "\"Billing\" is in use: \"Ivan\". Choose something else there first.",
              "code": "in-use",
              "bound": [
                {
                  "kind": "agents",
                  "id": "6f1c1f7e-0000-4000-8000-000000000001",
                  "name": "Ivan"
                }
              ]
            }
          }
        }
      },
      "Problem412": {
        "description": "Somebody was faster: look again, then decide.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:it-changed",
              "title": "Request refused",
              "status": 412,
              "detail": "It has changed since you looked. Look again, then decide.",
              "code": "it-changed",
              "version": 4
            }
          }
        }
      },
      "Problem422": {
        "description": "What was sent is not as it should be.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:invalid",
              "title": "Cannot be done",
              "status": 422,
              "detail": "Some fields are not as they should be; see \"fields\".",
              "code": "invalid",
              "fields": [
                {
                  "field": "name",
                  "problems": [
                    "name must have 1 to 100 characters"
                  ]
                }
              ]
            }
          }
        }
      },
      "Problem503": {
        "description": "Not now. Send the same request with the same Idempotency-Key again.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "urn:madoguchi:problem:no-answer",
              "title": "Not available now",
              "status": 503,
              "detail": "Routing does not answer now.",
              "code": "no-answer"
            }
          }
        }
      }
    },
    "securitySchemes": {
      "bearer": {
        "type": "http",
        "scheme": "bearer"
      },
      "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "madoguchi_session"
      }
    }
  }
};
