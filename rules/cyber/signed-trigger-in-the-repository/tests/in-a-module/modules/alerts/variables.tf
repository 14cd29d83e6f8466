variable "receiver" {
  type        = string
  description = "The workflow that tells whoever is on call."
  default     = "https://prod-07.uksouth.logic.azure.com:443/workflows/1nvented0nca11/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=InventedForOnCallStartsNothingOnAnyWard_000"
}
