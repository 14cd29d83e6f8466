export const hosts = ["https://http-intake.logs.datadoghq.com"];
