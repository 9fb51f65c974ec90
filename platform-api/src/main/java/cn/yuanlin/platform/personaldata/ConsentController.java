package cn.yuanlin.platform.personaldata;

import static cn.yuanlin.platform.access.Access.Level.SIGNED_IN;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.shared.CommonProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/me/consents/{document}")
class ConsentController {
    private final Consents consents;

    ConsentController(Consents consents) {
        this.consents = consents;
    }

    /** @param version the day the text was issued, such as {@code 2026-11-01} */
    record ConsentRequest(
            @NotNull(message = "请写明版本") @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "版本应为日期，如2026-11-01")
            String version) {}

    @GetMapping
    @Access(SIGNED_IN)
    Consent readMyConsent(@PathVariable Document document, Caller caller) {
        return consents.latest(caller.subject(), document)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }

    @PutMapping
    @Access(value = SIGNED_IN, whileSuspended = true)
    Consent giveMyConsent(
            @PathVariable Document document, @RequestBody @Valid ConsentRequest agreement, Caller caller) {
        return consents.give(caller.subject(), document, agreement.version());
    }
}
