{{- define "yuanlin.image" -}}
{{ .root.Values.image.repository }}/{{ .service }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{- define "yuanlin.labels" -}}
{{ include "yuanlin.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: yuanlin
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end -}}

{{- define "yuanlin.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end -}}

{{- define "yuanlin.pod" -}}
automountServiceAccountToken: false
terminationGracePeriodSeconds: 45
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "yuanlin.selector" . | nindent 8 }}
{{- end -}}

{{/* Every service runs the same way: two ports, three probes, a read-only root. */}}
{{- define "yuanlin.container" -}}
image: {{ include "yuanlin.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
ports:
  - {name: http, containerPort: 8080}
  - {name: management, containerPort: 9090}
startupProbe:
  httpGet: {path: /actuator/health/liveness, port: management}
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /actuator/health/liveness, port: management}
  periodSeconds: 10
  failureThreshold: 3
readinessProbe:
  httpGet: {path: /actuator/health/readiness, port: management}
  periodSeconds: 5
  failureThreshold: 2
lifecycle:
  # Endpoints are withdrawn before the server stops taking requests.
  preStop: {sleep: {seconds: 5}}
resources: {{- toYaml .resources | nindent 2 }}
{{- end -}}

{{- define "yuanlin.env" -}}
- {name: SERVER_ADDRESS, value: "0.0.0.0"}
- {name: SERVER_PORT, value: "8080"}
- {name: MANAGEMENT_SERVER_PORT, value: "9090"}
- {name: YUANLIN_ISSUER, value: {{ .Values.keycloak.issuer | quote }}}
- {name: YUANLIN_JWKS_URL, value: "{{ .Values.keycloak.url }}/realms/{{ .Values.keycloak.realm }}/protocol/openid-connect/certs"}
{{- end -}}

{{- define "yuanlin.secretEnv" -}}
- name: {{ .name }}
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: {{ .key }}}}
{{- end -}}

{{/* How replicas that share volumes are replaced; refuses more of them than the volumes can bear. */}}
{{- define "yuanlin.sharingStrategy" -}}
{{- $mode := .accessMode | default "ReadWriteMany" -}}
{{- if eq $mode "ReadWriteMany" -}}
rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
{{- else if gt (int .replicas) 1 -}}
{{- fail (printf "%s has %d replicas, which share volumes: these must be ReadWriteMany, not %s" .name (int .replicas) $mode) -}}
{{- else -}}
type: Recreate
{{- end -}}
{{- end -}}

{{- define "yuanlin.surroundings" -}}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .root.Release.Name }}-{{ .name }}
  labels: {{- include "yuanlin.labels" . | nindent 4 }}
spec:
  selector: {{- include "yuanlin.selector" . | nindent 4 }}
  ports:
    - {name: http, port: 8080, targetPort: http}
    - {name: management, port: 9090, targetPort: management}
{{- if gt (int .replicas) 1 }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .root.Release.Name }}-{{ .name }}
  labels: {{- include "yuanlin.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "yuanlin.selector" . | nindent 6 }}
{{- end }}
{{- if .root.Values.serviceMonitors.enabled }}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .root.Release.Name }}-{{ .name }}
  labels: {{- include "yuanlin.labels" . | nindent 4 }}
spec:
  selector:
    matchLabels: {{- include "yuanlin.selector" . | nindent 6 }}
  endpoints:
    - {port: management, path: /actuator/prometheus, interval: {{ .root.Values.serviceMonitors.interval }}}
{{- end }}
{{- end -}}
