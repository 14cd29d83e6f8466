export const dsn = "https://abc@o1.ingest.us.sentry.io/1";
