package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.check.Expected;
import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import cn.yuanlin.platform.workbook.sheet.Fault;
import cn.yuanlin.platform.workbook.sheet.Finding;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The smallest good workbook to be changed cell by cell, and what the check says of it. */
final class CheckedCells {
    static final Expected EXPECTED = new Expected("shifan", "示范小区", LocalDate.of(2026, 11, 22));

    private CheckedCells() {}

    static WorkbookFixture small() {
        return WorkbookFixture.small();
    }

    static Arguments fault(String message, Fault fault, WorkbookFixture workbook) {
        return arguments(message, fault, workbook);
    }

    static CheckedWorkbook check(WorkbookFixture workbook) {
        return WorkbookCheck.check(workbook.bytes(), EXPECTED);
    }

    static List<String> messages(Collection<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    static void assertOnlyFault(String message, Fault fault, WorkbookFixture workbook) {
        var found = check(workbook).findings().errors();
        assertThat(messages(found)).containsExactly(message);
        assertThat(found.getFirst().fault()).isEqualTo(fault);
    }
}
