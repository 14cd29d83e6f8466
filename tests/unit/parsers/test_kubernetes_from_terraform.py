import pytest

from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Origin, Position, Resource, ResourceKind, Unknown, UnknownReason
from scanner.domain.workload import containers, is_workload
from scanner.parsers.kubernetes.from_terraform import ORIGIN_LABEL, camel, kubernetes_objects

HOLE = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.x")


def terraform(type_, attributes, positions=None):
    return Resource(
        address=f"module.shop.{type_}.web",
        kind=ResourceKind.TERRAFORM,
        type=type_,
        name="web",
        attributes=attributes,
        location=Location(path="main.tf", start_line=3),
        role=Role.PRODUCT,
        module_path=("shop",),
        positions=positions or {},
    )


def convert(type_, attributes, positions=None):
    (found,) = kubernetes_objects([terraform(type_, attributes, positions)])
    return found


def deployment(container):
    pod = {
        "host_pid": True,
        "host_network": None,
        "container": [container],
        "volume": [{"name": "v", "secret": [{"secret_name": "s"}]}],
        "toleration": [{"key": "a"}, {"key": "b"}],
        "image_pull_secrets": [{"name": "r"}],
    }
    return {
        "count": 2,
        "wait_for_rollout": False,
        "metadata": [{"name": "web", "namespace": "shop", "labels": {"app_name": "web", "x": HOLE}}],
        "spec": [{"selector": [{"match_labels": {"app_name": "web"}}], "template": [{"spec": [pod]}]}],
    }


def test_deployment_has_the_shape_of_a_manifest():
    container = {
        "name": "web",
        "image": HOLE,
        "env": [{"name": "PASSWORD", "value": "x"}],
        "env_from": [{"secret_ref": [{"name": "s"}]}],
        "port": [{"container_port": 80}],
        "resources": [{"limits": {"my_own": 1}}],
        "security_context": [{"run_as_non_root": True, "capabilities": [{"drop": ["ALL"]}]}],
        "liveness_probe": [{"http_get": [{"path": "/", "port": 80, "http_header": [{"name": "h"}]}]}],
        "args": ["-x", HOLE],
    }
    found = convert("kubernetes_deployment_v1", deployment(container))
    assert (found.address, found.type, found.namespace) == ("Deployment/shop/web", "Deployment", "shop")
    assert found.labels == {"app_name": "web", ORIGIN_LABEL: "module.shop.kubernetes_deployment_v1.web"}
    assert (found.module_path, found.location.start_line) == (("shop",), 3)
    assert set(found.attributes) == {"apiVersion", "kind", "metadata", "spec"}
    pod = found.attributes["spec"]["template"]["spec"]
    assert found.attributes["spec"]["selector"] == {"matchLabels": {"app_name": "web"}}
    assert pod["hostPID"] is True
    assert "hostNetwork" not in pod
    assert pod["volumes"] == [{"name": "v", "secret": {"secretName": "s"}}]
    assert pod["tolerations"] == [{"key": "a"}, {"key": "b"}]
    assert pod["imagePullSecrets"] == [{"name": "r"}]
    assert is_workload(found)
    assert containers(found) == [
        {
            "name": "web",
            "image": HOLE,
            "env": [{"name": "PASSWORD", "value": "x"}],
            "envFrom": [{"secretRef": {"name": "s"}}],
            "ports": [{"containerPort": 80}],
            "resources": {"limits": {"my_own": 1}},
            "securityContext": {"runAsNonRoot": True, "capabilities": {"drop": ["ALL"]}},
            "livenessProbe": {"httpGet": {"path": "/", "port": 80, "httpHeaders": [{"name": "h"}]}},
            "args": ["-x", HOLE],
            "init": False,
        }
    ]


def test_places_move_to_the_new_paths():
    source = "spec[0].template[0].spec[0].container[0]"
    found = convert(
        "kubernetes_deployment",
        deployment({"image": "i", "args": ["a"]}),
        {source: Position(9, 5), f"{source}.image": Position(10, 7), f"{source}.args[0]": Position(11, 9)},
    )
    target = "spec.template.spec.containers[0]"
    assert found.positions == {
        target: Position(9, 5), f"{target}.image": Position(10, 7), f"{target}.args[0]": Position(11, 9),
    }  # fmt: skip


def test_unknown_blocks_stay_unknown():
    found = convert("kubernetes_pod", {"metadata": HOLE, "spec": [{"container": HOLE, "node_name": HOLE}]})
    assert found.address == "Pod/_/web"
    assert found.attributes["spec"] == {"containers": HOLE, "nodeName": HOLE}


def test_service_and_ingress():
    service = convert(
        "kubernetes_service", {"metadata": [{"name": "s"}], "spec": [{"cluster_ip": "None", "port": [{"port": 80}]}]}
    )
    assert service.attributes["spec"] == {"clusterIP": "None", "ports": [{"port": 80}]}
    backend = {"service": [{"name": "web", "port": [{"number": 80}]}]}
    ingress = convert(
        "kubernetes_ingress_v1",
        {"spec": [{"tls": [{"hosts": ["a"]}], "rule": [{"host": "a", "http": [{"path": [{"backend": [backend]}]}]}]}]},
    )
    assert ingress.attributes["spec"] == {
        "tls": [{"hosts": ["a"]}],
        "rules": [
            {"host": "a", "http": {"paths": [{"backend": {"service": {"name": "web", "port": {"number": 80}}}}]}}
        ],
    }


