package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.OWNER;
import static cn.yuanlin.platform.access.Role.PROPERTY;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.RollVersions.FreezeOutcome;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@RestController
@RequestMapping("/api/estates/{slug}/roll/versions")
class RollVersionController {
    private final RollVersions versions;

    RollVersionController(RollVersions versions) {
        this.versions = versions;
    }

    record Freezing(
            @NotBlank(message = "请填写原因") @Size(max = 500, message = "原因最多500字")
            String reason) {}

    /** 201 with the new version; 200 with the newest one if it says the same already. */
    @PostMapping
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    ResponseEntity<FrozenRoll> freezeRoll(@RequestBody @Valid Freezing freezing, Caller caller) {
        return switch (versions.freeze(freezing.reason(), caller)) {
            case FreezeOutcome.Frozen frozen ->
                ResponseEntity.status(HttpStatus.CREATED).body(FrozenRoll.of(frozen.version()));
            case FreezeOutcome.Unchanged unchanged -> ResponseEntity.ok(FrozenRoll.of(unchanged.version()));
            case FreezeOutcome.BeingUpgraded() ->
                throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
        };
    }

    @GetMapping
    @Access(roles = {COMMITTEE, AUDITOR})
    Page<FrozenRoll> listRollVersions(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return versions.list(Keyset.of(limit, after, 1));
    }

    @GetMapping("/{version}")
    @Access(roles = {COMMITTEE, AUDITOR})
    FrozenRoll readRollVersion(@PathVariable int version) {
        return versions.find(version)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }

    /**
     * The very bytes whose SHA-256 is the fingerprint, so that every owner can compute it: doors and areas, persons as keyed
     * hashes.
     */
    @GetMapping(path = "/{version}/canonical", produces = MediaType.TEXT_PLAIN_VALUE)
    @Access(roles = {COMMITTEE, AUDITOR, OWNER})
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    void readCanonicalRoll(@PathVariable int version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (versions.find(version).isEmpty())
            throw CommonProblem.NOT_FOUND.problem().raise();
        response.setContentType("text/plain;charset=UTF-8");
        // Goes out as it is read, and is not kept for a tag.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        var out = response.getOutputStream();
        int position = 0;
        List<String> lines;
        do {
            lines = versions.canonicalLines(version, position);
            for (var line : lines) out.write((line + "\n").getBytes(UTF_8));
            position += lines.size();
        } while (!lines.isEmpty());
    }
}
