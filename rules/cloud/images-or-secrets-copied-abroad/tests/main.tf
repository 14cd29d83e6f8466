# ruleid: images-or-secrets-copied-abroad
resource "aws_secretsmanager_secret" "spine" {
  name = "spine"
  replica {
    region = "ap-southeast-2"
  }
}

# ruleid: images-or-secrets-copied-abroad
resource "azurerm_container_registry" "images" {
  name     = "images"
  location = "uksouth"
  sku      = "Premium"
  georeplications {
    location = "southeastasia"
  }
}

# ruleid: images-or-secrets-copied-abroad
resource "azurerm_shared_image_version" "server" {
  name     = "1.0.0"
  location = "uksouth"
  target_region {
    name                   = "West US 3"
    regional_replica_count = 1
  }
}

# ruleid: images-or-secrets-copied-abroad
resource "aws_ecr_replication_configuration" "images" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
    }
    rule {
      destination {
        region      = "eu-west-3"
        registry_id = "111122223333"
      }
      destination {
        region      = "us-west-2"
        registry_id = "111122223333"
      }
    }
  }
}

# ok: images-or-secrets-copied-abroad
resource "aws_ecr_replication_configuration" "near" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      repository_filter {
        filter      = "records"
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}

# ruleid: images-or-secrets-copied-abroad
resource "google_secret_manager_secret" "spine" {
  secret_id = "spine"
  replication {
    user_managed {
      replicas {
        location = "europe-west2"
      }
      replicas {
        location = "us-east1"
      }
    }
  }
}

# ok: images-or-secrets-copied-abroad
resource "google_secret_manager_secret" "pds" {
  secret_id = "pds"
  replication {
    user_managed {
      replicas {
        location = "europe-west2"
      }
    }
  }
}

# Where Google keeps it is judged as a place that nobody chose.
resource "google_secret_manager_secret" "anywhere" {
  secret_id = "anywhere"
  replication {
    auto {}
  }
}

provider "aws" {
  alias  = "oregon"
  region = "us-west-2"
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

# ruleid: images-or-secrets-copied-abroad
resource "aws_kms_replica_key" "letters" {
  provider        = aws.oregon
  primary_key_arn = "arn:aws:kms:eu-west-2:111122223333:key/mrk-1"
}

# ok: images-or-secrets-copied-abroad
resource "aws_kms_replica_key" "near" {
  provider        = aws.ireland
  primary_key_arn = "arn:aws:kms:eu-west-2:111122223333:key/mrk-1"
}

# ok: images-or-secrets-copied-abroad
resource "azurerm_container_registry" "home" {
  name     = "home"
  location = "uksouth"
  sku      = "Premium"
  georeplications {
    location = "ukwest"
  }
}

variable "second" {}

# open: images-or-secrets-copied-abroad
resource "aws_secretsmanager_secret" "pas" {
  name = "pas"
  replica {
    region = var.second
  }
}
