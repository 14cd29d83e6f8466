resource_group_name  = "letters-live"
storage_account_name = "lettersstate"
key                  = "live.tfstate"
