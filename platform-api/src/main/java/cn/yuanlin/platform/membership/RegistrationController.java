package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/registration")
class RegistrationController {
    private final RegistrationStore registrations;

    RegistrationController(RegistrationStore registrations) {
        this.registrations = registrations;
    }

    @GetMapping
    @Access(roles = {COMMITTEE, AUDITOR})
    RegistrationFigures readRegistration() {
        return registrations
                .figures()
                .orElseThrow(() ->
                        TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise());
    }
}
