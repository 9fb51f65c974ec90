package cn.yuanlin.bench;

import java.util.List;

/** Estates in the control plane's books, put there and taken out by SQL: what is measured is not how they got there. */
final class ControlRows {
    private final TestBed bed;
    private final String community;

    ControlRows(TestBed bed) {
        this.bed = bed;
        this.community = Communities.found(bed.gateway(), 1).getFirst();
    }

    /** Enters estates as active in their cell. */
    void enter(String cell, List<BenchEstate> estates, int schemaVersion) {
        var rows = new StringBuilder();
        for (var estate : estates) rows.append(row(cell, estate, schemaVersion));
        bed.sql("control", rows + settle());
    }

    void remove(List<BenchEstate> estates) {
        var rows = new StringBuilder();
        for (var estate : estates) {
            rows.append("delete from control.estate where id = '%s';".formatted(estate.id()));
        }
        bed.sql("control", rows + settle());
    }

    /** In the steps that the table lets an estate take. */
    private String row(String cell, BenchEstate estate, int schemaVersion) {
        return """
                insert into control.estate (id, slug, name, community_id, source, created_at)
                values ('%1$s', '%2$s', '%2$s', '%3$s', 'CLERK', now());
                update control.estate set state = 'VERIFIED', verified_at = now() where id = '%1$s';
                update control.estate set state = 'PROVISIONING', cell = '%4$s', schema_version = %5$d where id = '%1$s';
                update control.estate set state = 'ACTIVE', activated_at = now() where id = '%1$s';
                """.formatted(estate.id(), estate.slug(), community, cell, schemaVersion);
    }

    /** The cells' counts, and a new version of the route table. */
    private static String settle() {
        return """
                update control.cell c set estates = (select count(*) from control.estate e where e.cell = c.code);
                update control.route_version set version = version + 1;
                """;
    }
}
