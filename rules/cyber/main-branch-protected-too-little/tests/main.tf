variable "admins" {}

variable "approvals" {
  default = 0
}

# ruleid: main-branch-protected-too-little
resource "github_branch_protection" "without_review" {
  repository_id  = "wards"
  pattern        = "main"
  enforce_admins = true
}

# ruleid: main-branch-protected-too-little
resource "github_branch_protection" "no_approval" {
  repository_id  = "wards"
  pattern        = "main"
  enforce_admins = true
  required_pull_request_reviews {
    required_approving_review_count = var.approvals
  }
}

# ruleid: main-branch-protected-too-little
resource "github_branch_protection_v3" "spares_administrators" {
  repository = "wards"
  branch     = "main"
  required_pull_request_reviews {
    required_approving_review_count = 2
  }
}

# ruleid: main-branch-protected-too-little
resource "github_branch_protection" "force" {
  repository_id       = "wards"
  pattern             = "main"
  enforce_admins      = true
  allows_force_pushes = true
  required_pull_request_reviews {}
}

# ok: main-branch-protected-too-little
resource "github_branch_protection" "whole" {
  repository_id          = "wards"
  pattern                = "main"
  enforce_admins         = true
  require_signed_commits = true
  required_pull_request_reviews {
    required_approving_review_count = 1
  }
}

# open: main-branch-protected-too-little
resource "github_branch_protection" "unknown" {
  repository_id  = "wards"
  pattern        = "main"
  enforce_admins = var.admins
  required_pull_request_reviews {}
}

# ruleid: main-branch-protected-too-little
resource "github_repository_ruleset" "only_tried" {
  name        = "main"
  target      = "branch"
  enforcement = "evaluate"
  rules {
    pull_request {
      required_approving_review_count = 1
    }
  }
}

# ruleid: main-branch-protected-too-little
resource "github_repository_ruleset" "no_approval" {
  name        = "main"
  target      = "branch"
  enforcement = "active"
  rules {
    non_fast_forward = true
    pull_request {
      dismiss_stale_reviews_on_push = true
    }
  }
}

# ruleid: main-branch-protected-too-little
resource "github_repository_ruleset" "history_only" {
  name        = "main"
  target      = "branch"
  enforcement = "active"
  rules {
    non_fast_forward = true
  }
}

# ruleid: main-branch-protected-too-little
resource "github_repository_ruleset" "deletion_only" {
  name        = "main"
  target      = "branch"
  enforcement = "active"
  rules {
    deletion = true
  }
}

# ok: main-branch-protected-too-little
resource "github_organization_ruleset" "whole" {
  name        = "main"
  target      = "branch"
  enforcement = "active"
  rules {
    pull_request {
      required_approving_review_count = 1
    }
  }
}

# ok: main-branch-protected-too-little
resource "github_repository_ruleset" "tags" {
  name        = "tags"
  target      = "tag"
  enforcement = "active"
  rules {
    deletion = true
  }
}

# ok: main-branch-protected-too-little
resource "github_repository_ruleset" "names" {
  name        = "names"
  target      = "branch"
  enforcement = "active"
  rules {
    branch_name_pattern {
      operator = "starts_with"
      pattern  = "feature/"
    }
  }
}

# ruleid: main-branch-protected-too-little
resource "gitlab_branch_protection" "maintainers_push" {
  project            = "wards"
  branch             = "main"
  push_access_level  = "maintainer"
  merge_access_level = "maintainer"
}

# ruleid: main-branch-protected-too-little
resource "gitlab_branch_protection" "force" {
  project           = "wards"
  branch            = "main"
  push_access_level = "no one"
  allow_force_push  = true
}

# ok: main-branch-protected-too-little
resource "gitlab_branch_protection" "whole" {
  project            = "wards"
  branch             = "main"
  push_access_level  = "no one"
  merge_access_level = "maintainer"
}

# ruleid: main-branch-protected-too-little
resource "azuredevops_branch_policy_min_reviewers" "oneself" {
  project_id = "wards"
  settings {
    reviewer_count     = 1
    submitter_can_vote = true
  }
}

# ruleid: main-branch-protected-too-little
resource "azuredevops_branch_policy_min_reviewers" "advice" {
  project_id = "wards"
  blocking   = false
  settings {
    reviewer_count = 1
  }
}

# ruleid: main-branch-protected-too-little
resource "azuredevops_branch_policy_min_reviewers" "off" {
  project_id = "wards"
  enabled    = false
  settings {
    reviewer_count = 1
  }
}

# ruleid: main-branch-protected-too-little
resource "azuredevops_branch_policy_min_reviewers" "nobody" {
  project_id = "wards"
  settings {
    reviewer_count = 0
  }
}

# ok: main-branch-protected-too-little
resource "azuredevops_branch_policy_min_reviewers" "whole" {
  project_id = "wards"
  enabled    = true
  blocking   = true
  settings {
    reviewer_count = 2
  }
}
