export const dsn = "https://abc@o1.ingest.de.sentry.io/1";
