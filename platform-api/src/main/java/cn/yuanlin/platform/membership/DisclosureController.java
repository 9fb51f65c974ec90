package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Access.Level.SIGNED_IN;
import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.PROPERTY;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.membership.Disclosures.Outcome.NothingThere;
import cn.yuanlin.platform.membership.Disclosures.Outcome.ShownValue;
import cn.yuanlin.platform.membership.Disclosures.Outcome.TooMany;
import cn.yuanlin.platform.people.Holders.Field;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}")
class DisclosureController {
    private final Disclosures disclosures;

    DisclosureController(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    record DisclosureRequest(
            @NotNull(message = "请选择要查看的信息") Field field,

            @NotBlank(message = "请填写理由，本人能看到") @Size(max = 500, message = "理由最多500字")
            String reason) {}

    /** A POST, because it leaves a row that the person sees. */
    @PostMapping("/persons/{person}/disclosures")
    @Access(roles = COMMITTEE, but = PROPERTY, whileSuspended = true, proven = true, fresh = true)
    ResponseEntity<ShownValue> disclosePersonalData(
            @PathVariable UUID person, @RequestBody @Valid DisclosureRequest request, Caller caller) {
        return switch (disclosures.disclose(
                caller, person, request.field(), request.reason().strip())) {
            case ShownValue shown ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
            case NothingThere() -> throw CommonProblem.NOT_FOUND.problem().raise();
            case TooMany() ->
                throw MembershipProblem.TOO_MANY_DISCLOSURES.problem().raise();
        };
    }

    /** Those who may look watch each other. */
    @GetMapping("/disclosures")
    @Access(roles = {COMMITTEE, AUDITOR})
    Page<DisclosureStore.PersonalDataReading> listDisclosures(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return disclosures.ofAll(Keyset.of(limit, after, 1));
    }

    @GetMapping("/me/disclosures")
    @Access(SIGNED_IN)
    Page<DisclosureStore.PersonalDataReading> listMyDisclosures(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return disclosures.ofMine(caller, Keyset.of(limit, after, 1));
    }
}
