package cn.yuanlin.admin.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an estate that was just made answers as it should. */
public record SmokeCheck(boolean ok, List<Check> checks) {
    public record Check(String name, boolean ok, @Nullable String detail) {}
}
