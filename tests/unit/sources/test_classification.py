"""Names decide how a file is read and what it is to the product."""

from __future__ import annotations

import pytest

from scanner.domain.artifact import ArtifactKind, Role
from scanner.sources.classification import kind_of, role_of


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
        ("_archived/storage/main.tf", Role.EXAMPLE),
        ("archived/letters.py", Role.PRODUCT),
        ("records/archive/main.tf", Role.PRODUCT),
        ("docs/readme.md", Role.DOCUMENTATION),
        (".semgrep/rules/tls.yaml", Role.DEVELOPMENT),
        ("ci/semgrep-rules.yml", Role.DEVELOPMENT),
        ("ci/semgrepper.yml", Role.PRODUCT),
        (".devcontainer/Dockerfile", Role.DEVELOPMENT),
        ("local-records/main.tf", Role.PRODUCT),
        (".docker/dev.Dockerfile", Role.DEVELOPMENT),
        ("web/Dockerfile.dev", Role.DEVELOPMENT),
        ("web/Dockerfile-test", Role.TEST),
        ("Dockerfile.prod", Role.PRODUCT),
        ("device.Dockerfile", Role.PRODUCT),
        ("runner/test_tools/requirements.txt", Role.TEST),
    ],
)
def test_role(path: str, role: Role) -> None:
    assert role_of(path) is role