def test_annotations_and_labels_are_text():
    metadata = {"name": "web", "annotations": {"internal": True, "order": 1, "x": HOLE}, "labels": {"tier": 2}}
    found = convert("kubernetes_service", {"metadata": [metadata], "spec": [{"type": "LoadBalancer"}]})
    assert found.attributes["metadata"]["annotations"] == {"internal": "true", "order": "1", "x": HOLE}
    assert found.attributes["metadata"]["labels"] == {"tier": "2"}


def test_network_policy_role_and_account():
    rule = {"from": [{"pod_selector": [{}], "ip_block": [{"cidr": "0.0.0.0/0"}]}], "ports": [{"port": "80"}]}
    policy = convert("kubernetes_network_policy_v1", {"spec": [{"ingress": [rule], "policy_types": ["Ingress"]}]})
    assert policy.attributes["spec"]["ingress"] == [
        {"from": [{"podSelector": {}, "ipBlock": {"cidr": "0.0.0.0/0"}}], "ports": [{"port": "80"}]}
    ]
    role = convert(
        "kubernetes_cluster_role", {"rule": [{"api_groups": ["*"], "verbs": ["*"], "non_resource_urls": ["/"]}]}
    )
    assert role.attributes["rules"] == [{"apiGroups": ["*"], "verbs": ["*"], "nonResourceURLs": ["/"]}]
    binding = convert("kubernetes_role_binding", {"role_ref": [{"kind": "Role"}], "subject": [{"kind": "User"}]})
    assert (binding.attributes["roleRef"], binding.attributes["subjects"]) == ({"kind": "Role"}, [{"kind": "User"}])
    account = convert(
        "kubernetes_service_account", {"secret": [{"name": "s"}], "automount_service_account_token": False}
    )
    assert (account.attributes["secrets"], account.attributes["automountServiceAccountToken"]) == (
        [{"name": "s"}],
        False,
    )


def test_secret_in_clear_is_string_data():
    written = {"data": {"my_password": "x"}, "binary_data": {"k": "eA=="}, "type": "Opaque"}
    found = convert("kubernetes_secret", written, {"data.my_password": Position(5, 3)})
    assert found.positions == {"stringData.my_password": Position(5, 3)}
    assert found.attributes["stringData"] == {"my_password": "x"}
    assert found.attributes["data"] == {"k": "eA=="}


def test_manifest():
    manifest = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "c", "namespace": HOLE},
        "data": {"a": HOLE},
    }
    found = convert("kubernetes_manifest", {"manifest": manifest}, {"manifest.data": Position(7, 3)})
    assert found.address == "ConfigMap/var.x/c"
    assert found.attributes["data"] == {"a": HOLE}
    assert found.positions == {"data": Position(7, 3)}


@pytest.mark.parametrize(
    ("type_", "attributes"),
    [
        ("aws_s3_bucket", {}),
        ("data.kubernetes_secret", {}),
        ("kubernetes_labels", {}),
        ("kubernetes_manifest", {"manifest": HOLE}),
        ("kubernetes_manifest", {}),
    ],
)
def test_what_describes_no_object_gives_none(type_, attributes):
    assert kubernetes_objects([terraform(type_, attributes)]) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("host_ip", "hostIP"),
        ("load_balancer_source_ranges", "loadBalancerSourceRanges"),
        ("external_ips", "externalIPs"),
    ],
)
def test_names(name, expected):
    assert camel(name) == expected


def test_an_object_carries_what_is_known_of_its_instance():
    given = Origin(address="module.shop", location=Location(path="live/main.tf", start_line=4))
    call = Location(path="live/main.tf", start_line=1)
    image = "spec[0].template[0].spec[0].container[0].image"
    instance = terraform("kubernetes_deployment", deployment({"name": "web", "image": "shop:1"})).model_copy(
        update={
            "address": 'module.shop["a"].kubernetes_deployment.web[1]',
            "declaration": "kubernetes_deployment.web",
            "environment": "live",
            "calls": (call,),
            "origins": {image: given},
        }
    )
    (found,) = kubernetes_objects([instance])
    assert (found.declaration, found.environment, found.calls) == ("kubernetes_deployment.web", "live", (call,))
    assert found.origins == {"spec.template.spec.containers[0].image": given}
    assert found.labels[ORIGIN_LABEL] == instance.address


def test_a_manifest_and_a_secret_keep_who_gave_their_values():
    given = Origin(address="prod.tfvars", location=Location(path="prod.tfvars", start_line=4))
    manifest = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}, "data": {"a": "b"}}
    update = {"origins": {"manifest.data.a": given, "other": given}}
    (found,) = kubernetes_objects([terraform("kubernetes_manifest", {"manifest": manifest}).model_copy(update=update)])
    assert found.origins == {"data.a": given}
    secret = terraform("kubernetes_secret", {"metadata": [{"name": "x"}], "data": {"a": "b"}})
    (found,) = kubernetes_objects([secret.model_copy(update={"origins": {"data": given}})])
    assert found.origins == {"stringData": given}
