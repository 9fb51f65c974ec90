package cn.yuanlin.local;

import java.nio.file.Path;
import java.util.List;

/** {@code infra/demo/demo.json}: which offices and estates the demo has. */
record DemoPlan(List<Street> streets) {
    /** @param clerk user name of its member of staff */
    record Street(String name, String city, String clerk, List<Community> communities) {}

    record Community(String name, String clerk, List<Estate> estates) {}

    /** @param workbook file below {@code infra/demo/workbooks} */
    record Estate(String slug, String name, String address, String workbook) {}

    static DemoPlan read(Path root) {
        return Http.JSON.readValue(root.resolve("infra/demo/demo.json").toFile(), DemoPlan.class);
    }

    static Path workbook(Path root, Estate estate) {
        return root.resolve("infra/demo/workbooks").resolve(estate.workbook());
    }

    int estates() {
        return streets.stream()
                .flatMap(street -> street.communities().stream())
                .mapToInt(community -> community.estates().size())
                .sum();
    }
}
