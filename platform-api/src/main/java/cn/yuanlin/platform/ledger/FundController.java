package cn.yuanlin.platform.ledger;

import static cn.yuanlin.platform.access.Access.Level.MEMBER;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/funds")
@Access(MEMBER)
class FundController {
    private final Funds funds;

    FundController(Funds funds) {
        this.funds = funds;
    }

    @GetMapping
    Page<Fund> listFunds() {
        return funds.list();
    }

    @GetMapping("/{fund}/entries")
    Page<Entry> listFundEntries(
            @PathVariable UUID fund,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return funds.entries(fund, Keyset.of(limit, after, 1))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
