package cn.yuanlin.platform.workbook.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong. Counts everything, keeps the first thousands. */
public final class Findings {
    public static final int MAX_ERRORS = 5_000;
    public static final int MAX_WARNINGS = 1_000;

    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final Map<String, Integer> errorsBySheet = new HashMap<>();
    private int errorCount;
    private int warningCount;
    private int formulas;

    public void add(Finding finding) {
        if (finding.fault().isWarning()) {
            if (warningCount++ < MAX_WARNINGS) warnings.add(finding);
            return;
        }
        if (finding.fault() == Fault.FORMULA) formulas++;
        errorsBySheet.merge(finding.sheet(), 1, Integer::sum);
        if (errorCount++ < MAX_ERRORS) errors.add(finding);
    }

    public int errorCount() {
        return errorCount;
    }

    public int errorCount(String sheet) {
        return errorsBySheet.getOrDefault(sheet, 0);
    }

    public int warningCount() {
        return warningCount;
    }

    public int formulaCount() {
        return formulas;
    }

    /** The kept errors in the order of the sheets of the template, then from the top. */
    public List<Finding> errors() {
        return sorted(errors);
    }

    public List<Finding> warnings() {
        return sorted(warnings);
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> WorkbookModel.position(finding.sheet()))
                        .thenComparing(Finding::sheet)
                        .thenComparing(Finding::at))
                .toList();
    }
}
