package cn.yuanlin.admin.shared;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted; bind it with {@code @Valid} and {@code @ParameterObject}.
 *
 * @param limit rows a page, 1 to 200, 50 when absent
 * @param after the cursor of the page before
 */
public record PageQuery(
        @Min(value = 1, message = "每页条数应为1到200") @Max(value = 200, message = "每页条数应为1到200") @Nullable
        Integer limit,

        @Nullable String after) {
    private static final int USUAL = 50;

    public int size() {
        return limit == null ? USUAL : limit;
    }

    /** Rows to ask the database for: one more than shown. */
    public int fetch() {
        return size() + 1;
    }

    /** @throws Refusal if the cursor is not one of ours */
    public Optional<String> position() {
        return Optional.ofNullable(after).filter(cursor -> !cursor.isBlank()).map(Cursor::decode);
    }

    /** The position in a list ordered by id; null at the start. */
    public @Nullable UUID positionId() {
        try {
            return position().map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException malformed) {
            throw ProblemType.INVALID.because("翻页参数无效，请从第一页重新查看。").at("after", "翻页参数无效");
        }
    }
}
