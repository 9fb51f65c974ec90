package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.keycloak.Organizations;
import cn.yuanlin.admin.keycloak.Residents;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For cells: verified phone and WeChat account of a subject they know. There is no way back to a subject. */
@RestController
@RequestMapping("/internal/people/{subject}")
@Tag(name = "people", description = "居民身份（内部）")
class PeopleController {
    private final ResidentAccountStore store;
    private final Residents residents;
    private final Organizations organizations;
    private final WeChat weChat;

    PeopleController(ResidentAccountStore store, Residents residents, Organizations organizations, WeChat weChat) {
        this.store = store;
        this.residents = residents;
        this.organizations = organizations;
        this.weChat = weChat;
    }

    @Access(Grant.PEOPLE_READER)
    @GetMapping
    @Operation(operationId = "verifiedPhone", summary = "已核验的手机号和微信账号")
    Verified person(@PathVariable UUID subject) {
        var account = store.find(subject).orElseThrow(PeopleController::unknown);
        var phone = residents.phoneOf(subject).orElseThrow(PeopleController::unknown);
        var openid = residents.outsideId(subject, weChat.openIds()).orElse(null);
        return new Verified(
                phone.number(),
                phone.verifiedAt(),
                account.reverifySince() != null,
                store.phoneShownAt(subject).orElse(null),
                openid);
    }

    /** The person has proved anew, to a committee or by their id number, who they are. */
    @Access(Grant.PEOPLE_READER)
    @PostMapping("/reverification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "noteReverification", summary = "记录身份已重新核验")
    void reverified(@PathVariable UUID subject) {
        if (!store.reverified(subject)) {
            throw unknown();
        }
    }

    /** From the next refresh on the person's tokens name the estate. What they are there the cell alone knows. */
    @Access(Grant.PEOPLE_READER)
    @PutMapping("/estates/{estate}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "joinEstate", summary = "居民成为小区成员")
    void join(@PathVariable UUID subject, @PathVariable UUID estate) {
        mustBeResident(subject);
        organizations.addMember(estate, subject);
    }

    @Access(Grant.PEOPLE_READER)
    @DeleteMapping("/estates/{estate}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "leaveEstate", summary = "居民不再是小区成员")
    void leave(@PathVariable UUID subject, @PathVariable UUID estate) {
        mustBeResident(subject);
        organizations.removeMember(estate, subject);
    }

    /** Committees' first members and staff have accounts of another kind, which are not a cell's to move. */
    private void mustBeResident(UUID subject) {
        if (store.find(subject).isEmpty()) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.because("没有这样的居民账号。");
    }

    /**
     * @param reverifyNeeded true if ballots and money must wait until the person has proved anew who they are
     * @param phoneShownAt when they last said a code that was sent to their phone; null if not since they have the account
     * @param openid in the mini program, for messages to the person; null if they don't use it
     */
    record Verified(
            String phone,
            Instant phoneVerifiedAt,
            boolean reverifyNeeded,
            @Schema(nullable = true) @Nullable Instant phoneShownAt,
            @Schema(nullable = true) @Nullable String openid) {
        @Override
        public String toString() {
            return "Verified[reverifyNeeded=" + reverifyNeeded + "]";
        }
    }
}
