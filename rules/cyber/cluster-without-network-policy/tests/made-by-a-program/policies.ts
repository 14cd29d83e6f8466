import { KubeNetworkPolicy } from "./generated/k8s";

export function close(chart: Chart): void {
  new KubeNetworkPolicy(chart, "letters", { spec: { podSelector: {}, policyTypes: ["Ingress"] } });
}
