package cn.yuanlin.platform.committee;

import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.PROPERTY;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.membership.TieSearch;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom the committee can give an office or a post. */
@RestController
@RequestMapping("/api/estates/{slug}/candidates")
class CandidateController {
    private final TieSearch ties;

    CandidateController(TieSearch ties) {
        this.ties = ties;
    }

    /** @param items at most 20 */
    record Candidates(List<TieSearch.FoundTie> items) {}

    /** By part of a name or door, or by a guest's whole number. */
    @GetMapping
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    Candidates findCandidates(
            @RequestParam(defaultValue = "") @Size(max = 60, message = "最多60字") String q,
            @RequestParam(defaultValue = "false") boolean owners) {
        return new Candidates(ties.find(q, owners));
    }
}
