{{- define "deployment" }}
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    metadata:
      labels:
        role: {{ .role }}
{{- end }}
