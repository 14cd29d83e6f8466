"""Names decide how a file is read and what it is to the product."""

from __future__ import annotations

import time

import pytest

from scanner.domain.artifact import ArtifactKind, Role
from scanner.sources.classification import kind_of
from scanner.sources.roles import role_of


@pytest.mark.parametrize(
    ("path", "kind", "language"),
    [
        ("infra/main.tf", ArtifactKind.TERRAFORM, None),
        ("tofu/vm.tofu", ArtifactKind.TERRAFORM, None),
        ("a.tf.json", ArtifactKind.TERRAFORM, None),
        ("x.auto.tfvars", ArtifactKind.TERRAFORM_VARIABLES, None),
        ("docker/Dockerfile", ArtifactKind.CONTAINER, None),
        ("Dockerfile.prod", ArtifactKind.CONTAINER, None),
        ("api.Dockerfile", ArtifactKind.CONTAINER, None),
        ("docs/dockerfile.md", ArtifactKind.DOCUMENT, None),
        ("dockerfile_lint.py", ArtifactKind.SOURCE, "python"),
        ("package.json", ArtifactKind.MANIFEST, None),
        ("tsconfig.json", ArtifactKind.JSON, None),
        ("requirements-dev.txt", ArtifactKind.MANIFEST, None),
        ("requirements/base.txt", ArtifactKind.MANIFEST, None),
        ("notes.txt", ArtifactKind.DOCUMENT, None),
        ("App/App.csproj", ArtifactKind.MANIFEST, None),
        ("Main.java", ArtifactKind.SOURCE, "java"),
        ("Page.tsx", ArtifactKind.SOURCE, "typescript"),
        ("Views/Index.cshtml", ArtifactKind.MARKUP, "razor"),
        ("a.dll", ArtifactKind.OTHER, None),
    ],
)
def test_kind(path: str, kind: ArtifactKind, language: str | None) -> None:
    assert kind_of(path)[0] is kind
    if language:
        assert kind_of(path)[1] == language


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("ci/tasks/endtoend/docker-config/ssl/stub.key", Role.TEST),
        ("end-to-end-tests/pages/login.ts", Role.TEST),
        ("src/records/end_of_episode.py", Role.PRODUCT),
        ("contractTest/gateways/insertManager.js", Role.TEST),
        ("src/gateways/insertManager.contractTest.js", Role.TEST),
        ("src/gateways/bloodTest.js", Role.PRODUCT),
        (".github/actions/tag/dist/index.js", Role.GENERATED),
        ("actions/tag/index.js", Role.PRODUCT),
        ("web/dist/index.js", Role.PRODUCT),
        ("assets/adodb/session/crypt.php", Role.VENDORED),
        ("library/TCPDF/tcpdf.php", Role.VENDORED),
        ("library/letters/pdf.php", Role.PRODUCT),
        ("src/main/java/Patient.java", Role.PRODUCT),
        ("src/test/java/PatientTest.java", Role.TEST),
        ("service/src/intTest/resources/application.yml", Role.TEST),
        ("api/src/main/java/com/example/demo/test/Order.java", Role.PRODUCT),
        # A test is also something that a laboratory does.
        ("blood-test-service/main.py", Role.PRODUCT),
        ("lateral-flow-tests-api/app.ts", Role.PRODUCT),
        ("src/TestResults/Result.cs", Role.PRODUCT),
        ("src/Orders.UnitTests/OrderTest.cs", Role.TEST),
        ("UnitTests/Program.cs", Role.TEST),
        ("Ward.Records.Test/Discharge.cs", Role.TEST),
        ("Ward.Records.Tests/Discharge.cs", Role.TEST),
        ("Ward.Tests.Integration/Discharge.cs", Role.TEST),
        ("Ward.IntegrationTest/Discharge.cs", Role.TEST),
        ("Ward.TestResults/Result.cs", Role.PRODUCT),
        ("test_ui/flow/src/main.tsx", Role.TEST),
        ("load_test/locustfile.py", Role.TEST),
        ("test-harness/run.py", Role.TEST),
        ("test-results/api/main.py", Role.PRODUCT),
        ("test_requests/handler.py", Role.PRODUCT),
        ("api/users.spec.ts", Role.TEST),
        ("ci/tasks/endtoend/docker-compose.yml", Role.TEST),
        ("end-to-end-tests/run.ts", Role.TEST),
        ("end-to-end-encryption/keys.py", Role.PRODUCT),
        ("mock-oidc/server.js", Role.TEST),
        ("local-environment/infra/main.tf", Role.DEVELOPMENT),
        ("Report/build/classes/help/start.htm", Role.GENERATED),
        ("build/classes.py", Role.PRODUCT),
        ("component-test.Dockerfile", Role.TEST),
        ("Dockerfile.integration-tests", Role.TEST),
        ("blood-test.Dockerfile", Role.PRODUCT),
        ("build/images/Dockerfile", Role.PRODUCT),
        ("mockingbird/server.js", Role.PRODUCT),
        ("web/node_modules/react/index.js", Role.VENDORED),
        ("wwwroot/lib/jquery/jquery.js", Role.VENDORED),
        ("assets/adodb/drivers/adodb-mysql.inc.php", Role.VENDORED),
        ("src/tcpdf-letters/print.php", Role.PRODUCT),
        ("web/wwwroot/assets/global/plugins/datatables/datatables.js", Role.VENDORED),
        ("web/wwwroot/look/external/jquery/jquery.js", Role.VENDORED),
        ("web/wwwroot/themes/plain/assets/ckeditor/ckeditor.js", Role.VENDORED),
        ("web/wwwroot/portal/src/app/plugins/printing.ts", Role.PRODUCT),
        ("web/plugins/printing.ts", Role.PRODUCT),
        ("_archived/volumes/claim.yaml", Role.EXAMPLE),
        ("archived_portal/infrastructure/main.tf", Role.EXAMPLE),
        ("archive/search.py", Role.PRODUCT),
        ("src/archived/letters.py", Role.PRODUCT),
        ("Forms/Main.Designer.cs", Role.GENERATED),
        ("js/app.min.js", Role.GENERATED),
        ("config/database.yml.sample", Role.EXAMPLE),
        ("examples/main.tf", Role.EXAMPLE),
        ("example_settings.py", Role.EXAMPLE),
        ("settings_example.py", Role.EXAMPLE),
        ("terraform/sample-inventory/cluster.tfvars", Role.EXAMPLE),
        ("laboratory/sample_results.py", Role.PRODUCT),
        ("services/sample-collection/main.tf", Role.PRODUCT),
        ("_archived/storage/main.tf", Role.EXAMPLE),
        (".archive/kubernetes/pool.yaml", Role.EXAMPLE),
        ("archived/letters.py", Role.PRODUCT),
        ("Portal/MainPagesSeleniumTest/Helpers/Browser.cs", Role.TEST),
        ("Portal/SeleniumTestResults/Reader.cs", Role.PRODUCT),
        ("records/archive/main.tf", Role.PRODUCT),
        ("docs/readme.md", Role.DOCUMENTATION),
        ("apps/locust_tests/app.py", Role.TEST),
        (".semgrep/rules/tls.yaml", Role.DEVELOPMENT),
        ("ci/semgrep-rules.yml", Role.DEVELOPMENT),
        ("ci/semgrepper.yml", Role.PRODUCT),
        (".devcontainer/Dockerfile", Role.DEVELOPMENT),
        (".agents/skills/review/SKILL.md", Role.DEVELOPMENT),
        ("local-records/main.tf", Role.PRODUCT),
        (".docker/dev.Dockerfile", Role.DEVELOPMENT),
        ("web/Dockerfile.dev", Role.DEVELOPMENT),
        ("web/Dockerfile-test", Role.TEST),
        ("Dockerfile.prod", Role.PRODUCT),
        ("device.Dockerfile", Role.PRODUCT),
        ("runner/test_tools/requirements.txt", Role.TEST),
        ("chart/govuk-e2e-tests/values.yaml", Role.TEST),
        ("packages/bdd-tests/helper.ts", Role.TEST),
        ("k6_load_testing/records.ts", Role.TEST),
        ("namespaces/records-ui-test/main.tf", Role.PRODUCT),
        ("src/nonFunctionalTest/plan.xml", Role.TEST),
        ("src/loadgenerator/Dockerfile", Role.TEST),
        ("lambdas/pdm-mock-lambda/index.ts", Role.TEST),
        ("functions/MockedRecords/Function.cs", Role.TEST),
        ("app/TestHelpers/ClientHelper.php", Role.TEST),
        ("config/environments/test.rb", Role.TEST),
        ("clinic/settings/test.py", Role.TEST),
        ("clinic/settings_tests.py", Role.TEST),
        ("labs/lab-tests/list.ts", Role.PRODUCT),
        ("lung-function-test/form.ts", Role.PRODUCT),
        ("app/pages/mockLoginPage/page.tsx", Role.PRODUCT),
        ("on-site-testing/appointments.py", Role.PRODUCT),
        (".github/actions/run-e2e-tests/action.yml", Role.PRODUCT),
        ("config/environments/development.rb", Role.DEVELOPMENT),
        ("clinic/settings/local.py", Role.DEVELOPMENT),
        ("clinic/settings/production.py", Role.PRODUCT),
        ("config/environments/production.rb", Role.PRODUCT),
        ("settings/localities.py", Role.PRODUCT),
        ("client/config/routes/local/mail.yaml", Role.DEVELOPMENT),
        ("api/config/packages/dev/debug.yaml", Role.DEVELOPMENT),
        ("environments/dev/main.tf", Role.PRODUCT),
        ("compose/local/run.sh", Role.DEVELOPMENT),
        ("local-resources/balancer/nginx.conf", Role.DEVELOPMENT),
        ("services/local/search.py", Role.PRODUCT),
        ("modules/__experimental_deprecated/store/main.tf", Role.EXAMPLE),
        ("deprecated/letters.py", Role.EXAMPLE),
        ("src/model/deprecated/Letter.java", Role.PRODUCT),
        ("poc-mesh/receive.py", Role.EXAMPLE),
        ("vnp/PoC-transfer/App.java", Role.EXAMPLE),
        ("prototype/app/routes.js", Role.EXAMPLE),
        ("infrastructure/environments/poc/main.tf", Role.PRODUCT),
        ("environments/poc/main.tf", Role.PRODUCT),
        ("web/src/pages/tutorial/page.tsx", Role.PRODUCT),
        ("signed-jwt-tutorials/java/pom.xml", Role.EXAMPLE),
        (".enterprise-backup/2025-06-17/pom.xml", Role.EXAMPLE),
        ("modules/backup/main.tf", Role.PRODUCT),
        ("src/main/java/uk/example/video-tutorials/Page.java", Role.PRODUCT),
        ("spikelet/main.py", Role.PRODUCT),
        ("Api/appsettings.template.json", Role.EXAMPLE),
        ("Api/appsettings.json", Role.PRODUCT),
        ("stacks/letters.template.json", Role.PRODUCT),
        ("stacks/template.yaml", Role.PRODUCT),
        ("web/default.conf.template", Role.PRODUCT),
        ("web/settings.template", Role.EXAMPLE),
        ("web/.env-template", Role.EXAMPLE),
        ("web/.env.production", Role.PRODUCT),
        ("k8s/{{cookiecutter.name}}/deployment.yaml", Role.EXAMPLE),
        ("k8s/STACK_TEMPLATE_TO_REPLACE/deployment.yaml", Role.EXAMPLE),
        ("pages/[id]/index.tsx", Role.PRODUCT),
        ("src/__init__/a.py", Role.PRODUCT),
        ("sandbox/app.py", Role.EXAMPLE),
        ("sandbox/api/openapi.yaml", Role.EXAMPLE),
        ("specs/wards-api.json", Role.PRODUCT),
        ("services/wards/spec/openapi-v2.yaml", Role.PRODUCT),
        ("tests/specs/openapi.yaml", Role.TEST),
        ("spec/fixtures/openapi.yaml", Role.TEST),
        ("specs/wards.json", Role.TEST),
        ("initial_test_db.sql", Role.TEST),
        ("blood_test_results.sql", Role.PRODUCT),
        ("packages/sandbox-records/index.ts", Role.EXAMPLE),
        ("sandbox/main.tf", Role.PRODUCT),
        ("old/letters.py", Role.EXAMPLE),
        ("old/hazard-log.md", Role.PRODUCT),
        ("environments/sandbox/app.py", Role.PRODUCT),
        ("apps/sandbox/deployment.yaml", Role.PRODUCT),
        ("scripts/jquery-3.5.1.js", Role.VENDORED),
        ("scripts/jquery.validate.js", Role.VENDORED),
        ("scripts/moment-2.29.1.min.js", Role.VENDORED),
        ("scripts/jquery-patients.js", Role.PRODUCT),
        ("scripts/chart.js", Role.PRODUCT),
        ("protected/vendors/mail/send.php", Role.VENDORED),
        ("inventory/vendors/list.ts", Role.PRODUCT),
        ("public/main.3f2a91bc.js", Role.GENERATED),
        ("public/report-20260101.js", Role.PRODUCT),
        ("Clinic/packages/jQuery.1.10.2/Content/Scripts/look.js", Role.VENDORED),
        ("Clinic/Packages/Ward.Patcher.3.9.7-beta/tools/patch.ps1", Role.VENDORED),
        ("packages/Owin.1.0/lib/net40/Owin.xml", Role.VENDORED),
        ("packages/Owin.1.0.0/lib/net40/Owin.dll", Role.PRODUCT),  # a rule counts what is committed
        ("packages/Ward.Patcher.3.9.7/tools/Patcher.exe.config", Role.PRODUCT),
        ("packages/letters.2.0/lib/print.ts", Role.PRODUCT),
        ("packages/letters/print.ts", Role.PRODUCT),
        ("packages/api.v1/routes.ts", Role.PRODUCT),
        ("releases/letters.1.2.3/print.ts", Role.PRODUCT),
        ("Scripts/jquery.validate-vsdoc.js", Role.VENDORED),
        ("Scripts/vsdoc.js", Role.PRODUCT),
        ("ci/semgrep/rules/python/no-eval.py", Role.TEST),
        ("ci/semgrep/rules/images/no-root.dockerfile", Role.TEST),
        ("ci/semgrep/rules/python/no-eval.yaml", Role.DEVELOPMENT),
        ("ci/semgrep/rules/BUILD", Role.PRODUCT),
        (".semgrep/tls.go", Role.TEST),
        ("ci/semgrep/run.py", Role.PRODUCT),
        ("rules/python/no_eval.py", Role.PRODUCT),
        ("samples/upload/main.py", Role.EXAMPLE),
        ("samples/main.tf", Role.EXAMPLE),
        ("api/sample/main.tf", Role.EXAMPLE),
        ("api/examples/main.tf", Role.EXAMPLE),
        ("example-plugins/referral/handlers.py", Role.EXAMPLE),
        ("examples_of_use/main.py", Role.EXAMPLE),
        ("sample-tracking/main.py", Role.PRODUCT),
        ("src/main/java/uk/example-trust/Ward.java", Role.PRODUCT),
        ("sandbox/Dockerfile", Role.EXAMPLE),
        ("docker/sandbox/Dockerfile", Role.EXAMPLE),
        ("runner/sandbox/Dockerfile", Role.PRODUCT),  # where programs of others are shut in
        ("records/mock/Dockerfile", Role.TEST),
        ("records/stubs/Dockerfile", Role.TEST),
        ("infrastructure/components/sandbox/pool.tf", Role.PRODUCT),  # an environment, and it runs
    ],
)
def test_role(path: str, role: Role) -> None:
    assert role_of(path) is role


@pytest.mark.parametrize("letter", ["_", "-", ".", "a", "A", "1", "a_", "{", "<", "._"])
def test_a_folder_of_one_letter_without_end_is_told_at_once(letter: str) -> None:
    started = time.process_time()
    assert role_of(letter * (32_000 // len(letter)) + "!/main.py") is Role.PRODUCT
    assert time.process_time() - started < 1


@pytest.mark.parametrize("part", ["api1.", "-api1", "/api1_", "api-v1"])
def test_time_grows_with_a_name_and_not_with_its_square(part: str) -> None:
    def least(parts: int) -> float:
        path = f"specs/{part * parts}+.yaml"
        taken = []
        for _ in range(5):
            started = time.process_time()
            role_of(path)
            taken.append(time.process_time() - started)
        return min(taken)

    least(1)
    assert least(8_000) < 30 * least(1_000)  # eight times as long: a square takes 64 times as long
