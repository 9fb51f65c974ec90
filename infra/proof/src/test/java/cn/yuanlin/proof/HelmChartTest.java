package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The chart renders to what an operator may safely apply. */
@SuppressWarnings("unchecked")
class HelmChartTest {
    private static final Path CHART = Path.of("../../helm").toAbsolutePath().normalize();

    private static final String TWO_CELLS = """
            cells:
              - {code: c1, replicas: 2, keysClaim: k1, mediaClaim: m1, database: {host: db1, port: 5432, name: cell, secret: s1}}
              - {code: c2, replicas: 1, keysClaim: k2, mediaClaim: m2, database: {host: db2, port: 5433, name: cell, secret: s2}}
            """;

    @TempDir
    private Path temp;

    @Test
    void lintsWithoutAComplaint() {
        var result = new Helm(CHART).lint().strict().call();
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void runsEveryServiceAsNobodyWithProbesAndLimits() throws IOException {
        var pods = workloads(render(""));
        assertThat(pods).hasSize(3);
        for (var workload : pods) {
            var pod = at(workload, "spec", "template", "spec");
            assertThat(at(pod, "securityContext")).containsEntry("runAsNonRoot", true);
            assertThat(pod).containsEntry("automountServiceAccountToken", false);
            for (var container : (List<Map<String, Object>>) pod.get("containers")) {
                assertThat(container).containsKeys("startupProbe", "livenessProbe", "readinessProbe", "lifecycle");
                assertThat(at(container, "resources", "limits")).containsKey("memory");
                assertThat(at(container, "resources", "requests")).containsKeys("cpu", "memory");
                assertThat(at(container, "securityContext"))
                        .containsEntry("readOnlyRootFilesystem", true)
                        .containsEntry("allowPrivilegeEscalation", false);
            }
        }
    }

    @Test
    void takesEverySecretByReference() throws IOException {
        for (var workload : workloads(render(""))) {
            for (var container : containers(workload)) {
                for (var variable : (List<Map<String, Object>>) container.get("env")) {
                    if (((String) variable.get("name")).matches(".*(PASSWORD|SECRET|USERNAME).*")) {
                        assertThat(variable).doesNotContainKey("value").containsKey("valueFrom");
                    }
                }
            }
        }
        assertThat(render("")).noneMatch(document -> "Secret".equals(document.get("kind")));
    }

    @Test
    void givesEachCellADeploymentOfItsOwnAndTellsTheControlPlaneOfAll() throws IOException {
        var rendered = render(TWO_CELLS);
        assertThat(workloads(rendered))
                .extracting(workload -> at(workload, "metadata").get("name"))
                .containsExactlyInAnyOrder(
                        "yuanlin-cell-c1", "yuanlin-cell-c2", "yuanlin-gateway", "yuanlin-tenant-admin");
        assertThat((List<Map<String, Object>>) containers(workload(rendered, "yuanlin-tenant-admin"))
                        .getFirst()
                        .get("env"))
                .contains(Map.of(
                        "name",
                        "YUANLIN_CELLS",
                        "value",
                        "c1=http://yuanlin-cell-c1:8080,c2=http://yuanlin-cell-c2:8080"));
    }

    @Test
    void letsOnlyTheGatewayAndTheControlPlaneIntoACell() throws IOException {
        var cells = cellsPolicy(render(""));
        var ingress = (List<Map<String, Object>>) at(cells, "spec").get("ingress");
        var from = (List<Map<String, Object>>) ingress.getFirst().get("from");
        assertThat(from)
                .extracting(peer -> at(peer, "podSelector", "matchLabels").get("app.kubernetes.io/name"))
                .containsExactlyInAnyOrder("gateway", "tenant-admin");
    }

    /** Only the committee's passphrase opens an archive: a key beside it would be one for whoever runs the cluster. */
    @Test
    void givesTheControlPlaneTheArchivesAndNoKeysToThem() throws IOException {
        var rendered = render("");
        assertThat((List<Map<String, Object>>)
                        at(workload(rendered, "yuanlin-tenant-admin"), "spec", "template", "spec")
                                .get("volumes"))
                .extracting(volume -> volume.get("name"))
                .contains("archive");
        assertThat(rendered.toString()).doesNotContain("archive-keys").doesNotContain("ARCHIVE_KEYS");
    }

    @Test
    void letsCellsSendMessagesWhereAWayIsNamedAndNowhereElse() throws IOException {
        assertThat(environment(render(""))).doesNotContainKeys("YUANLIN_WECHAT_APP_ID", "YUANLIN_SMS_URL");
        assertThat(cellsPolicy(render("")).toString()).doesNotContain("ipBlock");
        var sending = render("""
                platformApi:
                  wechat: {appId: wx1, templates: {membership.joined: id-1, ballot.opened: id-2}}
                  smsUrl: https://sms.example.org
                """);
        assertThat(environment(sending))
                .containsEntry("YUANLIN_WECHAT_APP_ID", "wx1")
                .containsEntry("YUANLIN_WECHAT_TEMPLATES", "ballot.opened=id-2,membership.joined=id-1")
                .containsEntry("YUANLIN_SMS_URL", "https://sms.example.org")
                .containsKey("YUANLIN_WECHAT_APP_SECRET");
        assertThat(cellsPolicy(sending).toString()).contains("ipBlock");
        assertThatThrownBy(() -> render("platformApi: {smsUrl: 'http://sms.example.org'}"))
                .hasMessageContaining("smsUrl");
    }

    private static Map<String, Object> cellsPolicy(List<Map<String, Object>> rendered) {
        return rendered.stream()
                .filter(document -> "NetworkPolicy".equals(document.get("kind")))
                .filter(document ->
                        "yuanlin-cells".equals(at(document, "metadata").get("name")))
                .findFirst()
                .orElseThrow();
    }

    /** Of the first cell: values by name; null for what is taken from a secret. */
    private static Map<String, Object> environment(List<Map<String, Object>> rendered) {
        var values = new HashMap<String, Object>();
        for (var variable : (List<Map<String, Object>>)
                containers(workload(rendered, "yuanlin-cell-c1")).getFirst().get("env"))
            values.put((String) variable.get("name"), variable.get("value"));
        return values;
    }

    @Test
    void refusesReplicasThatShareAVolumeWhichOnlyOneNodeCanMount() {
        assertThatThrownBy(() -> render("tenantAdmin: {archive: {accessMode: ReadWriteOnce}}"))
                .hasMessageContaining("tenant-admin has 2 replicas")
                .hasMessageContaining("ReadWriteMany");
        assertThatThrownBy(() ->
                        render(TWO_CELLS.replace("keysClaim: k1", "keysClaim: k1, keysAccessMode: ReadWriteOnce")))
                .hasMessageContaining("cell-c1 has 2 replicas");
    }

    @Test
    void stopsASingleReplicaBeforeTheNextWhereTheVolumeIsForOne() throws IOException {
        var rendered = render(TWO_CELLS.replace("keysClaim: k2", "keysClaim: k2, keysAccessMode: ReadWriteOnce"));
        assertThat(at(workload(rendered, "yuanlin-cell-c2"), "spec", "strategy"))
                .isEqualTo(Map.of("type", "Recreate"));
        assertThat(at(workload(rendered, "yuanlin-cell-c1"), "spec", "strategy"))
                .containsKey("rollingUpdate");
    }

    @Test
    void refusesValuesThatCannotWork() {
        assertThatThrownBy(() -> render("cells: []")).hasMessageContaining("cells");
        assertThatThrownBy(() -> render("publicUrl: yuanlin.example.org")).hasMessageContaining("publicUrl");
    }

    private List<Map<String, Object>> render(String values) throws IOException {
        var file = Files.writeString(temp.resolve("values.yaml"), values);
        var template = new Helm(CHART)
                .template()
                .withName("yuanlin")
                .withKubeVersion("1.33.0")
                .withValuesFile(file);
        var documents = new ArrayList<Map<String, Object>>();
        new Yaml().loadAll(template.call()).forEach(document -> {
            if (document != null) documents.add((Map<String, Object>) document);
        });
        return documents;
    }

    private static List<Map<String, Object>> workloads(List<Map<String, Object>> documents) {
        return documents.stream()
                .filter(document -> Stream.of("Deployment", "StatefulSet").anyMatch(document.get("kind")::equals))
                .toList();
    }

    private static Map<String, Object> workload(List<Map<String, Object>> documents, String name) {
        return workloads(documents).stream()
                .filter(workload -> name.equals(at(workload, "metadata").get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> containers(Map<String, Object> workload) {
        return (List<Map<String, Object>>)
                at(workload, "spec", "template", "spec").get("containers");
    }

    private static Map<String, Object> at(Map<String, Object> node, String... path) {
        var here = node;
        for (var key : path) here = (Map<String, Object>) here.get(key);
        return here;
    }
}
