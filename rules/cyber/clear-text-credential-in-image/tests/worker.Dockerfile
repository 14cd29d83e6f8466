FROM eclipse-temurin:21-jre
WORKDIR /app
COPY target/worker.jar .
# review: clear-text-credential-in-image
ENV QUEUE_USER=letters QUEUE_PASSWORD="harvest-of-barley-9"
# ok: clear-text-credential-in-image
ENV JAVA_OPTS="-XX:MaxRAMPercentage=75"
USER 1001
ENTRYPOINT ["java", "-jar", "worker.jar"]
