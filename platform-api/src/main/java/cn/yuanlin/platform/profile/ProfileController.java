package cn.yuanlin.platform.profile;

import static cn.yuanlin.platform.access.Access.Level.MEMBER;
import static cn.yuanlin.platform.access.Access.Level.PUBLIC;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}")
class ProfileController {
    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    @Access(PUBLIC)
    EstateCard readEstate() {
        return EstateCard.of(CurrentEstate.get());
    }

    @GetMapping("/profile")
    @Access(MEMBER)
    EstateProfile readProfile() {
        return profiles.find()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
