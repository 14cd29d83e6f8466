"""What hardly ships is known by its name, and a part of the program that is called a tool is not."""

from __future__ import annotations

import pytest

from scanner.sources.aside import lies_aside


@pytest.mark.parametrize(
    "path",
    [
        "scripts/get_token.py",
        "backend/scripts/add_patients.py",
        "packages/letters/scripts/extract.ts",
        "tools/audit.mjs",
        "Tools/Migrate/Program.cs",
        "DevSupport/01_Database/tables.sql",
        "dev-tools-ui/Pages/Index.razor",
        "auth-service-outdated/src/main/java/Auth.java",
        "deprecated_api/handler.py",
        "helm/values.wards-local.yaml",
        "cloud/experiments/wards/deployment.yaml",
        "scratch/proxy/main.py",
        "apps/letters-archive/deploy.yaml",
        "config/application-local.yml",
        "backend/src/main/resources/templates/emails/reset.html",
        "app/views/email_templates/welcome.erb",
        "style-guide/cards.html",
        "resources/views/emails/otp.blade.php",
        "wards-tools/translation/translate.py",
        "grunt/tasks/contents.js",
        "src_backup/app/wards/page.tsx",
        "kept/backup_1750181187/app/page.tsx",
    ],
)
def test_aside(path: str) -> None:
    assert lies_aside(path)


@pytest.mark.parametrize(
    "path",
    [
        "main.py",
        "src/tools/dose.py",
        "app/scripts/wards.py",
        "src/main/java/uk/nhs/tools/Dose.java",
        "Scripts/wards.js",  # what ASP.NET hands out
        "public/scripts/wards.js",
        "portal/scripts/wards.js",
        "services/letters/internal/deep/scripts/run.py",
        "data/local-authority.yaml",
        "archive/letters.py",  # what the product writes to
        "src/experiments/dose.py",
        "templates/temperature.html",
        "TempMonitor/Api.cs",
        "backup/vault.tf",  # what the product does
        "wards-backup/job.py",
        "hospital/tools/tls.py",
        "mailer/webhook.php",
        "src/emails/reset.php",
        "emailer/send.py",
        "emails/send.py",
        "terraform/local.tf",
        "wards-tools/src/main/java/Dose.java",  # a module of the program
        "wards-tools.py",
        "portal/grunt/api.js",
    ],
)
def test_of_the_product(path: str) -> None:
    assert not lies_aside(path)
