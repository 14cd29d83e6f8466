variable "servers" {
  description = "The servers of the cluster."

  type = map(object({
    cpus    = number
    memory  = number
    disk    = number
    feature = string
  }))

  default = {
    "CL-SQL01"  = { cpus = 8, memory = 65536, disk = 2000, feature = "NET-Framework-Core" }
    "CL-FILE01" = { cpus = 2, memory = 8192, disk = 8000, feature = "FS-FileServer" }
    "CL-TS01"   = { cpus = 8, memory = 32768, disk = 200, feature = "RDS-RD-Server" }
  }
}
