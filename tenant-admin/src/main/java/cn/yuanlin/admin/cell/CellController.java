package cn.yuanlin.admin.cell;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform/cells")
class CellController {
    private final Cells cells;

    CellController(Cells cells) {
        this.cells = cells;
    }

    /** Cells are counted on fingers; one page holds them all. */
    @Access(Grant.PLATFORM_ADMIN)
    @GetMapping
    Page<Cell> cells() {
        return new Page<>(cells.all(), null);
    }
}
