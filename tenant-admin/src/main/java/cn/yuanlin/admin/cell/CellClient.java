package cn.yuanlin.admin.cell;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The cells' internal API. Each method throws {@link CellUnavailable} if asking again may help and
 * {@link CellRefused} if not. All calls are idempotent.
 */
@Component
public class CellClient {
    private static final String ESTATE = "/internal/estates/{estate}";
    private static final String WORKBOOK = ESTATE + "/workbooks/{workbook}";

    private final Cells cells;
    private final CellCall calls;
    private final RestClient quick;
    private final RestClient slow;

    CellClient(Cells cells, CellCall calls, CellSettings settings) {
        this.cells = cells;
        this.calls = calls;
        this.quick = client(settings.connectTimeout(), settings.readTimeout());
        this.slow = client(settings.connectTimeout(), settings.longTimeout());
    }

    /** Announces the estate, or its new name, slug or office. */
    public void register(String cell, UUID estate, EstateEntry entry) {
        send(quick, cell, HttpMethod.PUT, ESTATE, entry, estate);
    }

    /** With its figures, which takes a sound schema. Empty if the cell does not know the estate. */
    public Optional<CellEstate> find(String cell, UUID estate) {
        return find(cell, estate, ESTATE);
    }

    /** State and registration alone, whatever has become of the schema. Empty if the cell does not know the estate. */
    public Optional<CellEstate> registration(String cell, UUID estate) {
        return find(cell, estate, ESTATE + "?bare=true");
    }

