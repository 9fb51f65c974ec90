package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.people.HolderKind;
import cn.yuanlin.platform.workbook.sheet.HolderSheet;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells persons apart as the import will: by document, or by name and phone where no document is known. */
final class Persons {
    private final Map<String, Seen> seen = new HashMap<>();

    Identified identify(SheetRow row, String name) {
        var phone = row.get(HolderSheet.PHONE);
        return identify(key(row, name, phone), row.number(), name, phone);
    }

    /** How many there are. */
    int count() {
        return seen.size();
    }

    private static String key(SheetRow row, String name, @Nullable String phone) {
        var type = row.get(HolderSheet.ID_TYPE);
        var number = row.get(HolderSheet.ID_NUMBER);
        if (type != null && number != null) return type + "\t" + number;
        if (phone != null) return phone + "\t" + name;
        // Of a person only the name is known: a namesake in another unit is somebody else.
        return row.get(HolderSheet.KIND) == HolderKind.PERSON ? row.get(HolderSheet.UNIT) + "\t" + name : name;
    }

    private Identified identify(String key, int row, String name, @Nullable String phone) {
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
