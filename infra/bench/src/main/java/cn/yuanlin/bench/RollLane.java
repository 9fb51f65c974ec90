package cn.yuanlin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

/** What a committee does with its roll, asked of the cell itself, and what the cell is told before. */
final class RollLane {
    /** Units of the largest page there is. */
    static final int PAGE = 200;

    private static final String WORKBOOK = "/workbooks/01900000-0000-7000-8000-00000000b00c";

    private final TestBed bed;
    private final CellDoor cell;
    private final RollClerk clerk;
    private final Door committee;
    private final WorkbookCopy workbook;

    RollLane(TestBed bed, RollClerk clerk, WorkbookCopy workbook) {
        this.bed = bed;
        this.cell = bed.cell("c1");
        this.clerk = clerk;
        this.committee = new Door(bed.platform().service("platform-api-c1").url() + "/api/estates/", clerk::signIn);
        this.workbook = workbook;
    }

    /** Registered, with a schema, and the clerk of its committee. */
    void open(BenchEstate estate) {
        cell.register(estate);
        cell.makeSchema(estate);
        cell.admit(estate, clerk.subject(), "COMMITTEE");
        clerk.join(estate);
        committee.signInNow();
    }

    /** A workbook that the estate may import. */
    byte[] workbook(BenchEstate estate, RollSheets sheets) {
        return sheets.in(workbook.named(CellDoor.nameOf(estate)));
    }

    void stage(BenchEstate estate, byte[] file) {
        var report = cell.stage(estate, WORKBOOK, file);
        if (!report.path("importable").asBoolean(false))
            throw new IllegalStateException("The workbook is not importable: " + report);
    }

    void importFirst(BenchEstate estate) {
        cell.importWorkbook(estate, WORKBOOK);
    }

    void activate(BenchEstate estate) {
        cell.activate(estate);
    }

    /** @return its id */
    String preview(BenchEstate estate, byte[] file) {
        var seen = committee.upload(path(estate, "/import-previews"), file);
        if (seen.path("id").isNull()) throw new IllegalStateException("Nothing can be applied: " + seen);
        return seen.path("id").asString();
    }

    void apply(BenchEstate estate, String preview) {
        committee.post(path(estate, "/import-previews/" + preview + "/application"), Map.of("reason", "测试"));
    }

    void freeze(BenchEstate estate) {
        committee.post(path(estate, "/versions"), Map.of("reason", "测试"));
    }

    void export(BenchEstate estate) {
        committee.download(path(estate, "/export"), Map.of("reason", "测试"));
    }

    void read(BenchEstate estate, String query) {
        committee.get(path(estate, query));
    }

    /** What is to be added to a query for the last of the roll's pages. */
    String lastPage(BenchEstate estate, int units) {
        var after = "";
        for (int seen = 0; seen + PAGE < units; seen += PAGE)
            after = "&after="
                    + committee
                            .get(path(estate, "?limit=" + PAGE + after))
                            .path("next")
                            .asString();
        return after;
    }

    /** Makes the whole past some days older, as if somebody had waited. */
    void age(BenchEstate estate, int days) {
        var statements = List.of(
                "update %1$s.roll_event set effective_on = effective_on - %2$d",
                "update %1$s.ownership set valid_from = valid_from - %2$d",
                "update %1$s.ownership_end set valid_to = valid_to - %2$d",
                "update %1$s.unit_record set valid_from = valid_from - %2$d",
                "update %1$s.person_record set valid_from = valid_from - %2$d");
        bed.sql("cell_c1", String.join("; ", statements).formatted(estate.schema(), days));
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, UTF_8);
    }

    private static String path(BenchEstate estate, String rest) {
        return estate.slug() + "/roll" + rest;
    }
}