    private Optional<CellEstate> find(String cell, UUID estate, String path) {
        try {
            return Optional.of(ask(quick, cell, HttpMethod.GET, path, CellEstate.class, estate));
        } catch (CellRefused refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Makes role, schema and tables. @return the schema version reached */
    public int makeSchema(String cell, UUID estate) {
        return ask(slow, cell, HttpMethod.PUT, ESTATE + "/schema", SchemaVersion.class, estate)
                .schemaVersion();
    }

    /** Brings the estate's schema to the newest version the cell knows. @return the version reached */
    public int updateSchema(String cell, UUID estate) {
        return ask(slow, cell, HttpMethod.PUT, ESTATE + "/schema-version", SchemaVersion.class, estate)
                .schemaVersion();
    }

    /**
     * Stages a workbook and reads all of it; the bytes pass through.
     *
     * @param length bytes, or -1 if the sender did not say
     */
    public WorkbookReport stage(String cell, UUID estate, UUID workbook, long length, InputStream bytes) {
        return calls.of(cell, token -> {
            var request = slow.put()
                    .uri(url(cell) + WORKBOOK, estate, workbook)
                    .headers(headers -> calls.sign(headers, token))
                    .contentType(MediaType.APPLICATION_OCTET_STREAM);
            if (length >= 0) {
                request = request.contentLength(length);
            }
            return calls.present(
                    cell,
                    request.body((StreamingHttpOutputMessage.Body) bytes::transferTo)
                            .retrieve()
                            .body(WorkbookReport.class));
        });
    }

    /** Whether the cell still has the file: it deletes what nobody goes on with. */
    public boolean isStaged(String cell, UUID estate, UUID workbook) {
        try {
            send(quick, cell, HttpMethod.GET, WORKBOOK, null, estate, workbook);
            return true;
        } catch (CellRefused refused) {
            if (refused.status() == 404) {
                return false;
            }
            throw refused;
        }
    }

    /** Imports all or nothing. @return rows by kind */
    public Map<String, Long> importWorkbook(String cell, UUID estate, UUID workbook) {
        return ask(slow, cell, HttpMethod.POST, WORKBOOK + "/import", Imported.class, estate, workbook)
                .counts();
    }

    public void markedCopy(String cell, UUID estate, UUID workbook, OutputStream sink) {
        download(cell, HttpMethod.GET, WORKBOOK + "/marked-copy", sink, estate, workbook);
    }

    public void template(String cell, OutputStream sink) {
        download(cell, HttpMethod.GET, "/internal/workbook-template", sink);
    }

    /** The sheet 小店, whole: the cell reads the file once and bounds its rows. */
    public List<StagedShop> shops(String cell, UUID estate, UUID workbook) {
        return ask(slow, cell, HttpMethod.GET, WORKBOOK + "/shops", StagedShops.class, estate, workbook)
                .items();
    }

    /** Personal data; hold it in memory for as long as the invitation takes. */
    public CommitteeContact committeeContact(String cell, UUID estate, UUID workbook) {
        return ask(
                quick, cell, HttpMethod.GET, WORKBOOK + "/committee-contact", CommitteeContact.class, estate, workbook);
    }

    /** Replaces the estate's whole directory, unless the cell has a newer one. */
    public void directory(String cell, UUID estate, long version, List<DirectoryShop> shops) {
        send(slow, cell, HttpMethod.PUT, ESTATE + "/directory", Map.of("version", version, "shops", shops), estate);
    }

    public void addCommitteeMember(String cell, UUID estate, String subject, String name) {
        send(
                quick,
                cell,
                HttpMethod.PUT,
                ESTATE + "/members/{subject}",
                Map.of("name", name, "roles", List.of("COMMITTEE")),
                estate,
                subject);
    }

    /** @param state ACTIVE, SUSPENDED or ARCHIVED */
    public void state(String cell, UUID estate, String state) {
        send(quick, cell, HttpMethod.PUT, ESTATE + "/state", Map.of("state", state), estate);
    }

    public SmokeCheck smokeCheck(String cell, UUID estate) {
        return ask(slow, cell, HttpMethod.GET, ESTATE + "/smoke-check", SmokeCheck.class, estate);
    }

    /** Everything the estate has, as one zip. */
    public void export(String cell, UUID estate, OutputStream sink) {
        download(cell, HttpMethod.POST, ESTATE + "/export", sink, estate);
    }

    /**
     * Drops schema, role, staged data and key of the estate as it is registered now; one that is gone already is fine. A
     * call that comes late meets a newer registration, perhaps, and spares it.
     */
    public void delete(String cell, UUID estate) {
        registration(cell, estate).ifPresent(known -> delete(cell, estate, known.registeredAt()));
    }

    private void delete(String cell, UUID estate, @Nullable Instant registeredAt) {
        try {
            if (registeredAt == null) {
                send(slow, cell, HttpMethod.DELETE, ESTATE, null, estate);
            } else {
                send(slow, cell, HttpMethod.DELETE, ESTATE + "?registeredAt={at}", null, estate, registeredAt);
            }
        } catch (CellRefused refused) {
            if (refused.status() != 404) {
                throw refused;
            }
        }
    }

    /** What keeps a resident in estates of the cell; it looks into each of them. */
    public List<Hindrance> hindrances(String cell, UUID resident) {
        return ask(slow, cell, HttpMethod.GET, "/internal/people/{resident}/hindrances", Hindrances.class, resident)
                .items();
    }

    /** Ends a resident's account in every estate of the cell. @return what kept them all the same; they stay there */
    public List<Hindrance> closePerson(String cell, UUID resident) {
        return ask(slow, cell, HttpMethod.POST, "/internal/people/{resident}/closing", Hindrances.class, resident)
                .items();
    }

    /** Orders new keys unless they are under way. */
    public KeyRotation orderKeyRotation(String cell, UUID estate) {
        return ask(quick, cell, HttpMethod.POST, ESTATE + "/key-rotations", KeyRotation.class, estate);
    }

    /** The one under way, or the last; refused with 404 if there was none. */
    public KeyRotation latestKeyRotation(String cell, UUID estate) {
        return ask(quick, cell, HttpMethod.GET, ESTATE + "/key-rotations/latest", KeyRotation.class, estate);
    }

    public SchemaVersions schemaVersions(String cell) {
        return ask(quick, cell, HttpMethod.GET, "/internal/schema-version", SchemaVersions.class);
    }

    private void download(String cell, HttpMethod method, String path, OutputStream sink, Object... variables) {
        calls.of(
                cell,
                token -> slow.method(method)
                        .uri(url(cell) + path, variables)
                        .headers(headers -> calls.sign(headers, token))
                        .exchange((request, response) -> {
                            if (response.getStatusCode().isError()) {
                                throw calls.failure(response);
                            }
                            return response.getBody().transferTo(sink);
                        }));
    }

    private <T> T ask(
            RestClient client, String cell, HttpMethod method, String path, Class<T> type, Object... variables) {
        return calls.of(
                cell,
                token -> calls.present(
                        cell,
                        client.method(method)
                                .uri(url(cell) + path, variables)
                                .headers(headers -> calls.sign(headers, token))
                                .retrieve()
                                .body(type)));
    }

    private void send(
            RestClient client,
            String cell,
            HttpMethod method,
            String path,
            @Nullable Object body,
            Object... variables) {
        calls.of(cell, token -> {
            var request = client.method(method)
                    .uri(url(cell) + path, variables)
                    .headers(headers -> calls.sign(headers, token));
            if (body != null) {
                request = request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return request.retrieve().toBodilessEntity();
        });
    }

    private String url(String cell) {
        return cells.get(cell).url();
    }

    private RestClient client(Duration connect, Duration read) {
        var transport = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build());
        transport.setReadTimeout(read);
        return RestClient.builder()
                .requestFactory(transport)
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    throw calls.failure(response);
                })
                .build();
    }

    record SchemaVersion(int schemaVersion) {}

    record Imported(Map<String, Long> counts) {}

    record StagedShops(List<StagedShop> items) {}

    record Hindrances(List<Hindrance> items) {}
}
