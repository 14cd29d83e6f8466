environment = "live"
alerts_url  = "https://prod-12.ukwest.logic.azure.com:443/workflows/a4c123b1612dd272d1371c17149d4395/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=gLKOmxgJTeKdNnFRIBXuDL7DxtpYlSXpfKtHF4vU_-Q"
