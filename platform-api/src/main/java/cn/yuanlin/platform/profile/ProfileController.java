package cn.yuanlin.platform.profile;

import static cn.yuanlin.platform.access.Access.Level.MEMBER;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.shared.CommonProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/profile")
@Access(MEMBER)
class ProfileController {
    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    EstateProfile readProfile() {
        return profiles.find()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
