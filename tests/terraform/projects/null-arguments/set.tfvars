force_destroy = true
kms_key       = "alias/data"
visibility    = 120
protocol      = "HTTPS"
