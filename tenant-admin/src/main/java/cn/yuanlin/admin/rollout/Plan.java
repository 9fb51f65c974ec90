package cn.yuanlin.admin.rollout;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a roll-out is to go.
 *
 * @param canaries the estates that go first, as a wave of their own
 * @param waveSizes estates in each wave after that; what is left over is one more wave
 * @param parallelism estates worked on at once, 1 to 16
 */
record Plan(
        @NotEmpty(message = "请至少选择一个先行小区") @Size(max = 50, message = "先行小区不超过50个")
        List<@NotNull UUID> canaries,

        @Size(max = 50, message = "批次不超过50个") @Nullable
        List<@NotNull @Min(value = 1, message = "每批至少1个小区") Integer> waveSizes,

        @Min(value = 1, message = "并行数应为1到16") @Max(value = 16, message = "并行数应为1到16")
        int parallelism) {
    private static final List<Integer> USUAL = List.of(10, 100);

    /** Cumulative sizes. */
    int[] bounds() {
        var sizes = waveSizes == null || waveSizes.isEmpty() ? USUAL : waveSizes;
        var bounds = sizes.stream().mapToInt(Integer::intValue).toArray();
        for (var wave = 1; wave < bounds.length; wave++) {
            bounds[wave] = Math.addExact(bounds[wave], bounds[wave - 1]);
        }
        return bounds;
    }
}
