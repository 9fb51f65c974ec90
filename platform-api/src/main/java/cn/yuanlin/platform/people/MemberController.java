package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.access.Access.Level.MEMBER;
import static cn.yuanlin.platform.access.Access.Level.SERVICE;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberController {
    private final Memberships memberships;
    private final EstateRegistry registry;

    MemberController(Memberships memberships, EstateRegistry registry) {
        this.memberships = memberships;
        this.registry = registry;
    }

    /**
     * What the caller is in this estate.
     *
     * @param name null if nobody has said it yet: an account made by phone has none until the roll knows whose it is
     */
    record Me(@Nullable String name, List<Role> roles) {}

    record Admission(
            @NotBlank(message = "请填写姓名") @Size(max = 100, message = "姓名最多100字")
            String name,

            @NotEmpty(message = "请至少选择一个角色") Set<@NotNull Role> roles) {}

    @GetMapping("/api/estates/{slug}/me")
    @Access(MEMBER)
    Me whoAmI(Caller caller) {
        return new Me(
                memberships.nameOf(caller), caller.roles().stream().sorted().toList());
    }

    @PutMapping("/internal/estates/{id}/members/{subject}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SERVICE)
    void admitMember(
            @PathVariable UUID id,
            @PathVariable @Size(max = 100) String subject,
            @RequestBody @Valid Admission admission,
            Caller caller) {
        CurrentEstate.run(
                estate(id), () -> memberships.admit(subject, admission.name(), admission.roles(), caller.subject()));
    }

    @DeleteMapping("/internal/estates/{id}/members/{subject}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SERVICE)
    void removeMember(@PathVariable UUID id, @PathVariable @Size(max = 100) String subject, Caller caller) {
        CurrentEstate.run(estate(id), () -> memberships.remove(subject, caller.subject()));
    }

    private Estate estate(UUID id) {
        return registry.byId(id)
                .filter(estate -> estate.schemaVersion() != null)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
