URL = "https://http-intake.logs.datadoghq.eu/api/v2/logs"
DOCS = "https://docs.datadoghq.com/logs"
