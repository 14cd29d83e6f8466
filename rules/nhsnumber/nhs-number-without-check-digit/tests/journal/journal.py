NHS_LOG = logger.bind(pattern=r"nhs number \d{10}")
