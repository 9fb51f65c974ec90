package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.people.IdType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells persons apart as the import will: by document, or by name and phone where no document is known. */
final class Persons {
    private final Map<String, Seen> seen = new HashMap<>();

    Identified identify(int row, String name, @Nullable String phone, @Nullable IdType type, @Nullable String number) {
        var key = type != null && number != null ? type + "\t" + number : name + "\t" + phone;
        var first = seen.get(key);
        if (first == null) {
            seen.put(key, new Seen(seen.size(), row, name, phone));
            return new Identified(seen.size() - 1, row, false, false);
        }
        boolean phoneDiffers = phone != null && first.phone != null && !phone.equals(first.phone);
        return new Identified(first.position, first.row, !name.equals(first.name), phoneDiffers);
    }

    /** @param firstRow where the person was met first */
    record Identified(int position, int firstRow, boolean nameDiffers, boolean phoneDiffers) {}

    private record Seen(
            int position, int row, String name, @Nullable String phone) {}
}
