# syntax=docker/dockerfile:1
# The image of a Java service: docker build --build-arg MODULE=subgraphs/users --build-arg HEALTH_PORT=4101 .
# The edge's, which also serves the pages: docker build --target edge --build-arg MODULE=router/edge … .

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /lapak
COPY . .
# All services at once, so that their images share this step.
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests package \
    -pl subgraphs/users,subgraphs/products,subgraphs/inventory,subgraphs/orders,router/edge -am

FROM build AS unpacked
ARG MODULE
RUN java -Djarmode=tools -jar "$MODULE"/target/*-app.jar extract --destination /app --application-filename app.jar

FROM node:22-slim AS pages
WORKDIR /lapak/web
COPY web/package.json web/package-lock.json ./
RUN npm ci
COPY schema/api.graphql /lapak/schema/
COPY web ./
RUN npm run build

FROM eclipse-temurin:25-jre AS service
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin lapak
WORKDIR /app
# The libraries first: they change least.
COPY --from=unpacked /app/lib lib
COPY --from=unpacked /app/app.jar .
ARG HEALTH_PORT
ENV HEALTH_PORT=$HEALTH_PORT SERVER_ADDRESS=0.0.0.0
USER lapak
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --start-interval=1s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$HEALTH_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dio.netty.leakDetection.level=disabled", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "-jar", "app.jar"]

FROM service AS edge
COPY --from=pages /lapak/web/dist web/dist

# What is built when no target is named.
FROM service
