# The product without its database: compose.yaml puts PostGIS beside it.
# What Debian has to provide comes from the same script that npm start and .ci/run use.
FROM node:22-bookworm-slim

WORKDIR /app
COPY scripts/setup/install-debian.sh scripts/setup/
RUN scripts/setup/install-debian.sh gdal \
  && rm -rf /var/lib/apt/lists/*

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund \
  && npm cache clean --force

COPY . .
RUN npm run build -- --quiet \
  && mkdir /data \
  && chown node:node /data

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    DATA_DIRECTORY=/data

USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--import", "tsx", "scripts/start.ts", "--no-install"]
