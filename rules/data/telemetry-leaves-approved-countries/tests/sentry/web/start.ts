export const dsn = "https://abc@o1.ingest.sentry.io/1";
