URL = "https://http-intake.logs.datadoghq.com/api/v2/logs"
